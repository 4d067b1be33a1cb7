import { t } from '../../../words/t';
import type { CodeIndex } from '../../../codeHistory/codeIndex';
import { canonicalId } from '../../../ids/canonicalId';
import type { Day } from '../../../model/calendar';
import type { Commit } from '../../../model/commit';
import type { Annotation, FileMarks } from '../../../model/marks';
import type { WorkItem } from '../../../model/roadmap';
import { nearTermColumn } from '../../../planning/nearTerm';
import { itemsAt, type Plan } from '../../../trace/plan';
import type { ReadonlyTrace } from '../../../trace/trace';
import type { TraceContext } from '../../rule';
import { isWarning } from '../../workTags';
import { groupDigits, listing } from '../../../words/count';

/**
 * The near-term items, see `isNearTerm`, whose commits changed a file, the one of the newest commit first. Reverted
 * commits do not count.
 */
export function nearItemsChanging(
  path: string,
  index: CodeIndex,
  { plan, trace }: Pick<TraceContext, 'plan' | 'trace'>,
  until: Day,
): readonly WorkItem[] {
  const isNear = nearTermColumn(plan, until);
  return itemsAt(
    changedFiles(index, plan, trace)
      .itemsOf(path)
      .filter((place) => isNear[place] === 1),
    plan,
  );
}

/** Which items commits changed files for, by places in `plan.workItems`: the same for all plans with one frame. */
class ChangedFiles {
  private readonly byCommit = new Map<Commit, readonly number[]>();
  private readonly byPath = new Map<string, readonly number[]>();
  private readonly version: number;

  constructor(
    private readonly index: CodeIndex,
    private readonly plan: Plan,
    private readonly trace: ReadonlyTrace,
  ) {
    this.version = trace.version;
  }

  isOf(index: CodeIndex, trace: ReadonlyTrace): boolean {
    return this.index === index && this.trace === trace && this.version === trace.version;
  }

  /** In the order in which the newest commit of each is met. */
  itemsOf(path: string): readonly number[] {
    let items = this.byPath.get(path);
    if (!items) {
      const places = new Set<number>();
      for (const { commit } of this.index.files.get(path) ?? []) {
        this.itemsOfCommit(commit).forEach((place) => places.add(place));
      }
      items = [...places];
      this.byPath.set(path, items);
    }
    return items;
  }

  /** Those that a commit is work on. It is met again at each of the files that it changed. */
  private itemsOfCommit(commit: Commit): readonly number[] {
    const { plan, trace } = this;
    let items = this.byCommit.get(commit);
    if (!items) {
      const named = (commit.undoes ? [] : commit.mentions).flatMap(({ id, certainty }) => {
        const item = certainty === 'certain' ? plan.findWork(id) : undefined;
        const place = item && isNamedBy(id, item) ? plan.placeOf(item) : undefined;
        return place ?? [];
      });
      items = named.length > 0 && trace.fateOf(commit).state !== 'reverted' ? named : [];
      this.byCommit.set(commit, items);
    }
    return items;
  }
}

const latest = new WeakMap<Plan['frame'], ChangedFiles>();

function changedFiles(index: CodeIndex, plan: Plan, trace: ReadonlyTrace): ChangedFiles {
  const known = latest.get(plan.frame);
  const files = known?.isOf(index, trace) ? known : new ChangedFiles(index, plan, trace);
  latest.set(plan.frame, files);
  return files;
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
