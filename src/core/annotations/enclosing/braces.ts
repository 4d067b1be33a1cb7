import type { Span } from '../../model/span';
import type { HeadName, HeadReader } from './heads';
import { headBefore, headFrom } from './headText';
import { endOfPassed, type Passed } from './passed';

/** How a language with braces says what they enclose. */
export interface BraceShape {
  readonly read: HeadReader;
  /** Statements end with their line, so that a declaration begins and has its name on one line. */
  readonly lines: boolean;
  /** A method names its type in brackets before its own name. */
  readonly receiver?: boolean;
  /** Functions are declared without a body outside of types too. */
  readonly prototypes?: boolean;
  /** Branches of `#if` may open the same brace twice; only the first branch is followed. */
  readonly directives?: boolean;
}

/** Deeper braces are not looked at: what encloses them is told by these. */
const DEEPEST = 40;

/** How many names are said: `Outer.Inner.method`. */
const MOST_NAMES = 4;

/**
 * The names of what encloses each comment, from its braces alone: `PaymentGateway.refund`. A comment right above a declaration
 * belongs to it. Takes time linear in the text up to the last comment.
 *
 * @param comments in order
 * @returns one name a comment; undefined where nothing that has a name encloses it, or where it is doubtful
 */
export function namesByBraces(
  text: string,
  passed: Passed,
  comments: readonly Span[],
  shape: BraceShape,
): (string | undefined)[] {
  const skipped = shape.directives ? withoutOtherBranches(text, passed) : passed;
  const names = new Map<number, HeadName | undefined>();
  const stack: number[] = [];
  const braces = bracesOf(text, skipped);
  let brace = braces.next();
  return comments.map((comment) => {
    for (; brace.done !== true && brace.value < comment.start; brace = braces.next()) {
      if (text.charAt(brace.value) === '{') {
        stack.push(brace.value);
      } else {
        stack.pop();
      }
    }
    const chain: HeadName[] = [];
    for (const open of stack.slice(-DEEPEST)) {
      if (!names.has(open)) {
        names.set(open, nameBefore(text, open, skipped, shape, chain.at(-1)?.kind === 'type'));
      }
      const name = names.get(open);
      if (name) {
        chain.push(name);
      }
    }
    const isDirectlyInType = stack.length === 0 || names.get(stack.at(-1) ?? 0)?.kind === 'type';
    const own = nameBelow(text, comment, skipped, shape, isDirectlyInType, stack.length === 0);
    const all = [...chain, ...(own ? [own] : [])];
    return all.length === 0
      ? undefined
      : all
          .slice(-MOST_NAMES)
          .map(({ name }) => name)
          .join('.');
  });
}

/** Offsets of the braces of code, in order. */
function* bracesOf(text: string, passed: Passed): Generator<number, undefined> {
  let stretch = 0;
  let open = text.indexOf('{');
  let close = text.indexOf('}');
  while (open !== -1 || close !== -1) {
    const at = close === -1 || (open !== -1 && open < close) ? open : close;
    while ((passed[stretch + 1] ?? Number.POSITIVE_INFINITY) <= at) {
      stretch += 2;
    }
    const isCode = (passed[stretch] ?? Number.POSITIVE_INFINITY) > at;
    // The end of a string or comment is as far as one can go at once.
    const next = isCode ? at + 1 : (passed[stretch + 1] ?? at + 1);
    if (isCode) {
      yield at;
    }
    open = open === -1 || open >= next ? open : text.indexOf('{', next);
    close = close === -1 || close >= next ? close : text.indexOf('}', next);
  }
  return undefined;
}

