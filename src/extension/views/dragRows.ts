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
    const rows = rowsIn(transfer.get(ROWS)?.value);
    if (target === undefined || rows.length === 0) {
      return;
    }
    const params = { rows, target: target.id, wishes: this.#services.backlog.wishes };
    await runCommand(
      this.#services,
      l10n.t('move the rows'),
      async (services) =>
        makeEdit(services, await services.server.ask((client) => client.sendRequest(MoveRowsRequest, params))),
      undefined,
    );
  }
}

/**
 * The IDs of the rows. A drop that comes before the editor has asked what is dragged, as the first after a start often does,
 * brings the editor's own note of them: `{ "id": view, "itemHandles": ["1/ID of the row"] }`.
 */
function rowsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) {
    return value.map(String);
  }
  try {
    const { itemHandles } = JSON.parse(String(value)) as { readonly itemHandles?: unknown };
    return Array.isArray(itemHandles) ? itemHandles.map((handle) => String(handle).replace(/^\d+\//, '')) : [];
  } catch {
    return [];
  }
}
