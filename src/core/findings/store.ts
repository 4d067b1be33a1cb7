import type { Finding, Related, Severity } from '../model/finding';
import type { Place } from '../model/span';

/**
 * Findings by what they were found in. A subject (a rule, a file, an item) is replaced as a whole; the store knows which
 * paths that changes, and answers by path and by item without looking at the rest.
 */
export class FindingStore {
  private readonly bySubject = new Map<string, readonly Finding[]>();
  private readonly byPath = new Index();
  private readonly byItem = new Index();
  private readonly counts = new Map<Severity, number>();

  /** @returns the paths whose findings are other ones than before */
  replace(subject: string, findings: readonly Finding[]): readonly string[] {
    const former = this.bySubject.get(subject) ?? [];
    if (sameList(former, findings, sameFinding)) {
      return [];
    }
    this.count(former, -1);
    this.count(findings, 1);
    for (const finding of former) {
      this.byPath.remove(finding.place.path, subject);
      this.byItem.remove(finding.item, subject);
    }
    for (const finding of findings) {
      this.byPath.add(finding.place.path, subject, finding);
      this.byItem.add(finding.item, subject, finding);
    }
    if (findings.length > 0) {
      this.bySubject.set(subject, findings);
    } else {
      this.bySubject.delete(subject);
    }
    return changedPaths(former, findings);
  }

  /** Subjects with findings whose name begins so. */
  subjects(prefix: string): string[] {
    return [...this.bySubject.keys()].filter((subject) => subject.startsWith(prefix));
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
    if (files.size > 0) {
      for (const { place, related } of [...this.bySubject.values()].flat()) {
        if (files.has(place.path) || related.some((each) => 'place' in each && files.has(each.place.path))) {
          paths.add(place.path);
        }
      }
    }
    return paths;
  }

  private count(findings: readonly Finding[], by: 1 | -1): void {
    for (const { severity } of findings) {
      this.counts.set(severity, this.countOf(severity) + by);
    }
  }
}

/** Findings by one of their words, and within that by subject. */
class Index {
  private readonly entries = new Map<string, Map<string, Finding[]>>();

  add(word: string | undefined, subject: string, finding: Finding): void {
    if (word === undefined) {
      return;
    }
    const subjects = this.entries.get(word) ?? new Map<string, Finding[]>();
    this.entries.set(word, subjects);
    const list = subjects.get(subject);
    if (list) {
      list.push(finding);
    } else {
      subjects.set(subject, [finding]);
    }
  }

  remove(word: string | undefined, subject: string): void {
    const subjects = word === undefined ? undefined : this.entries.get(word);
    subjects?.delete(subject);
    if (word !== undefined && subjects?.size === 0) {
      this.entries.delete(word);
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

function changedPaths(former: readonly Finding[], next: readonly Finding[]): string[] {
  const before = groupByPath(former);
  const after = groupByPath(next);
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => !sameList(before.get(path) ?? [], after.get(path) ?? [], sameFinding));
}

function groupByPath(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.place.path);
    if (group) {
      group.push(finding);
    } else {
      groups.set(finding.place.path, [finding]);
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
    samePlace(a.place, b.place) &&
    sameList(a.related, b.related, sameRelated)
  );
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
