import { lineBreakAfter } from '../lineBreak';
import { endOfLine } from '../../model/lineEnds';
import type { Item } from '../../model/roadmap';
import { type FieldOwner, fieldNamed } from '../../roadmap/fields';
import type { MapEntry, MapNode, ValueNode } from '../../roadmap/valueNode';
import { isWork, itemsOf } from '../items';
import type { Scene } from '../scene';
import { insertion, type TextChange } from '../textChange';
import type { Place, Ways } from '../writer';
import { entryIn, type Target, waysToAdd } from './addEntry';
import { type Chunk, chunkOf, dashOf } from './blocks';
import { indentAt, withPart } from './brackets';
import type { Dialect } from './dialect';
import { type ItemText, partsOf } from './itemText';
import { columnOf, endsLine, entryEnd, isBracketed, keyPlace, nullEnd, spaces, startsLine } from './layout';
import { type Site, siteOf } from './site';
import { blockEntry, type LineStyle, type Written } from './written';

/** What inserting needs to know of the file. */
export interface Inserting {
  readonly dialect: Dialect;
  readonly scene: Scene;
  readonly style: LineStyle;
  readonly kind: Item['kind'];
  readonly place: Place;
}

/** The sibling that shows how things are written where this one goes; undefined: it is the first of its kind there. */
export function modelOf({ scene, place }: Inserting): Site | undefined {
  const sibling = place.after ?? place.siblings[0];
  return sibling && siteOf(scene, sibling);
}

/** Ways to put a thing where it goes, in one of its forms. */
export function* waysToInsert(inserting: Inserting, words: ItemText): Ways {
  const { scene, place } = inserting;
  const beside = place.beside && siteOf(scene, place.beside);
  if (beside?.container) {
    yield besideModel({ ...inserting, place: { ...place, after: place.beside } }, beside.container, beside, words);
  }
  const model = modelOf(inserting);
  if (model?.container) {
    yield besideModel(inserting, model.container, model, words);
  }
  if (model) {
    return;
  }
  for (const entry of emptyContainers(inserting)) {
    yield* waysToOpen(inserting, entry, words);
  }
  yield* waysToFound(inserting, words);
}

/** Behind a sibling, or before the first one. */
function besideModel(
  { scene, style, kind, place }: Inserting,
  container: ValueNode,
  model: Site,
  words: ItemText,
): readonly TextChange[] {
  const { text } = scene;
  if (isBracketed(text, container)) {
    const write = model.keyed ? words.keyedPart : words.part;
    const parts = partsOf(text, container);
    const at = thingsIn(container).indexOf(model.node);
    const beside = parts[at]?.start ?? container.span.start;
    const indent = startsLine(text, beside) ? indentAt(text, beside) : undefined;
    return write
      ? withPart(text, { span: container.span, parts }, place.after ? at + 1 : at, write(indent), style.gap)
      : [];
  }
  const lines = model.keyed ? words.keyed : words.listed;
  const chunk = chunkOfSite(text, model);
  if (!lines || !chunk) {
    return [];
  }
  const lineBreak = lineBreakAfter(text, chunk.start);
  const gap = lineBreak.repeat(gapAt(scene, kind, container, model));
  const set = indented(lines, chunk.column, lineBreak);
  return place.after
    ? [insertion(chunk.end, `${lineBreak}${gap}${set}`)]
    : [insertion(chunk.start, `${set}${lineBreak}${gap}`)];
}

function chunkOfSite(text: string, { node, keyed }: Pick<Site, 'node' | 'keyed'>): Chunk | undefined {
  const from = keyed ? keyPlace(text, keyed)?.start : dashOf(text, node);
  return from === undefined ? undefined : chunkOf(text, from, node.span);
}

/** All things of a container in lines. */
export function chunksOf(text: string, container: ValueNode): readonly (Chunk | undefined)[] {
  return container.kind === 'list'
    ? container.items.map((node) => chunkOfSite(text, { node, keyed: undefined }))
    : container.kind === 'map'
      ? container.entries.map((keyed) => chunkOfSite(text, { node: keyed.value, keyed }))
      : [];
}

