import { t } from '../../core/words/t';
import type { WorkItem } from '../../core/model/roadmap';
import { type LinkedAnnotation, type LinkedCommit, type LinkedReference, openLinkOf } from '../../core/trace/evidence';
import { LINK_ROWS } from '../../protocol/contributions';
import type { TreeNode } from '../../protocol/messages';
import type { Folder } from '../folder';

/** The row of a link that is only probable by itself says so, and offers to decide on it; any other row stays as it is. */
export function judgeable(
  folder: Folder,
  item: WorkItem,
  link: LinkedAnnotation | LinkedReference | LinkedCommit,
  row: TreeNode,
): TreeNode {
  const open = openLinkOf(link);
  if (!open) {
    return row;
  }
  const { state, written, where } = open;
  const words = state === 'accepted' ? t('accepted') : t('probable');
  return {
    ...row,
    // First, because the end of a long row is cut off.
    description: [words, row.description].filter(Boolean).join(' · '),
    accessibilityLabel: `${row.accessibilityLabel}, ${words}`,
    context: LINK_ROWS[state],
    link: { folder: folder.uri, item: item.id, written, where },
  };
}
