import { DataTransferItem, type DataTransfer, l10n, type TreeDragAndDropController } from 'vscode';
import { VIEWS } from '../../protocol/contributions';
import type { TreeNode } from '../../protocol/messages';
import { MoveRowsRequest } from '../../protocol/rowActions';
import { makeEdit } from '../commands/askAnswer';
import { runCommand } from '../commands/runCommand';
import type { Services } from '../services';

const ROWS = `application/vnd.code.tree.${VIEWS.roadmap.toLowerCase()}`;

/** Moves rows of the *Roadmap* view; what a place means, the server knows. */
export class RowDragging implements TreeDragAndDropController<TreeNode> {
  readonly dragMimeTypes = [ROWS];
  readonly dropMimeTypes = [ROWS];
  readonly #services: Services;

  constructor(services: Services) {
    this.#services = services;
  }

  handleDrag(nodes: readonly TreeNode[], transfer: DataTransfer): void {
    const rows = nodes.filter(({ item }) => item !== undefined).map(({ id }) => id);
    if (rows.length > 0) {
      transfer.set(ROWS, new DataTransferItem(rows));
    }
  }

  async handleDrop(target: TreeNode | undefined, transfer: DataTransfer): Promise<void> {
    const rows: unknown = transfer.get(ROWS)?.value;
    if (target === undefined || !Array.isArray(rows)) {
      return;
    }
    const params = { rows: rows.map(String), target: target.id, wishes: this.#services.backlog.wishes };
    await runCommand(
      this.#services,
      l10n.t('move the rows'),
      async (services) =>
        makeEdit(services, await services.server.ask((client) => client.sendRequest(MoveRowsRequest, params))),
      undefined,
    );
  }
}
