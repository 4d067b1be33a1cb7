import { endOfLineUpTo, startOfLine } from '../model/lineEnds';
import type { Span } from '../model/span';
import type { FieldOwner } from '../roadmap/fields';
import { type AuthoringPlace, isQuote, type Quote } from './place';
import { isBlank, skipBlanks, trimBlanks } from './textLines';
import { endOfQuoted, plainWords } from './yamlLine';
import { canonicalNames, insideOf, type Step } from './structure';

export interface FlowStart {
  /** Where its first bracket stands. */
  readonly from: number;
  /** What leads to it. */
  readonly steps: readonly Step[];
  /** What is at the top of those steps. */
  readonly top: FieldOwner;
  readonly json: boolean;
  /** A line that is not indented deeper ends it although no bracket does; -1 where indentation says nothing. */
  readonly floor: number;
  readonly limit: number;
}

/**
 * The place of an offset between the brackets that open at `from`, in YAML or JSON.
 *
 * @returns `closed` when the brackets end before the offset, undefined when there is nothing to be said of the place
 */
export function flowPlace(text: string, start: FlowStart, offset: number): AuthoringPlace | 'closed' | undefined {
  const scan = new FlowScan(text, start);
  scan.run(offset);
  const frame = scan.frames.at(-1);
  if (!frame) {
    return 'closed';
  }
  const typed = scan.inComment ? undefined : typedAt(text, scan, frame, offset, start.limit);
  if (!typed) {
    return undefined;
  }
  const notation = start.json ? 'json' : 'flow';
  const steps = [...start.steps, ...scan.frames.flatMap(stepsOf)];
  const inside = insideOf(steps, start.top);
  const beside = besides(text, start, frame, typed.end);
  const { word, quote } = typed;
  if (inside?.at === 'fields' && frame.key === undefined) {
    const colon = skipBlanks(text, typed.end, start.limit);
    const present = canonicalNames(inside.owner, beside.keys);
    const hasColon = text[colon] === ':';
    return { kind: 'key', owner: inside.owner, notation, word, quote, present, hasColon, before: '', column: 0 };
  }
  if (inside?.at === 'value' && (frame.isList || frame.key !== undefined)) {
    const before = frame.key !== undefined && offset === frame.segment && text[offset - 1] === ':' ? ' ' : '';
    const listed = frame.isList ? beside.words : [];
    return { kind: 'value', owner: inside.owner, field: inside.field, notation, word, quote, listed, before };
  }
  return undefined;
}

interface Frame {
  readonly isList: boolean;
  /** The key whose value is being read. */
  key: string | undefined;
  /** Keys of a mapping, words of a list, so far. */
  readonly past: string[];
  /** Where the present key, value or entry begins. */
  segment: number;
}

function stepsOf({ isList, key }: Frame): Step[] {
  if (isList) {
    return ['entry'];
  }
  return key === undefined ? [] : [{ key }];
}

/** Words longer than this name nothing. */
const LONGEST_WORDS = 200;

/** Reads brackets, commas and colons up to an offset, and knows what is open there. */
class FlowScan {
  readonly frames: Frame[] = [];
  /** The quote in which the run ended. */
  openQuote: number | undefined;
  inComment = false;
  private at: number;
  /** Nothing but blanks since the segment's beginning. */
  private isFresh = true;

  constructor(
    private readonly text: string,
    private readonly start: FlowStart,
    frame?: Frame,
    from = start.from,
  ) {
    this.at = from;
    if (frame) {
      this.frames.push(frame);
    }
  }

  /** Stops early where the brackets end. */
  run(until: number): void {
    const { text } = this;
    while (this.at < until) {
      const code = text.charCodeAt(this.at);
      if (code === SPACE || code === TAB) {
        this.at++;
      } else if (code === LINE_FEED || code === CARRIAGE_RETURN) {
        this.at = skipWhite(text, this.at, this.start.limit);
        if (this.start.floor >= 0 && this.endsBefore(this.at)) {
          this.frames.length = 0;
        }
      } else if (isPlain(code)) {
        this.isFresh = false;
        this.at++;
      } else {
        this.takeSign(text[this.at] ?? '', until);
      }
      if (this.frames.length === 0) {
        return;
      }
    }
  }

  private takeSign(character: string, until: number): void {
    if (isQuote(character) && this.isFresh) {
      this.passQuoted(until);
    } else if (this.isComment(character)) {
      this.passComment(until);
    } else {
      this.take(character);
      this.at++;
    }
  }

  private take(character: string): void {
    const frame = this.frames.at(-1);
    switch (character) {
      case '[':
      case '{':
        this.frames.push({ isList: character === '[', key: undefined, past: [], segment: this.at + 1 });
        this.isFresh = true;
        break;
      case ']':
      case '}':
        this.endSegment(frame);
        this.frames.pop();
        this.isFresh = false;
        break;
      case ',':
        this.endSegment(frame);
        break;
      case ':':
        if (frame && !frame.isList && frame.key === undefined && this.isColon()) {
          frame.key = this.wordsOf(frame);
          frame.past.push(frame.key);
          this.beginSegment(frame);
        }
        break;
      default:
        this.isFresh = false;
    }
  }

