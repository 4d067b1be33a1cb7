import type { Finding, Related } from '../model/finding';
import type { Place } from '../model/span';

/** How what is found in a subject differs from what was found there before. */
export interface Difference {
  readonly gone: readonly Finding[];
  readonly come: readonly Finding[];
  /** The new list, with the former objects of what is the same in front of the first difference and behind the last. */
  readonly kept: readonly Finding[];
}

export function differenceOf(former: readonly Finding[], next: readonly Finding[]): Difference {
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
export function changedPaths(
  former: readonly Finding[],
  next: readonly Finding[],
  others: readonly Finding[],
): string[] {
  const paths = new Set(others.map(pathOf));
  const [before, after] = [byPathAmong(paths, former), byPathAmong(paths, next)];
  return [...paths].filter((path) => !sameList(before.get(path) ?? [], after.get(path) ?? [], sameFinding));
}

/** Only those in one of the paths. */
function byPathAmong(
  paths: ReadonlySet<string>,
  findings: readonly Finding[],
): ReadonlyMap<string, readonly Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const path = pathOf(finding);
    if (paths.has(path)) {
      const group = groups.get(path);
      if (group) {
        group.push(finding);
      } else {
        groups.set(path, [finding]);
      }
    }
  }
  return groups;
}

export function pathOf({ place }: Finding): string {
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
