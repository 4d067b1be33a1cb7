import type { SyntaxNode } from '@lezer/common';
import { isIssueKey, issueNumberOf } from '../../ids/canonicalId';
import { splitId } from '../../ids/itemId';
import type { Span } from '../../model/span';
import { attributesIn } from './attributes';
import { LONGEST_LINE } from './boundedSource';
import { type MapEntry, plainScalar, type ScalarNode } from '../valueNode';

/** What one line of a list, heading or table cell says, in the shape of fields. */
export interface ItemText {
  readonly id: ScalarNode | undefined;
  /** Without ID, attributes, signs and the marks of Markdown; undefined when nothing else is left. */
  readonly title: ScalarNode | undefined;
  /** `owner`, `due` and so on, by the names they were written under. */
  readonly attributes: readonly MapEntry[];
  /** The status that a check box, sign or struck text gives. `[ ]` gives one too: see `isOpenBox`. */
  readonly status: ScalarNode | undefined;
  /** The status is only an empty check box, which a heading's status overrides. */
  readonly isOpenBox: boolean;
}

/** Which words count as an ID where nothing but their form tells. */
export interface IdForm {
  /** The prefixes that the file lists; undefined: any in capitals. */
  readonly keys: ReadonlySet<string> | undefined;
  /** Prefixes that were seen in plain places: only these are looked for at a line's end without brackets. */
  readonly seen: Set<string>;
}

/** Stands for characters that do not show, so that offsets in the text that shows are those of the file. */
const HIDDEN = '\uE000';

/** Reads the inline content of `parent` between two offsets of `text`. */
export function readItemText(
  text: string,
  parent: SyntaxNode | undefined,
  from: number,
  to: number,
  base: number,
  form: IdForm,
): ItemText {
  const line = new ShownText(text, base + from, base + Math.min(to, from + LONGEST_LINE));
  const found = parent ? hideMarks(line, parent, base) : { struck: undefined, links: [] };
  const box = takeBox(line);
  const sign = takeSign(line);
  const attributes = attributesIn(line);
  const id = takeId(line, form);
  const struck = found.struck && { ...plainScalar('dropped', 0), span: found.struck, inner: found.struck };
  const link = attributes.some((entry) => entry.key === 'link') ? undefined : found.links[0];
  return {
    id,
    title: titleOf(line),
    attributes: link ? [...attributes, { key: 'link', keySpan: undefined, value: link }] : attributes,
    status: (box?.text === 'todo' ? undefined : box) ?? sign ?? struck ?? box,
    isOpenBox: box?.text === 'todo' && !sign && !struck,
  };
}

/** A stretch of text of which more and more is taken out as it is understood; what is left is the title. */
export class ShownText {
  /** As it stands in the file. */
  readonly raw: string;
  /** The same, with {@link HIDDEN} for each character that is taken. */
  shown: string;

  constructor(
    text: string,
    readonly start: number,
    end: number,
  ) {
    this.raw = text.slice(start, end);
    this.shown = this.raw.replaceAll(HIDDEN, ' ');
  }

  /** Takes a stretch out, by indexes into {@link shown}. */
  take(from: number, to: number): void {
    this.shown = this.shown.slice(0, from) + HIDDEN.repeat(to - from) + this.shown.slice(to);
  }

  /** A stretch as a value, by indexes into {@link shown}. */
  scalar(from: number, to: number): ScalarNode {
    return plainScalar(this.raw.slice(from, to), this.start + from);
  }

  /** A stretch that stands for another word than it is. */
  sign(word: string, from: number, to: number): ScalarNode {
    const span: Span = { start: this.start + from, end: this.start + to };
    return { kind: 'scalar', text: word, span, inner: span };
  }
}

const MARKS = new Set([
  'EmphasisMark',
  'StrikethroughMark',
  'LinkMark',
  'LinkTitle',
  'LinkLabel',
  'ListMark',
  'TaskMarker',
  'QuoteMark',
  'HeaderMark',
  'Comment',
  'CommentBlock',
  'HTMLTag',
  'ProcessingInstruction',
  'Image',
]);

/** Blocks inside a list item that are not its own line. */
const BLOCKS = new Set(['BulletList', 'OrderedList', 'FencedCode', 'CodeBlock', 'Blockquote', 'Table', 'HTMLBlock']);

