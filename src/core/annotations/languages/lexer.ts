import type { Body, Grammar, RawComment, Rule } from './grammar';
import { endOfLine } from '../../model/lineEnds';

interface CompiledMode {
  readonly pattern: RegExp;
  readonly rules: readonly Rule[];
}

interface OpenMode {
  readonly name: string;
  /** Brackets opened in this mode and not yet closed. */
  depth: number;
}

/** Deeper nesting is not followed: no person writes it, and a hostile text must not cost memory. */
const DEEPEST = 1_000;

/** Tokens that turn out to be none cost a search for their end each. */
const MOST_MISSES = 1_000;

/** Bodies without an end cost a search to the end of the text each. */
const MOST_UNENDED = 50;

const START = { position: 0, modes: [{ name: 'code', depth: 0 }], comments: 0 };

const CODE_MODES: readonly string[] = ['code', 'braces'];

const compiled = new WeakMap<readonly Rule[], CompiledMode>();

/**
 * The comments of a text, in order and without overlaps, in time linear in the text's length. Never throws; what is not
 * closed ends with the text.
 *
 * @param passed is filled with the beginning and the end, in turn, of every stretch that is no code: comments, strings and
 * what else one must not take for it. Ascending. undefined: nobody wants to know, which is quicker.
 */
export function lex(text: string, grammar: Grammar, passed?: number[]): RawComment[] {
  const reader = new Reader(text, grammar, passed);
  const comments = reader.read();
  if (!grammar.suspect?.modes.includes(reader.modeName)) {
    return comments;
  }
  passed?.splice(0);
  return lex(text, grammar.suspect.fallback, passed);
}

/** Where the reading of a text stood behind a token: from there it goes on alike, while nothing before it changes. */
export interface LexState {
  readonly position: number;
  readonly modes: readonly Readonly<OpenMode>[];
  /** How many comments end before it. */
  readonly comments: number;
}

/** Letters from one state that is noted to the next. */
const NOTE_EVERY = 2_000;

/**
 * As {@link lex}, but reads on from a former reading of a text that began alike, and notes where a later one can do so. It may
 * take other letters for a comment than {@link lex} where something that was open below the state is closed by now.
 *
 * @param former the comments of that reading, and the state to read on from
 * @param states is filled with those of this reading, ascending; stays empty where the text must be read from its beginning
 */
export function lexOn(
  text: string,
  grammar: Grammar,
  former: { readonly comments: readonly RawComment[]; readonly state: LexState } | undefined,
  states: LexState[],
): RawComment[] {
  const reader = new Reader(text, grammar, undefined, former, states);
  const comments = reader.read();
  if (!grammar.suspect?.modes.includes(reader.modeName)) {
    return comments;
  }
  states.splice(0);
  return lex(text, grammar.suspect.fallback);
}

class Reader {
  private readonly comments: RawComment[];
  private readonly modes: OpenMode[];
  private readonly bodies: Body[] = [];
  private readonly unended = new Set<string>();
  /** Where the bodies begin that were announced. */
  private bodyStart = Number.POSITIVE_INFINITY;
  private position: number;
  /** The mode that is on top. */
  private mode: CompiledMode;
  private misses = 0;

  constructor(
    private readonly text: string,
    private readonly grammar: Grammar,
    private readonly passed: number[] | undefined,
    former?: { readonly comments: readonly RawComment[]; readonly state: LexState },
    private readonly states?: LexState[],
  ) {
    const { position, modes, comments } = former?.state ?? START;
    this.position = position;
    this.modes = modes.map((mode) => ({ ...mode }));
    this.comments = former?.comments.slice(0, comments) ?? [];
    this.mode = compile(grammar.modes[this.modeName] ?? []);
  }

  private get readsCode(): boolean {
    return (this.grammar.codeModes ?? CODE_MODES).includes(this.modeName);
  }

  get modeName(): string {
    return this.modes.at(-1)?.name ?? 'code';
  }

  read(): RawComment[] {
    const { text } = this;
    while (this.position <= text.length) {
      const { mode } = this;
      mode.pattern.lastIndex = this.position;
      const match = mode.pattern.exec(text);
      if ((match?.index ?? text.length) >= this.bodyStart) {
        this.skipBodies();
      } else if (match) {
        this.take(match, mode.rules);
        this.noteState();
      } else {
        break;
      }
    }
    if (this.passed && !this.readsCode) {
      this.pass(this.position, text.length);
    }
    return this.comments;
  }

  private noteState(): void {
    const { states, position, modes, comments } = this;
    // What a here-document on the next lines ends with is not told by a state.
    if (states && this.bodies.length === 0 && position >= (states.at(-1)?.position ?? 0) + NOTE_EVERY) {
      states.push({ position, modes: modes.map((mode) => ({ ...mode })), comments: comments.length });
    }
  }

