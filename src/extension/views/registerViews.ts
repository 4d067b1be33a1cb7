import { Disposable, type TreeView, window, workspace } from 'vscode';
import { CONTEXT_KEYS, type ViewName, VIEWS } from '../../protocol/contributions';
import type { TreeNode } from '../../protocol/messages';
import type { Services } from '../services';
import { entriesOf } from '../entries';
import { localFolders } from '../folders';
import { sentences } from '../sentences';
import { createContextKey } from './contextKey';
import { NodeTree } from './nodeTree';
import { type ViewState, viewState } from './viewState';

export type Trees = Readonly<Record<ViewName, NodeTree>>;

/** The rows of each view. {@link registerViews} disposes them with the views. */
export function createTrees({ server, log }: Services): Trees {
  return { roadmap: new NodeTree(server, log, 'roadmap'), unplanned: new NodeTree(server, log, 'unplanned') };
}

/** The side bar: the trees, and what stands around them while there is nothing to show in them. */
export function registerViews({ server }: Services, rows: Trees): Disposable {
  const trees = entriesOf(VIEWS).map(([name, id]) => {
    const tree = rows[name];
    const view = window.createTreeView(id, { treeDataProvider: tree, showCollapseAll: true });
    return { name, tree, view };
  });
  const setState = createContextKey(CONTEXT_KEYS.state);
  const showProgress = createViewProgress();
  let state: ViewState = 'starting';
  let hadOverview = false;

  const update = (): void => {
    const { phase, overview } = server;
    state = viewState({ folderCount: localFolders().length, phase, overview }, state);
    setState(state);
    showProgress(state === 'starting');
    for (const { name, tree, view } of trees) {
      if (name === 'roadmap') {
        decorate(view, state, overview?.errors ?? 0);
      }
      if (hadOverview !== (overview !== undefined)) {
        tree.refresh();
      }
    }
    hadOverview = overview !== undefined;
  };
  update();

  return Disposable.from(
    ...trees.flatMap(({ tree, view }) => [view, tree]),
    server.onDidChange(update),
    server.onDidChangeTree((names) => {
      for (const { name, tree } of trees) {
        if (names.includes(name)) {
          tree.refresh();
        }
      }
    }),
    workspace.onDidChangeWorkspaceFolders(update),
    workspace.onDidGrantWorkspaceTrust(update),
    new Disposable(() => showProgress(false)),
  );
}

function decorate(view: TreeView<TreeNode>, state: ViewState, errorCount: number): void {
  const badge = errorCount > 0 ? { value: errorCount, tooltip: sentences.errors(errorCount) } : undefined;
  if (view.badge?.value !== badge?.value) {
    view.badge = badge;
  }
  // The editor shows no welcome text beside a message, so the message waits until there are rows.
  const message = state === 'ready' && !workspace.isTrusted ? sentences.untrusted : '';
  if ((view.message ?? '') !== message) {
    view.message = message;
  }
}

/** Makes a function that shows or ends the progress bar at the head of the view. */
function createViewProgress(): (isWanted: boolean) => void {
  let end: (() => void) | undefined;
  return (isWanted) => {
    if (isWanted === (end !== undefined)) {
      return;
    }
    end?.();
    end = undefined;
    if (isWanted) {
      const ended = new Promise<void>((resolve) => {
        end = resolve;
      });
      void window.withProgress({ location: { viewId: VIEWS.roadmap } }, () => ended);
    }
  };
}
