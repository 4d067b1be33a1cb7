import { t } from '@vscode/l10n';
import type { CodeIndex } from '../../../codeHistory/codeIndex';
import { canonicalId } from '../../../ids/canonicalId';
import type { Day } from '../../../model/calendar';
import type { Commit } from '../../../model/commit';
import type { Annotation, FileMarks } from '../../../model/marks';
import type { WorkItem } from '../../../model/roadmap';
import { isNearTerm } from '../../../planning/nearTerm';
import type { Plan } from '../../../trace/plan';
import type { ReadonlyTrace } from '../../../trace/trace';
import type { TraceContext } from '../../rule';
import { isWarning } from '../../workTags';
import { groupDigits, listing } from '../../../words/count';

/**
 * The near-term items, see {@link isNearTerm}, whose commits changed a file, the one of the newest commit first. Reverted
 * commits do not count.
 */
export function nearItemsChanging(
  path: string,
  index: CodeIndex,
  { plan, trace }: Pick<TraceContext, 'plan' | 'trace'>,
  until: Day,
): readonly WorkItem[] {
  const nearItems = nearItemsBefore(plan, trace, until);
  // In the order in which the newest commit of each is met.
  const items = new Set<WorkItem>();
  for (const { commit } of index.files.get(path) ?? []) {
    let near = nearItems.get(commit);
    if (!near) {
      near = nearItemsOf(commit, plan, trace, until);
      nearItems.set(commit, near);
    }
    for (const item of near) {
      items.add(item);
    }
  }
  return items.size === 0 ? NO_ITEMS : [...items];
}

const NO_ITEMS: readonly WorkItem[] = [];

/** Those that a commit is work on. */
function nearItemsOf(commit: Commit, plan: Plan, trace: ReadonlyTrace, until: Day): readonly WorkItem[] {
  const items = (commit.undoes ? [] : commit.mentions).flatMap(({ id, certainty }) => {
    const item = certainty === 'certain' ? plan.findWork(id) : undefined;
    return item && isNamedBy(id, item) && isNearTerm(item, plan, until) ? [item] : [];
  });
  return items.length > 0 && trace.fateOf(commit).state !== 'reverted' ? items : NO_ITEMS;
}

type NearItems = Map<Commit, readonly WorkItem[]>;

interface Remembered {
  readonly trace: ReadonlyTrace;
  /** Of the trace's history. */
  readonly version: number;
  readonly byUntil: Map<Day, NearItems>;
}

/** A commit is met again at each of the files that it changed, and by each rule about them. */
const remembered = new WeakMap<Plan, Remembered>();

function nearItemsBefore(plan: Plan, trace: ReadonlyTrace, until: Day): NearItems {
  let known = remembered.get(plan);
  if (known?.trace !== trace || known.version !== trace.version) {
    known = { trace, version: trace.version, byUntil: new Map() };
    remembered.set(plan, known);
  }
  const nearItems = known.byUntil.get(until) ?? new Map();
  known.byUntil.set(until, nearItems);
  return nearItems;
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
  return listing(
    Array.from(counts, ([tag, number]) => (number === 1 ? t('1 {0}', tag) : t('{0} {1}s', groupDigits(number), tag))),
  );
}