  private take(match: RegExpExecArray, rules: readonly Rule[]): void {
    const { index } = match;
    const opened = match[0];
    const rule = matchedRule(match, rules);
    const inside = index + opened.length;
    const end = rule && this.endOf(rule, inside, index);
    const from = this.position;
    if (!rule || end === undefined) {
      this.position = index + 1;
      if (this.passed && !this.readsCode) {
        this.pass(from, this.position);
      }
      return;
    }
    // A rule that takes no letters must not be met again at the same place in the same mode.
    const changesMode = rule.enter !== undefined || rule.become !== undefined || rule.leave === true;
    this.position = end > this.position || end > index || changesMode ? end : index + 1;
    this.keepComment(rule, index, inside, end);
    if (this.passed) {
      const isBracketOfCode =
        rule.bracket === 'open' || (rule.bracket === 'close' && (this.modes.at(-1)?.depth ?? 0) > 0);
      this.pass(this.readsCode ? index : from, this.readsCode && isBracketOfCode ? index : this.position);
    }
    this.changeMode(rule);
    this.expectBody(rule, inside, index);
  }

  private pass(start: number, end: number): void {
    if (this.passed && end > start) {
      this.passed.push(start, Math.min(end, this.text.length));
    }
  }

  private endOf(rule: Rule, inside: number, index: number): number | undefined {
    const { text, comments } = this;
    if (rule.when && (this.misses > MOST_MISSES || !rule.when({ text, index, comments }))) {
      return undefined;
    }
    const end = rule.end ? rule.end(text, inside, index) : inside;
    if (end === undefined) {
      this.misses++;
      return undefined;
    }
    return Math.min(end, text.length);
  }

  private keepComment(rule: Rule, start: number, inside: number, end: number): void {
    const { text, comments } = this;
    if (rule.comment && end > start && (rule.isComment?.({ text, index: start, comments }, end) ?? true)) {
      const { style, close = '' } = rule.comment;
      const closed = close !== '' && end - close.length >= inside && this.text.startsWith(close, end - close.length);
      this.comments.push({ start, end, innerStart: inside, innerEnd: closed ? end - close.length : end, style });
    }
    if (rule.embed && end > inside) {
      for (const found of lex(this.text.slice(inside, end), rule.embed(this.text.slice(start, inside)))) {
        this.comments.push(moved(found, inside));
      }
    }
  }

  private changeMode(rule: Rule): void {
    const { bracket, enter, become, leave } = rule;
    const mode = this.modes.at(-1);
    if (bracket === 'open' && mode) {
      mode.depth++;
    } else if (bracket === 'close' && mode && mode.depth > 0) {
      mode.depth--;
    } else if ((leave || bracket === 'close') && this.modes.length > 1) {
      this.modes.pop();
    } else if (become !== undefined) {
      this.modes[this.modes.length - 1] = { name: become, depth: 0 };
    } else if (enter !== undefined && this.modes.length < DEEPEST) {
      this.modes.push({ name: enter, depth: 0 });
    } else {
      return;
    }
    this.mode = compile(this.grammar.modes[this.modeName] ?? []);
  }

  private expectBody(rule: Rule, inside: number, index: number): void {
    const body = this.unended.size < MOST_UNENDED ? rule.body?.(this.text, inside, index) : undefined;
    if (body && !this.unended.has(body.key)) {
      this.bodies.push(body);
      if (this.bodies.length === 1) {
        this.bodyStart = endOfLine(this.text, inside);
      }
    }
  }

  private skipBodies(): void {
    let at = Math.max(this.bodyStart, this.position);
    for (const { key, endFrom } of this.bodies) {
      const end = endFrom(this.text, at);
      if (end === undefined) {
        this.unended.add(key);
      } else {
        at = end;
      }
    }
    this.pass(Math.max(this.bodyStart, this.position), at);
    this.bodies.length = 0;
    this.bodyStart = Number.POSITIVE_INFINITY;
    this.position = at;
  }
}

/** The rule whose group took part in the match. */
function matchedRule(match: RegExpExecArray, rules: readonly Rule[]): Rule | undefined {
  let group = 1;
  while (group <= rules.length && match[group] === undefined) {
    group++;
  }
  return rules[group - 1];
}

function moved(comment: RawComment, by: number): RawComment {
  return {
    start: comment.start + by,
    end: comment.end + by,
    innerStart: comment.innerStart + by,
    innerEnd: comment.innerEnd + by,
    style: comment.style,
  };
}

function compile(rules: readonly Rule[]): CompiledMode {
  let mode = compiled.get(rules);
  if (!mode) {
    mode = { pattern: new RegExp(rules.map((rule) => `(${rule.open})`).join('|') || '(?!)', 'gm'), rules };
    compiled.set(rules, mode);
  }
  return mode;
}
