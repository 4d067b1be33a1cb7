import assert from 'node:assert/strict';
import type { Commit } from '../../../src/core/model/commit';
import type { FileMarks } from '../../../src/core/model/marks';
import type { WorkItem } from '../../../src/core/model/roadmap';
import { spokenRow } from '../../../src/core/report/spokenRow';
import { findingWords, itemName, itemRowFacts, itemSummary } from '../../../src/core/report/itemWords';
import { commit, days, epic, file, reference, story, todo, world } from '../../support/planBuilder';

const TODAY = days('2026-08-10').first;

function summaryOf(item: WorkItem, ...evidence: readonly (FileMarks | Commit)[]): string {
  const trace = world(item, ...evidence);
  return itemSummary(trace.plan.findWork(item.id) ?? item, trace, TODAY);
}

function rowOf(item: WorkItem, own: number, ...evidence: readonly (FileMarks | Commit)[]): string {
  const trace = world(item, ...evidence);
  return itemRowFacts(trace.plan.findWork(item.id) ?? item, trace, TODAY, { own, below: 0 }).join(' · ');
}

describe('What is said of an item', () => {
  it('names status, open marks, commits and the due date', () => {
    const item = story('PAY-12', { status: 'in-progress=active', due: '2026-08-28' });
    const evidence = [file('a.ts', todo('PAY-12'), todo('PAY-12'), reference('PAY-12')), commit('PAY-12: x')];
    assert.equal(summaryOf(item, ...evidence), 'in progress · 2 open marks · 1 commit · due 28 Aug');
  });

  it('says nothing of what is not there', () => assert.equal(summaryOf(story('PAY-12')), 'planned'));

  it('counts no tag that asks for nothing', () => {
    assert.equal(summaryOf(story('PAY-12'), file('a.ts', todo('PAY-12', { tag: 'NOTE' }))), 'planned');
  });

  it('says since when it is overdue, and nothing of dates when it is finished', () => {
    assert.equal(summaryOf(story('PAY-12', { due: '2026-08-01' })), 'planned · overdue since 1 Aug');
    assert.equal(summaryOf(story('PAY-12', { due: '2026-08-01', status: 'done' })), 'done');
  });

  it('adds up what is under it', () => {
    const item = epic('PAY-1', {}, story('PAY-12', { status: 'done' }), story('PAY-13'));
    const evidence = [file('a.ts', todo('PAY-12')), commit('PAY-12: a'), commit('PAY-13: b')];
    assert.equal(summaryOf(item, ...evidence), 'in progress · 1/2 done · 1 open mark · 2 commits');
  });

  it('begins with what is late or wrong in a row whose icon shows the status', () => {
    const late = story('PAY-12', { status: 'active', due: '2026-08-01' });
    assert.equal(rowOf(late, 2, commit('PAY-12: x')), 'overdue since 1 Aug · 2 findings · 1 commit');
    assert.equal(rowOf(story('PAY-13', { status: 'In Review=active' }), 0), 'in review');
  });

  it('tells the findings of an item from those of what is under it', () => {
    assert.equal(findingWords({ own: 0, below: 0 }), undefined);
    assert.equal(findingWords({ own: 1, below: 0 }), '1 finding');
    assert.equal(findingWords({ own: 0, below: 3 }), '3 findings below');
    assert.equal(findingWords({ own: 2, below: 3 }), '2 findings, 3 below');
  });

  it('leaves out an ID that nobody wrote', () => {
    assert.equal(itemName(story('PAY-12', { title: 'Refunds' })), 'PAY-12 Refunds');
    assert.equal(itemName(story('refunds', { title: 'Refunds', derivedId: true })), 'Refunds');
  });
});

describe('What a screen reader says of a row', () => {
  for (const [statement, facts, sentence] of [
    [
      'story PAY-12 Refund API is in review',
      ['3 findings', '1/12 done'],
      'Story PAY-12 Refund API is in review: 3 findings, 1 of 12 done.',
    ],
    ['task PAY-12.1 Cancel is done', [], 'Task PAY-12.1 Cancel is done.'],
  ] as const) {
    it(`is "${sentence}"`, () => {
      assert.equal(spokenRow(statement, facts), sentence);
    });
  }
});
