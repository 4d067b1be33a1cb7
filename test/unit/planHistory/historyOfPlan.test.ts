import assert from 'node:assert/strict';
import { formatDay } from '../../../src/core/model/calendar';
import { historyOfPlan, type PlanVersion } from '../../../src/core/planHistory/historyOfPlan';
import type { ItemState, PlanEvent, PlanHistory } from '../../../src/core/planHistory/planHistory';
import type { StatedPlan } from '../../../src/core/planHistory/statedItem';
import { on, past, pastSha, planVersions } from '../../support/historyBuilder';
import { days } from '../../support/planBuilder';

/** `2026-06-01 PAY-12 due 2026-08-03 > 2026-08-20`, a line for each event after those of the first version. */
function linesOf(history: PlanHistory): string[] {
  return history.events.filter(({ moment }) => moment.sha !== pastSha(0)).map(lineOf);
}

function lineOf({ id, kind, moment, before, after }: PlanEvent): string {
  const values = [before, after].map((state) => (state ? valueOf(kind, state) : ''));
  return `${formatDay(moment.day)} ${id} ${kind} ${values.join(' > ')}`.trim();
}

function valueOf(kind: PlanEvent['kind'], state: ItemState): string {
  const { category, estimate, release, owner, parent, title } = state;
  const range = kind === 'start' || kind === 'due' || kind === 'freeze' ? state[kind] : undefined;
  const values = {
    added: title,
    removed: title,
    title,
    release,
    owner,
    parent,
    start: undefined,
    due: undefined,
    freeze: undefined,
    status: category,
    estimate: estimate && `${estimate.value} ${estimate.unit}`,
  };
  return (range ? formatDay(range.last) : values[kind]) ?? 'none';
}

interface PastCase {
  readonly title: string;
  readonly of: PlanHistory;
  readonly events: readonly string[];
}

