import type { WorkItem } from '../model/roadmap';
import type { LinkedCommit } from '../trace/evidence';
import type { CodeHistory } from './codeHistory';

/**
 * Whether a commit is known to have changed the file of another item that had the same ID: two people took one number, and one
 * of them gave way later. Only of plans with a file for each item, whose name begins with its ID.
 */
export function changesOtherItemFile(
  { commit }: LinkedCommit,
  item: WorkItem,
  history: CodeHistory | undefined,
): boolean {
  if (!hasItemFile(item)) {
    return false;
  }
  const own = nameOf(item.path);
  const files = history?.changesOf(commit.sha)?.map(({ path }) => nameOf(path)) ?? [];
  return files.some((name) => beginsWithId(name, item)) && !files.includes(own);
}

/** Nearly all plans are one file, and the commits of all of their items are asked about. */
function hasItemFile(item: WorkItem): boolean {
  return ITEM_FILE.test(item.path) && beginsWithId(nameOf(item.path), item);
}

const ITEM_FILE = /\.md$/i;

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).toLowerCase();
}

/** `task-50 - Refunds.md` for TASK-50, and not `task-50.1 - Cards.md`. */
function beginsWithId(name: string, { id }: WorkItem): boolean {
  return name.startsWith(`${id.toLowerCase()} `) && name.endsWith('.md');
}
