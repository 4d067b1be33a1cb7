import type { Finding, Related, Severity } from '../model/finding';
import type { Place } from '../model/span';

const NO_PATHS: readonly string[] = [];
const NO_FINDINGS: readonly Finding[] = [];

/**
 * Findings by what they were found in. A subject (a rule, a file, an item) is replaced as a whole; the store knows which
 * paths that changes, and answers by path and by item without looking at the rest.
 */
export class FindingStore {
  private readonly bySubject = new Map<string, readonly Finding[]>();
  private readonly byPath = new Index(({ place }) => place.path);
  private readonly byItem = new Index(({ item }) => item);
  /** For each file the paths of the findings that speak of it, and how many do. */
  private readonly speakers = new Map<string, Map<string, number>>();
  private readonly counts = new Map<Severity, number>();

  /** @returns the paths whose findings are other ones than before */
  replace(subject: string, findings: readonly Finding[]): readonly string[] {
    const former = this.of(subject);
    if (former.length === 0 && findings.length === 0) {
      return NO_PATHS;
    }
    // Of the thousands that a rule may find in a large plan a change of one item leaves all but a few as they were.
    const { gone, come, kept } = difference(former, findings);
    if (gone.length + come.length === 0) {
      return NO_PATHS;
    }
    this.count(gone, -1);
    this.count(come, 1);
    const [formerPaths, paths] = this.byPath.replace(subject, former, kept, [...gone, ...come]);
    this.byItem.replace(subject, former, kept, [...gone, ...come]);
    if (kept.length > 0) {
      this.bySubject.set(subject, kept);
    } else {
      this.bySubject.delete(subject);
    }
    return changedPaths(formerPaths, paths);
  }

  of(subject: string): readonly Finding[] {
    return this.bySubject.get(subject) ?? NO_FINDINGS;
  }

  /** Those with findings. */
  subjects(): string[] {
    return [...this.bySubject.keys()];
  }

  countOf(severity: Severity): number {
    return this.counts.get(severity) ?? 0;
  }

  all(): Finding[] {
    return [...this.bySubject.values()].flat().sort(byPlace);
  }

  ofPath(path: string): Finding[] {
    return this.byPath.get(path).sort(byPlace);
  }

  ofItem(id: string): Finding[] {
    return this.byItem.get(id).sort(byPlace);
  }

  /** Paths of the findings that stand in one of these files, or have a related place there. */
  pathsSpeakingOf(files: ReadonlySet<string>): ReadonlySet<string> {
    const paths = new Set<string>();
    for (const file of files) {
      for (const path of this.speakers.get(file)?.keys() ?? []) {
        paths.add(path);
      }
    }
    return paths;
  }

  private countSpeakers({ place, related }: Finding, by: 1 | -1): void {
    const files = new Set([place.path, ...related.flatMap((each) => ('place' in each ? each.place.path : []))]);
    for (const file of files) {
      const paths = this.speakers.get(file) ?? new Map<string, number>();
      const times = (paths.get(place.path) ?? 0) + by;
      if (times > 0) {
        this.speakers.set(file, paths.set(place.path, times));
      } else if (paths.delete(place.path) && paths.size === 0) {
        this.speakers.delete(file);
      }
    }
  }

  private count(findings: readonly Finding[], by: 1 | -1): void {
    for (const finding of findings) {
      this.counts.set(finding.severity, this.countOf(finding.severity) + by);
      this.countSpeakers(finding, by);
    }
  }
}

type Groups = ReadonlyMap<string, readonly Finding[]>;

/** Findings by one of their words, and within that by subject. */
class Index {
  private readonly entries = new Map<string, Map<string, readonly Finding[]>>();

  /** @param wordOf undefined: it is not found by any */
  constructor(private readonly wordOf: (finding: Finding) => string | undefined) {}

  /**
   * Puts the findings of a subject in the place of its former ones.
   *
   * @param others those that are in one of the lists only
   * @returns the lists by the words that the others have
   */
  replace(
    subject: string,
    former: readonly Finding[],
    next: readonly Finding[],
    others: readonly Finding[],
  ): readonly [Groups, Groups] {
    const words = new Set(others.map(this.wordOf));
    const wordOf = (finding: Finding): string | undefined => {
      const word = this.wordOf(finding);
      return words.has(word) ? word : undefined;
    };
    const groups = [groupBy(former, wordOf), groupBy(next, wordOf)] as const;
    this.replaceGroups(subject, ...groups);
    return groups;
  }

