import { lineBreakAfter } from '../lineBreak';
import type { Item } from '../../model/roadmap';
import { fieldNamed } from '../../roadmap/fields';
import type { MapEntry, MapNode } from '../../roadmap/valueNode';
import type { Scene } from '../scene';
import { insertion, type TextChange } from '../textChange';
import type { Ways } from '../writer';
import { isOwn, withBlockEntry } from './blocks';
import { indentAt, isInLines, withPart } from './brackets';
import type { Dialect } from './dialect';
import { columnOf, contentEnd, endsLine, entryEnd, isBracketed, keyPlace, nullEnd, spaces } from './layout';
import { endOfLine } from '../../model/lineEnds';
import type { Site } from './site';
import { block, blockEntry, bracketed, bracketedEntry, type LineStyle, type WrittenEntry } from './written';

/** What all writing into one thing needs. */
export interface Target {
  readonly dialect: Dialect;
  readonly scene: Scene;
  readonly style: LineStyle;
  readonly item: Item;
  readonly site: Site;
}

/** Ways to write a field that a thing does not have yet, behind one of its fields or as the first. */
export function* waysToAdd(target: Target, entry: WrittenEntry, after: MapEntry | undefined): Ways {
  const { scene, site, style, dialect } = target;
  const { text } = scene;
  if (site.node.kind === 'map' && site.node.entries.some((each) => isOwn(site.node as MapNode, each))) {
    yield entryIn(dialect, style, text, site.node, entry, after);
  } else if (site.node.kind === 'map') {
    const { span } = site.node;
    const words = bracketedEntry(dialect, style, entry, indentAt(text, span.start));
    yield withPart(text, { span, parts: [] }, 0, `${style.padding}${words}${style.padding}`, style.gap);
  } else if (site.node.kind === 'scalar') {
    yield* waysToUnfold(target, [entry]);
  } else if (site.keyed) {
    yield* waysToFill(target, site.keyed, [entry]);
  }
}

/** One entry more in a mapping that has some, in its own way: between its brackets or in lines. */
export function entryIn(
  dialect: Dialect,
  style: LineStyle,
  text: string,
  node: MapNode,
  entry: WrittenEntry,
  after: MapEntry | undefined,
): readonly TextChange[] {
  const own = node.entries.filter((each) => isOwn(node, each));
  const like = own[0] && keyPlace(text, own[0]);
  const likeKey = like && text.slice(like.start, like.end);
  const ownStyle = { ...style, likeKey: /^["']/.test(likeKey ?? '') ? likeKey : style.likeKey };
  if (!isBracketed(text, node)) {
    const column = like ? columnOf(text, like.start) : 0;
    return withBlockEntry(text, node, after, blockEntry(dialect, ownStyle, entry, column));
  }
  const parts = own.map((each) => partOf(text, each));
  const brackets = { span: node.span, parts };
  const indent = isInLines(text, brackets) && parts[0] ? indentAt(text, parts[0].start) : undefined;
  const words = bracketedEntry(dialect, ownStyle, entry, indent);
  return withPart(text, brackets, after ? own.indexOf(after) + 1 : 0, words, style.gap);
}

/** The place of an entry between brackets. */
export function partOf(text: string, entry: MapEntry): { readonly start: number; readonly end: number } {
  return { start: keyPlace(text, entry)?.start ?? entry.value.span.start, end: entryEnd(text, entry) };
}

/** `- PAY-12 Refund API` as a mapping, with more fields. */
function* waysToUnfold(target: Target, more: readonly WrittenEntry[]): Ways {
  const { dialect, scene, style, site } = target;
  const { text } = scene;
  const { span } = site.node;
  const own = wordsAsFields(target).filter(({ key }) => more.every((entry) => entry.key !== key));
  const fields = [...own, ...more];
  const isInBrackets = !dialect.hasBlocks || (site.container !== undefined && isBracketed(text, site.container));
  if (!isInBrackets && site.container) {
    const column = site.keyed
      ? columnOf(text, keyPlace(text, site.keyed)?.start ?? span.start) + style.unit.length
      : columnOf(text, span.start);
    const line = `${lineBreakAfter(text, span.end)}${spaces(column)}`;
    const write = (entries: readonly WrittenEntry[]) =>
      entries.map((entry) => blockEntry(dialect, style, entry, column)).join(line);
    const end = contentEnd(text, span);
    if (site.keyed) {
      const keyEnd = text.indexOf(':', (site.keyed.keySpan?.end ?? span.start) - 1) + 1;
      yield [{ span: { start: keyEnd, end }, text: line + write(fields) }];
    } else if (endsLine(text, end) && own.length > 0) {
      // A comment behind the words stays on their line.
      yield [
        { span: { start: span.start, end }, text: write(own) },
        insertion(endOfLine(text, end), line + write(more)),
      ];
    }
  }
  const words = bracketed(dialect, style, { kind: 'map', entries: fields, inLines: false }, indentAt(text, span.start));
  yield [{ span, text: words }];
}

/** The words in parts. What is the key of a mapping stays there. */
function wordsAsFields({ item, site }: Target): readonly WrittenEntry[] {
  const key = site.keyed?.keySpan?.start;
  const field = (name: 'id' | 'title', text: string): readonly WrittenEntry[] => {
    const place = item.fields.get(name)?.value;
    const type = name === 'id' ? 'name' : 'text';
    return place && place.start !== key ? [{ key: name, value: { kind: 'scalar', text, type, quote: undefined } }] : [];
  };
  return [...field('id', item.id), ...field('title', item.title)];
}

/** `PAY-12:` with nothing behind it. */
function* waysToFill({ dialect, scene, style }: Target, keyed: MapEntry, fields: readonly WrittenEntry[]): Ways {
  const { text } = scene;
  const key = keyPlace(text, keyed);
  if (!key) {
    return;
  }
  const colon = text.indexOf(':', key.end) + 1;
  const column = columnOf(text, key.start) + style.unit.length;
  if (dialect.hasBlocks && endsLine(text, colon)) {
    const words = block(dialect, style, { kind: 'map', entries: fields, inLines: true }, column);
    yield [insertion(endOfLine(text, colon), lineBreakAfter(text, colon) + spaces(column) + words)];
  }
  const words = bracketed(dialect, style, { kind: 'map', entries: fields, inLines: false }, indentAt(text, key.start));
  yield [{ span: { start: colon, end: nullEnd(text, colon) }, text: `${style.gap}${words}` }];
}

/** The spelling of a field's name that things of the kind have in this file. */
export function keyNameFor(
  kind: Item['kind'],
  field: string,
  neighbour: { readonly entry: MapEntry } | undefined,
): string {
  return neighbour?.entry.key ?? fieldNamed(kind, field)?.name ?? field;
}
