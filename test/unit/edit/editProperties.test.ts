import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { editRoadmaps } from '../../../src/core/edit/editRoadmaps';
import { itemsOf } from '../../../src/core/edit/items';
import type { RoadmapEdit } from '../../../src/core/edit/roadmapEdit';
import { applyChanges } from '../../../src/core/edit/textChange';
import type { Item, Roadmap, WorkItem } from '../../../src/core/model/roadmap';
import { readRoadmap } from '../../../src/core/roadmap/readRoadmap';
import { history } from '../../../src/engine/sample/history';
import { treesUntil } from '../../../src/engine/sample/tree';
import { styledRoadmap } from './styledRoadmap';

/** The text after the edit; a sentence for an edit that is refused. */
function edited(
  path: string,
  text: string,
  edit: RoadmapEdit,
): { readonly text: string } | { readonly refusal: string } {
  const result = editRoadmaps([{ path, text }], edit);
  return 'refusal' in result
    ? result
    : {
        text: applyChanges(
          text,
          result.files.flatMap((file) => file.changes),
        ),
      };
}

function done(path: string, text: string, edit: RoadmapEdit): string {
  const result = edited(path, text, edit);
  assert.ok('text' in result, `${'refusal' in result ? result.refusal : ''}\n${JSON.stringify(edit)}\n${text}`);
  return result.text;
}

function read(path: string, text: string): Roadmap {
  const roadmap = readRoadmap(path, text);
  assert.ok(roadmap);
  return roadmap;
}

function workOf(roadmap: Roadmap): readonly WorkItem[] {
  return itemsOf(roadmap).filter((item): item is WorkItem => 'children' in item);
}

/** All that an outline of the plan shows, item by item. */
function shown(items: readonly Item[]): readonly string[] {
  return items.map((item) => {
    const names = 'children' in item ? [item.status?.name, item.owner?.name, item.due?.text, item.description] : [];
    const lists = 'children' in item ? [item.labels, item.depends].map((list) => list.map((each) => each.name)) : [];
    return JSON.stringify([item.kind, item.id, item.title, names, lists]);
  });
}

/** Words with everything in them that YAML, JSON or this reader could take for something else. */
const words = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
    fc
      .array(
        fc.constantFrom(
          ...'a|B-12|: |#| #|- |\'|"|\\|[|]|{|}|,|&x|*y|!|%|@|`|~|null|true|1.10|🚀|é|? |--- |=|<<'.split('|'),
        ),
        { minLength: 1, maxLength: 6 },
      )
      .map((parts) => parts.join('')),
  )
  .map((text) => text.trim().replace(/\s+/gu, ' '))
  .filter((text) => text !== '' && !text.startsWith('@') && !/[\p{C}\p{Z}]/u.test(text.replaceAll(' ', '')));

const RUNS = { numRuns: 120 };

