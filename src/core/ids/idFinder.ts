import type { Certainty, Mention } from '../model/marks';
import { escapePattern } from './escapePattern';
import type { Vocabulary } from './vocabulary';

/** Finds the IDs of one {@link Vocabulary} in texts. */
export interface IdFinder {
  readonly vocabulary: Vocabulary;
  /** Mentions in `text` between two offsets, in order, never overlapping. Offsets are of the whole text. */
  find(text: string, start?: number, end?: number): Mention[];
  /**
   * Fixed strings of which every text with a mention holds at least one: what a searcher over files looks for. Case counts.
   */
  readonly searchWords: readonly string[];
  /** The same with what must follow, for searchers that know more than fixed strings: `NODE-` is in many files, `NODE-1` in few. */
  readonly searchPatterns: readonly SearchPattern[];
}

/** A fixed string, of which case counts, and what stands directly behind it wherever an ID is meant. */
export interface SearchPattern {
  readonly text: string;
  /** `digit` is one of 0 to 9. */
  readonly next: 'digit' | 'anything';
}

interface Boundaries {
  /** Matches at the beginning of a possible ID when what stands before it allows one. */
  readonly before: RegExp;
  /** Matches at its end when what follows allows one. */
  readonly after: RegExp;
}

/** No more of a number (`PAY-123`, `PAY-12.1` for `PAY-12`), no more of a word, no e-mail address. */
const NO_TAIL = '(?![\\p{L}\\p{N}]|\\.\\p{N}|@[\\p{L}\\p{N}])';

/**
 * As the roadmap writes it. A word or number and a `-` or `_` may stand before, as in the branches `fix-PAY-12` and
 * `ana_PAY-12`, unless it looks like the beginning of a longer prefix: `MY-PAY-12`, `E1-PAY-12`. A word may follow:
 * `PAY-12_refunds`.
 */
const EXACT: Boundaries = {
  before: /(?<![\p{L}\p{N}]|\p{Lu}\p{N}{0,9}[-_])/uy,
  after: new RegExp(NO_TAIL, 'uy'),
};

/** In another case or with another separator: not as a part of a longer identifier (`PAY_12_LIMIT`, `btn-pay-12`). */
const SLIPPED: Boundaries = {
  before: /(?<![\p{L}\p{N}_$]|[\p{L}\p{N}_$][-.])/uy,
  after: new RegExp(`(?!_)${NO_TAIL}`, 'uy'),
};

/** A whole ID made of words: any word that is tied to it makes it another one (`my-login-page`, `login-page-2`). */
const WORDS: Boundaries = {
  before: SLIPPED.before,
  after: /(?![\p{L}\p{N}_]|[-.@][\p{L}\p{N}])/uy,
};

export function createIdFinder(vocabulary: Vocabulary): IdFinder {
  const pattern = patternOf(vocabulary);
  const spelling = new Map(vocabulary.keys.flatMap((key) => formsOf(key).map((form) => [form, key])));
  // A key's own spelling wins over another key's slip.
  for (const key of vocabulary.keys) {
    spelling.set(key, key);
  }
  const searchPatterns = searchPatternsOf(vocabulary);
  return {
    vocabulary,
    searchWords: searchPatterns.map(({ text }) => text),
    searchPatterns,
    find(text, start = 0, end = text.length) {
      const mentions: Mention[] = [];
      if (pattern === undefined) {
        return mentions;
      }
      pattern.lastIndex = start;
      for (let match = pattern.exec(text); match !== null && match.index < end; match = pattern.exec(text)) {
        const mention = mentionOf(text, match, spelling);
        if (mention && mention.span.end <= end) {
          mentions.push(mention);
        } else {
          pattern.lastIndex = match.index + 1;
        }
      }
      return mentions;
    },
  };
}

/**
 * One pattern for everything, so that a text is walked once. Alternatives are sorted longest first: `PAY-EU` before `PAY`.
 * Boundaries are looked at afterwards: as part of the pattern they would slow it down tenfold.
 */
function patternOf({ keys, literals }: Vocabulary): RegExp | undefined {
  const alternatives = [];
  if (literals.length > 0) {
    alternatives.push(`(${anyOf(literals)})`);
  }
  if (keys.length > 0) {
    alternatives.push(`${literals.length > 0 ? '' : '()'}(${anyOf(keys.flatMap(formsOf))})([-_ ])(\\d+(?:\\.\\d+)*)`);
  }
  return alternatives.length === 0 ? undefined : new RegExp(alternatives.join('|'), 'g');
}

function anyOf(words: readonly string[]): string {
  return [...new Set(words)]
    .sort((a, b) => b.length - a.length)
    .map(escapePattern)
    .join('|');
}

/** `PAY`, `pay`, `Pay`. */
function formsOf(key: string): string[] {
  const lower = key.toLowerCase();
  return [...new Set([key, lower, key.toUpperCase(), key.charAt(0).toUpperCase() + lower.slice(1)])];
}

function mentionOf(text: string, match: RegExpExecArray, spelling: ReadonlyMap<string, string>): Mention | undefined {
  const [written, literal, key = '', separator = '', number = ''] = match;
  const span = { start: match.index, end: match.index + written.length };
  if (literal) {
    return stands(text, span.start, span.end, WORDS) ? { id: literal, written, span, certainty: 'certain' } : undefined;
  }
  const right = spelling.get(key) ?? key;
  const certainty = certaintyOf(key === right, separator, number);
  const allowed = certainty && stands(text, span.start, span.end, certainty === 'certain' ? EXACT : SLIPPED);
  return allowed ? { id: `${right}-${number}`, written, span, certainty } : undefined;
}

/**
 * One slip is a probable ID, two are something else: `pay-12`, `PAY_12` and `PAY 12` are read, but "we pay 12 euros" and
 * the identifier `pay_12` are not. `pay-3.6.0` is a version of something, and a number of ten digits no item's.
 */
function certaintyOf(rightCase: boolean, separator: string, number: string): Certainty | undefined {
  if (rightCase && separator === '-') {
    return 'certain';
  }
  const oneSlip = rightCase || separator === '-';
  return oneSlip && PLAIN_NUMBER.test(number) ? 'probable' : undefined;
}

const PLAIN_NUMBER = /^\d{1,9}$/;

function stands(text: string, start: number, end: number, { before, after }: Boundaries): boolean {
  before.lastIndex = start;
  after.lastIndex = end;
  return before.test(text) && after.test(text);
}

function searchPatternsOf({ keys, literals }: Vocabulary): SearchPattern[] {
  const prefixes = keys.flatMap((key) => [...formsOf(key).map((form) => `${form}-`), `${key}_`, `${key} `]);
  const patterns = [
    ...prefixes.map((text): SearchPattern => ({ text, next: 'digit' })),
    ...literals.map((text): SearchPattern => ({ text, next: 'anything' })),
  ];
  return [...new Map(patterns.map((pattern) => [pattern.text, pattern])).values()];
}
