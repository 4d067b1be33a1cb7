import type { CodeIndex } from '../../../codeHistory/codeIndex';
import type { Annotation, FileMarks } from '../../../model/marks';
import type { WorkItem } from '../../../model/roadmap';
import { isFinished } from '../../../model/status';
import { categoryOf } from '../../../planning/progress';
import type { TraceContext } from '../../rule';
import { count, listing } from '../../wording';

/** More commits of one file are of no use to tell what is being worked on. */
const MOST_COMMITS = 200;

/** The open items whose commits changed a file, the one of the newest commit first. Reverted commits do not count. */
export function openItemsChanging(path: string, index: CodeIndex, { trace, plan }: TraceContext): WorkItem[] {
  const items = new Set<WorkItem>();
  for (const { commit } of (index.files.get(path) ?? []).slice(0, MOST_COMMITS)) {
    if (trace.fateOf(commit).state !== 'reverted') {
      for (const mention of commit.mentions) {
        const link = trace.linkOf(mention, commit);
        if (link?.certainty === 'certain') {
          items.add(link.item);
        }
      }
    }
  }
  return [...items].filter((item) => !isFinished(categoryOf(item, plan)));
}

/**
 * Annotations of a file that warn of its code: of something broken, makeshift or dangerous. Those that are planned for other
 * items than the given ones are left alone: they are somebody's work already, or that of a finished item, of which
 * another rule tells.
 */
export function warningsIn(file: FileMarks, items: readonly WorkItem[], { trace }: TraceContext): Annotation[] {
  return file.annotations.filter((annotation) => {
    const planned = trace.itemsOf(file, annotation);
    return isWarning(annotation) && (planned.length === 0 || planned.some((item) => items.includes(item)));
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