const cases: readonly PastCase[] = [
  {
    title: 'tells of each field that a version changes, and nothing of what stays',
    of: past(
      on('2026-06-01', { 'PAY-12': { due: '2026-08-03', estimate: '3' }, 'PAY-13': {} }),
      on('2026-06-08', {
        'PAY-12': { due: '2026-08', estimate: '5', status: 'active', owner: 'ana', release: 'v2', title: 'Refunds' },
      }),
      on('2026-06-15', { 'PAY-12': { start: '2026-07-01', due: null, estimate: '2d' } }),
    ),
    events: [
      '2026-06-08 PAY-12 status none > active',
      '2026-06-08 PAY-12 due 2026-08-03 > 2026-08-31',
      '2026-06-08 PAY-12 estimate 3 points > 5 points',
      '2026-06-08 PAY-12 release none > v2',
      '2026-06-08 PAY-12 owner none > ana',
      '2026-06-08 PAY-12 title Title of PAY-12 > Refunds',
      '2026-06-15 PAY-12 start none > 2026-07-01',
      '2026-06-15 PAY-12 due 2026-08-31 > none',
      '2026-06-15 PAY-12 estimate 5 points > 2 days',
    ],
  },
  {
    title: 'tells what came and what went',
    of: past(on('2026-06-01', { 'PAY-12': {} }), on('2026-06-08', { 'PAY-12': null, 'PAY-13': {} })),
    events: ['2026-06-08 PAY-12 removed Title of PAY-12 >', '2026-06-08 PAY-13 added  > Title of PAY-13'],
  },
  {
    title: 'gives stories the release, owner and end of the epic around them',
    of: past(
      on('2026-06-01', {
        'PAY-1': { kind: 'epic' },
        'PAY-12': { parent: 'PAY-1' },
        'PAY-13': { parent: 'PAY-1', status: 'active' },
      }),
      on('2026-06-08', { 'PAY-1': { release: 'v2', owner: 'ana' } }),
      on('2026-06-15', { 'PAY-1': { status: 'done' } }),
    ),
    events: [
      '2026-06-08 PAY-1 release none > v2',
      '2026-06-08 PAY-1 owner none > ana',
      '2026-06-08 PAY-12 release none > v2',
      '2026-06-08 PAY-12 owner none > ana',
      '2026-06-08 PAY-13 release none > v2',
      '2026-06-08 PAY-13 owner none > ana',
      '2026-06-15 PAY-1 status none > done',
      '2026-06-15 PAY-12 status none > done',
    ],
  },
  {
    title: 'knows an epic by its title too, and an item that comes before its epic',
    of: past(
      on('2026-06-01', { 'PAY-12': { parent: 'Refunds' } }),
      on('2026-06-08', { 'PAY-1': { kind: 'epic', title: 'Refunds', release: 'v2' } }),
    ),
    events: [
      '2026-06-08 PAY-1 added  > Refunds',
      '2026-06-08 PAY-12 release none > v2',
      '2026-06-08 PAY-12 parent none > PAY-1',
    ],
  },
  {
    title: 'ends where two epics stand under each other',
    of: past(
      on('2026-06-01', { 'PAY-1': { kind: 'epic', parent: 'PAY-2' }, 'PAY-2': { kind: 'epic', parent: 'PAY-1' } }),
      on('2026-06-08', { 'PAY-1': { owner: 'ana' } }),
    ),
    events: ['2026-06-08 PAY-1 owner none > ana', '2026-06-08 PAY-2 owner none > ana'],
  },
  {
    title: 'follows items that get another prefix, but not one that gets another number or title with it',
    of: past(
      on('2026-06-01', {
        'TASK-1': { title: 'Refunds', status: 'done' },
        'TASK-2': { title: 'Payouts' },
        'TASK-3': { title: 'Receipts' },
      }),
      on('2026-06-08', {
        'TASK-1': null,
        'TASK-2': null,
        'TASK-3': null,
        'PAY-1': { title: 'Refunds', status: 'done' },
        'PAY-4': { title: 'Payouts' },
        'PAY-3': { title: 'Invoices' },
      }),
    ),
    events: [
      '2026-06-08 TASK-2 removed Payouts >',
      '2026-06-08 TASK-3 removed Receipts >',
      '2026-06-08 PAY-4 added  > Payouts',
      '2026-06-08 PAY-3 added  > Invoices',
    ],
  },
  {
    title: 'joins an item whose ID was renamed, by the alias that a version states',
    of: past(
      on('2026-06-01', { 'PAY-3': { due: '2026-08-03' } }),
      on('2026-06-08', { 'PAY-3': null, 'PAY-12': { title: 'Title of PAY-3', due: '2026-08-10', aliases: ['PAY-3'] } }),
      on('2026-06-15', { 'PAY-12': { aliases: [], due: '2026-08-17' } }),
    ),
    events: ['2026-06-08 PAY-12 due 2026-08-03 > 2026-08-10', '2026-06-15 PAY-12 due 2026-08-10 > 2026-08-17'],
  },
  {
    title: 'takes two items for two, though one has an alias that is the ID of the other',
    of: past(
      on('2026-06-01', { 'PAY-3': { owner: 'ana' }, 'PAY-12': { aliases: ['PAY-3'] } }),
      on('2026-06-08', { 'PAY-3': { owner: 'ben' } }),
    ),
    events: ['2026-06-08 PAY-3 owner ana > ben'],
  },
  {
    title: 'knows an item without ID again by its title, under another parent or with an ID of its own',
    of: past(
      on('2026-06-01', { 'refund-api': { title: 'Refund API', derivedId: true, status: 'active' } }),
      on('2026-06-08', {
        'refund-api': null,
        'money-refund-api': { title: 'Refund API', derivedId: true, status: 'done' },
      }),
      on('2026-06-15', { 'money-refund-api': null, 'PAY-12': { title: 'Refund API', status: 'done', owner: 'ana' } }),
    ),
    events: ['2026-06-08 PAY-12 status active > done', '2026-06-15 PAY-12 owner none > ana'],
  },
  {
    title: 'knows an item without ID again that was reworded, and not one of another meaning',
    of: past(
      on('2026-06-01', {
        'show-refunds': { title: 'Show refunds', derivedId: true },
        'print-a-receipt': { title: 'Print a receipt', derivedId: true },
      }),
      on('2026-06-08', {
        'show-refunds': null,
        'show-all-refunds': { title: 'Show all refunds', derivedId: true },
        'print-a-receipt': null,
        'sell-gift-cards': { title: 'Sell gift cards', derivedId: true },
      }),
    ),
    events: [
      '2026-06-08 show-all-refunds title Show refunds > Show all refunds',
      '2026-06-08 print-a-receipt removed Print a receipt >',
      '2026-06-08 sell-gift-cards added  > Sell gift cards',
    ],
  },
  {
    title: 'takes a former ID that is in use again for another item',
    of: past(
      on('2026-06-01', { 'show-refunds': { title: 'Show refunds', derivedId: true } }),
      on('2026-06-08', { 'show-refunds': null, 'show-refund': { title: 'Show refund', derivedId: true } }),
      on('2026-06-15', { 'show-refunds': { title: 'Show refunds', derivedId: true, owner: 'ana' } }),
    ),
    events: [
      '2026-06-08 show-refund title Show refunds > Show refund',
      '2026-06-15 show-refunds added  > Show refunds',
    ],
  },
];

describe('The later ID of an item', () => {
  const history = past(
    on('2026-06-01', { 'TASK-1': { title: 'Refunds' }, 'show-payouts': { title: 'Show payouts', derivedId: true } }),
    on('2026-06-08', { 'TASK-1': null, 'WORK-1': { title: 'Refunds' } }),
    on('2026-06-15', { 'show-payouts': null, 'PAY-2': { title: 'Show payouts' } }),
    on('2026-06-22', { 'WORK-1': null, 'PAY-1': { title: 'Refunds' } }),
  );
  const later: readonly (readonly [id: string, expected: string | undefined])[] = [
    ['TASK-1', 'PAY-1 2026-06-08'],
    ['WORK-1', 'PAY-1 2026-06-22'],
    ['show-payouts', 'PAY-2 2026-06-15'],
    ['PAY-1', undefined],
    ['TASK-2', undefined],
  ];
  for (const [id, expected] of later) {
    it(`is ${expected ?? 'none'} for ${id}`, () => {
      const found = history.laterIdOf(id);
      assert.equal(found && `${found.id} ${formatDay(found.moment.day)}`, expected);
    });
  }
});

