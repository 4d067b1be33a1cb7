import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { editRoadmaps } from '../../../src/core/edit/editRoadmaps';
import type { RoadmapEdit } from '../../../src/core/edit/roadmapEdit';
import { applyChanges } from '../../../src/core/edit/textChange';
import type { WorkItem } from '../../../src/core/model/roadmap';
import { readRoadmap } from '../../../src/core/roadmap/readRoadmap';
import { markdownRoadmap } from './markdownRoadmap';

const path = 'ROADMAP.md';
const FIXTURES = [
  'full.md',
  'tables.md',
  'horizons.md',
  'nested-headings.md',
  'lines-with-colons.md',
  'issue-numbers.md',
  'verdicts.md',
].map((file) => readFileSync(join(__dirname, '..', 'roadmap', 'cases', file), 'utf8'));

/** Generated roadmaps and the fixtures, each also with other line ends. */
const texts = fc
  .tuple(fc.oneof(markdownRoadmap, fc.constantFrom(...FIXTURES)), fc.boolean(), fc.boolean())
  .map(([text, crlf, cut]) => {
    const whole = cut ? text.trimEnd() : text;
    return crlf ? whole.replace(/\r?\n/g, '\r\n') : whole;
  });

const FIELDS = {
  owner: ['bo', 'Ana Lima'],
  due: ['2026-08-28', '2026-Q3'],
  release: ['v9.9'],
  estimate: ['8', '3d'],
  title: ['Other words', 'Words with *signs* | bars', 'Ünïcode ✓'],
  status: ['done', 'active', 'planned', 'blocked', 'dropped', 'in review'],
  link: ['https://t.example/a_b_c'],
  story: ['As a shopper, I want (all) my money.'],
} as const;

const changes = fc.constantFrom(
  ...Object.entries(FIELDS).flatMap(([field, values]) => [
    ...values.map((value) => ({ field, value })),
    ...(field === 'title' ? [] : [{ field, value: undefined }]),
  ]),
);

/** What is said of an item, without its places and without what it holds. */
function saysOf(item: WorkItem, ...without: readonly (keyof WorkItem)[]): string {
  const hidden = new Set<string>(['span', 'headline', 'fields', 'children', 'path', ...without]);
  return JSON.stringify(item, (key, value: unknown) => (hidden.has(key) || isSpan(value) ? undefined : value));
}

function isSpan(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).join() === 'start,end';
}

function workOf(text: string): WorkItem[] {
  const flat = (items: readonly WorkItem[]): WorkItem[] => items.flatMap((item) => [item, ...flat(item.children)]);
  return flat(readRoadmap(path, text)?.work ?? []);
}

function linesOf(text: string): string[] {
  return text.split(/(?<=\n)/);
}

/** The text after the edit; undefined: it was refused. */
function edited(text: string, edit: RoadmapEdit): string | undefined {
  const result = editRoadmaps([{ path, text }], edit);
  if ('refusal' in result) {
    assert.match(result.refusal, /^[^\n]+\.$/, 'one sentence');
    return undefined;
  }
  return applyChanges(
    text,
    result.files.flatMap((file) => file.changes),
  );
}

/** All lines outside of these are the same, in the same order. */
function assertOthersStay(before: string, after: string, from: number, to: number): void {
  const lines = linesOf(before);
  const first = before.slice(0, from).split('\n').length - 1;
  const last = before.slice(0, to).split('\n').length - 1;
  const tail = lines.slice(last + 1);
  const next = linesOf(after);
  assert.deepEqual(next.slice(0, first), lines.slice(0, first));
  assert.deepEqual(next.slice(next.length - tail.length), tail);
}

let done = 0;
let refused = 0;

