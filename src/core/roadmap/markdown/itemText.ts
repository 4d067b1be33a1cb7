import type { SyntaxNode } from '@lezer/common';
import { isIssueKey, issueNumberOf } from '../../ids/canonicalId';
import { splitId } from '../../ids/itemId';
import type { Span } from '../../model/span';
import type { StatusCategory } from '../../model/status';
import { fieldNamed } from '../fields';
import { categoryOfStatus, statusKey } from '../statusNames';
import { type MapEntry, plainScalar, type ScalarNode } from '../valueNode';
import { attributesIn } from './attributes';
import { LONGEST_LINE } from './boundedSource';
import { issueAt, type LinkedId } from './issueLinks';
import { RELEASE_NAME } from './releaseNames';
import { decorationLength, signAt } from './signs';
import { STATUS_HEADINGS } from './statusHeadings';

/** What one line of a list, heading or table cell says, in the shape of fields. */
export interface ItemText {
  readonly id: ScalarNode | undefined;
  /** Without ID, attributes, signs and the marks of Markdown; undefined when nothing else is left. */
  readonly title: ScalarNode | undefined;
  /** What follows the title on its line: `**Title**: text`. */
  readonly description: ScalarNode | undefined;
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
  /** Set where what a line says depends on other lines: on the prefixes seen before, or on where other links lead. */
  readonly ties: { found: boolean };
}

/** Stands for characters that do not show, so that offsets in the text that shows are those of the file. */
const HIDDEN = '\uE000';

/**
 * Reads the inline content of `parent` between two offsets of `text`.
 *
 * @param place a heading may start with a number or a picture, and end with its status
 */
export function readItemText(
  text: string,
  parent: SyntaxNode | undefined,
  from: number,
  to: number,
  base: number,
  form: IdForm,
  place: 'line' | 'heading' = 'line',
): ItemText {
  const line = new ShownText(text, base + from, base + Math.min(to, from + LONGEST_LINE));
  return itemTextOf(line, parent ? hideMarks(line, parent, base) : NO_MARKS, form, place);
}

/** The same of words between two tags of HTML. Offsets are of the whole text. */
export function readHtmlText(text: string, from: number, to: number, form: IdForm, isHeading: boolean): ItemText {
  const line = new ShownText(text, from, Math.min(to, from + LONGEST_LINE));
  const tags = [...line.raw.matchAll(/<[^<>]*>|&nbsp;/g)].map((match): [number, number] => [
    match.index,
    match.index + match[0].length,
  ]);
  hide(line, tags);
  return itemTextOf(line, NO_MARKS, form, isHeading ? 'heading' : 'line');
}

