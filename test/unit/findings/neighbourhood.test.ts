import assert from 'node:assert/strict';
import { createFindings } from '../../../src/core/findings/evaluation';
import { RULES } from '../../../src/core/findings/registry';
import type { ItemRule, Rule } from '../../../src/core/findings/rule';
import type { FileMarks } from '../../../src/core/model/marks';
import type { WorkItem } from '../../../src/core/model/roadmap';
import { RoadmapReading } from '../../../src/core/roadmap/reading/roadmapReading';
import { Trace } from '../../../src/core/trace/trace';
import { translatable } from '../../../src/core/words/translatable';
import { commit, days, epic, file, roadmap, story, todo } from '../../support/planBuilder';

const CIRCUMSTANCES = { today: days('2026-09-01').first, historyKnown: true };

/** A plan of items of which single ones are put in the place of others; all others stay the same objects. */
class Edited {
  private readonly trace = new Trace();
  private readonly asked: string[] = [];
  private readonly findings;
  private file = roadmap({ keys: ['PAY'] });

  constructor(
    private work: readonly WorkItem[],
    files: readonly FileMarks[] = [],
    rules: readonly Rule[] = [],
  ) {
    const spy: ItemRule = {
      code: 'WM999',
      name: 'spy',
      title: translatable('Spy'),
      severity: 'hint',
      scope: 'item',
      documentation: { what: '', why: translatable(''), example: '', answer: '' },
      check: ({ id }) => {
        this.asked.push(id);
        return [];
      },
    };
    this.findings = createFindings(this.trace, [...rules, spy]);
    this.trace.addCommits([commit('x')], 1);
    files.forEach((each) => this.trace.replaceFile(each.path, each));
    this.update();
  }

  /** IDs of the items that are looked at again, sorted. */
  put(at: number, ...items: readonly WorkItem[]): string[] {
    this.work = this.work.toSpliced(at, 1, ...items);
    return this.update();
  }

  update(): string[] {
    this.asked.length = 0;
    this.file = { ...this.file, work: this.work };
    this.trace.setRoadmaps([this.file]);
    this.findings.update(this.trace.takeChange(), CIRCUMSTANCES);
    return [...new Set(this.asked)].sort();
  }

  codes(): string[] {
    return this.findings.all().map(({ code, place }) => `${code} ${place.path}`);
  }
}

