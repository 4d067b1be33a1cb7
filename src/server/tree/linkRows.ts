import { t } from '@vscode/l10n';
import type { WorkItem } from '../../core/model/roadmap';
import { type LinkedAnnotation, type LinkedCommit, type LinkedReference, mentionOf } from '../../core/trace/evidence';
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
  if (link.certainty === 'certain' && !link.accepted) {
    return row;
  }
  const { id, written = id } = mentionOf(link);
  const where = 'commit' in link ? link.commit.sha.slice(0, 12) : link.file.path;
  const state = link.accepted ? 'accepted' : 'probable';
  const words = link.accepted ? t('accepted') : t('probable');
  return {
    ...row,
    // First, because the end of a long row is cut off.
    description: [words, row.description].filter(Boolean).join(' · '),
    accessibilityLabel: `${row.accessibilityLabel}, ${words}`,
    context: LINK_ROWS[state],
    link: { folder: folder.uri, item: item.id, written, where },
  };
}