function nameBefore(
  text: string,
  brace: number,
  passed: Passed,
  { read, receiver, directives }: BraceShape,
  inType: boolean,
): HeadName | undefined {
  const words = headBefore(text, brace, passed);
  const name = read(directives ? words.replace(/^[ \t]*#.*$/gm, '') : words, inType);
  return name && receiver ? withReceiver(text.slice(Math.max(0, brace - FARTHEST_RECEIVER), brace), name) : name;
}

const FARTHEST_RECEIVER = 1_000;

/** `func (s *Server) refund(` is `Server.refund`. */
function withReceiver(text: string, { name, ...rest }: HeadName): HeadName {
  const pattern = new RegExp(`\\bfunc\\s*\\(\\s*(?:\\w+\\s+)?\\*?\\s*(\\w+)[^()]{0,100}\\)\\s*${name}\\b`, 'g');
  const type = [...text.matchAll(pattern)].at(-1)?.[1];
  return { name: type === undefined ? name : `${type}.${name}`, ...rest };
}

/** What a comment with a line of its own is written above; undefined: no declaration begins on the next line. */
function nameBelow(
  text: string,
  comment: Span,
  passed: Passed,
  shape: BraceShape,
  inType: boolean,
  outermost: boolean,
): HeadName | undefined {
  const start = beginsLine(text, comment.start) ? codeBelow(text, comment.end, passed) : undefined;
  const head = start === undefined ? undefined : headFrom(text, start, passed);
  if (start === undefined || !head) {
    return undefined;
  }
  const name = shape.read(head.words, inType && !outermost);
  if (!name || (head.closed === ';' && !(inType && (!outermost || shape.prototypes)))) {
    return undefined;
  }
  const before = head.words.slice(0, name.index).replace(ATTRIBUTES, '');
  const isOther = OTHER_STATEMENT.test(before) || (shape.lines && before.includes('\n'));
  return isOther ? undefined : shape.receiver ? withReceiver(text.slice(start, head.end), name) : name;
}

/** An empty line, or a directive of a preprocessor, before the name: the declaration is not the next thing. */
const OTHER_STATEMENT = /\n\s*\n|^\s*#/m;

/** Decorators, annotations and attributes, which have lines of their own. */
const ATTRIBUTES = /^(?:(?:@[\w$.:]+(?:\(\))?|#\[\]|\[\])\s*)+/;

function beginsLine(text: string, offset: number): boolean {
  let at = offset - 1;
  while (at >= 0 && (text.charAt(at) === ' ' || text.charAt(at) === '\t')) {
    at--;
  }
  return at < 0 || text.charAt(at) === '\n' || text.charAt(at) === '\r';
}

/** The next code behind a comment, over further comments; undefined: an empty line comes first, or too much else. */
function codeBelow(text: string, from: number, passed: Passed): number | undefined {
  let lineEnds = 0;
  for (let at = from; at < Math.min(text.length, from + FARTHEST_CODE); at++) {
    const end = endOfPassed(passed, at);
    const letter = text.charAt(at);
    if (end !== undefined) {
      lineEnds = 0;
      at = end - 1;
    } else if (letter === '\n') {
      if (++lineEnds > 1) {
        return undefined;
      }
    } else if (letter.trim() !== '') {
      return at;
    }
  }
  return undefined;
}

const FARTHEST_CODE = 2_000;

const DIRECTIVE = /^[ \t]*#[ \t]*(?:(if)|(else|elif)|(endif))/gm;

/** The branches of `#if … #else … #endif` but for the first count as no code, or a brace would be opened twice. */
function withoutOtherBranches(text: string, passed: Passed): Passed {
  if (!/^[ \t]*#[ \t]*el/m.test(text)) {
    return passed;
  }
  const left: number[] = [];
  /** For each `#if` that is open where its second branch begins. */
  const stack: (number | undefined)[] = [];
  let branches = 0;
  DIRECTIVE.lastIndex = 0;
  for (let match = DIRECTIVE.exec(text); match; match = DIRECTIVE.exec(text)) {
    if (match[1] !== undefined) {
      stack.push(undefined);
    } else if (match[2] !== undefined && stack.length > 0) {
      branches += stack.at(-1) === undefined ? 1 : 0;
      stack[stack.length - 1] ??= match.index;
    } else if (match[3] !== undefined) {
      const from = stack.pop();
      branches -= from === undefined ? 0 : 1;
      // Within another second branch all is left out already.
      if (from !== undefined && branches === 0) {
        left.push(from, match.index);
      }
    }
  }
  return merged(passed, left);
}

/** Both in order, with what one holds of the other taken together. */
function merged(a: Passed, b: Passed): Passed {
  const result: number[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const takeA = j >= b.length || (i < a.length && (a[i] ?? 0) <= (b[j] ?? 0));
    const start = (takeA ? a[i] : b[j]) ?? 0;
    const end = (takeA ? a[i + 1] : b[j + 1]) ?? 0;
    i += takeA ? 2 : 0;
    j += takeA ? 0 : 2;
    const last = result.at(-1);
    if (last !== undefined && start < last) {
      result[result.length - 1] = Math.max(last, end);
    } else {
      result.push(start, end);
    }
  }
  return result;
}