describe('Edits of any roadmap', function () {
  this.timeout(60_000);

  it('write any words at all, and leave every line that is not the item’s as it is', () => {
    fc.assert(
      fc.property(
        styledRoadmap(),
        fc.nat(),
        words,
        fc.constantFrom('title', 'story'),
        ({ path, text }, at, value, field) => {
          const items = workOf(read(path, text));
          const item = items[at % items.length];
          assert.ok(item);
          const next = done(path, text, { kind: 'setField', item: { path, id: item.id }, field, value });
          const after = workOf(read(path, next))[at % items.length];
          assert.equal(field === 'title' ? after?.title : after?.description, value);
          const others = (list: readonly WorkItem[]) => shown(list.filter((_, index) => index !== at % items.length));
          assert.deepEqual(others(workOf(read(path, next))), others(items));
          const lineStart = text.lastIndexOf('\n', item.span.start - 1) + 1;
          assert.equal(next.slice(0, lineStart), text.slice(0, lineStart));
          const rest = text.slice(item.span.end);
          assert.ok(next.endsWith(rest.slice(rest.indexOf('\n') + 1)));
        },
      ),
      RUNS,
    );
  });

  it('give the same text again when a field is set back, or added and taken away', () => {
    const fields = fc.constantFrom(
      ['owner', 'ana', 'kim'],
      ['status', 'done', 'active'],
      ['due', '2026-08-28', '2026-Q4'],
      ['labels', ['api', 'slow'], ['x']],
      ['depends', ['T-1', 'T-2'], ['T-3']],
    ) as fc.Arbitrary<readonly [string, string | string[], string | string[]]>;
    fc.assert(
      fc.property(styledRoadmap(), fc.nat(), fields, ({ path, text }, at, [field, first, second]) => {
        const items = workOf(read(path, text)).filter((item) => item.fields.get('id')?.key && !item.fields.has(field));
        const item = items[at % Math.max(1, items.length)];
        if (item) {
          const set = (now: string, value: string | string[] | undefined) =>
            done(path, now, { kind: 'setField', item: { path, id: item.id }, field, value });
          const one = set(text, first);
          assert.equal(set(set(one, second), first), one);
          assert.equal(set(one, undefined), text);
        }
      }),
      RUNS,
    );
  });

  it('move items with all that they hold, losing and changing no line, and back again', () => {
    fc.assert(
      fc.property(styledRoadmap(), fc.nat(), fc.nat(), ({ path, text }, at, to) => {
        const epics = read(path, text).work.filter((item) => item.kind === 'epic');
        const from = epics[at % epics.length];
        const under = epics[to % epics.length];
        const item = from?.children[to % Math.max(1, from.children.length)];
        if (!from || !under || !item) {
          return;
        }
        const before = from.children[from.children.indexOf(item) - 1];
        const others = under.children.filter((each) => each !== item);
        const after = others[(at + to) % (others.length + 1)];
        const move = (now: string, parent: string, behind: string | undefined) =>
          done(path, now, { kind: 'moveItem', item: { path, id: item.id }, to: { under: parent, after: behind } });
        const next = move(text, under.id, after?.id);
        const place = read(path, next).work.find((each) => each.id === under.id)?.children ?? [];
        assert.equal(place[place.findIndex((each) => each.id === item.id) - 1]?.id, after?.id);
        assert.equal(shown(workOf(read(path, next))).length, shown(workOf(read(path, text))).length);
        assert.deepEqual(letters(next), letters(text));
        assert.equal(move(next, from.id, before?.id), text);
      }),
      RUNS,
    );
  });

  it('add items that can be read, and rename them with all that names them', () => {
    fc.assert(
      fc.property(styledRoadmap(), fc.nat(), words, ({ path, text }, at, title) => {
        const epics = read(path, text).work.filter((item) => item.kind === 'epic');
        const epic = epics[at % epics.length];
        assert.ok(epic);
        const after = epic.children[at % Math.max(1, epic.children.length)];
        const next = done(path, text, {
          kind: 'addItem',
          path,
          itemKind: 'story',
          to: { under: epic.id, after: after?.id },
          id: 'NEW-1',
          title,
          fields: { depends: epic.children.slice(0, 1).map((child) => child.id) },
        });
        const added = workOf(read(path, next)).find((item) => item.id === 'NEW-1');
        assert.equal(added?.title, title);
        const [first] = epic.children;
        if (first) {
          const renamed = read(
            path,
            done(path, next, { kind: 'renameItem', item: { path, id: first.id }, newId: 'NEW-2' }),
          );
          const item = workOf(renamed).find((each) => each.id === 'NEW-2');
          assert.deepEqual(
            item?.aliases.map((alias) => alias.name),
            [first.id],
          );
          assert.deepEqual(
            workOf(renamed)
              .find((each) => each.id === 'NEW-1')
              ?.depends.map((each) => each.name),
            ['NEW-2'],
          );
        }
      }),
      RUNS,
    );
  });

  it('change only what is meant in roadmaps of every kind, broken ones too, or say why they do not', () => {
    const folder = join(__dirname, '..', 'roadmap', 'cases');
    const cases = [
      'full.yaml',
      'synonyms.yaml',
      'shapes.yaml',
      'anchors.yaml',
      'keyed-by-id.yaml',
      'full.json',
      'broken.json',
    ].concat([
      'byte-order-mark-crlf.yaml',
      'two-documents.yaml',
      'problems.yaml',
      'broken.yaml',
      'half-typed.yaml',
      'bare-list.yaml',
    ]);
    const files = [
      ...cases.map((file) => [file.replace(/.*\./, 'roadmap.'), readFileSync(join(folder, file), 'utf8')] as const),
      // The project's own plan, and that of the sample.
      ['roadmap.yaml', readFileSync(join(__dirname, '..', '..', '..', 'roadmap.yaml'), 'utf8')] as const,
      ['roadmap.yaml', sampleRoadmap()] as const,
    ];
    let made = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.nat(),
        fc.nat(),
        fc.nat(6),
        words,
        ([path, text], at, to, kind, value) => {
          const items = workOf(read(path, text));
          const item = items[at % items.length];
          const target = items[to % items.length];
          assert.ok(item && target);
          const address = { path, id: item.id };
          const edits: readonly RoadmapEdit[] = [
            { kind: 'setField', item: address, field: 'owner', value },
            { kind: 'setField', item: address, field: 'labels', value: [value, 'x'] },
            { kind: 'setField', item: address, field: 'status', value: undefined },
            { kind: 'moveItem', item: address, to: { under: target.id, after: undefined } },
            {
              kind: 'addItem',
              path,
              itemKind: 'task',
              to: { under: item.id, after: undefined },
              id: undefined,
              title: value,
              fields: {},
            },
            { kind: 'tick', item: address, criterion: undefined, done: true },
            { kind: 'suppress', item: address, rule: 'WM203', reason: value, until: 20_000 },
          ];
          const edit = edits[kind] ?? { kind: 'tick', item: address, criterion: undefined, done: true };
          const result = edited(path, text, edit);
          if ('refusal' in result) {
            assert.match(result.refusal, /^[^\n]{10,}[.]$/);
            return;
          }
          made += 1;
          const others = (list: readonly WorkItem[]) =>
            shown(list.filter((each) => each.id !== item.id && !each.derivedId)).toSorted();
          assert.deepEqual(others(workOf(read(path, result.text))), others(items));
        },
      ),
      { numRuns: 300 },
    );
    assert.ok(made > 100, `only ${made} could be made`);
  });
});

function sampleRoadmap(): string {
  const treeAt = treesUntil('2026-10-01');
  const everything = new Set(history.map((commit) => commit.id));
  return treeAt(everything).find((file) => file.path === 'roadmap.yaml')?.text ?? '';
}

/** The words of a text, whatever their order, without brackets and commas. */
function letters(text: string): readonly string[] {
  return text
    .replace(/[,\s[\]{}]+/g, '\n')
    .split('\n')
    .filter((word) => word !== '')
    .toSorted();
}
