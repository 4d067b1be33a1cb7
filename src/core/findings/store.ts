import type { Finding, Severity } from '../model/finding';
import { oneOfEachFact } from './oneOfEachFact';
import { changedPaths, differenceOf, pathOf } from './findingDifference';
import { FindingIndex } from './findingIndex';
import { filesSpokenOf } from './judgedFinding';

/** What findings are found in: the plan by a rule, an item, a file with marks, or the comments of a file that ignore rules. */
export type SubjectKind = 'rule' | 'item' | 'file' | 'comments';

const NO_PATHS: readonly string[] = [];
const NO_FINDINGS: readonly Finding[] = [];

/**
 * Findings by what they were found in. A subject, which has a name among those of its kind, is replaced as a whole; the store
 * knows which paths that changes, and answers by path and by item without looking at the rest.
 */
export class FindingStore {
  private readonly bySubject: Readonly<Record<SubjectKind, Map<string, readonly Finding[]>>> = {
    rule: new Map(),
    item: new Map(),
    file: new Map(),
    comments: new Map(),
  };
  private readonly byPath = new FindingIndex(pathOf);
  /** Without what is found in the item itself, which is nearly all and is found under its name. */
  private readonly byItem = new FindingIndex(({ item }) => item);
  /** For each file the paths of the findings that stand elsewhere and have a related place there, and how many places those are. */
  private readonly speakers = new Map<string, Map<string, number>>();
  private readonly counts = { error: 0, warning: 0, information: 0, hint: 0 } satisfies Record<Severity, number>;
  /** Of items that were asked about and whose findings are the same since, with the file that they were asked for. */
  private readonly factCounts = new Map<string, { readonly path: string; readonly count: number }>();

  /**
   * @param former what {@link of} says, if it is known
   * @returns the paths whose findings are other ones than before
   */
  replace(
    kind: SubjectKind,
    name: string,
    findings: readonly Finding[],
    former = this.of(kind, name),
  ): readonly string[] {
    if (former.length === 0) {
      return this.add(kind, name, findings);
    }
    // Of the thousands that a rule may find in a large plan a change of one item leaves all but a few as they were.
    const { gone, come, kept } = differenceOf(former, findings);
    if (gone.length + come.length === 0) {
      return NO_PATHS;
    }
    this.count(gone, -1);
    this.count(come, 1);
    const others = gone.length === 0 ? come : [...gone, ...come];
    this.forgetFactCounts(others);
    const own = kind === 'item' ? name : undefined;
    this.byPath.remove(gone);
    this.byPath.add(come);
    this.byItem.remove(gone, own);
    this.byItem.add(come, own);
    if (kept.length > 0) {
      this.bySubject[kind].set(name, kept);
    } else {
      this.bySubject[kind].delete(name);
    }
    return changedPaths(former, kept, others);
  }

  /** The same for a subject without any: so it is with all of the thousands that are found when everything is looked at. */
  add(kind: SubjectKind, name: string, findings: readonly Finding[]): readonly string[] {
    if (findings.length === 0) {
      return NO_PATHS;
    }
    this.count(findings, 1);
    this.forgetFactCounts(findings);
    this.byPath.add(findings);
    this.byItem.add(findings, kind === 'item' ? name : undefined);
    this.bySubject[kind].set(name, findings);
    const first = findings[0]?.place.path;
    return first !== undefined && findings.every(({ place }) => place.path === first)
      ? [first]
      : [...new Set(findings.map(pathOf))];
  }

  private forgetFactCounts(findings: readonly Finding[]): void {
    if (this.factCounts.size > 0) {
      findings.forEach(({ item }) => item !== undefined && this.factCounts.delete(item));
    }
  }

  of(kind: SubjectKind, name: string): readonly Finding[] {
    return this.bySubject[kind].get(name) ?? NO_FINDINGS;
  }

  /** Whether any subject of this kind has findings. */
  knows(kind: SubjectKind): boolean {
    return this.bySubject[kind].size > 0;
  }

  /** Names of those with findings. */
  subjects(kind: SubjectKind): Iterable<string> {
    return this.bySubject[kind].keys();
  }

  countOf(severity: Severity): number {
    return this.counts[severity];
  }

  all(): Finding[] {
    return Object.values(this.bySubject)
      .flatMap((subjects) => [...subjects.values()].flat())
      .sort(byPlace);
  }

  ofPath(path: string): Finding[] {
    return this.byPath.of(path).toSorted(byPlace);
  }

  ofItem(id: string): Finding[] {
    const own = this.of('item', id).filter(({ item }) => item === id);
    return [...own, ...this.byItem.of(id)].sort(byPlace);
  }

  /** See {@link oneOfEachFact}; counted again only where the item's findings are other ones. */
  factCountOf(id: string, path: string): number {
    const known = this.factCounts.get(id);
    if (known?.path === path) {
      return known.count;
    }
    const count = oneOfEachFact(this.ofItem(id), path).length;
    this.factCounts.set(id, { path, count });
    return count;
  }

  /** Adds the paths of the findings that stand in one of these files, or have a related place there. */
  addPathsSpeakingOf(files: Iterable<string>, paths: Set<string>): void {
    for (const file of files) {
      if (this.byPath.has(file)) {
        paths.add(file);
      }
      for (const path of this.speakers.get(file)?.keys() ?? NO_PATHS) {
        paths.add(path);
      }
    }
  }

  private count(findings: readonly Finding[], by: 1 | -1): void {
    for (const finding of findings) {
      const { path } = finding.place;
      this.counts[finding.severity] += by;
      for (const file of filesSpokenOf(finding)) {
        this.countSpeaker(file, path, by);
      }
    }
  }

  private countSpeaker(file: string, path: string, by: 1 | -1): void {
    let paths = this.speakers.get(file);
    if (!paths) {
      paths = new Map();
      this.speakers.set(file, paths);
    }
    const times = (paths.get(path) ?? 0) + by;
    if (times > 0) {
      paths.set(path, times);
    } else if (paths.delete(path) && paths.size === 0) {
      this.speakers.delete(file);
    }
  }
}

/** By path, then by place; ties in an order that does not depend on what was found first. */
function byPlace(a: Finding, b: Finding): number {
  return (
    compare(a.place.path, b.place.path) ||
    a.place.span.start - b.place.span.start ||
    a.place.span.end - b.place.span.end ||
    compare(a.code, b.code) ||
    compare(a.message, b.message) ||
    compare(relatedWords(a), relatedWords(b))
  );
}

/** Two may say the same of the same place, each with other things beside it. */
function relatedWords({ related }: Finding): string {
  return related
    .map((each) => ('place' in each ? `${each.place.path} ${each.place.span.start}` : each.commit))
    .join('\n');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