  private replaceGroups(subject: string, former: Groups, next: Groups): void {
    for (const word of former.keys()) {
      const subjects = next.has(word) ? undefined : this.entries.get(word);
      if (subjects?.delete(subject) && subjects.size === 0) {
        this.entries.delete(word);
      }
    }
    for (const [word, findings] of next) {
      const subjects = this.entries.get(word);
      if (subjects) {
        subjects.set(subject, findings);
      } else {
        this.entries.set(word, new Map([[subject, findings]]));
      }
    }
  }

  get(word: string): Finding[] {
    return [...(this.entries.get(word)?.values() ?? [])].flat();
  }
}

/** By path, then by place; ties in an order that does not depend on what was found first. */
function byPlace(a: Finding, b: Finding): number {
  return (
    compare(a.place.path, b.place.path) ||
    a.place.span.start - b.place.span.start ||
    a.place.span.end - b.place.span.end ||
    compare(a.code, b.code) ||
    compare(a.message, b.message)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

interface Difference {
  readonly gone: readonly Finding[];
  readonly come: readonly Finding[];
  /** The new list, with the former objects of what is the same in front of the first difference and behind the last. */
  readonly kept: readonly Finding[];
}

function difference(former: readonly Finding[], next: readonly Finding[]): Difference {
  const shortest = Math.min(former.length, next.length);
  let start = 0;
  while (start < shortest && isKept(former[start], next[start])) {
    start++;
  }
  let behind = 0;
  while (behind < shortest - start && isKept(former.at(-1 - behind), next.at(-1 - behind))) {
    behind++;
  }
  const gone = former.slice(start, former.length - behind);
  const come = next.slice(start, next.length - behind);
  const isAllOther = start + behind === 0;
  return {
    gone,
    come,
    kept: isAllOther ? next : [...former.slice(0, start), ...come, ...former.slice(former.length - behind)],
  };
}

/** The same place of a text that was read again moves along with other spans than before. */
function isKept(a: Finding | undefined, b: Finding | undefined): boolean {
  return a !== undefined && (a === b || (b !== undefined && sameFinding(a, b) && sameSpans(a, b)));
}

function changedPaths(before: Groups, after: Groups): string[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => !sameList(before.get(path) ?? [], after.get(path) ?? [], sameFinding));
}

/** Without those that have no such word. */
function groupBy(findings: readonly Finding[], wordOf: (finding: Finding) => string | undefined): Groups {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const word = wordOf(finding);
    const group = word === undefined ? undefined : groups.get(word);
    if (group) {
      group.push(finding);
    } else if (word !== undefined) {
      groups.set(word, [finding]);
    }
  }
  return groups;
}

function sameFinding(a: Finding, b: Finding): boolean {
  return (
    a.code === b.code &&
    a.severity === b.severity &&
    a.message === b.message &&
    a.item === b.item &&
    a.suggestion === b.suggestion &&
    a.proposal?.day === b.proposal?.day &&
    a.paths?.join('\n') === b.paths?.join('\n') &&
    samePlace(a.place, b.place) &&
    sameList(a.related, b.related, sameRelated)
  );
}

/** Of two that say the same: whether their places are the same objects too. */
function sameSpans(a: Finding, b: Finding): boolean {
  return a.place.span === b.place.span && sameList(a.related, b.related, sameRelatedSpan);
}

function sameRelatedSpan(a: Related, b: Related): boolean {
  return !('place' in a) || ('place' in b && a.place.span === b.place.span);
}

function sameRelated(a: Related, b: Related): boolean {
  if (a.message !== b.message) {
    return false;
  }
  return 'place' in a ? 'place' in b && samePlace(a.place, b.place) : 'commit' in b && a.commit === b.commit;
}

function samePlace(a: Place, b: Place): boolean {
  return a.path === b.path && a.span.start === b.span.start && a.span.end === b.span.end;
}

function sameList<T extends object>(a: readonly T[], b: readonly T[], same: (a: T, b: T) => boolean): boolean {
  return (
    a.length === b.length &&
    a.every((value, index) => {
      const other = b[index];
      return other !== undefined && same(value, other);
    })
  );
}