function itemTextOf(line: ShownText, found: Marks, form: IdForm, place: 'line' | 'heading'): ItemText {
  const box = takeBox(line);
  const sign = takeSign(line);
  const attributes = attributesIn(line);
  const linked = takeLinkedId(line, found.issues, form);
  const id = takeId(line, form) ?? found.commentId ?? linked;
  const ending = place === 'heading' ? takeHeadingEdges(line) : undefined;
  const struck = found.struck && { ...plainScalar('dropped', 0), span: found.struck, inner: found.struck };
  const link = attributes.some((entry) => entry.key === 'link') ? undefined : found.links[0];
  const sure = ending ?? sign ?? struck;
  return {
    id,
    ...(place === 'heading'
      ? { title: wordsOf(line, 0, line.shown.length), description: undefined }
      : titleAndDescription(line, found.lead)),
    attributes: link ? [...attributes, { key: 'link', keySpan: undefined, value: link }] : attributes,
    status: (box?.text === 'todo' ? undefined : box) ?? sure ?? box,
    isOpenBox: box?.text === 'todo' && !sure,
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

  /** All of it as a value, without the space around it; undefined when there is nothing else. */
  words(): ScalarNode | undefined {
    const text = this.raw.trim();
    const from = this.raw.indexOf(text);
    return text === '' ? undefined : this.scalar(from, from + text.length);
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

/** What the marks of a line say beside its words. Offsets are indexes into the line. */
interface Marks {
  readonly struck: Span | undefined;
  readonly links: readonly ScalarNode[];
  /** The ID in a comment: `<!-- id: PAY-12 -->`. */
  readonly commentId: ScalarNode | undefined;
  /** Links to issues. */
  readonly issues: readonly IssueLink[];
  /** Where the first words in bold, in code or of a link stand. */
  readonly lead: { readonly from: number; readonly to: number } | undefined;
}

const NO_MARKS: Marks = { struck: undefined, links: [], issues: [], commentId: undefined, lead: undefined };

/** A link whose address is of an issue, with the words that show for it. */
interface IssueLink {
  readonly id: LinkedId;
  readonly from: number;
  readonly to: number;
}

const LEADS = new Set(['StrongEmphasis', 'InlineCode', 'Link']);

function hideMarks(line: ShownText, parent: SyntaxNode, base: number): Marks {
  const hidden: [number, number][] = [];
  const links: ScalarNode[] = [];
  let struck: Span | undefined;
  let commentId: ScalarNode | undefined;
  let lead: Marks['lead'];
  let inLink: Marks['lead'];
  const issues: IssueLink[] = [];
  const end = line.start + line.raw.length;
  const cursor = parent.cursor();
  cursor.iterate((node) => {
    const from = Math.max(base + node.from, line.start) - line.start;
    const to = Math.min(base + node.to, end) - line.start;
    if (from >= to && node.from !== node.to) {
      return BLOCKS.has(node.name) ? false : undefined;
    }
    if (node.name === 'Link') {
      inLink = { from, to };
    }
    if (LEADS.has(node.name)) {
      lead ??= { from, to };
    }
    if (node.name === 'URL' || node.name === 'Autolink') {
      if (node.name === 'URL') {
        const link = line.scalar(from, to);
        links.push(link);
        issues.push(...issueLink(line, link, inLink ?? { from, to }));
      }
      hidden.push([from, to]);
    } else if (node.name === 'Strikethrough' && from <= 4) {
      struck ??= { start: line.start + from, end: line.start + to };
    } else if (node.name === 'Escape') {
      hidden.push([from, from + 1]);
    } else if (MARKS.has(node.name) && !isBoxLike(line, from)) {
      hidden.push([from, to]);
      commentId ??= node.name === 'Comment' ? idInComment(line, from, to) : undefined;
      return false;
    }
    return undefined;
  });
  hide(line, hidden);
  const bare = links.length === 0 ? takeBareAddress(line) : undefined;
  if (bare) {
    const at = bare.span.start - line.start;
    links.push(bare);
    issues.push(...issueLink(line, bare, { from: at, to: at + bare.text.length }));
  }
  return { struck, links: links.filter((link) => ADDRESS.test(link.text)), issues, commentId, lead };
}

const ADDRESS = /^[a-z][a-z0-9+.-]*:\/\//i;

function issueLink(
  line: ShownText,
  link: ScalarNode,
  { from, to }: { readonly from: number; readonly to: number },
): IssueLink[] {
  const issue = issueAt(link.text);
  if (!issue) {
    return [];
  }
  const shown = line.raw.slice(from, to).indexOf(issue.text);
  const start = shown >= 0 && from + shown < link.span.start - line.start ? from + shown : link.span.start - line.start;
  const length = start < link.span.start - line.start ? issue.text.length : link.text.length;
  return [{ id: { ...line.sign(issue.text, start, start + length), project: issue.project }, from, to }];
}

/** An address without marks at the end of a line, or all of it. */
function takeBareAddress(line: ShownText): ScalarNode | undefined {
  const at = line.shown.lastIndexOf('://');
  const match =
    at > 0
      ? /(?:^|[\s\uE000(])(https?:\/\/[^\s\uE000()<>`"]+)\)?[\s\uE000.]*$/i.exec(line.shown.slice(Math.max(0, at - 7)))
      : null;
  const address = match?.[1];
  if (!match || address === undefined) {
    return undefined;
  }
  const from = line.shown.lastIndexOf(address);
  const rest = line.shown.slice(0, from).replace(/[\s\uE000(:–—-]+$/, '');
  // `use https://…` would say nothing without it.
  const hasWords = (rest.match(/[\p{L}\p{N}]{2,}/gu)?.length ?? 0) > 1;
  if (hasWords || issueAt(address)) {
    line.take(/[\p{L}\p{N}]/u.test(rest) ? rest.length : from, line.shown.length);
  }
  return line.scalar(from, from + address.length);
}

/**
 * The ID of the issue that a line is a link to, or that a link at its end names. Words in between name other issues. What shows
 * for the number alone is no part of the title.
 */
function takeLinkedId(line: ShownText, issues: readonly IssueLink[], form: IdForm): LinkedId | undefined {
  const start = /^[\s\uE000]*/.exec(line.shown)?.[0].length ?? 0;
  const found = issues.find(({ from, to }) => from <= start || !/[\p{L}\p{N}]/u.test(line.shown.slice(to)));
  if (!found || !isId(found.id.text, { ...form, seen: new Set() }, true)) {
    return undefined;
  }
  form.ties.found = true;
  const words = line.shown.slice(found.from, found.to).replace(/[\s\uE000()[\]]/g, '');
  if (words === '' || /^(?:[\w.-]+\/[\w.-]+)?#\d+$/.test(words) || words === found.id.text) {
    const before = /[\s\uE000(]*$/.exec(line.shown.slice(Math.max(0, found.from - 10), found.from))?.[0].length ?? 0;
    const after = /^[\s\uE000)]*/.exec(line.shown.slice(found.to))?.[0].length ?? 0;
    line.take(found.from - before, found.to + after);
  }
  return found.id;
}

function idInComment(line: ShownText, from: number, to: number): ScalarNode | undefined {
  const match = /^<!--+\s*id\s*[:=]\s*([^\s<>]{1,80})\s*-->$/i.exec(line.raw.slice(from, Math.min(to, from + 200)));
  const at = from + (match?.[0].indexOf(match[1] ?? '', 4) ?? 0);
  return match?.[1] === undefined ? undefined : line.scalar(at, at + match[1].length);
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
function takeHeadingEdges(line: ShownText): ScalarNode | undefined {
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
      const brackets = /[\s\uE000([]*$/.exec(line.shown.slice(Math.max(0, from - 10), from))?.[0].length ?? 0;
      line.take(from - brackets, line.shown.length);
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
  form.ties.found ||= fits && !isPlainPlace;
  if (fits && isPlainPlace) {
    form.seen.add(key);
  }
  return fits && (isPlainPlace || form.seen.has(key));
}

/** Separators that are left where something was taken out. */
const EDGES = /^[\s\uE000:–—,-]+|[\s\uE000:–—,-]+$/g;

function titleAndDescription(line: ShownText, lead: Marks['lead']): Pick<ItemText, 'title' | 'description'> {
  const start = /^[\s\uE000:–—,-]*/.exec(line.shown)?.[0].length ?? 0;
  const split = splitAt(line, start, lead);
  return {
    title: wordsOf(line, 0, split?.titleEnd ?? line.shown.length),
    description: split && wordsOf(line, split.textStart, line.shown.length),
  };
}

/** Words without the marks between them, and without the separators around them. */
export function wordsOf(line: ShownText, from: number, to: number): ScalarNode | undefined {
  const shown = from === 0 && to === line.shown.length ? line.shown : line.shown.slice(from, to);
  const start = /^[\s\uE000:–—,-]*/.exec(shown)?.[0].length ?? 0;
  const kept = shown.replace(EDGES, '');
  if (kept === '') {
    return undefined;
  }
  const text = kept
    .replaceAll(HIDDEN, '')
    .replace(/\s+/g, ' ')
    .replace(ENTITY, (whole, name: string) => ENTITIES[name] ?? whole)
    .trim();
  return text === '' ? undefined : line.sign(text, from + start, from + start + kept.length);
}

const ENTITY = /&(amp|lt|gt|quot|#39);/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

interface Split {
  readonly titleEnd: number;
  readonly textStart: number;
}

/** So many words behind a plain title are a description of it; fewer belong to it: `API: pages of results`. */
const FEWEST_WORDS = 6;
const LONGEST_TITLE = 80;

/**
 * Where a title ends and its description begins. Words in bold, in code or of a link are a title when a sign or an end of
 * sentence follows; plain ones when they are short and what follows is long.
 */
function splitAt(line: ShownText, start: number, lead: Marks['lead']): Split | undefined {
  if (lead && lead.from <= start && lead.to > start) {
    const rest = line.shown.slice(lead.to);
    const sign = /^[\s\uE000]*(?:[:–—]|-\s|\.(?=\s|$))[\s\uE000]*/.exec(rest);
    const inside = sign ? undefined : /[:.][\s\uE000]*$/.exec(line.shown.slice(start, lead.to));
    const textStart = lead.to + (sign?.[0].length ?? 0);
    const hasBoth = (sign ?? inside) && /[\p{L}\p{N}]/u.test(line.shown.slice(textStart));
    return hasBoth ? { titleEnd: lead.to, textStart } : undefined;
  }
  const match = /^([^:–—\n]{2,80}?)[\s\uE000]*(?::|\s[–—]|\s-)\s/.exec(
    line.shown.slice(start, start + LONGEST_TITLE + 5),
  );
  const title = match?.[1]?.replaceAll(HIDDEN, '').trim() ?? '';
  const isOpen = title.lastIndexOf('(') > title.lastIndexOf(')');
  if (!match || isOpen || !/^[^\p{Ll}\s]/u.test(title) || title.split(/\s+/).length > FEWEST_WORDS) {
    return undefined;
  }
  const textStart = start + match[0].length;
  const words = line.shown.slice(textStart).match(/[^\s\uE000]+/g)?.length ?? 0;
  const isTitle = words >= FEWEST_WORDS && !fieldNamed('story', title) && !RELEASE_NAME.test(title);
  return isTitle ? { titleEnd: start + (match[1]?.length ?? 0), textStart } : undefined;
}
