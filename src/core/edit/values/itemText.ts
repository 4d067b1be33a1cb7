import { endOfLine, startOfLine } from '../../model/lineEnds';
import { fieldNamed } from '../../roadmap/fields';
import type { MapEntry, MapNode, ValueNode } from '../../roadmap/valueNode';
import type { Scene } from '../scene';
import type { NewItem } from '../writer';
import { chunkOf, dashOf, endOfLineBefore } from './blocks';
import { indentAt, isInLines } from './brackets';
import { partOf } from './addEntry';
import type { Dialect } from './dialect';
import { writtenLike } from './hints';
import { isBracketed, keyPlace, startsLine } from './layout';
import { neighbourWith } from './order';
import type { Site } from './site';
import {
  block,
  bracketed,
  bracketedEntry,
  blockEntry,
  type LineStyle,
  type Written,
  type WrittenEntry,
} from './written';

/**
 * A thing as words that can be put into a list or mapping of things. Each form is undefined where the thing cannot be written in it.
 * Lines are without the indentation that they have in common.
 */
export interface ItemText {
  /** `- …` in lines. */
  readonly listed: readonly string[] | undefined;
  /** `PAY-12: …` in lines. */
  readonly keyed: readonly string[] | undefined;
  /** Between brackets; `indent` is that of the line where it starts; undefined: nothing is to stand on another line. */
  readonly part: ((indent: string | undefined) => string) | undefined;
  readonly keyedPart: ((indent: string | undefined) => string) | undefined;
}

/** A new thing in the words of the one beside it, or of the next of its kind in the file. */
export function textOfNew(
  dialect: Dialect,
  scene: Scene,
  style: LineStyle,
  item: NewItem,
  model: Site | undefined,
): ItemText {
  const { text } = scene;
  const fields = fieldsOfNew(scene, item, model);
  const title: Written = { kind: 'scalar', text: item.title, type: 'text', quote: undefined };
  const isWords = model?.node.kind === 'scalar' && Object.keys(item.fields).length === 0;
  const words: Written = { ...title, text: item.id === undefined ? item.title : `${item.id} ${item.title}` };
  const node = model?.node.kind === 'map' ? model.node : undefined;
  const isModelBracketed = node !== undefined && isBracketed(text, node);
  const inLines =
    node === undefined
      ? true
      : isModelBracketed
        ? isInLines(text, { span: node.span, parts: node.entries.map((each) => partOf(text, each)) })
        : true;
  const whole: Written = isWords
    ? words
    : { kind: 'map', entries: fields, inLines: inLines && !(isModelBracketed && dialect.hasBlocks) };
  const rest = fields.filter(({ key }) => fieldNamed(item.kind, key)?.name !== 'id');
  const value: Written = isWords
    ? title
    : { kind: 'map', entries: rest, inLines: whole.kind === 'map' && whole.inLines };
  const entry: WrittenEntry | undefined = item.id === undefined ? undefined : { key: item.id, value };
  return {
    listed: dialect.hasBlocks ? linesOf(`- ${block(dialect, style, whole, 2)}`) : undefined,
    keyed: dialect.hasBlocks && entry ? linesOf(blockEntry(dialect, style, entry, 0)) : undefined,
    part: (indent) => bracketed(dialect, style, whole, indent),
    keyedPart: entry && ((indent) => bracketedEntry(dialect, style, entry, indent)),
  };
}