/** How many empty lines stand between things: beside this one, else between others of its kind, else between any. */
function gapAt(scene: Scene, kind: Item['kind'], container: ValueNode, model: Site): number {
  const own = gapAround(scene.text, container, model);
  if (own !== undefined || kind === 'risk') {
    return own ?? 0;
  }
  const works = itemsOf(scene.roadmap).filter(isWork);
  const lists = [scene.roadmap.work, ...works.map((item) => item.children)].filter((list) => list.length > 1);
  for (const list of [...lists.filter((each) => each[0]?.kind === kind), ...lists]) {
    const site = list[0] && siteOf(scene, list[0]);
    const gap = site?.container && gapAround(scene.text, site.container, site);
    if (gap !== undefined) {
      return gap;
    }
  }
  return 0;
}

/** undefined: it is the only one, or its container is between brackets. */
function gapAround(text: string, container: ValueNode, { node }: Site): number | undefined {
  if (isBracketed(text, container)) {
    return undefined;
  }
  const at = thingsIn(container).indexOf(node);
  const chunks = chunksOf(text, container);
  const [before, own, behind] = [chunks[at - 1], chunks[at], chunks[at + 1]];
  return own && behind
    ? emptyLines(text.slice(own.end, behind.start))
    : before && own
      ? emptyLines(text.slice(before.end, own.start))
      : undefined;
}

/** The values of a list, or of a mapping of things. */
export function thingsIn(container: ValueNode): readonly ValueNode[] {
  return container.kind === 'list'
    ? container.items
    : container.kind === 'map'
      ? container.entries.map((each) => each.value)
      : [];
}

/** 0 where more than space stands between. */
function emptyLines(between: string): number {
  return between.trim() === '' ? Math.max(0, (between.match(/\r\n|\r|\n/g)?.length ?? 0) - 1) : 0;
}

function indented(lines: readonly string[], column: number, lineBreak: string): string {
  return lines.map((line) => (line === '' ? '' : spaces(column) + line)).join(lineBreak);
}

const TYPES: Readonly<Partial<Record<Item['kind'], string>>> = {
  epic: 'epics',
  story: 'stories',
  task: 'tasks',
  risk: 'risks',
};

/** Lists of the parent, or of the file, in which such a thing can stand, and in which none does. */
function emptyContainers({ scene, kind, place }: Inserting): readonly MapEntry[] {
  const node = holderOf(scene, place);
  const owner: FieldOwner = place.parent?.kind ?? 'roadmap';
  const holding = (node?.entries ?? []).flatMap((entry) => {
    const type = fieldNamed(owner, entry.key)?.type;
    const isEmpty =
      entry.value.kind === 'empty' ||
      (entry.value.kind === 'list' && entry.value.items.length === 0) ||
      (entry.value.kind === 'map' && entry.value.entries.length === 0);
    return isEmpty && (type === TYPES[kind] || (type === 'items' && kind !== 'risk')) ? [{ entry, type }] : [];
  });
  return holding.sort((a, b) => Number(a.type === 'items') - Number(b.type === 'items')).map(({ entry }) => entry);
}

function holderOf(scene: Scene, { parent }: Place): MapNode | undefined {
  const node = parent ? siteOf(scene, parent)?.node : scene.values;
  if (node?.kind !== 'map' || parent) {
    return node?.kind === 'map' ? node : undefined;
  }
  // `roadmap: { epics: … }` is read as if its content stood one level higher.
  const inner = node.entries.find((entry) => fieldNamed('roadmap', entry.key)?.type === 'roadmap')?.value;
  return inner?.kind === 'map' ? inner : node;
}

