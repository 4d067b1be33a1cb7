import { type FieldSpec, fieldNamed } from '../../roadmap/fields';
import { entryOf, type MapEntry, type ScalarNode, type ValueNode } from '../../roadmap/valueNode';
import type { FieldText } from '../roadmapEdit';
import { insertion, type TextChange } from '../textChange';
import type { Ways } from '../writer';
import { keyNameFor, partOf, type Target, waysToAdd } from './addEntry';
import { isOwn, withoutBlockEntry } from './blocks';
import { indentAt, withoutPart } from './brackets';
import { changesOfList } from './changeList';
import { quoteOf, writtenLike } from './hints';
import { columnOf, contentEnd, isBracketed, keyPlace, nullEnd } from './layout';
import { anchorFor, neighbourWith } from './order';
import { blockValue, bracketed, literal } from './written';

/** Ways to write, replace or take away a field of a thing. */
export function* waysToSet(target: Target, spec: FieldSpec, value: FieldText | undefined): Ways {
  const { item, site } = target;
  const entries = site.node.kind === 'map' ? ownEntries(target, spec.name) : [];
  const [entry] = entries;
  if (value === undefined) {
    yield entries.flatMap((each) => withoutEntry(target, each));
    return;
  }
  if (entry) {
    for (const each of [...entries].reverse()) {
      yield* waysToReplace(target, spec, each, value);
    }
  }
  const place = item.fields.get(spec.name);
  if (place && place.key === undefined && typeof value === 'string') {
    yield [{ span: place.value, text: value }];
  }
  const neighbour = neighbourWith(target.scene, item.kind, spec.name, {
    container: site.container,
    self: site.node,
    offset: item.span.start,
  });
  const written = writtenLike(target.scene.text, spec, value, neighbour?.entry.value);
  const after = site.node.kind === 'map' ? anchorFor(item.kind, site.node, spec.name, neighbour) : undefined;
  const key = keyNameFor(item.kind, spec.name, neighbour);
  yield* waysToAdd(target, { key, value: written }, after);
  if (written.kind === 'scalar' && written.text.includes('\n')) {
    yield* waysToAdd(target, { key, value: { ...written, quote: '"' } }, after);
  }
}

function ownEntries({ item, site }: Target, field: string): readonly MapEntry[] {
  const { node } = site;
  return node.kind === 'map'
    ? node.entries.filter((entry) => isOwn(node, entry) && fieldNamed(item.kind, entry.key)?.name === field)
    : [];
}

function withoutEntry({ scene, site }: Target, entry: MapEntry): readonly TextChange[] {
  const { node } = site;
  if (node.kind !== 'map') {
    return [];
  }
  if (!isBracketed(scene.text, node)) {
    return withoutBlockEntry(scene.text, node, entry);
  }
  const own = node.entries.filter((each) => isOwn(node, each));
  const parts = own.map((each) => partOf(scene.text, each));
  return withoutPart(scene.text, { span: node.span, parts }, own.indexOf(entry));
}

function* waysToReplace(target: Target, spec: FieldSpec, entry: MapEntry, value: FieldText): Ways {
  const { scene, dialect, style, site } = target;
  const { text } = scene;
  const node = entry.value;
  if (typeof value !== 'string' && node.kind === 'list') {
    const changes = changesOfList(dialect, style, text, spec, node, value);
    if (changes) {
      yield changes;
    }
  }
  if (typeof value !== 'string' && node.kind === 'scalar' && spec.type === 'names') {
    // `depends: PAY-11, AUTH-3` stays one text.
    if (value.length === 1 || node.text.includes(',')) {
      yield replaced(target, spec, entry, node, value.join(', '));
    }
  }
  const scalar = typeof value === 'string' ? scalarIn(node) : undefined;
  if (scalar && typeof value === 'string') {
    const isOfLines = value.includes('\n') && dialect.hasBlocks && !isBracketed(text, site.node);
    if (!isOfLines || quoteOf(text, scalar) === undefined) {
      yield replaced(target, spec, entry, scalar, value);
    }
    if (isOfLines) {
      const key = keyPlace(text, entry);
      const end = contentEnd(text, scalar.span);
      yield key
        ? [
            {
              span: { start: text.indexOf(':', key.end) + 1, end },
              text: literal(style, value, columnOf(text, key.start)),
            },
          ]
        : [];
      yield [
        {
          span: { start: scalar.span.start, end },
          text: dialect.scalar(value, { inBrackets: false, quote: '"', type: spec.type }),
        },
      ];
    }
  }
  yield wholeReplaced(target, spec, entry, value);
}

