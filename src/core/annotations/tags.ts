import { escapePattern } from '../ids/escapePattern';
import type { Severity } from '../model/finding';

/** What a tag is about: work to do, something broken, something to improve, a danger, or a remark. */
export type TagKind = 'task' | 'defect' | 'debt' | 'risk' | 'note';

export interface Tag {
  /** In upper case. */
  readonly name: string;
  readonly kind: TagKind;
  /** How much an annotation with this tag weighs where it counts as a problem. */
  readonly severity: Severity;
  /**
   * Whether the word is a tag in a document too. `Note:` and `Security:` begin many an ordinary paragraph, so only the tags
   * that are nothing but tags are.
   */
  readonly inProse: boolean;
}

export const DEFAULT_TAGS: readonly Tag[] = [
  { name: 'TODO', kind: 'task', severity: 'information', inProse: true },
  { name: 'FIXME', kind: 'defect', severity: 'warning', inProse: true },
  { name: 'HACK', kind: 'debt', severity: 'information', inProse: false },
  { name: 'XXX', kind: 'defect', severity: 'warning', inProse: true },
  { name: 'BUG', kind: 'defect', severity: 'warning', inProse: false },
  { name: 'OPTIMIZE', kind: 'debt', severity: 'hint', inProse: false },
  { name: 'SECURITY', kind: 'risk', severity: 'warning', inProse: false },
  { name: 'DEPRECATED', kind: 'note', severity: 'hint', inProse: false },
  { name: 'NOTE', kind: 'note', severity: 'hint', inProse: false },
];

/** A word in a text that has the letters of a tag; whether it is one depends on where it stands. */
export interface TagWord {
  readonly tag: Tag;
  readonly start: number;
  readonly end: number;
  /** Written in upper case. Otherwise a `:` or `(` follows directly. */
  readonly upper: boolean;
}

/** The tags that are looked for. */
export interface TagSet {
  readonly tags: readonly Tag[];
  /**
   * Fixed strings of which every text with an annotation holds at least one: what a searcher over files looks for. Case
   * counts.
   */
  readonly searchWords: readonly string[];
  /** Words of a text, anywhere, in order. */
  find(text: string): TagWord[];
}

/**
 * @param names tags in any case; the default ones keep their kind and severity, any other is a task. Empty ones and
 * repetitions are left out.
 */
export function createTagSet(names: readonly string[] = DEFAULT_TAGS.map((tag) => tag.name)): TagSet {
  const wanted = [...new Set(names.map((name) => name.trim().toUpperCase()).filter((name) => name !== ''))];
  const tags = wanted.map(tagNamed);
  const byForm = new Map(tags.flatMap((tag) => formsOf(tag.name).map((form) => [form, tag])));
  const pattern = patternOf(wanted);
  return {
    tags,
    searchWords: [...new Set(wanted.flatMap(searchWordsOf))],
    find(text) {
      const words: TagWord[] = [];
      pattern.lastIndex = 0;
      for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
        const tag = byForm.get(match[0]);
        if (tag && isWholeWord(text, match.index, pattern.lastIndex)) {
          words.push({ tag, start: match.index, end: pattern.lastIndex, upper: match[0] === tag.name });
        }
      }
      return words;
    },
  };
}

function tagNamed(name: string): Tag {
  const known = DEFAULT_TAGS.find((tag) => tag.name === name);
  return known ?? { name, kind: 'task', severity: 'information', inProse: true };
}

/** `TODO`, `todo`, `Todo`. */
function formsOf(name: string): string[] {
  return [name, ...lesserFormsOf(name)];
}

function lesserFormsOf(name: string): string[] {
  const lower = name.toLowerCase();
  return [lower, name.charAt(0) + lower.slice(1)].filter((form) => form !== name);
}

function searchWordsOf(name: string): string[] {
  return [name, ...lesserFormsOf(name).flatMap((form) => [`${form}:`, `${form}(`])];
}

/** A tag is a whole word: not `TODOS`, `MY_TODO`, `TODO-list`, `TODO.md`, `docs/TODO` or `KAFKA-XXX`. */
const BEFORE = /(?<![\p{L}\p{N}_$]|[\p{L}\p{N}_)][-/\\.]|\.[/\\])/uy;
const AFTER = /(?![\p{L}\p{N}_$]|[-./\\][\p{Ll}\p{N}_])/uy;

function isWholeWord(text: string, start: number, end: number): boolean {
  BEFORE.lastIndex = start;
  AFTER.lastIndex = end;
  return BEFORE.test(text) && AFTER.test(text);
}

/** Word boundaries are looked at afterwards: as part of the pattern they would slow it down tenfold. */
function patternOf(names: readonly string[]): RegExp {
  const longestFirst = [...names].sort((a, b) => b.length - a.length);
  const upper = longestFirst.map(escapePattern);
  const lesser = longestFirst.flatMap(lesserFormsOf).map(escapePattern);
  const words = lesser.length === 0 ? upper : [...upper, `(?:${lesser.join('|')})(?=:(?!:)|\\()`];
  return new RegExp(words.join('|') || '(?!)', 'g');
}
