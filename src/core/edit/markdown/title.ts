import type { Item } from '../../model/roadmap';
import type { TextChange } from '../textChange';
import type { Ways } from '../writer';
import { type ItemLayout } from './itemLayout';
import { escaped } from './values';

/** Ways to write another title in the place of an item's own. Marks and links around what stays are kept where they can be. */
export function* waysToRetitle(text: string, item: Item, { form }: ItemLayout, title: string): Ways {
  const span = item.fields.get('title')?.value;
  if (!span) {
    return;
  }
  const inCell = (words: string) => (form === 'row' ? words.replaceAll('|', '\\|') : words);
  for (const words of new Set([inCell(title), escaped(title)])) {
    yield [difference(text, span.start, span.end, words)];
    yield [{ span, text: words }];
    const torn = tornMarks(text.slice(span.start, span.end));
    if (torn !== '') {
      yield [{ span, text: words + torn }];
      yield [{ span, text: torn + words }];
    }
    const marks = marksAround(text, span.start, span.end);
    yield [{ span: { start: span.start - marks.before, end: span.end + marks.behind }, text: words }];
  }
}

/** Only what differs, in whole words. */
function difference(text: string, start: number, end: number, next: string): TextChange {
  const old = text.slice(start, end);
  let same = 0;
  while (same < old.length && old[same] === next[same]) {
    same++;
  }
  let tail = 0;
  while (tail < Math.min(old.length, next.length) - same && old.at(-1 - tail) === next.at(-1 - tail)) {
    tail++;
  }
  return { span: { start: start + same, end: end - tail }, text: next.slice(same, next.length - tail) };
}

/** Marks in a title of which the other half stands outside it: `[PAY-12] Refunds**: in a day`. */
function tornMarks(words: string): string {
  return ['**', '__', '~~', '`'].filter((mark) => words.split(mark).length % 2 === 0).join('');
}

/** Marks of which one half stands inside the title and the other beside it: `**Refund** API`. */
function marksAround(text: string, start: number, end: number): { readonly before: number; readonly behind: number } {
  const before = /[*_~[`]*$/.exec(text.slice(Math.max(0, start - 8), start))?.[0].length ?? 0;
  const behind = /^[*_~\]`]*/.exec(text.slice(end, end + 8))?.[0].length ?? 0;
  return { before, behind };
}
