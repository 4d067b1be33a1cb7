import { escapePattern } from '../ids/escapePattern';
import { anywhere, distinctPatterns, type SearchPattern } from '../ids/searchPattern';
import type { Severity } from '../model/finding';
import type { TagKind } from '../model/marks';

export interface Tag {
  /** In upper case. */
  readonly name: string;
  readonly kind: TagKind;
  /** How much an annotation with this tag weighs. */
  readonly severity: Severity;
  /**
   * Whether the word before a colon is hardly ever anything but a tag, so that it counts in any case (`todo: x`). The others
   * begin many an ordinary sentence (`Note: …`, `Security: …`): they count in capitals, or before a bracket.
   */
  readonly unmistakable: boolean;
  /** Whether it counts in the prose of documents, where people also write of bugs, hacks and security. */
  readonly inProse: boolean;
}

export const DEFAULT_TAGS: readonly Tag[] = [
  { name: 'TODO', kind: 'task', severity: 'information', unmistakable: true, inProse: true },
  { name: 'FIXME', kind: 'defect', severity: 'warning', unmistakable: true, inProse: true },
  { name: 'HACK', kind: 'debt', severity: 'information', unmistakable: true, inProse: false },
  { name: 'XXX', kind: 'defect', severity: 'warning', unmistakable: true, inProse: true },
  { name: 'BUG', kind: 'defect', severity: 'warning', unmistakable: false, inProse: false },
  { name: 'OPTIMIZE', kind: 'debt', severity: 'hint', unmistakable: false, inProse: false },
  { name: 'SECURITY', kind: 'risk', severity: 'warning', unmistakable: false, inProse: false },
  { name: 'DEPRECATED', kind: 'note', severity: 'hint', unmistakable: false, inProse: false },
  { name: 'NOTE', kind: 'note', severity: 'hint', unmistakable: false, inProse: false },
];

/** A word in a text that has the letters of a tag; whether it is one depends on where it stands. */
export interface TagWord {
  readonly tag: Tag;
  readonly start: number;
  readonly end: number;
  /**
   * `upper`: in capitals. `lower`: `todo` or `Todo`, directly before a `:` or `(`. `doc`: `@todo` or `\todo`, as tools that
   * make documentation take it.
   */
  readonly form: 'upper' | 'lower' | 'doc';
}

/** The tags that are looked for. */
export interface TagSet {
  readonly tags: readonly Tag[];
  /** Every text with an annotation matches at least one of these. */
  readonly searchPatterns: readonly SearchPattern[];
  /** Words of a text, anywhere, in order. */
  find(text: string): TagWord[];
}

/** A tag as a person asks for it; what is not said of it is as usual, or as of a task. */
export interface TagWish {
  readonly tag: string;
  readonly severity?: Severity | undefined;
  readonly kind?: TagKind | undefined;
}

/** Stands for all usual tags in a list of wishes. */
const USUAL_TAGS = 'default';

/**
 * @param wishes tags in any case, `default` for the usual ones, `-NOTE` for what is not wanted of those before. The last
 * word on a tag counts; empty ones are left out.
 */
export function createTagSet(wishes: readonly (string | TagWish)[] = [USUAL_TAGS]): TagSet {
  const tags = tagsOf(wishes);
  const byForm = new Map(tags.flatMap((tag) => [tag.name, ...lesserFormsOf(tag.name)].map((form) => [form, tag])));
  const pattern = patternOf(tags);
  const lesserPattern = lesserPatternOf(tags);
  return {
    tags,
    searchPatterns: distinctPatterns(tags.flatMap(searchPatternsOf)),
    find(text) {
      const words: TagWord[] = [];
      const add = (written: string, start: number, form: TagWord['form']) => {
        const tag = byForm.get(written);
        const end = start + written.length;
        if (tag && isWholeWord(text, start, end)) {
          words.push({ tag, start, end, form });
        }
      };
      pattern.lastIndex = 0;
      for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
        add(match[0], match.index, 'upper');
      }
      const upperCount = words.length;
      lesserPattern.lastIndex = 0;
      for (let match = lesserPattern.exec(text); match; match = lesserPattern.exec(text)) {
        const written = match[1] ?? match[2];
        // `Note::create()` is code, and `@todo:` was taken already.
        if (written === undefined) {
          add(match[0].slice(1), match.index + 1, 'doc');
        } else if (!text.startsWith('::', match.index) && words.at(-1)?.end !== match.index) {
          add(written, match.index - written.length, 'lower');
        }
      }
      return upperCount === words.length ? words : words.sort((a, b) => a.start - b.start);
    },
  };
}

