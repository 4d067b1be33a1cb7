import { Disposable, type Memento, TreeItemCollapsibleState, type TreeView } from 'vscode';
import type { TreeNode } from '../../protocol/messages';

const KEY = 'waymark.openedRows';

/** The editor forgets what is open in a tree when its window is reloaded. More rows than this are not remembered. */
const MOST_ROWS = 2000;

/** Which rows a person opened or closed, against what the server proposes; kept for the workspace. */
export class OpenedRows {
  readonly #memory: Memento;
  readonly #rows: Map<string, boolean>;

  constructor(memory: Memento) {
    this.#memory = memory;
    this.#rows = new Map(memory.get<[string, boolean][]>(KEY, []));
  }

  stateOf({ id, collapsible }: TreeNode): TreeItemCollapsibleState | undefined {
    const isOpen = collapsible === 'none' ? undefined : this.#rows.get(id);
    return isOpen === undefined
      ? undefined
      : isOpen
        ? TreeItemCollapsibleState.Expanded
        : TreeItemCollapsibleState.Collapsed;
  }

  follow(view: TreeView<TreeNode>): Disposable {
    return Disposable.from(
      view.onDidExpandElement(({ element }) => this.#remember(element, true)),
      view.onDidCollapseElement(({ element }) => this.#remember(element, false)),
    );
  }

  #remember({ id, collapsible }: TreeNode, isOpen: boolean): void {
    // The latest last, so that the oldest are forgotten first.
    this.#rows.delete(id);
    if (isOpen !== (collapsible === 'expanded')) {
      this.#rows.set(id, isOpen);
    }
    void this.#memory.update(KEY, [...this.#rows].slice(-MOST_ROWS));
  }
}