function hideMarks(
  line: ShownText,
  parent: SyntaxNode,
  base: number,
): { struck: Span | undefined; links: readonly ScalarNode[] } {
  const hidden: [number, number][] = [];
  const links: ScalarNode[] = [];
  let struck: Span | undefined;
  const end = line.start + line.raw.length;
  const cursor = parent.cursor();
  cursor.iterate((node) => {
    const from = Math.max(base + node.from, line.start) - line.start;
    const to = Math.min(base + node.to, end) - line.start;
    if (from >= to && node.from !== node.to) {
      return BLOCKS.has(node.name) ? false : undefined;
    }
    if (node.name === 'URL' || node.name === 'Autolink') {
      if (node.name === 'URL') {
        links.push(line.scalar(from, to));
      }
      hidden.push([from, to]);
    } else if (node.name === 'Strikethrough' && from <= 4) {
      struck ??= { start: line.start + from, end: line.start + to };
    } else if (node.name === 'Escape') {
      hidden.push([from, from + 1]);
    } else if (MARKS.has(node.name) && !isBoxLike(line, from)) {
      hidden.push([from, to]);
      return false;
    }
    return undefined;
  });
  hide(line, hidden);
  return { struck, links: links.filter((link) => /^[a-z][a-z0-9+.-]*:\/\//i.test(link.text)) };
}

/** All at once: taking them one by one would copy the text for each. */
function hide(line: ShownText, ranges: readonly (readonly [number, number])[]): void {
  let at = 0;
  let shown = '';
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    if (to > at) {
      const start = Math.max(from, at);
      shown += line.shown.slice(at, start) + HIDDEN.repeat(to - start);
      at = to;
    }
  }
  line.shown = shown + line.shown.slice(at);
}

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
function isBoxLike(line: ShownText, from: number): boolean {
  return from <= 3 && BOX.test(line.raw);
}

function takeBox(line: ShownText): ScalarNode | undefined {
  const match = BOX.exec(line.raw);
  const word = BOX_WORDS[match?.[1] ?? ''];
  if (!match || word === undefined) {
    return undefined;
  }
  const to = match[0].length;
  line.take(to - 3, to);
  return line.sign(word, to - 3, to);
}

const SIGNS: readonly (readonly [string, RegExp])[] = [
  ['done', /^(?:✅|☑️?|✔️?|🎉|🏁|:white_check_mark:|:heavy_check_mark:|:tada:)/u],
  ['in progress', /^(?:🚧|🏗️?|🔄|🔨|🏃|:construction:|:hammer:|:arrows_counterclockwise:)/u],
  ['dropped', /^(?:❌|✖️?|🚫|🗑️?|:x:|:no_entry_sign:)/u],
  ['blocked', /^(?:⛔|🛑|⏸️?|:no_entry:|:octagonal_sign:|:pause_button:)/u],
  ['planned', /^(?:⏳|⌛|🔜|📅|🗓️?|📋|🔲|⬜|☐|💡|:hourglass:|:hourglass_flowing_sand:|:soon:|:calendar:|:bulb:)/u],
];

/** The word for a status sign at the start of a text. */
export function signAt(text: string): { readonly word: string; readonly length: number } | undefined {
  for (const [word, pattern] of SIGNS) {
    const match = pattern.exec(text);
    if (match) {
      return { word, length: match[0].length };
    }
  }
  return undefined;
}

/** At the start of the line or at its end. */
function takeSign(line: ShownText): ScalarNode | undefined {
  const start = /^[\s\uE000]*/.exec(line.shown)?.[0].length ?? 0;
  const tail = /[^\s\uE000]{1,40}[\s\uE000]*$/.exec(line.shown.slice(-60));
  const tailStart = tail ? line.shown.length - tail[0].length : start;
  for (const at of [start, tailStart]) {
    const sign = signAt(line.shown.slice(at, at + 40));
    if (sign && (at === start || tail?.[0].replace(/[\s\uE000]+$/, '').length === sign.length)) {
      line.take(at, at + sign.length);
      return line.sign(sign.word, at, at + sign.length);
    }
  }
  return undefined;
}

const ID = '[\\p{L}][\\p{L}\\p{N}_]*(?:-[\\p{L}][\\p{L}\\p{N}_]*)*-\\d+(?:\\.\\d+)*|#[1-9]\\d{0,4}';
const ID_AT_START = new RegExp(`^[\\s\\uE000(\\[]*(${ID})[)\\]]?(?=$|[\\s\\uE000:,])`, 'u');
const ID_AT_END = new RegExp(`(?<![\\p{L}\\p{N}_#-])(${ID})[\\s\\uE000)\\].]*$`, 'u');
/** A line that is all one word would make the pattern above walk it again for each letter. */
const LONGEST_ID = 80;

function takeId(line: ShownText, form: IdForm): ScalarNode | undefined {
  const first = ID_AT_START.exec(line.shown.slice(0, 2 * LONGEST_ID));
  if (first?.[1] && isId(first[1], form, true)) {
    const from = first[0].indexOf(first[1]);
    line.take(0, first[0].length);
    return line.scalar(from, from + first[1].length);
  }
  const offset = Math.max(0, line.shown.length - LONGEST_ID);
  const last = ID_AT_END.exec(line.shown.slice(offset));
  if (last?.[1]) {
    const from = offset + last.index;
    const isBracketed = /[([][`*_]*$/.test(line.raw.slice(0, from));
    if (isId(last[1], form, isBracketed)) {
      const bracket = line.shown[from - 1] === '(' || line.shown[from - 1] === '[' ? 1 : 0;
      line.take(from - bracket, line.shown.length);
      return line.scalar(from, from + last[1].length);
    }
  }
  return undefined;
}

function isId(id: string, form: IdForm, isPlainPlace: boolean): boolean {
  if (issueNumberOf(id) !== undefined) {
    return isPlainPlace && (form.keys === undefined || [...form.keys].some(isIssueKey));
  }
  const key = splitId(id)?.key;
  if (key === undefined) {
    return false;
  }
  if (form.keys) {
    return form.keys.has(key);
  }
  const fits = key === key.toUpperCase();
  if (fits && isPlainPlace) {
    form.seen.add(key);
  }
  return fits && (isPlainPlace || form.seen.has(key));
}

/** Separators that are left where something was taken out. */
const EDGES = /^[\s\uE000:–—,-]+|[\s\uE000:–—,-]+$/g;

function titleOf(line: ShownText): ScalarNode | undefined {
  const start = /^[\s\uE000:–—,-]*/.exec(line.shown)?.[0].length ?? 0;
  const kept = line.shown.replace(EDGES, '');
  if (kept === '') {
    return undefined;
  }
  const text = kept.replaceAll(HIDDEN, '').replace(/\s+/g, ' ').trim();
  return text === '' ? undefined : line.sign(text, start, start + kept.length);
}
