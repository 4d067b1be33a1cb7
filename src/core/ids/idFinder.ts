import type { Certainty, Mention } from '../model/marks';
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
}

/**
 * What may stand directly before an ID: nothing that would make it the tail of a longer word. A `-` may, as in the branch
 * `fix-PAY-12`, unless capitals or digits stand before it: `MY-PAY-12` has another prefix.
 */
const BEFORE = '(?<![\\p{L}\\p{N}_]|[\\p{Lu}\\p{N}]-)';

/** What may not follow: more of a number or word. `_` may: branches are named `PAY-12_refunds`. */
const AFTER = '(?![\\p{L}\\p{N}])';

export function createIdFinder(vocabulary: Vocabulary): IdFinder {
  const pattern = patternOf(vocabulary);
  const keySpelling = new Map(vocabulary.keys.map((key) => [key.toLowerCase(), key]));
  return {
    vocabulary,
    searchWords: searchWordsOf(vocabulary),
    find(text, start = 0, end = text.length) {
      const mentions: Mention[] = [];
      if (pattern === undefined) {
        return mentions;
      }
      pattern.lastIndex = start;
      for (let match = pattern.exec(text); match !== null && match.index < end; match = pattern.exec(text)) {
        const mention = mentionOf(match, keySpelling);
        if (mention && mention.span.end <= end) {
          mentions.push(mention);
        }
      }
      return mentions;
    },
  };
}

/** One pattern for everything, so that a text is walked once. Alternatives are sorted longest first: `PAY-EU` before `PAY`. */
function patternOf({ keys, literals }: Vocabulary): RegExp | undefined {
  const alternatives = [];
  if (literals.length > 0) {
    alternatives.push(`(?<literal>${longestFirst(literals).map(escapePattern).join('|')})`);
  }
  if (keys.length > 0) {
    const spellings = keys.flatMap((key) => [key, key.toLowerCase()]);
    const key = longestFirst([...new Set(spellings)])
      .map(escapePattern)
      .join('|');
    alternatives.push(`(?<key>${key})(?<separator>[-_ ])(?<number>\\d+(?:\\.\\d+)*)`);
  }
  return alternatives.length === 0 ? undefined : new RegExp(`${BEFORE}(?:${alternatives.join('|')})${AFTER}`, 'gu');
}

function mentionOf(match: RegExpExecArray, keySpelling: ReadonlyMap<string, string>): Mention | undefined {
  const written = match[0];
  const span = { start: match.index, end: match.index + written.length };
  const { literal, key = '', separator = '', number = '' } = match.groups ?? {};
  if (literal !== undefined) {
    return { id: literal, written, span, certainty: 'certain' };
  }
  const spelling = keySpelling.get(key.toLowerCase()) ?? key;
  const certainty = certaintyOf(key === spelling, separator);
  return certainty && { id: `${spelling}-${number}`, written, span, certainty };
}

/**
 * One slip is a probable ID, two are something else: `pay-12`, `PAY_12` and `PAY 12` are read, but "we pay 12 euros" and
 * the identifier `pay_12` are not.
 */
function certaintyOf(rightCase: boolean, separator: string): Certainty | undefined {
  if (separator === '-') {
    return rightCase ? 'certain' : 'probable';
  }
  return rightCase ? 'probable' : undefined;
}

function searchWordsOf({ keys, literals }: Vocabulary): string[] {
  const forms = keys.flatMap((key) => [`${key}-`, `${key}_`, `${key} `, `${key.toLowerCase()}-`]);
  return [...new Set([...forms, ...literals])];
}

function longestFirst(words: readonly string[]): string[] {
  return [...words].sort((a, b) => b.length - a.length);
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
