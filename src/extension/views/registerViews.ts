import { Disposable, type TreeView, type TreeViewOptions, window, workspace } from 'vscode';
import { CONTEXT_KEYS, type ViewName, VIEWS } from '../../protocol/contributions';
import type { TreeNode } from '../../protocol/messages';
import type { Services } from '../services';
import { localFolders } from '../folders';
import { sentences } from '../sentences';
import { createContextKey } from './contextKey';
import { RowDragging } from './dragRows';
import { NodeTree } from './nodeTree';
import { registerRowColors } from './rowColors';
import { registerTicking } from './tickRows';
import { OpenedRows } from './openedRows';
import { registerRevealing } from './revealRow';
import { RoadmapHeader } from './roadmapHeader';
import { type ViewState, viewState } from './viewState';

export type Trees = Readonly<Record<ViewName, NodeTree>>;

/** The rows of each view. {@link registerViews} disposes them with the views. */
export function createTrees({ server, log, memory, backlog }: Services): Trees {
  const arrangement = { backlog, opened: new OpenedRows(memory) };
  return {
    roadmap: new NodeTree(server, log, 'roadmap', arrangement),
    unplanned: new NodeTree(server, log, 'unplanned'),
    nextUp: new NodeTree(server, log, 'nextUp'),
  };
}

/** The side bar: the trees, and what stands around them while there is nothing to show in them. */
export function registerViews(services: Services, trees: Trees): Disposable {
  const { server, backlog } = services;
  const createView = (name: ViewName, more: Partial<TreeViewOptions<TreeNode>> = {}): TreeView<TreeNode> =>
    window.createTreeView(VIEWS[name], { treeDataProvider: trees[name], showCollapseAll: true, ...more });
  const roadmap = createView('roadmap', {
    canSelectMany: true,
    // Ticking a task says nothing of others.
    manageCheckboxStateManually: true,
    dragAndDropController: new RowDragging(services),
  });
  const unplanned = createView('unplanned');
  const nextUp = createView('nextUp', { canSelectMany: true });
  const all = Object.values(trees);
  const setState = createContextKey(CONTEXT_KEYS.state);
  const setCommits = createContextKey(CONTEXT_KEYS.commits);
  const header = new RoadmapHeader(services, roadmap, () => update());
  let state: ViewState = 'starting';
  let isWaiting = true;

  const update = (): void => {
    const { phase, overview } = server;
    state = viewState({ folderCount: localFolders().length, phase, overview }, state);
    const noCommits = workspace.isTrusted ? (overview?.noCommits?.sentence ?? '') : sentences.untrusted;
    decorate(roadmap, state, overview?.errors ?? 0, [header.message, header.hidesAll ? '' : noCommits]);
    say(nextUp, state === 'ready' ? (overview?.nothingReady ?? '') : '');
    // Without trust the view has a link to it, which the editor does not show beside a message.
    say(unplanned, state === 'ready' && workspace.isTrusted ? (overview?.nothingUnplanned ?? '') : '');
    setCommits(workspace.isTrusted ? (overview?.noCommits?.why ?? '') : '');
    if (state === 'starting') {
      setState(state);
    } else {
      // What is said of an empty view must not be seen before the rows arrive.
      void Promise.all(all.map((tree) => tree.settled)).then(() => setState(state));
    }
    if (phase !== 'stopped') {
      const wasWaiting = isWaiting;
      isWaiting = phase !== 'failed' && overview === undefined;
      if (isWaiting && !wasWaiting) {
        all.forEach((tree) => tree.refresh());
      }
    }
  };
  update();

  return Disposable.from(
    roadmap,
    unplanned,
    nextUp,
    trees.roadmap.follow(roadmap),
    registerTicking(services, roadmap, trees.roadmap),
    registerRowColors(),
    registerRevealing(services, roadmap, trees.roadmap),
    ...all,
    header,
    backlog.onDidChange(() => trees.roadmap.refresh()),
    server.onDidChange(update),
    server.onDidChangeTree((names) => names.forEach((name) => trees[name].refresh())),
    workspace.onDidChangeWorkspaceFolders(update),
    workspace.onDidGrantWorkspaceTrust(update),
  );
}

function decorate(view: TreeView<TreeNode>, state: ViewState, errorCount: number, messages: readonly string[]): void {
  const badge = errorCount > 0 ? { value: errorCount, tooltip: sentences.errors(errorCount) } : undefined;
  if (view.badge?.value !== badge?.value) {
    view.badge = badge;
  }
  // The editor shows no welcome text beside a message, so the message waits until there are rows.
  say(view, state === 'ready' ? messages.filter(Boolean).join('\n') : '');
}

function say(view: TreeView<TreeNode>, message: string): void {
  if ((view.message ?? '') !== message) {
    view.message = message;
  }
}
