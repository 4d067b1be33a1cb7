import type { BranchItem, Overview } from '../protocol/messages';
import { withoutIcons } from './words';

/** What the status bar says. */
export interface Status {
  /** With icons. */
  readonly text: string;
  /** For screen readers: without icons. */
  readonly label: string;
  readonly story: BranchItem | undefined;
}

/** undefined: there is nothing to say. */
export function toStatus({ branchItems, busy }: Overview, folder: string | undefined): Status | undefined {
  const story = branchItem(branchItems, folder);
  const words = story?.label ?? busy;
  if (words === undefined) {
    return undefined;
  }
  return {
    text: `$(${busy === undefined ? 'milestone' : 'sync~spin'}) ${withoutIcons(words)}`,
    label: [`Waymark: ${words}`, ...(story && busy !== undefined ? [busy] : [])].join(', '),
    story,
  };
}

/** The story of the folder's branch, else the first there is. */
export function branchItem(items: readonly BranchItem[], folder: string | undefined): BranchItem | undefined {
  return items.find((item) => item.folder === folder) ?? items[0];
}
