import { isWork } from '../edit/items';
import { mentionsIn } from '../model/marks';
import type { FileMarks } from '../model/marks';
import type { WorkItem } from '../model/roadmap';
import type { ReadonlyTrace } from '../trace/trace';

/** The epic that most of what a file names belongs to, else most of what the files beside it name; undefined: they name none. */
export function likelyEpic(path: string, trace: ReadonlyTrace): WorkItem | undefined {
  const own = trace.files.get(path);
  return mostNamed(own ? [own] : [], trace) ?? mostNamed(neighboursOf(path, trace), trace);
}

function neighboursOf(path: string, { files }: ReadonlyTrace): FileMarks[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return folder === '' ? [] : [...files.values()].filter((file) => file.path.startsWith(folder));
}

function mostNamed(files: readonly FileMarks[], trace: ReadonlyTrace): WorkItem | undefined {
  const counts = new Map<WorkItem, number>();
  for (const file of files) {
    for (const mention of mentionsIn(file)) {
      let item = trace.linkOf(mention, file)?.item;
      while (item && item.kind !== 'epic') {
        item = trace.plan.parentOf(item);
      }
      if (item) {
        counts.set(item, (counts.get(item) ?? 0) + 1);
      }
    }
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return isWork(most?.[0]) ? most[0] : undefined;
}
