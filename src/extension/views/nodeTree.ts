import { type Disposable, EventEmitter, type LogOutputChannel, type TreeDataProvider, type TreeItem } from 'vscode';
import type { ViewName } from '../../protocol/contributions';
import { type TreeNode, TreeRequest } from '../../protocol/messages';
import type { ServerConnection } from '../client/serverConnection';
import { toTreeItem } from './treeItem';

/** The rows of one view, as the server gives them. Without a server there are none, and the view's welcome text says why. */
export class NodeTree implements TreeDataProvider<TreeNode>, Disposable {
  readonly #changed = new EventEmitter<void>();
  readonly #server: ServerConnection;
  readonly #log: LogOutputChannel;
  readonly #view: ViewName;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(server: ServerConnection, log: LogOutputChannel, view: ViewName) {
    this.#server = server;
    this.#log = log;
    this.#view = view;
  }

  refresh(): void {
    this.#changed.fire();
  }

  getTreeItem(node: TreeNode): TreeItem {
    return toTreeItem(node);
  }

  async getChildren(parent?: TreeNode): Promise<TreeNode[]> {
    if (this.#server.overview === undefined) {
      return [];
    }
    const params = { view: this.#view, ...(parent && { parent: parent.id }) };
    try {
      return await this.#server.ask((client) => client.sendRequest(TreeRequest, params));
    } catch (error) {
      // A server that is stopping answers nothing; the view is refreshed when it is back.
      this.#log.debug(`The rows of the view ${this.#view} could not be read: ${String(error)}`);
      return [];
    }
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
