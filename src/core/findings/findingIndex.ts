import type { Finding } from '../model/finding';

/** What findings are found in: the plan by a rule, an item, a file with marks, or the comments of a file that ignore rules. */
export type SubjectKind = 'rule' | 'item' | 'file' | 'comments';

type Findings = readonly Finding[];
type Groups = ReadonlyMap<string, Findings>;
type BySubject = { [Kind in SubjectKind]?: Map<string, Findings> };
type WordOf = (finding: Finding) => string | undefined;

/**
 * Findings by one of their words, and within that by subject. What a subject of one kind says of itself is left out: whoever
 * asks for a word finds that under the subject of this name.
 */
export class FindingIndex {
  private readonly entries = new Map<string, BySubject>();

  /** @param wordOf undefined: it is not found by any */
  constructor(
    private readonly ownKind: SubjectKind,
    private readonly wordOf: WordOf,
  ) {}

  /**
   * Puts the findings of a subject in the place of its former ones.
   *
   * @param others those that are in one of the lists only
   */
  replace(
    kind: SubjectKind,
    name: string,
    former: readonly Finding[],
    next: readonly Finding[],
    others: readonly Finding[],
  ): void {
    const words = groupBy(others, (finding) => this.wordFor(finding, kind, name));
    if (words.size > 0) {
      const before = groupsAmong(words, former, this.wordOf);
      const after = groupsAmong(words, next, this.wordOf);
      for (const word of words.keys()) {
        this.set(word, kind, name, before.get(word), after.get(word));
      }
    }
  }

  /** The same where the subject has none, which is quicker. */
  add(kind: SubjectKind, name: string, findings: readonly Finding[]): void {
    const [only] = findings;
    if (only && findings.length === 1) {
      const word = this.wordFor(only, kind, name);
      if (word !== undefined) {
        this.set(word, kind, name, undefined, findings);
      }
      return;
    }
    for (const [word, group] of groupBy(findings, (finding) => this.wordFor(finding, kind, name))) {
      this.set(word, kind, name, undefined, group);
    }
  }

  /** undefined: it is found by none, or under its subject. */
  private wordFor(finding: Finding, kind: SubjectKind, name: string): string | undefined {
    const word = this.wordOf(finding);
    return kind === this.ownKind && word === name ? undefined : word;
  }

  private set(word: string, kind: SubjectKind, name: string, former?: Findings, findings?: Findings): void {
    let subjects = this.entries.get(word);
    if (findings) {
      if (!subjects) {
        subjects = {};
        this.entries.set(word, subjects);
      }
      (subjects[kind] ??= new Map()).set(name, findings);
    } else if (former && subjects?.[kind]?.delete(name) && isEmpty(subjects)) {
      this.entries.delete(word);
    }
  }

  /** @param ofSubject what was found in the subject of this name */
  withOwn(word: string, ofSubject: readonly Finding[]): Finding[] {
    const own = ofSubject.filter((finding) => this.wordOf(finding) === word);
    const others = Object.values(this.entries.get(word) ?? {});
    return [...own, ...others.flatMap((subjects) => [...subjects.values()].flat())];
  }
}

function isEmpty(subjects: BySubject): boolean {
  return Object.values(subjects).every(({ size }) => size === 0);
}

/** Only those that have one of the words. */
export function groupsAmong(words: Groups, findings: readonly Finding[], wordOf: WordOf): Groups {
  return groupBy(findings, (finding) => {
    const word = wordOf(finding);
    return word !== undefined && words.has(word) ? word : undefined;
  });
}

const NO_GROUPS: Groups = new Map();

/** Without those that have no such word. */
export function groupBy(findings: readonly Finding[], wordOf: WordOf): Groups {
  let groups: Map<string, Finding[]> | undefined;
  for (const finding of findings) {
    const word = wordOf(finding);
    if (word !== undefined) {
      groups ??= new Map();
      const group = groups.get(word);
      if (group) {
        group.push(finding);
      } else {
        groups.set(word, [finding]);
      }
    }
  }
  return groups ?? NO_GROUPS;
}
