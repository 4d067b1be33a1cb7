import {
  type Disposable,
  EventEmitter,
  type LogOutputChannel,
  type TreeDataProvider,
  type TreeItem,
  type TreeView,
} from 'vscode';
import type { ViewName } from '../../protocol/contributions';
import { type TreeNode, type TreeParams, TreeRequest } from '../../protocol/messages';
import type { ServerConnection } from '../client/serverConnection';
import type { BacklogState } from './backlogState';
import type { OpenedRows } from './openedRows';
import { toTreeItem } from './treeItem';

/** What a person may change of a view; missing: nothing. */
export interface Arrangement {
  readonly backlog: BacklogState;
  readonly opened: OpenedRows;
}

/** The rows of one view, as the server gives them. Without a server there are none, and the view's welcome text says why. */
export class NodeTree implements TreeDataProvider<TreeNode>, Disposable {
  readonly #changed = new EventEmitter<void>();
  readonly #server: ServerConnection;
  readonly #log: LogOutputChannel;
  readonly #view: ViewName;
  readonly #arrangement: Arrangement | undefined;
  /** Of the rows that were revealed last, by ID; a top row is under none. */
  #parents = new Map<string, TreeNode>();
  #topRows: Promise<unknown> = Promise.resolve();

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(server: ServerConnection, log: LogOutputChannel, view: ViewName, arrangement?: Arrangement) {
    this.#server = server;
    this.#log = log;
    this.#view = view;
    this.#arrangement = arrangement;
  }

  /** Settles when the top rows that the editor asked for last are there. Never rejects. */
  get settled(): Promise<unknown> {
    return this.#topRows;
  }

  /** Has the editor ask again. It drops rows that are still on their way then, so these are let arrive first. */
  refresh(): void {
    void this.settled.then(() => this.#changed.fire());
  }

  getTreeItem(node: TreeNode): TreeItem {
    const item = toTreeItem(node);
    const state = this.#arrangement?.opened.stateOf(node);
    if (state !== undefined) {
      item.collapsibleState = state;
    }
    return item;
  }

  /** Remembers which rows of its view are open, where a person may arrange it. */
  follow(view: TreeView<TreeNode>): Disposable {
    return this.#arrangement?.opened.follow(view) ?? { dispose: () => undefined };
  }

  /** Waits for the first reading: the editor shows the view's progress bar meanwhile. */
  getChildren(parent?: TreeNode): Promise<TreeNode[]> {
    if (parent !== undefined) {
      return this.#rowsUnder(parent.id);
    }
    const rows = this.#rowsUnder(undefined);
    this.#topRows = rows;
    return rows;
  }

  /** The editor asks only for the rows that lead to one that is revealed. */
  getParent({ id }: TreeNode): TreeNode | undefined {
    return this.#parents.get(id);
  }

  /**
   * Selects the last of these rows, which the others lead to from the top.
   *
   * @returns whether it is shown: the plan may have been edited meanwhile, so that there is no such row any more
   */
  async reveal(view: TreeView<TreeNode>, rows: readonly TreeNode[], focus: boolean): Promise<boolean> {
    const row = rows.at(-1);
    if (row === undefined) {
      return false;
    }
    this.#parents = new Map(
      rows.slice(1).flatMap(({ id }, index) => {
        const parent = rows[index];
        return parent ? [[id, parent] as const] : [];
      }),
    );
    // A view that is told new rows at that moment lets go of the one that it was to show.
    for (let attempt = 0; attempt < 2; attempt++) {
      await this.settled;
      try {
        await view.reveal(row, { select: true, focus });
        return true;
      } catch (error) {
        this.#log.debug(`The row ${row.label} could not be shown: ${String(error)}`);
      }
    }
    return false;
  }

  dispose(): void {
    this.#changed.dispose();
  }

  async #rowsUnder(parent: string | undefined): Promise<TreeNode[]> {
    if ((await this.#server.firstOverview()) === undefined) {
      return [];
    }
    const params: TreeParams = {
      view: this.#view,
      ...(parent !== undefined && { parent }),
      ...(this.#arrangement && { backlog: this.#arrangement.backlog.wishes }),
    };
    try {
      return await this.#server.ask((client) => client.sendRequest(TreeRequest, params));
    } catch (error) {
      // A server that is stopping answers nothing; the view is refreshed when it is back.
      this.#log.debug(`The rows of the view ${this.#view} could not be read: ${String(error)}`);
      return [];
    }
  }
}