describe('Edits of any Markdown roadmap', () => {
  it('change one field of one item and no line that is not the item’s own', () => {
    fc.assert(
      fc.property(texts, fc.nat(), changes, (text, at, { field, value }) => {
        const before = workOf(text);
        const item = before[at % Math.max(before.length, 1)];
        const after = item && edited(text, { kind: 'setField', item: { path, id: item.id }, field, value });
        if (!item || after === undefined) {
          refused++;
          return;
        }
        done++;
        const first = before.find((each) => each.id === item.id) ?? item;
        assertOthersStay(text, after, first.span.start, first.span.end);
        const read = workOf(after);
        assert.equal(read.length, before.length);
        before.forEach((each, index) => {
          const now = read[index];
          const isOther = each !== first && now !== undefined;
          // What states no status is done with the heading above it.
          const follows = field === 'status' && first.span.start < each.span.start && each.span.start < first.span.end;
          const open: readonly (keyof WorkItem)[] = follows ? ['id', 'status'] : ['id'];
          // Derived IDs follow the titles.
          assert.ok(!isOther || saysOf(now, ...open) === saysOf(each, ...open), `${each.id} stays as it is`);
        });
      }),
      { numRuns: 120 },
    );
    assert.ok(done > 3 * refused, `${refused} of ${done + refused} were refused`);
  }).timeout(60_000);

  it('add an item and leave every line as it is', () => {
    const kinds = fc.constantFrom('beside', 'first', 'inside');
    fc.assert(
      fc.property(texts, fc.nat(), kinds, fc.boolean(), fc.boolean(), (text, at, kind, hasId, isDone) => {
        const before = workOf(text);
        const item = before[at % Math.max(before.length, 1)];
        if (!item) {
          return;
        }
        const parent = before.find((each) => each.children.includes(item));
        const itemKind = kind !== 'inside' ? item.kind : item.kind === 'epic' ? 'story' : 'task';
        const to =
          kind === 'inside'
            ? { under: item.id, after: undefined }
            : { under: parent?.id, after: kind === 'first' ? undefined : item.id };
        const id = hasId ? 'NEW-901' : undefined;
        const fields = isDone ? { status: 'done', owner: 'ana' } : {};
        const edit: RoadmapEdit = { kind: 'addItem', path, itemKind, to, id, title: 'Brand new', fields };
        const after = edited(text, edit);
        if (after === undefined) {
          return;
        }
        const rest = linesOf(`${after}\n`);
        for (const line of linesOf(`${text}\n`)) {
          const found = rest.findIndex((each) => each.trimEnd() === line.trimEnd());
          assert.ok(found >= 0, `«${line}» is still there`);
          rest.splice(0, found + 1);
        }
        const added = workOf(after).find((each) => each.title === 'Brand new');
        assert.equal(added?.kind, itemKind);
        assert.ok(!isDone || (added.status?.category === 'done' && added.owner?.name === 'ana'));
      }),
      { numRuns: 120 },
    );
  }).timeout(60_000);

  it('move an item and keep what it and the others say', () => {
    let moved = 0;
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (text, at, beside) => {
        const before = workOf(text);
        const item = before[at % Math.max(before.length, 1)];
        const siblings = before.filter((each) => each.kind === item?.kind && each !== item);
        const after = siblings[beside % Math.max(siblings.length, 1)];
        const under = after && before.find((each) => each.children.includes(after))?.id;
        const result =
          item &&
          after &&
          edited(text, { kind: 'moveItem', item: { path, id: item.id }, to: { under, after: after.id } });
        if (result === undefined || !item) {
          return;
        }
        moved++;
        const words = (from: string) => linesOf(from).map((line) => line.trim().replace(/^(?:[-+*]|\d+[.)])\s+/, ''));
        const spoken = (from: string) =>
          words(from)
            .filter((line) => line !== '')
            .sort();
        assert.deepEqual(spoken(result), spoken(text));
        const said = (of: readonly WorkItem[]) => of.map((each) => saysOf(each, 'id', 'status', 'release')).sort();
        assert.deepEqual(said(workOf(result)), said(before));
      }),
      { numRuns: 120 },
    );
    assert.ok(moved > 30, `only ${moved} were moved`);
  }).timeout(60_000);

  it('write an ID that is then the item’s own, and nothing else', () => {
    fc.assert(
      fc.property(texts, fc.nat(), (text, at) => {
        const before = workOf(text).filter((each) => each.derivedId);
        const item = before[at % Math.max(before.length, 1)];
        const after = item && edited(text, { kind: 'giveId', item: { path, id: item.id }, newId: 'NEW-901' });
        if (!item || after === undefined) {
          return;
        }
        assertOthersStay(text, after, item.span.start, item.span.start);
        const read = workOf(after).find((each) => each.id === 'NEW-901');
        assert.ok(read && saysOf(read, 'id', 'derivedId') === saysOf(item, 'id', 'derivedId'));
      }),
      { numRuns: 80 },
    );
  }).timeout(60_000);
});
