import type { CodeIndex } from '../../../codeHistory/codeIndex';
import type { Day } from '../../../model/calendar';
import type { Commit } from '../../../model/commit';
import type { Annotation, FileMarks } from '../../../model/marks';
import type { WorkItem } from '../../../model/roadmap';
import { isNearTerm } from '../../../planning/nearTerm';
import type { Plan } from '../../../trace/plan';
import type { ReadonlyTrace } from '../../../trace/trace';
import type { TraceContext } from '../../rule';
import { count, listing } from '../../wording';

/** An item and the newest of its commits that changed a file. */
interface AtWork {
  readonly item: WorkItem;
  readonly newest: Commit;
}

/**
 * The near-term items, see {@link isNearTerm}, whose commits changed a file, the one of the newest commit first. Reverted
 * commits do not count.
 */
export function nearItemsChanging(path: string, index: CodeIndex, context: TraceContext, until: Day): WorkItem[] {
  const atWork = nearItemsByFile(index, context, until).get(path) ?? [];
  return [...atWork].sort((a, b) => (context.trace.isNewer(a.newest, b.newest) ? -1 : 1)).map(({ item }) => item);
}

interface Remembered {
  readonly plan: Plan;
  readonly trace: ReadonlyTrace;
  readonly version: number;
  readonly until: Day;
  readonly byFile: ReadonlyMap<string, readonly AtWork[]>;
}

/** Every file with marks is asked about, and few items are near. */
const remembered = new WeakMap<CodeIndex, Remembered>();

function nearItemsByFile(index: CodeIndex, { plan, trace }: TraceContext, until: Day): Remembered['byFile'] {
  const known = remembered.get(index);
  const { version } = trace;
  if (known?.plan === plan && known.trace === trace && known.version === version && known.until === until) {
    return known.byFile;
  }
  const byFile = new Map<string, AtWork[]>();
  for (const item of plan.workItems) {
    for (const [path, newest] of isNearTerm(item, plan, until) ? newestByFile(item, index, plan, trace) : []) {
      const list = byFile.get(path) ?? [];
      byFile.set(path, list);
      list.push({ item, newest });
    }
  }
  remembered.set(index, { plan, trace, version, until, byFile });
  return byFile;
}

function newestByFile(item: WorkItem, index: CodeIndex, plan: Plan, trace: ReadonlyTrace): ReadonlyMap<string, Commit> {
  const newest = new Map<string, Commit>();
  for (const { commit, code } of index.commitsNaming(item, plan)) {
    for (const { path } of trace.fateOf(commit).state === 'reverted' ? [] : code) {
      if (!newest.has(path)) {
        newest.set(path, commit);
      }
    }
  }
  return newest;
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

function isWarning({ kind, severity, certainty }: Annotation): boolean {
  return kind !== 'task' && kind !== 'note' && severity !== 'hint' && certainty === 'certain';
}

/** `1 FIXME and 2 HACKs`. */
export function tagCounts(annotations: readonly Annotation[]): string {
  const counts = new Map<string, number>();
  for (const { tag } of annotations) {
    counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  return listing(Array.from(counts, ([tag, number]) => count(number, tag)));
}