/** `stories: []` and `stories:` with their first thing. */
function* waysToOpen({ scene, style, dialect }: Inserting, entry: MapEntry, words: ItemText): Ways {
  const { text } = scene;
  const key = keyPlace(text, entry);
  if (!key) {
    return;
  }
  const colon = text.indexOf(':', key.end) + 1;
  const end = entry.value.kind === 'empty' ? nullEnd(text, colon) : entry.value.span.end;
  const isKeyed = entry.value.kind === 'map';
  const lines = isKeyed ? words.keyed : words.listed;
  if (dialect.hasBlocks && lines && endsLine(text, end)) {
    const column = columnOf(text, key.start) + (isKeyed ? style.unit.length : style.listIndent);
    const lineBreak = lineBreakAfter(text, end);
    const set = `${lineBreak}${indented(lines, column, lineBreak)}`;
    const behind = endOfLine(text, end);
    yield behind === end
      ? [{ span: { start: colon, end }, text: set }]
      : [{ span: { start: colon, end }, text: '' }, insertion(behind, set)];
  }
  const indent = startsLine(text, key.start) ? indentAt(text, key.start) : undefined;
  const write = isKeyed ? words.keyedPart : words.part;
  if (write) {
    const [open, close] = isKeyed ? ['{', '}'] : ['[', ']'];
    const inner = indent === undefined ? undefined : indent + style.unit;
    const set = write(inner);
    const padding = isKeyed ? style.padding : '';
    const whole =
      inner === undefined || dialect.hasBlocks || !/[\r\n]/.test(set)
        ? `${open}${padding}${write(indent)}${padding}${close}`
        : `${open}${style.lineBreak}${inner}${set}${style.lineBreak}${indent}${close}`;
    yield [{ span: { start: colon, end }, text: style.gap + whole }];
  }
}

/** A list that is not there yet, with its first thing. */
function* waysToFound(inserting: Inserting, words: ItemText): Ways {
  const { scene, dialect, style, place } = inserting;
  const { text } = scene;
  const value: Written = { kind: 'items', words };
  const site = place.parent && siteOf(scene, place.parent);
  for (const name of containerNames(inserting)) {
    if (place.parent && site) {
      const target: Target = { dialect, scene, style, item: place.parent, site };
      const last = site.node.kind === 'map' ? site.node.entries.filter((each) => each.keySpan).at(-1) : undefined;
      yield* waysToAdd(target, { key: name, value }, last);
    } else if (!place.parent) {
      const root = holderOf(scene, place);
      const last = root?.entries.at(-1);
      if (root && last) {
        yield atEndOf(entryIn(dialect, style, text, root, { key: name, value }, last), text, root, style);
      } else if (!scene.values && dialect.hasBlocks) {
        const start = text === '' || /[\r\n]$/.test(text) ? '' : style.lineBreak;
        yield [
          insertion(text.length, `${start}${blockEntry(dialect, style, { key: name, value }, 0)}${style.lineBreak}`),
        ];
      }
    }
  }
}

/** Where empty lines stand between the lists of the file, one stands before the new one too. */
function atEndOf(changes: readonly TextChange[], text: string, root: MapNode, style: LineStyle): readonly TextChange[] {
  const [before, last] = root.entries.slice(-2);
  const key = last && keyPlace(text, last);
  const isAired =
    before &&
    key &&
    !isBracketed(text, root) &&
    emptyLines(text.slice(entryEnd(text, before), key.start).replace(/#.*/g, '')) > 0;
  return isAired ? changes.map((change) => ({ ...change, text: style.lineBreak + change.text })) : changes;
}

/** As other parents of the file name their lists of this kind; else by the canonical name. */
function containerNames({ scene, kind, place }: Inserting): readonly string[] {
  const canonical = TYPES[kind] ?? 'items';
  if (!place.parent || kind === 'risk') {
    return [canonical];
  }
  for (const item of itemsOf(scene.roadmap)) {
    const child =
      isWork(item) && item.kind === place.parent.kind ? item.children.find((each) => each.kind === kind) : undefined;
    const field = child && siteOf(scene, child)?.field;
    if (field) {
      return [...new Set([field.key, canonical])];
    }
  }
  return [canonical];
}
