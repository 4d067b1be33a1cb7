import type { Finding } from '../model/finding';

/** What findings are found in: the plan by a rule, an item, a file with marks, or the comments of a file that ignore rules. */
export type SubjectKind = 'rule' | 'item' | 'file' | 'comments';

type Findings = readonly Finding[];
type Groups = ReadonlyMap<string, Findings>;
/** The findings of one word by the names of their subjects; most words have one subject. */
type BySubject = LoneSubject | Map<string, Findings>;
type WordOf = (finding: Finding) => string | undefined;

interface LoneSubject {
  readonly name: string;
  readonly findings: Findings;
}

/**
 * Findings by one of their words, and within that by subject. What a subject of one kind says of itself is left out: whoever
 * asks for a word finds that under the subject of this name.
 */
export class FindingIndex {
  private readonly entries: Readonly<Record<SubjectKind, Map<string, BySubject>>> = {
    rule: new Map(),
    item: new Map(),
    file: new Map(),
    comments: new Map(),
  };

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
  replace(kind: SubjectKind, name: string, next: readonly Finding[], others: readonly Finding[]): void {
    const words = groupBy(others, (finding) => this.wordFor(finding, kind, name));
    const groups = words.size > 0 ? groupsAmong(words, next, this.wordOf) : NO_GROUPS;
    for (const word of words.keys()) {
      const group = groups.get(word);
      if (group) {
        this.put(word, kind, name, group);
      } else {
        this.remove(word, kind, name);
      }
    }
  }

  /** The same where the subject has none, which is quicker. */
  add(kind: SubjectKind, name: string, findings: readonly Finding[]): void {
    const first = findings[0] && this.wordFor(findings[0], kind, name);
    if (findings.every((finding) => this.wordFor(finding, kind, name) === first)) {
      if (first !== undefined) {
        this.put(first, kind, name, findings);
      }
      return;
    }
    for (const [word, group] of groupBy(findings, (finding) => this.wordFor(finding, kind, name))) {
      this.put(word, kind, name, group);
    }
  }

  /** undefined: it is found by none, or under its subject. */
  private wordFor(finding: Finding, kind: SubjectKind, name: string): string | undefined {
    const word = this.wordOf(finding);
    return kind === this.ownKind && word === name ? undefined : word;
  }

  private put(word: string, kind: SubjectKind, name: string, findings: Findings): void {
    const entries = this.entries[kind];
    const subjects = entries.get(word);
    if (subjects instanceof Map) {
      subjects.set(name, findings);
    } else if (subjects === undefined || subjects.name === name) {
      entries.set(word, { name, findings });
    } else {
      const both: [string, Findings][] = [
        [subjects.name, subjects.findings],
        [name, findings],
      ];
      entries.set(word, new Map(both));
    }
  }

  private remove(word: string, kind: SubjectKind, name: string): void {
    const entries = this.entries[kind];
    const subjects = entries.get(word);
    if (subjects instanceof Map) {
      subjects.delete(name);
    }
    if (subjects instanceof Map ? subjects.size === 0 : subjects?.name === name) {
      entries.delete(word);
    }
  }

  /** Whether there are findings with this word, those left out that a subject says of itself. */
  has(word: string): boolean {
    return Object.values(this.entries).some((entries) => entries.has(word));
  }

  /** @param ofSubject what was found in the subject of this name */
  withOwn(word: string, ofSubject: readonly Finding[]): Finding[] {
    const own = ofSubject.filter((finding) => this.wordOf(finding) === word);
    const others = Object.values(this.entries).flatMap((entries) => findingsOf(entries.get(word)));
    return [...own, ...others];
  }
}

function findingsOf(subjects: BySubject | undefined): Findings {
  if (subjects === undefined) {
    return NO_FINDINGS;
  }
  return subjects instanceof Map ? [...subjects.values()].flat() : subjects.findings;
}

const NO_FINDINGS: Findings = [];

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