describe('the past of a plan', () => {
  for (const { title, of, events } of cases) {
    it(title, () => assert.deepEqual(linesOf(of), events));
  }

  it('says on what it rests', () => {
    const history = past(on('2026-06-01', { 'PAY-12': {} }), on('2026-06-08', { 'PAY-12': { owner: 'ana' } }));
    assert.deepEqual(history.range, {
      from: days('2026-06-01').first,
      to: days('2026-06-08').first,
      versions: 2,
      isComplete: true,
    });
    assert.deepEqual(history.eventsOf('PAY-12').map(lineOf), [
      '2026-06-01 PAY-12 added  > Title of PAY-12',
      '2026-06-08 PAY-12 owner none > ana',
    ]);
    assert.deepEqual(history.eventsOf('PAY-99'), []);
  });

  it('joins former IDs through the aliases of the plan of today', () => {
    const versions = planVersions([on('2026-06-01', { 'PAY-3': {} }), on('2026-06-08', { 'PAY-3': { owner: 'ana' } })]);
    const idNow = (id: string) => (id === 'PAY-3' || id === 'PAY-12' ? 'PAY-12' : undefined);
    const history = historyOfPlan(versions, { range: { versions: 2, isComplete: true }, idNow });
    assert.deepEqual(linesOf(history), ['2026-06-08 PAY-12 owner none > ana']);
    assert.equal(history.eventsOf('PAY-12').length, 2);
  });
});

/** Versions of several files: each the files that it changes, with its items, `!` for a text with mistakes of syntax. */
function ofFiles(...versions: readonly Readonly<Record<string, readonly string[] | undefined>>[]): PlanHistory {
  const names = new Set(versions.flatMap((files) => Object.values(files).flatMap((items) => items ?? [])));
  const [all] = planVersions([
    on('2026-06-01', Object.fromEntries([...names].map((name) => [name.split(' ')[0], {}]))),
  ]);
  const known = new Map(all?.files.get('roadmap.yaml')?.items.map((item) => [item.id, item]));
  const stated = (items: readonly string[] | undefined): StatedPlan | undefined =>
    items && {
      isBroken: items.includes('!'),
      items: items.flatMap((text) => {
        const [id = '', owner] = text.split(' ');
        const item = known.get(id);
        return item && id !== '!' ? [{ ...item, owner }] : [];
      }),
    };
  const moments = versions.map(
    (files, place): PlanVersion => ({
      moment: { sha: pastSha(place), day: days('2026-06-01').first + place, author: 'Maren Hofer' },
      files: new Map(Object.entries(files).map(([path, items]) => [path, stated(items)])),
    }),
  );
  return historyOfPlan(moments, { range: { versions: versions.length, isComplete: true } });
}

const fileCases: readonly PastCase[] = [
  {
    title: 'sees nothing in an item that moves to another file, or in a file that gets another name',
    of: ofFiles({ a: ['PAY-12', 'PAY-13'] }, { a: ['PAY-12'], b: ['PAY-13'] }, { a: undefined, c: ['PAY-12 ana'] }),
    events: ['2026-06-03 PAY-12 owner none > ana'],
  },
  {
    title: 'passes over a broken version that lacks items, and tells what is different once it is mended',
    of: ofFiles({ a: ['PAY-12', 'PAY-13'] }, { a: ['PAY-12 ana', '!'] }, { a: ['PAY-12 ana', 'PAY-13'] }),
    events: ['2026-06-03 PAY-12 owner none > ana'],
  },
  {
    title: 'takes a broken version for what it is that lacks nothing',
    of: ofFiles({ a: ['PAY-12', 'PAY-13'] }, { a: ['PAY-12 ana', 'PAY-13', '!'] }, { a: ['PAY-12 ana', 'PAY-13'] }),
    events: ['2026-06-02 PAY-12 owner none > ana'],
  },
  {
    title: 'goes on with a file that is never mended, without taking what is missing for removed',
    of: ofFiles({ a: ['PAY-12', 'PAY-13'] }, { a: ['PAY-12 ana', '!'] }, { a: ['PAY-12 ben', '!'] }),
    events: ['2026-06-02 PAY-12 owner none > ana', '2026-06-03 PAY-12 owner ana > ben'],
  },
  {
    title: 'lets the file answer for an ID that had it first, and the other one after it',
    of: ofFiles({ a: ['PAY-12 ana'] }, { b: ['PAY-12 ben'] }, { a: undefined }, { b: undefined }),
    events: ['2026-06-03 PAY-12 owner ana > ben', '2026-06-04 PAY-12 removed Title of PAY-12 >'],
  },
];

describe('the past of a plan of several files', () => {
  for (const { title, of, events } of fileCases) {
    it(title, () => assert.deepEqual(linesOf(of), events));
  }
});