/** The word of a value that may be in a list or mapping of its own: `owner: [ana]`, `owner: { id: ana }`. */
function scalarIn(node: ValueNode): ScalarNode | undefined {
  if (node.kind === 'list') {
    return node.items.length === 1 && node.items[0] ? scalarIn(node.items[0]) : undefined;
  }
  if (node.kind === 'map') {
    const value = entryOf(node, 'id', 'key', 'name', 'title')?.value;
    return value?.kind === 'scalar' ? value : undefined;
  }
  return node.kind === 'scalar' ? node : undefined;
}

function replaced(
  { dialect, scene, site }: Target,
  { type }: FieldSpec,
  entry: MapEntry,
  scalar: ScalarNode,
  value: string,
): readonly TextChange[] {
  const { text } = scene;
  const span = { start: scalar.span.start, end: contentEnd(text, scalar.span) };
  const quote = quoteOf(text, scalar);
  if (quote === undefined && dialect.hasBlocks) {
    const words = foldedInto(text, span, value, columnOf(text, keyPlace(text, entry)?.start ?? span.start));
    if (words !== undefined) {
      return [{ span, text: words }];
    }
  }
  const inBrackets = scalar !== entry.value || isBracketed(text, site.node);
  return [{ span, text: dialect.scalar(value, { inBrackets, quote, type }) }];
}

/** Words behind `|` or `>` in the way of those that stand there: the same sign, indentation and width. */
function foldedInto(
  text: string,
  span: { start: number; end: number },
  value: string,
  column: number,
): string | undefined {
  const [whole, header = '', lineBreak = '\n', indent = ''] =
    /^([|>][-+]?[ \t]*(?:#[^\r\n]*)?)(\r\n|\n)(?:[ \t]*(?:\r\n|\n))*( +)/.exec(text.slice(span.start, span.end)) ?? [];
  if (whole === undefined || indent.length <= column) {
    return undefined;
  }
  const lines = value.split(/\r\n|\r|\n/).map((line) => line.trimEnd());
  const former = text.slice(span.start, span.end).split(/\r?\n/).slice(1);
  const width = Math.max(60, ...former.map((line) => line.length)) - indent.length;
  const folded = header.startsWith('>')
    ? lines.flatMap((line, index) => [
        // An empty line is one line break.
        ...(index > 0 ? [''] : []),
        ...(line === '' ? [] : wrapped(line, width)),
      ])
    : lines;
  return header + folded.map((line) => lineBreak + (line === '' ? '' : indent + line)).join('');
}

function wrapped(line: string, width: number): readonly string[] {
  const lines: string[] = [];
  let now = '';
  for (const each of line.split(' ')) {
    if (now !== '' && each !== '' && now.length + 1 + each.length > width) {
      lines.push(now);
      now = each;
    } else {
      now = now === '' ? each : `${now} ${each}`;
    }
  }
  return [...lines, now];
}

function wholeReplaced(
  { dialect, scene, style, site }: Target,
  spec: FieldSpec,
  entry: MapEntry,
  value: FieldText,
): readonly TextChange[] {
  const { text } = scene;
  const key = keyPlace(text, entry);
  if (!key) {
    return [];
  }
  const colon = text.indexOf(':', key.end) + 1;
  const written = writtenLike(text, spec, value, entry.value);
  if (entry.value.kind === 'empty') {
    const words = isBracketed(text, site.node)
      ? style.gap + bracketed(dialect, style, written, indentAt(text, key.start))
      : blockValue(
          dialect,
          style,
          { ...written, ...(written.kind === 'list' && { inLines: false }) },
          columnOf(text, key.start),
        );
    const end = nullEnd(text, colon);
    // Behind `due:` with a space or two and a comment, the comment keeps its distance.
    return end > colon ? [{ span: { start: colon, end }, text: words }] : [insertion(colon, words)];
  }
  const span = { start: entry.value.span.start, end: contentEnd(text, entry.value.span) };
  const words = bracketed(dialect, style, written, indentAt(text, key.start));
  const isBelow = /[\r\n]/.test(text.slice(colon, span.start));
  return [{ span: { start: isBelow ? colon : span.start, end: span.end }, text: isBelow ? ` ${words}` : words }];
}