describe('After an edit of one item', () => {
  const family = [
    epic('PAY-1', {}, story('PAY-2', { depends: ['PAY-3'] })),
    story('PAY-3'),
    story('PAY-4', { depends: ['PAY-1'] }),
    story('PAY-5', { depends: ['PAY-4'] }),
    story('PAY-6', { epic: 'PAY-3' }),
    story('PAY-7'),
  ];

  it('looks at its family, at what these depend on, and at what depends on them', () => {
    const edited = new Edited(family);
    assert.deepEqual(edited.put(0, epic('PAY-1', { title: 'x' }, story('PAY-2', { depends: ['PAY-3'] }))), [
      'PAY-1',
      'PAY-2',
      'PAY-3',
      'PAY-4',
    ]);
    assert.deepEqual(
      edited.put(5, story('PAY-7', { status: 'active' })),
      ['PAY-1', 'PAY-2', 'PAY-3', 'PAY-4', 'PAY-5', 'PAY-6', 'PAY-7'],
      'the first status of the plan',
    );
    assert.deepEqual(edited.put(5, story('PAY-7', { status: 'done' })), ['PAY-7']);
    assert.deepEqual(edited.put(1, story('PAY-3', { title: 'x' })), ['PAY-2', 'PAY-3', 'PAY-6']);
    assert.deepEqual(edited.put(4, story('PAY-6')), ['PAY-2', 'PAY-3', 'PAY-6'], 'also at the parent that it has left');
  });

  it('looks at the story and its epic, and not at the stories beside it', () => {
    const [first, second, third] = [story('PAY-2', { status: 'planned' }), story('PAY-3'), story('PAY-4')];
    const edited = new Edited([epic('PAY-1', { status: 'active' }, first, second, third)]);
    const other = story('PAY-3', { title: 'x' });
    assert.deepEqual(edited.put(0, epic('PAY-1', { status: 'active' }, first, other, third)), ['PAY-1', 'PAY-3']);
    assert.deepEqual(
      edited.put(0, epic('PAY-1', { status: 'done' }, first, other, third)),
      ['PAY-1', 'PAY-2', 'PAY-3', 'PAY-4'],
      'they are part of what is done now',
    );
  });

  it('looks at the stories beside it where their epic stands elsewhere by it', () => {
    const [first, second] = [story('PAY-2', { status: 'planned' }), story('PAY-3', { status: 'planned' })];
    const edited = new Edited([epic('PAY-1', {}, first, second)]);
    assert.deepEqual(edited.put(0, epic('PAY-1', {}, story('PAY-2', { status: 'active' }), second)), [
      'PAY-1',
      'PAY-2',
      'PAY-3',
    ]);
  });

  it('looks at nothing when the plan is the same', () => {
    assert.deepEqual(new Edited(family).update(), []);
  });

  it('looks at what names an ID that appears, and at what has it from now on', () => {
    const edited = new Edited([
      story('PAY-1', { depends: ['PAY-9'] }),
      story('PAY-2', { aliases: ['PAY-9'] }),
      story('PAY-3'),
    ]);
    assert.deepEqual(edited.put(2, story('PAY-9'), story('PAY-3')), ['PAY-1', 'PAY-2', 'PAY-3', 'PAY-9']);
  });

  it('looks at whatever is named by one annotation with it', () => {
    const items = [story('PAY-1', { status: 'done' }), story('PAY-2', { status: 'done' })];
    const edited = new Edited(items, [file('src/a.ts', todo('PAY-1 PAY-2'))], RULES);
    assert.ok(edited.codes().includes('WM203 src/a.ts'));
    assert.deepEqual(edited.put(1, story('PAY-2', { status: 'active' })), ['PAY-1', 'PAY-2']);
    assert.ok(!edited.codes().includes('WM203 src/a.ts'));
  });

  it('looks at everything when it is the first to have an owner', () => {
    const edited = new Edited([story('PAY-1', { status: 'active' }), story('PAY-2', { status: 'active' })], [], RULES);
    assert.ok(!edited.codes().includes('WM401 roadmap.yaml'));
    edited.put(1, story('PAY-2', { status: 'active', owner: 'ana' }));
    assert.ok(edited.codes().includes('WM401 roadmap.yaml'));
  });

  it('looks at an item whose ID is made of its title and is another now, though it is the same object', () => {
    const derived = story('refunds', { derivedId: true });
    const edited = new Edited([derived, story('PAY-2')]);
    Object.assign(derived, { id: 'cards-refunds' });
    assert.deepEqual(edited.update(), ['cards-refunds']);
  });

  it('looks at what a comment accepted until that item was done', () => {
    const marks = file('src/a.ts', todo('PAY-1'));
    const span = { start: 0, end: 1 };
    const until = { text: 'PAY-2', span, days: undefined, id: 'PAY-2' };
    const rules = [{ name: 'WM203', span }];
    const accepted = { ...marks, suppressions: [{ rules, reason: 'r', until, covers: undefined, span }] };
    const edited = new Edited(
      [story('PAY-1', { status: 'done' }), story('PAY-2', { status: 'active' })],
      [accepted],
      RULES,
    );
    assert.ok(!edited.codes().includes('WM203 src/a.ts'));
    edited.put(1, story('PAY-2', { status: 'done' }));
    assert.ok(edited.codes().includes('WM203 src/a.ts'));
  });

  it('says where a finding stands that is the same, in an entry that was read again and has moved since', () => {
    const text = (title: string, first: string) =>
      `team: [ana]\nstories:\n  - id: PAY-1\n    title: ${first}\n  - id: PAY-2\n    owner: eve\n    title: ${title}\n`;
    const trace = new Trace();
    const findings = createFindings(trace, RULES);
    let reading = RoadmapReading.of('roadmap.yaml', text('a', 'a'), 0);
    for (const now of [text('a', 'a'), text('bb', 'a'), text('bb', 'aaaa')]) {
      reading = reading.after(now);
      trace.setRoadmaps([reading.roadmap].flatMap((each) => each ?? []));
      findings.update(trace.takeChange(), CIRCUMSTANCES);
      const [owner] = findings.all().filter(({ code }) => code === 'WM103');
      assert.equal(owner && now.slice(owner.place.span.start, owner.place.span.end), 'eve');
    }
  });
});