function tagsOf(wishes: readonly (string | TagWish)[]): readonly Tag[] {
  const tags = new Map<string, Tag>();
  for (const wish of wishes) {
    const { tag: written, ...details } = typeof wish === 'string' ? { tag: wish } : wish;
    const name = written.trim().toUpperCase();
    if (written.trim() === USUAL_TAGS) {
      for (const tag of DEFAULT_TAGS) {
        tags.set(tag.name, tag);
      }
    } else if (name.startsWith('-')) {
      tags.delete(name.slice(1));
    } else if (name !== '') {
      tags.set(name, tagNamed(name, details));
    }
  }
  return [...tags.values()];
}

function tagNamed(name: string, { severity, kind }: Omit<TagWish, 'tag'>): Tag {
  const known = DEFAULT_TAGS.find((tag) => tag.name === name);
  const usual: Tag = known ?? { name, kind: 'task', severity: 'information', unmistakable: true, inProse: true };
  return { ...usual, kind: kind ?? usual.kind, severity: severity ?? usual.severity };
}

/** `todo`, `Todo`. */
function lesserFormsOf(name: string): string[] {
  const lower = name.toLowerCase();
  return [lower, name.charAt(0) + lower.slice(1)].filter((form) => form !== name);
}

/** The form in which `@` or `\` makes it a tag; undefined: the name has no letters of two cases. */
function docFormOf({ name, unmistakable }: Tag): string | undefined {
  const lower = name.toLowerCase();
  return unmistakable && lower !== name ? lower : undefined;
}

function searchPatternsOf(tag: Tag): SearchPattern[] {
  const forms = lesserFormsOf(tag.name);
  const doc = docFormOf(tag);
  const opened = [...forms.map((form) => `${form}(`), ...(tag.unmistakable ? forms.map((form) => `${form}:`) : [])];
  return [
    { text: tag.name, before: 'break', next: 'break' },
    ...opened.map((text): SearchPattern => ({ text, before: 'break', next: 'anything' })),
    ...(doc === undefined ? [] : [anywhere(`@${doc}`), anywhere(`\\${doc}`)]),
  ];
}

function patternOf(tags: readonly Tag[]): RegExp {
  return new RegExp(anyOf(tags.map(({ name }) => name)), 'g');
}

/** Looking back from the sign is three times as fast as looking for the words, which begin with so many letters. */
function lesserPatternOf(tags: readonly Tag[]): RegExp {
  const clear = anyOf(tags.filter(({ unmistakable }) => unmistakable).flatMap(({ name }) => lesserFormsOf(name)));
  const any = anyOf(tags.flatMap(({ name }) => lesserFormsOf(name)));
  const doc = anyOf(tags.flatMap((tag) => docFormOf(tag) ?? []));
  return new RegExp(`:(?<=(${clear}).)|\\((?<=(${any}).)|[@\\\\](?:${doc})`, 'g');
}

/** RegExp source for any of the words; of none, one that matches nothing. */
function anyOf(words: readonly string[]): string {
  const longestFirst = [...words].sort((a, b) => b.length - a.length);
  return longestFirst.map(escapePattern).join('|') || '(?!)';
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
