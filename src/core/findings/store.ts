import type { Finding, Related, Severity } from '../model/finding';
import type { Place } from '../model/span';
import { oneOfEachFact } from './oneOfEachFact';
import { relatedWithPlaces } from './judgedFinding';
import { FindingIndex, groupBy, groupsAmong, type SubjectKind } from './findingIndex';

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
  private readonly byPath = new FindingIndex('file', pathOf);
  private readonly byItem = new FindingIndex('item', ({ item }) => item);
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
    const { gone, come, kept } = difference(former, findings);
    if (gone.length + come.length === 0) {
      return NO_PATHS;
    }
    this.count(gone, -1);
    this.count(come, 1);
    const others = gone.length === 0 ? come : [...gone, ...come];
    this.forgetFactCounts(others);
    this.byPath.replace(kind, name, kept, others);
    this.byItem.replace(kind, name, kept, others);
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
    this.byPath.add(kind, name, findings);
    this.byItem.add(kind, name, findings);
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
    return this.byPath.withOwn(path, this.of('file', path)).sort(byPlace);
  }

  ofItem(id: string): Finding[] {
    return this.byItem.withOwn(id, this.of('item', id)).sort(byPlace);
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

  /** Paths of the findings that stand in one of these files, or have a related place there; some of them several times. */
  *pathsSpeakingOf(files: Iterable<string>): Iterable<string> {
    for (const file of files) {
      if (this.byPath.has(file) || this.of('file', file).some((finding) => pathOf(finding) === file)) {
        yield file;
      }
      yield* this.speakers.get(file)?.keys() ?? NO_PATHS;
    }
  }

  private count(findings: readonly Finding[], by: 1 | -1): void {
    for (const finding of findings) {
      const { path } = finding.place;
      this.counts[finding.severity] += by;
      for (const each of relatedWithPlaces(finding)) {
        if ('place' in each && each.place.path !== path) {
          this.countSpeaker(each.place.path, path, by);
        }
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
  const formerMiddle = former.slice(start, former.length - behind);
  const middle = next.slice(start, next.length - behind);
  const isAllOther = start + behind === 0;
  return {
    gone: without(formerMiddle, middle),
    come: without(middle, formerMiddle),
    kept: isAllOther ? next : [...former.slice(0, start), ...middle, ...former.slice(former.length - behind)],
  };
}

/** Those that are not among the others as the same objects. */
function without(findings: readonly Finding[], others: readonly Finding[]): readonly Finding[] {
  if (findings.length === 0 || others.length === 0) {
    return findings;
  }
  const known = new Set(others);
  return findings.filter((finding) => !known.has(finding));
}

/** The same place of a text that was read again moves along with other spans than before. */
function isKept(a: Finding | undefined, b: Finding | undefined): boolean {
  return a !== undefined && (a === b || (b !== undefined && sameFinding(a, b) && sameSpans(a, b)));
}

/** @param others those that are in one of the lists only */
function changedPaths(former: readonly Finding[], next: readonly Finding[], others: readonly Finding[]): string[] {
  const paths = groupBy(others, pathOf);
  const before = groupsAmong(paths, former, pathOf);
  const after = groupsAmong(paths, next, pathOf);
  return [...paths.keys()].filter((path) => !sameList(before.get(path) ?? [], after.get(path) ?? [], sameFinding));
}

function pathOf({ place }: Finding): string {
  return place.path;
}

function sameFinding(a: Finding, b: Finding): boolean {
  return a === b || saysSame(a, b);
}

function saysSame(a: Finding, b: Finding): boolean {
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
