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
  const byForm = new Map(tags.flatMap((tag) => [tag.name, ...lesserFormsOf(tag.name)].map((form) => [form, tag])));
  const upper = anyOf(wanted);
  const upperPattern = new RegExp(upper || '(?!)', 'g');
  const lesser = anyOf(wanted.flatMap(lesserFormsOf));
  // Looking back from the sign is three times as fast as looking for the words, which begin with so many letters.
  const lesserPattern = new RegExp(lesser === '' ? '(?!)' : `[:(](?<=(${lesser}).)`, 'g');
  return {
    tags,
    searchWords: [...new Set(wanted.flatMap(searchWordsOf))],
    find(text) {
      const words: TagWord[] = [];
      const add = (form: string, start: number) => {
        const tag = byForm.get(form);
        if (tag && isWholeWord(text, start, start + form.length)) {
          words.push({ tag, start, end: start + form.length, upper: form === tag.name });
        }
      };
      upperPattern.lastIndex = 0;
      for (let match = upperPattern.exec(text); match; match = upperPattern.exec(text)) {
        add(match[0], match.index);
      }
      const upperCount = words.length;
      lesserPattern.lastIndex = 0;
      for (let match = lesserPattern.exec(text); match; match = lesserPattern.exec(text)) {
        const form = match[1] ?? '';
        // `Note::create()` is code.
        if (!text.startsWith('::', match.index)) {
          add(form, match.index - form.length);
        }
      }
      return upperCount === words.length ? words : words.sort((a, b) => a.start - b.start);
    },
  };
}

function anyOf(words: readonly string[]): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map(escapePattern)
    .join('|');
}

function tagNamed(name: string): Tag {
  const known = DEFAULT_TAGS.find((tag) => tag.name === name);
  return known ?? { name, kind: 'task', severity: 'information', inProse: true };
}

/** `todo`, `Todo`. */
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

/** Looked at afterwards: as part of the patterns it would slow them down tenfold. */
function isWholeWord(text: string, start: number, end: number): boolean {
  BEFORE.lastIndex = start;
  AFTER.lastIndex = end;
  return BEFORE.test(text) && AFTER.test(text);
}
