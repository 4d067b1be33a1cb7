import type { Certainty, Mention } from '../model/marks';
import { type Boundaries, EXACT, ISSUE_NUMBER, LEVEL, SLIPPED, stands, WORDS } from './boundaries';
import { issueNumberOf } from './canonicalId';
import { escapePattern } from './escapePattern';
import { isColour, issueCertainty } from './issueNumbers';
import { numbersBetween, rangeEndAt } from './ranges';
import type { SearchPattern } from './searchPattern';
import { caseFormsOf, ISSUE_KEY, levelFormsOf, separatedKeys, writtenFormsOf } from './spelling';
import type { Vocabulary } from './vocabulary';
import { vocabularyPatterns } from './vocabularyPatterns';

/** Finds the IDs of one {@link Vocabulary} in texts. */
export interface IdFinder {
  readonly vocabulary: Vocabulary;
  /**
   * Mentions in `text` between two offsets, in order. The items of a range (`PAY-3..PAY-7`) all stand where it stands; else
   * mentions never overlap. Offsets are of the whole text.
   */
  find(text: string, start?: number, end?: number): Mention[];
  /** Every text with a mention matches at least one of these. */
  readonly searchPatterns: readonly SearchPattern[];
}

export function createIdFinder(vocabulary: Vocabulary): IdFinder {
  const pattern = patternOf(vocabulary);
  const prefixes = prefixesOf(vocabulary);
  return {
    vocabulary,
    searchPatterns: vocabularyPatterns(vocabulary),
    find(text, start = 0, end = text.length) {
      const mentions: Mention[] = [];
      if (pattern === undefined) {
        return mentions;
      }
      let ranges = 0;
      pattern.lastIndex = start;
      for (let match = pattern.exec(text); match !== null && match.index < end; match = pattern.exec(text)) {
        const mention = mentionOf(text, match, prefixes);
        if (mention && mention.span.end <= end) {
          const range = ranges < MOST_RANGES ? rangeFrom(text, mention, end) : undefined;
          ranges += range ? 1 : 0;
          mentions.push(...(range ?? [mention]));
          pattern.lastIndex = range?.[0]?.span.end ?? mention.span.end;
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
function patternOf({ keys, levels, literals, issueNumbers }: Vocabulary): RegExp | undefined {
  const alternatives = [
    group('literal', literals.flatMap(writtenFormsOf), ''),
    group('level', levels.flatMap(levelFormsOf), '(?<levelNumber>\\d+(?:\\.\\d+)*)'),
    group(
      'key',
      separatedKeys({ keys, issueNumbers }).flatMap(caseFormsOf),
      '(?<separator>[-_ ])(?<number>\\d+(?:\\.\\d+)*)',
    ),
    ...(issueNumbers ? ['#(?<issue>[1-9]\\d{0,4})'] : []),
  ].filter((alternative) => alternative !== undefined);
  return alternatives.length === 0 ? undefined : new RegExp(alternatives.join('|'), 'g');
}

function group(name: string, words: readonly string[], rest: string): string | undefined {
  const sorted = [...new Set(words)].sort((a, b) => b.length - a.length);
  return sorted.length === 0 ? undefined : `(?<${name}>${sorted.map(escapePattern).join('|')})${rest}`;
}

/** The prefix that a spelling means, and whether it is the prefix's own. */
interface Prefix {
  readonly own: string;
  readonly exact: boolean;
}

function prefixesOf({ keys, levels, issueNumbers }: Vocabulary): ReadonlyMap<string, Prefix> {
  const all = [...separatedKeys({ keys, issueNumbers }), ...levels];
  const slips = [
    ...all.flatMap((own) => caseFormsOf(own).map((form): readonly [string, Prefix] => [form, { own, exact: false }])),
    ...levels.flatMap((own) =>
      levelFormsOf(own).map((form): readonly [string, Prefix] => [form, { own, exact: false }]),
    ),
  ];
  // A prefix's own spelling wins over another one's slip.
  const exact = all.flatMap((own) =>
    writtenFormsOf(own).map((form): readonly [string, Prefix] => [form, { own, exact: true }]),
  );
  return new Map([...slips, ...exact]);
}

function mentionOf(text: string, match: RegExpExecArray, prefixes: ReadonlyMap<string, Prefix>): Mention | undefined {
  const [written] = match;
  const { literal, level, levelNumber, key, separator = '', number = '', issue } = match.groups ?? {};
  const span = { start: match.index, end: match.index + written.length };
  const mention = (id: string, certainty: Certainty, boundaries: Boundaries): Mention | undefined =>
    stands(text, span.start, span.end, boundaries) ? { id, written, span, certainty } : undefined;
  if (literal !== undefined) {
    return mention(literal.normalize('NFC'), 'certain', WORDS);
  }
  if (issue !== undefined) {
    return mention(written, issueCertainty(text, span), isColour(text, span) ? NOWHERE : ISSUE_NUMBER);
  }
  const prefix = prefixes.get(level ?? key ?? '');
  if (prefix === undefined) {
    return undefined;
  }
  if (level !== undefined) {
    return mention(`${prefix.own}${levelNumber}`, ...(prefix.exact ? LEVEL_EXACT : SLIP));
  }
  const certainty = isWordAndNumber(prefix.own, separator) ? undefined : certaintyOf(prefix.exact, separator, number);
  const id = `${prefix.own}-${number}`;
  const issueNumber = prefix.own === ISSUE_KEY ? issueNumberOf(id) : undefined;
  return (
    certainty && mention(issueNumber ? `#${issueNumber}` : id, certainty, certainty === 'certain' ? EXACT : SLIPPED)
  );
}

const LEVEL_EXACT: [Certainty, Boundaries] = ['certain', LEVEL];
const SLIP: [Certainty, Boundaries] = ['probable', SLIPPED];
const NOWHERE: Boundaries = { before: /(?!)/y, after: /(?!)/y };

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

/** A prefix in small letters is a word: "task 13" counts something, where `TASK 13` has the look of an ID. */
function isWordAndNumber(key: string, separator: string): boolean {
  return separator === ' ' && key === key.toLowerCase();
}

const PLAIN_NUMBER = /^\d{1,9}$/;

/** A text of nothing but ranges would name more items than it has letters: from here on only their ends are named. */
const MOST_RANGES = 1000;

const RANGE_START = /^(.*?[-#])(\d{1,9})$/su;

/** All items of the range that begins with a mention; undefined: it begins none, or one that is too long. */
function rangeFrom(text: string, first: Mention, limit: number): Mention[] | undefined {
  const { span, written, certainty } = first;
  const [, prefix, number] = (certainty === 'certain' && RANGE_START.exec(written)) || [];
  if (prefix === undefined || number === undefined) {
    return undefined;
  }
  const last = rangeEndAt(text, span.start, span.end, prefix);
  const numbers = last && last.end <= limit ? numbersBetween(number, last.number) : undefined;
  if (!last || !numbers) {
    return undefined;
  }
  const whole = { start: span.start, end: last.end };
  const ids = first.id.slice(0, first.id.length - number.length);
  return numbers.map((each, index) => ({
    id: `${ids}${each}`,
    written: text.slice(whole.start, whole.end),
    span: whole,
    certainty,
    ...(index > 0 && index < numbers.length - 1 && { implied: true as const }),
  }));
}
