import { endOfLine, startOfLine } from '../../model/lineEnds';
import type { Item } from '../../model/roadmap';
import type { Span } from '../../model/span';
import type { Scene } from '../scene';
import { deletion, insertion, type TextChange } from '../textChange';
import { lineBreakAfter } from '../lineBreak';
import type { Place, Ways } from '../writer';
import { headingEnd, innerIndent } from './addField';
import { nextSign, waysToPutBefore, waysToPutBehind } from './addItem';
import { type ItemLayout, layoutOf, neighboursOf } from './itemLayout';
import { headerOf } from './tables';

/** Ways to move the lines of an item, with the sign and the indentation that its new neighbours have. */
export function* waysToMoveItem(scene: Scene, item: Item, place: Place): Ways {
  const layout = layoutOf(scene, item);
  if (layout.form === 'data' || layout.indent.trim() !== '') {
    return;
  }
  for (const arrival of waysToArrive(scene, item, layout, place)) {
    for (const removal of removals(scene.text, layout)) {
      if (arrival.every(({ span }) => span.start <= removal.span.start || span.start >= removal.span.end)) {
        yield [removal, ...arrival];
      }
    }
  }
}

function* waysToArrive(scene: Scene, item: Item, layout: ItemLayout, { parent, siblings, after }: Place): Ways {
  const beside = after ?? siblings[0];
  const like = beside && layoutOf(scene, beside);
  if (beside && like && isLike(scene.text, item, layout, beside, like)) {
    const sign = layout.form === 'bullet' ? (after ? nextSign(like.sign) : like.sign) : layout.sign;
    const lines = reindented(scene.text, layout, like.indent, sign);
    yield* after ? waysToPutBehind(scene, lines, like) : waysToPutBefore(scene, lines, like);
  }
  if (!after && parent) {
    yield* waysToEnter(scene, parent, layout);
  }
}

/** Rows stay in tables of the same columns, and headings keep their level. */
function isLike(text: string, item: Item, layout: ItemLayout, beside: Item, like: ItemLayout): boolean {
  if (layout.form !== like.form || like.indent.trim() !== '') {
    return false;
  }
  if (layout.form === 'row') {
    const [own, other] = [headerOf(text, item.span.start), headerOf(text, beside.span.start)];
    const words = (span: Span | undefined) =>
      span && text.slice(span.start, span.end).replace(/\s+/g, '').toLowerCase();
    return own !== undefined && words(own) === words(other);
  }
  return layout.form !== 'heading' || layout.sign.trim() === like.sign.trim();
}

/** As the first inside an item that holds nothing yet, or nothing written so. */
function* waysToEnter(scene: Scene, parent: Item, layout: ItemLayout): Ways {
  const { text } = scene;
  const outer = layoutOf(scene, parent);
  const lineBreak = lineBreakAfter(text, outer.block.start);
  if (outer.form === 'bullet' && layout.form === 'bullet') {
    const sign = /^\d/.test(layout.sign) ? '- ' : layout.sign;
    const lines = reindented(text, layout, innerIndent(scene, parent, outer), sign);
    yield [insertion(outer.block.end, `${lineBreak}${lines}`)];
  } else if (outer.form === 'heading') {
    const example = neighboursOf(scene, parent).find((each) => layoutOf(scene, each).form === 'bullet');
    const usual = example && layoutOf(scene, example).sign;
    const sign = layout.form === 'bullet' && /^\d/.test(layout.sign) ? '1. ' : layout.sign || usual || '- ';
    const lines = reindented(text, layout, '', sign);
    for (const at of new Set([parent.fields.get('story')?.value.end ?? headingEnd(text, outer), outer.block.end])) {
      yield [insertion(at, `${lineBreak}${lineBreak}${lines}`)];
    }
  }
}

/** The item's lines with another indentation and another sign; lines inside it move by as many columns as its words do. */
function reindented(text: string, { block, indent, sign, form }: ItemLayout, nextIndent: string, next: string): string {
  const lines = text.slice(block.start, block.end);
  if (form !== 'bullet' || (indent === nextIndent && sign.length === next.length)) {
    return nextIndent + (form === 'bullet' ? next : sign) + lines.slice(indent.length + sign.length);
  }
  const [first = '', ...rest] = lines.split(/(?<=\r\n|\n|\r(?!\n))/);
  const from = indent + ' '.repeat(sign.length);
  const to = nextIndent + ' '.repeat(next.length);
  const moved = rest.map((line) => {
    const outer = line.startsWith(from) ? from : line.startsWith(indent) ? indent : undefined;
    if (outer === undefined || line.trim() === '') {
      return line;
    }
    return (outer === from ? to : nextIndent) + line.slice(outer.length);
  });
  return nextIndent + next + first.slice(indent.length + sign.length) + moved.join('');
}

/** Ways to take the lines out: with the blank lines that parted them from the next item, or from the one before. */
function removals(text: string, { block }: ItemLayout): readonly TextChange[] {
  const behind = /^(?:\r\n|\r|\n)/.exec(text.slice(block.end, block.end + 2))?.[0].length ?? 0;
  const blankBehind = blankLines(text, block.end + behind);
  const before = blankBefore(text, block.start);
  if (block.end + behind + blankBehind >= text.length) {
    // The file ends as it did.
    const from = block.start - before;
    const lineBreak = /(?:\r\n|\r|\n)$/.exec(text.slice(Math.max(0, from - 2), from))?.[0].length ?? 0;
    return [deletion(from - lineBreak, block.end)];
  }
  const alone = deletion(block.start, block.end + behind);
  return before > 0 && blankBehind > 0 ? [deletion(block.start, block.end + behind + blankBehind), alone] : [alone];
}

/** The length of the blank lines from the start of a line on. */
function blankLines(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const end = endOfLine(text, at);
    if (text.slice(at, end).trim() !== '' || end === text.length) {
      break;
    }
    at = end + (text.slice(end, end + 2) === '\r\n' ? 2 : 1);
  }
  return at - from;
}

function blankBefore(text: string, lineStart: number): number {
  let at = lineStart;
  while (at > 0) {
    const end = at - (text.slice(Math.max(0, at - 2), at) === '\r\n' ? 2 : 1);
    const start = startOfLine(text, end);
    if (text.slice(start, end).trim() !== '') {
      break;
    }
    at = start;
  }
  return lineStart - at;
}
