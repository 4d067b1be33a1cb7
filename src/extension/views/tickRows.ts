import { type Disposable, l10n, TreeItemCheckboxState, type TreeCheckboxChangeEvent, type TreeView } from 'vscode';
import type { TreeNode } from '../../protocol/messages';
import { makeEdit } from '../commands/askAnswer';
import { sendRowAction } from '../commands/rowActions';
import { runCommand } from '../commands/runCommand';
import type { Services } from '../services';
import type { NodeTree } from './nodeTree';

/** Writes into the roadmap what is ticked in the view: all boxes of one press in one edit. */
export function registerTicking(services: Services, view: TreeView<TreeNode>, tree: NodeTree): Disposable {
  return view.onDidChangeCheckboxState(async ({ items }: TreeCheckboxChangeEvent<TreeNode>) => {
    await runCommand(services, l10n.t('tick the task'), () => tick(services, items), undefined);
    // A box whose edit was refused is as it was before.
    tree.refresh();
  });
}

async function tick(
  services: Services,
  boxes: readonly (readonly [node: TreeNode, state: TreeItemCheckboxState])[],
): Promise<void> {
  for (const [action, state] of [
    ['tick', TreeItemCheckboxState.Checked],
    ['untick', TreeItemCheckboxState.Unchecked],
  ] as const) {
    const rows = boxes.filter((box) => box[1] === state).map(([{ id }]) => id);
    if (rows.length > 0) {
      await makeEdit(services, await sendRowAction(services, action, rows));
    }
  }
}