  private endSegment(frame: Frame | undefined): void {
    if (frame) {
      if (frame.isList) {
        frame.past.push(this.wordsOf(frame));
      }
      frame.key = undefined;
      this.beginSegment(frame);
    }
  }

  private beginSegment(frame: Frame): void {
    frame.segment = this.at + 1;
    this.isFresh = true;
  }

  private wordsOf({ segment }: Frame): string {
    return plainWords(this.text.slice(segment, Math.min(this.at, segment + LONGEST_WORDS)));
  }

  private isColon(): boolean {
    const next = this.text[this.at + 1];
    return next === undefined || /[\s,[\]{}"']/.test(next) || isQuote(this.text[this.at - 1]);
  }

  private passQuoted(until: number): void {
    const close = endOfQuoted(this.text, this.at, this.start.limit);
    if (close !== undefined && close < until) {
      this.at = close + 1;
    } else if (close === undefined && endOfLineUpTo(this.text, this.at, this.start.limit) < until) {
      // A quote that is not closed on its line is a mistake, not the rest of the file.
      this.at++;
    } else {
      this.openQuote = this.at;
      this.at = until;
    }
    this.isFresh = false;
  }

  private isComment(character: string): boolean {
    if (this.start.json) {
      return character === '/' && (this.text[this.at + 1] === '/' || this.text[this.at + 1] === '*');
    }
    return character === '#' && /\s/.test(this.text[this.at - 1] ?? ' ');
  }

  private passComment(until: number): void {
    const { text, at } = this;
    const close = text[at + 1] === '*' && this.start.json ? text.indexOf('*/', at) : -1;
    const end = close < 0 ? endOfLineUpTo(text, at, this.start.limit) : close + 2;
    // `#1` may be the beginning of an issue's number.
    this.inComment = end >= until && !/^#\d{0,9}$/.test(text.slice(at, Math.min(until, at + 12)));
    this.at = Math.min(end, until);
  }

  /** Whether a line that begins with these words is more than an unclosed bracket can hold. */
  private endsBefore(content: number): boolean {
    const { text } = this;
    const column = content - startOfLine(text, content);
    return content < this.start.limit && column <= this.start.floor && !']}'.includes(text[content] ?? ']');
  }
}

const TAB = 9;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;

/** False for every character that a bracket, quote, comment, comma or colon begins with. */
function isPlain(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code > 127;
}

interface Typed {
  readonly word: Span;
  readonly quote: Quote | undefined;
  /** Where the word and its closing quote end. */
  readonly end: number;
}

/** The word at the offset, where there is one; undefined: the offset stands behind a closed quote. */
function typedAt(text: string, scan: FlowScan, frame: Frame, offset: number, limit: number): Typed | undefined {
  const lineEnd = endOfLineUpTo(text, offset, limit);
  const first = skipWhite(text, frame.segment, offset);
  if (scan.openQuote !== undefined) {
    const quote = text[scan.openQuote];
    const close = endOfQuoted(text, scan.openQuote, lineEnd);
    const end = close ?? endOfPlain(text, offset, lineEnd);
    return isQuote(quote)
      ? { word: { start: scan.openQuote + 1, end }, quote, end: close === undefined ? end : close + 1 }
      : undefined;
  }
  // Behind a closed quote, or on another line than the words before.
  if (first < offset && (isQuote(text[first]) || first < startOfLine(text, offset))) {
    return undefined;
  }
  if (first === offset && isQuote(text[offset])) {
    // Before a quoted word: it is meant.
    const close = endOfQuoted(text, offset, lineEnd);
    return close === undefined
      ? undefined
      : { word: { start: offset, end: close + 1 }, quote: undefined, end: close + 1 };
  }
  const end = endOfPlain(text, offset, lineEnd);
  return { word: { start: first, end }, quote: undefined, end };
}

/** Where a word without quotes ends: before a comma, a bracket, a colon or a comment. */
function endOfPlain(text: string, from: number, lineEnd: number): number {
  let at = from;
  while (at < lineEnd && !',]}[{'.includes(text[at] ?? ',')) {
    const isColon = text[at] === ':' && (at + 1 === lineEnd || isBlank(text[at + 1]));
    if (isColon || (text[at] === '#' && isBlank(text[at - 1]) && at > from)) {
      break;
    }
    at++;
  }
  return trimBlanks(text, at, from);
}

/** What stands in the same brackets: before the place, and behind it as far as they can be read. */
function besides(text: string, start: FlowStart, frame: Frame, from: number): { keys: string[]; words: string[] } {
  const rest: Frame = { isList: frame.isList, key: frame.key ?? '', past: [], segment: from };
  const scan = new FlowScan(text, start, rest, from);
  scan.run(start.limit);
  const past = frame.key === undefined ? frame.past : frame.past.slice(0, -1);
  const all = [...past, ...rest.past].filter((words) => words !== '');
  return { keys: frame.isList ? [] : all, words: frame.isList ? all : [] };
}

function skipWhite(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && isWhite(text.charCodeAt(at))) {
    at++;
  }
  return at;
}

function isWhite(code: number): boolean {
  return code === SPACE || code === TAB || code === LINE_FEED || code === CARRIAGE_RETURN;
}
