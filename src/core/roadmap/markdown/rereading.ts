import type { SyntaxNode } from '@lezer/common';
import { mayBeNoItem } from './lists';
import { sectionsOf } from './outline';
import { type Part, partsOf } from './parts';
import { isOpenEnded } from './pieces';
import { type Notes, notesIn, type Place, treeOf } from './places';
import { type MarkdownContext, type MarkdownReading, parseBetween } from './readMarkdown';
import { holdsItems, itemsOf, type Placing, type TopItem, withGiven } from './sections';

/** Where a top item stands, and nothing else. */
export interface Stretch {
  readonly start: number;
  /** Where what follows begins: the next item, the next heading, the line of what is something else. */
  readonly end: number;
  readonly top: TopItem;
  /** The first letter: of a heading or of a list's item. */
  readonly sign: string;
  /** It stands at a line's start, and is an item whatever the others of its list are. */
  readonly isPlain: boolean;
}

/**
 * The stretches of a file's top items, in the file's order; undefined where what one item says may depend on others: IDs that
 * stand at the end of a line or come from links, tables that sum up what stands elsewhere, lists in the items of another.
 */
export function stretchesOf({ context, placed }: MarkdownReading): readonly Stretch[] | undefined {
  const { tops } = placed;
  const isInOrder = tops.every(({ item }, index) => item.span.start >= (tops[index - 1]?.item.span.end ?? 0));
  return isInOrder && !context.form.ties.found ? stretchesFor(context, tops, context.text.length) : undefined;
}

function stretchesFor(context: MarkdownContext, tops: readonly TopItem[], whole: number): readonly Stretch[] {
  const { text } = context;
  return tops.map((top, index): Stretch => {
    const { start, end } = top.item.span;
    const next = tops[index + 1]?.item.span.start ?? whole;
    const following = firstWord(text, end, next);
    return {
      start,
      end: following === next ? next : Math.max(end, startOfLine(text, following)),
      top,
      sign: text[start] ?? '',
      isPlain:
        (start === 0 || text[start - 1] === '\n') && (top.parent !== undefined || !mayBeNoItem(context, top.item)),
    };
  });
}

/** Where something else than space stands; `to` when nothing does. */
function firstWord(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && /\s/.test(text[at] ?? '')) {
    at += 1;
  }
  return at;
}

function startOfLine(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/**
 * Reads one stretch of an edited text again, as reading all of it would. What was read before may have been read so too; only
 * the spans of what headings above say (`Given`) must be those of the edited text.
 *
 * @param reading of a former text
 * @param end where the stretch ends in the edited text
 * @returns the stretches of the items that stand there now; undefined when the edit may say something of what stands outside of
 * the stretch, or the other way round
 */
export function readStretch(
  reading: MarkdownReading,
  stretch: Stretch,
  text: string,
  end: number,
): readonly Stretch[] | undefined {
  const { start, top, sign } = stretch;
  const { keys, seen } = reading.context.form;
  const form = { keys, seen: new Set(seen), ties: { found: false } };
  const context: MarkdownContext = { ...reading.context, text, base: start, form };
  const isHeading = top.parent !== undefined;
  if (text[start] !== sign || isHeading !== (sign === '#') || !stretch.isPlain || !endsByItself(text, end, sign)) {
    return undefined;
  }
  const blocks = childrenOf(parseBetween(context, end));
  const tops = isHeading ? headingAgain(reading, context, top, blocks, end) : linesAgain(context, top, blocks);
  const isAlone = !form.ties.found && (keys !== undefined || form.seen.size === seen.size);
  const found = isAlone && tops?.[0]?.item.span.start === start ? stretchesFor(context, tops, end) : undefined;
  return found?.every(({ isPlain }) => isPlain) ? found : undefined;
}

/** Whether what follows cannot belong to the last lines of a stretch: an empty line is between, or its sign starts something new. */
function endsByItself(text: string, end: number, sign: string): boolean {
  const before = text.slice(Math.max(0, end - 200), end);
  const starts = sign === '#' ? /^#{1,6}[ \t]/ : /^[-*+][ \t]+[^\s]/;
  const isNew = text[end] === sign && starts.test(text.slice(end, end + 200)) && before.endsWith('\n');
  return end === text.length || isNew || /\n[ \t]*\r?\n$/.test(before);
}

function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    children.push(child);
  }
  return children;
}

/** Items of one list. */
function linesAgain(
  context: MarkdownContext,
  { given, place }: TopItem,
  blocks: readonly SyntaxNode[],
): readonly TopItem[] | undefined {
  const [list, ...others] = blocks;
  // Lines such as `- Owner: @ana` may make fields of all others.
  const isAlone = list?.name === 'BulletList' && list.from === 0 && others.length === 0 && !isOpenEnded(list);
  if (!isAlone || place.section.attributes.length > 0) {
    return undefined;
  }
  const [part] = partsOf(context, list);
  const isItems = part?.kind === 'items' && part.attributes.length === 0 && part.groups.length === 0;
  return isItems
    ? part.items.map((each) => ({ item: withGiven(each, given), given, place, parent: undefined }))
    : undefined;
}

/** A heading with all that is under it. */
function headingAgain(
  reading: MarkdownReading,
  context: MarkdownContext,
  { given, place, parent }: TopItem,
  blocks: readonly SyntaxNode[],
  end: number,
): readonly TopItem[] | undefined {
  const { text } = context;
  const last = blocks.at(-1);
  const isClosed = last !== undefined && !isOpenEnded(last);
  const parts = blocks.flatMap((block): readonly Part[] => partsOf(context, block));
  const words = end === text.length ? end : context.base + text.slice(context.base, end).trimEnd().length;
  const tree = treeOf(context, sectionsOf(text, parts, { start: context.base, end: words }), undefined);
  const [again, ...others] = tree.children;
  const { placed } = reading;
  if (!isClosed || !parent || !again || others.length > 0 || again.section.level !== place.section.level) {
    return undefined;
  }
  const own: Placing = {
    ...placed.placing,
    context,
    declared: [],
    tops: [],
    releases: new Set(placed.placing.releases),
  };
  const isSame =
    // Without one, what is under the first heading tells whether it names the product.
    placed.placing.product?.level === 10 &&
    again.meaning.kind === place.meaning.kind &&
    !holdsRelease(place) &&
    !holdsRelease(again) &&
    holdsItems(own, again) === holdsItems(placed.placing, place) &&
    (again.section.heading?.id === undefined) === (place.section.heading?.id === undefined) &&
    changeNothing(placed.placing.notes, notesIn(place), notesIn(again));
  const [item, ...more] = isSame ? itemsOf(own, again, given, parent) : [];
  if (!item || more.length > 0) {
    return undefined;
  }
  parent.children.splice(parent.children.indexOf(place), 1, again);
  notesIn(again).forEach((key) => placed.placing.notes.noted.add(key));
  return [{ item, given, place: again, parent }];
}

function holdsRelease({ meaning, children }: Place): boolean {
  return meaning.kind === 'release' || children.some(holdsRelease);
}

/** Whether the same words are repeated in the file when some of them are written in the place of others. */
function changeNothing({ noted, repeated }: Notes, former: readonly string[], now: readonly string[]): boolean {
  const [before, after] = [new Set(former), new Set(now)];
  const removed = former.filter((key) => !after.has(key));
  const added = now.filter((key) => !before.has(key));
  const kept = former.filter((key) => after.has(key));
  return (
    removed.every((key) => !repeated.has(key)) &&
    added.every((key) => !noted.has(key)) &&
    new Set(added).size === added.length &&
    kept.length === now.length - added.length
  );
}
