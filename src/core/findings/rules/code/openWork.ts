import type { CodeIndex } from '../../../codeHistory/codeIndex';
import { canonicalId } from '../../../ids/canonicalId';
import type { Day } from '../../../model/calendar';
import type { Annotation, FileMarks } from '../../../model/marks';
import type { WorkItem } from '../../../model/roadmap';
import { isNearTerm } from '../../../planning/nearTerm';
import type { TraceContext } from '../../rule';
import { isWarning } from '../../workTags';
import { count, listing } from '../../wording';

/**
 * The near-term items, see {@link isNearTerm}, whose commits changed a file, the one of the newest commit first. Reverted
 * commits do not count.
 */
export function nearItemsChanging(
  path: string,
  index: CodeIndex,
  { plan, trace }: Pick<TraceContext, 'plan' | 'trace'>,
  until: Day,
): WorkItem[] {
  // In the order in which the newest commit of each is met.
  const items = new Set<WorkItem>();
  for (const { commit } of index.files.get(path) ?? []) {
    for (const { id, certainty } of commit.undoes ? [] : commit.mentions) {
      const item = certainty === 'certain' ? plan.findWork(id) : undefined;
      const isNew = item !== undefined && !items.has(item) && isNamedBy(id, item) && isNearTerm(item, plan, until);
      if (isNew && trace.fateOf(commit).state !== 'reverted') {
        items.add(item);
      }
    }
  }
  return [...items];
}

/** An ID that is made of a title is no name that a commit means. */
function isNamedBy(id: string, item: WorkItem): boolean {
  return !item.derivedId || canonicalId(id) !== canonicalId(item.id);
}

/**
 * Annotations of a file that warn of its code: of something broken, makeshift or dangerous. Those that are planned for other
 * items than the given ones are left alone: they are somebody's work already, or that of a finished item, of which
 * another rule tells.
 */
export function warningsIn(file: FileMarks, items: readonly WorkItem[], { trace }: TraceContext): Annotation[] {
  return file.annotations.filter((annotation) => {
    if (!isWarning(annotation)) {
      return false;
    }
    const planned = trace.itemsOf(file, annotation);
    return planned.length === 0 || planned.some((item) => items.includes(item));
  });
}

/** `1 FIXME and 2 HACKs`. */
export function tagCounts(annotations: readonly Annotation[]): string {
  const counts = new Map<string, number>();
  for (const { tag } of annotations) {
    counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  return listing(Array.from(counts, ([tag, number]) => count(number, tag)));
}
