import assert from 'node:assert/strict';
import { createFindings } from '../../../src/core/findings/evaluation';
import type { FileConcern } from '../../../src/core/findings/fileConcern';
import type { ItemConcern } from '../../../src/core/findings/itemConcern';
import type { FileRule, ItemRule, Rule } from '../../../src/core/findings/rule';
import type { Trace } from '../../../src/core/trace/trace';
import { translatable } from '../../../src/core/words/translatable';
import { commit, days, epic, file, reference, release, story, task, todo, world } from '../../support/planBuilder';

const TEXTS = {
  code: 'WM999',
  name: 'spy',
  title: translatable('Spy'),
  severity: 'hint',
  documentation: { what: '', why: translatable(''), example: '', answer: '' },
} as const;

function evaluate(trace: Trace, rule: Rule): void {
  createFindings(trace, [rule]).update(trace.takeChange(), { today: days('2026-09-01').first, historyKnown: true });
}

/** IDs of the items that a rule with this concern is asked about. */
function itemsAsked(concerns: ItemConcern | undefined, trace: Trace): string[] {
  const asked: string[] = [];
  const check: ItemRule['check'] = ({ id }) => {
    asked.push(id);
    return [];
  };
  evaluate(trace, { ...TEXTS, scope: 'item', check, ...(concerns && { concerns }) });
  return asked;
}

/** Paths of the files that a rule with this concern is asked about. */
function filesAsked(concerns: FileConcern | undefined, trace: Trace): string[] {
  const asked: string[] = [];
  const check: FileRule['check'] = ({ path }) => {
    asked.push(path);
    return [];
  };
  evaluate(trace, { ...TEXTS, scope: 'file', check, ...(concerns && { concerns }) });
  return asked;
}

describe('An item rule is asked', () => {
  const trace = () =>
    world(
      release('v1', { status: 'done' }),
      epic(
        'PAY-1',
        { goal: 'G', owner: 'ana', code: ['src/**'] },
        story('PAY-2', { status: 'done', due: '2026-01-01', acceptance: ['a'], ignore: [{ rule: 'WM301' }] }),
        story('PAY-3', { status: 'blocked', estimate: '3', depends: ['PAY-2'], decisions: ['docs/a.md'] }),
      ),
      task('PAY-4', { derivedId: true, status: 'active' }),
      story('PAY-5', { release: 'v1' }),
      story('PAY-6', { status: 'dropped', aliases: ['OLD-6'] }),
      file('src/a.ts', todo('PAY-3')),
      file('src/b.ts', reference('PAY-2')),
      commit('OLD-6: x'),
    );
  const cases: readonly { concerns: ItemConcern | undefined; ids: string }[] = [
    { concerns: undefined, ids: 'PAY-1 PAY-2 PAY-3 PAY-4 PAY-5 PAY-6' },
    { concerns: {}, ids: 'PAY-1 PAY-2 PAY-3 PAY-4 PAY-5 PAY-6' },
    { concerns: { kinds: ['epic', 'task'] }, ids: 'PAY-1 PAY-4' },
    { concerns: { kinds: ['story'] }, ids: 'PAY-2 PAY-3 PAY-5 PAY-6' },
    { concerns: { categories: ['done'] }, ids: 'PAY-2 PAY-5' },
    { concerns: { categories: ['active', 'blocked'] }, ids: 'PAY-1 PAY-3 PAY-4' },
    { concerns: { categories: ['dropped'] }, ids: 'PAY-6' },
    { concerns: { having: ['ownId'] }, ids: 'PAY-1 PAY-2 PAY-3 PAY-5 PAY-6' },
    { concerns: { having: ['status'] }, ids: 'PAY-2 PAY-3 PAY-4 PAY-6' },
    { concerns: { having: ['goal'] }, ids: 'PAY-1' },
    { concerns: { having: ['owner'] }, ids: 'PAY-1' },
    { concerns: { having: ['due'] }, ids: 'PAY-2' },
    { concerns: { having: ['estimate'] }, ids: 'PAY-3' },
    { concerns: { having: ['acceptance'] }, ids: 'PAY-2' },
    { concerns: { having: ['depends'] }, ids: 'PAY-3' },
    { concerns: { having: ['code'] }, ids: 'PAY-1' },
    { concerns: { having: ['paths'] }, ids: 'PAY-1 PAY-3' },
    { concerns: { having: ['ignore'] }, ids: 'PAY-2' },
    { concerns: { having: ['parent'] }, ids: 'PAY-2 PAY-3' },
    { concerns: { having: ['children'] }, ids: 'PAY-1' },
    { concerns: { having: ['annotations'] }, ids: 'PAY-3' },
    { concerns: { having: ['commits'] }, ids: 'PAY-6' },
    { concerns: { having: ['status', 'parent'] }, ids: 'PAY-2 PAY-3' },
    { concerns: { lacking: ['status', 'children'] }, ids: 'PAY-5' },
    { concerns: { kinds: ['story'], categories: ['done'], having: ['ownId'], lacking: ['due'] }, ids: 'PAY-5' },
  ];
  for (const { concerns, ids } of cases) {
    it(`about ${ids} where it concerns ${JSON.stringify(concerns) ?? 'everything'}`, () => {
      assert.equal(itemsAsked(concerns, trace()).join(' '), ids);
    });
  }
});

describe('A file rule is asked', () => {
  const trace = () =>
    world(
      story('PAY-1'),
      release('v1'),
      file('a.ts', todo('PAY-1', { until: '2026-01-01' })),
      file('b.ts', todo('PAY-1', { tag: 'FIXME' })),
      file('c.ts', todo('PAY-1', { tag: 'FIXME', certainty: 'probable' })),
      file('d.ts', todo('PAY-2')),
      file('e.ts', reference('PAY-1')),
      file('f.ts', reference('PAY-1', { written: 'pay-1' })),
      file('g.ts', reference('v1')),
    );
  const cases: readonly { concerns: FileConcern | undefined; paths: string }[] = [
    { concerns: undefined, paths: 'a.ts b.ts c.ts d.ts e.ts f.ts g.ts' },
    { concerns: { having: ['annotations'] }, paths: 'a.ts b.ts c.ts d.ts' },
    { concerns: { having: ['deadlines'] }, paths: 'a.ts' },
    { concerns: { having: ['warnings'] }, paths: 'b.ts' },
    { concerns: { having: ['doubts'] }, paths: 'd.ts f.ts g.ts' },
    { concerns: { having: ['annotations', 'doubts'] }, paths: 'd.ts' },
  ];
  for (const { concerns, paths } of cases) {
    it(`about ${paths} where it concerns ${JSON.stringify(concerns) ?? 'everything'}`, () => {
      assert.equal(filesAsked(concerns, trace()).join(' '), paths);
    });
  }
});