function fieldsOfNew(scene: Scene, item: NewItem, model: Site | undefined): readonly WrittenEntry[] {
  const values = new Map(
    Object.entries({ ...(item.id !== undefined && { id: item.id }), title: item.title, ...item.fields }),
  );
  const order =
    model?.node.kind === 'map' ? model.node.entries.map((entry) => fieldNamed(item.kind, entry.key)?.name) : [];
  const names = [...new Set([...order.filter((name) => name !== undefined), ...values.keys()])];
  return names.flatMap((name): WrittenEntry[] => {
    const value = values.get(name);
    const spec = fieldNamed(item.kind, name);
    if (value === undefined || spec === undefined) {
      return [];
    }
    const neighbour = neighbourWith(scene, item.kind, name, {
      container: model?.container,
      self: undefined,
      offset: model?.node.span.start ?? 0,
    });
    return [{ key: neighbour?.entry.key ?? name, value: writtenLike(scene.text, spec, value, neighbour?.entry.value) }];
  });
}

/** A thing that stands in the text, with the comments that belong to it. */
export function textOfOld(text: string, site: Site): ItemText {
  const { node, keyed, container } = site;
  const from = keyed ? keyPlace(text, keyed)?.start : dashOf(text, node);
  const inBrackets = container !== undefined && isBracketed(text, container);
  const chunk = from === undefined || inBrackets ? undefined : chunkOf(text, from, node.span);
  const lines = chunk && dedented(text.slice(chunk.start, chunk.end), chunk.column);
  const isPart =
    inBrackets || isBracketed(text, node) || (node.kind === 'scalar' && !/^[|>]/.test(text.charAt(node.span.start)));
  const place = inBrackets && container ? placeOfPart(text, container, site) : { ...node.span };
  const part = (indent: string | undefined) => reindented(text, place, indent ?? '');
  return {
    listed: keyed
      ? undefined
      : (lines ?? (inBrackets && node.kind !== 'empty' && !place.hasComment ? linesOf(`- ${part('  ')}`) : undefined)),
    keyed: keyed ? lines : undefined,
    part: isPart && !keyed ? part : undefined,
    keyedPart: keyed && inBrackets ? part : undefined,
  };
}

/** Where an entry between brackets stands, with the comments directly above it. */
function placeOfPart(
  text: string,
  container: ValueNode,
  { node, keyed }: Pick<Site, 'node' | 'keyed'>,
): { readonly start: number; readonly end: number; readonly hasComment?: boolean } {
  const { start, end } = keyed ? partOf(text, keyed) : node.span;
  let from = start;
  if (startsLine(text, start)) {
    for (let line = startOfLine(text, start); line > container.span.start + 1; ) {
      const above = startOfLine(text, endOfLineBefore(text, line));
      const words = /^[ \t]*(?:#|\/\/)/.exec(text.slice(above, endOfLine(text, above)));
      if (!words || above <= container.span.start) {
        break;
      }
      from = above + (/^[ \t]*/.exec(text.slice(above))?.[0].length ?? 0);
      line = above;
    }
  }
  return { start: from, end, hasComment: from < start };
}

/** Things of a list or mapping as places between its brackets. */
export function partsOf(
  text: string,
  container: ValueNode,
): readonly { readonly start: number; readonly end: number }[] {
  if (container.kind === 'list') {
    return container.items.map((node) => placeOfPart(text, container, { node, keyed: undefined }));
  }
  return container.kind === 'map'
    ? ownOf(container).map((keyed) => placeOfPart(text, container, { node: keyed.value, keyed }))
    : [];
}

function ownOf(node: MapNode): readonly MapEntry[] {
  return node.entries.filter(({ keySpan }) => keySpan !== undefined);
}

function reindented(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  indent: string,
): string {
  const former = indentAt(text, start);
  return text
    .slice(start, end)
    .split(/(?<=\n)/)
    .map((line, index) => (index > 0 && line.startsWith(former) ? indent + line.slice(former.length) : line))
    .join('');
}

/** The lines without so many columns; a line that has less stays as it is. */
function dedented(words: string, columns: number): readonly string[] {
  return linesOf(words.replace(/^\uFEFF/, '')).map((line) =>
    line.slice(0, columns).trim() === '' ? line.slice(columns) : line,
  );
}

function linesOf(words: string): readonly string[] {
  return words.split(/\r\n|\r|\n/);
}
