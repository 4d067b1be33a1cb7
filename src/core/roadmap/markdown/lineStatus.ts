import type { StatusCategory } from '../../model/status';
import { categoryOfStatus, statusKey } from '../statusNames';
import type { ScalarNode } from '../valueNode';
import type { ShownText } from './shownText';
import { decorationLength, signAt } from './signs';
import { STATUS_HEADINGS } from './statusHeadings';

const BOX = /^[\s\uE000]*\[([ xX~/>!-])\](?=\s|$)/;

const BOX_WORDS: Readonly<Record<string, string>> = {
  ' ': 'todo',
  x: 'done',
  X: 'done',
  '-': 'dropped',
  '~': 'in progress',
  '/': 'in progress',
  '>': 'planned',
  '!': 'blocked',
};

/** `[-]` looks like a link to the parser, and like a check box to people. */
export function isBoxLike(line: ShownText, from: number): boolean {
  return from <= 3 && BOX.test(line.raw);
}

/** Takes a check box at the start: its status, as a word; `todo` for an empty one. */
export function takeBox(line: ShownText): ScalarNode | undefined {
  const match = BOX.exec(line.raw);
  const word = BOX_WORDS[match?.[1] ?? ''];
  if (!match || word === undefined) {
    return undefined;
  }
  const to = match[0].length;
  line.take(to - 3, to);
  return line.sign(word, to - 3, to);
}

/** Takes a status sign at the start of the line, with the words for it (`✅ Shipped – Refunds`), or at its end. */
export function takeSign(line: ShownText): ScalarNode | undefined {
  const start = /^[\s\uE000]*/.exec(line.shown)?.[0].length ?? 0;
  const first = signAt(line.shown.slice(start, start + SIGN_LENGTH));
  if (first) {
    line.take(start, start + first.length);
    return takeStatusWords(line, start + first.length) ?? line.sign(first.word, start, start + first.length);
  }
  if (!MAY_END_IN_SIGN.test(line.shown.slice(-4))) {
    return undefined;
  }
  const tail = /[^\s\uE000]{1,40}[\s\uE000]*$/.exec(line.shown.slice(-60));
  const tailStart = tail ? line.shown.length - tail[0].length : start;
  const last = tail && signAt(tail[0]);
  if (last && tail[0].replace(/[\s\uE000]+$/, '').length === last.length) {
    line.take(tailStart, tailStart + last.length);
    return line.sign(last.word, tailStart, tailStart + last.length);
  }
  return undefined;
}

const SIGN_LENGTH = 80;
const MAY_END_IN_SIGN = /[\u2000-\uFFFF]|:/;

/** The status in words between a sign and the title. */
function takeStatusWords(line: ShownText, from: number): ScalarNode | undefined {
  const match = /^([\s\uE000]*)(\p{L}[\p{L} -]{1,29}?)[\s\uE000]*(?:[—–:|]|-(?=\s))/u.exec(
    line.shown.slice(from, from + 80),
  );
  const [whole, gap = '', words = ''] = match ?? [];
  if (whole === undefined || !categoryOfStatus(words, NO_OWN_STATUSES)) {
    return undefined;
  }
  const start = from + gap.length;
  line.take(from, from + whole.length);
  return line.scalar(start, start + words.length);
}

const NO_OWN_STATUSES: ReadonlyMap<string, StatusCategory> = new Map();

/** `– SHIPPED`, `(próximo)` */
const ENDING_STATUS =
  /(?<=\S[\s\uE000]*)(?:(?:[—–|]|\s-\s)[\s\uE000]*(\p{L}[\p{L} ]{1,29})|\((\p{L}[\p{L} ]{1,29})\))[\s\uE000]*$/u;

/** Takes the number and the picture before a heading's words, and gives the status behind them: `1. Refunds — SHIPPED`. */
export function takeHeadingEdges(line: ShownText): ScalarNode | undefined {
  line.take(0, decorationLength(line.shown));
  const number = /^[\s\uE000]*(?:\(?\d{1,3}(?:\.\d{1,3})*[.)]\s+|[一二三四五六七八九十]{1,3}[、.]\s*)/.exec(
    line.shown.slice(0, 200),
  );
  line.take(0, number?.[0].length ?? 0);
  line.take(0, decorationLength(line.shown));
  const tailStart = Math.max(0, line.shown.length - 60);
  const end = line.shown.slice(tailStart);
  const match = /[—–|)-]/.test(end) ? ENDING_STATUS.exec(end) : null;
  const words = match?.[1] ?? match?.[2] ?? '';
  const category = STATUS_HEADINGS.get(statusKey(words));
  if (!match || category === undefined) {
    return undefined;
  }
  const from = tailStart + match.index + match[0].lastIndexOf(words);
  line.take(tailStart + match.index, line.shown.length);
  const isKnown = categoryOfStatus(words, NO_OWN_STATUSES) !== undefined;
  return line.sign(isKnown ? words.trimEnd() : category, from, from + words.trimEnd().length);
}
