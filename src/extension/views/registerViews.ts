import { Disposable, type TreeView, window, workspace } from 'vscode';
import { CONTEXT_KEYS, VIEWS, type ViewName } from '../../protocol/contributions';
import type { TreeNode } from '../../protocol/messages';
import type { Services } from '../services';
import { localFolders } from '../folders';
import { sentences } from '../sentences';
import { createContextKey } from './contextKey';
import { NodeTree } from './nodeTree';
import { type ViewState, viewState } from './viewState';

const VIEW_NAMES = Object.keys(VIEWS) as ViewName[];

/** The side bar: the trees, and what stands around them while there is nothing to show in them. */
export function registerViews({ server, log }: Services): Disposable {
  const trees = VIEW_NAMES.map((name) => {
    const tree = new NodeTree(server, log, name);
    const view = window.createTreeView(VIEWS[name], { treeDataProvider: tree, showCollapseAll: true });
    return { name, tree, view };
  });
  const setState = createContextKey<ViewState>(CONTEXT_KEYS.state);
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
