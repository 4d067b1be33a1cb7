import { t } from '../../core/words/t';
import type { BacklogView } from '../../core/backlog/view';
import { mentionsIn } from '../../core/model/marks';
import type { WorkItem } from '../../core/model/roadmap';
import { itemName } from '../../core/report/itemWords';
import type { RevealParams, RevealResult } from '../../protocol/rowActions';
import type { LinksParams, TreeNode } from '../../protocol/messages';
import type { Folder } from '../folder';
import type { Folders } from '../folders';
import { groupNode } from '../tree/groupRows';
import { itemNode } from '../tree/itemRows';
import { folderNode, plannedOf } from '../tree/roadmapTree';
import { type Backlog, backlogOf, meIn } from './backlog';
import { backlogView } from './wishes';
import { groupingWord } from '../tree/groupingWord';

/** The rows that lead to an item, from the top one down to its own; else why there are none. */
export async function rowsTo(folders: Folders, { of, wishes }: RevealParams): Promise<RevealResult> {
  const found = 'id' in of ? await itemCalled(folders, of) : itemOfLine(folders, of);
  if (typeof found === 'string') {
    return { rows: [], sentence: found };
  }
  const { folder, item } = found;
  const view: BacklogView = backlogView(wishes);
  const backlog = backlogOf(folder, view, await meIn(folder));
  if (backlog.kept?.isShown(item) === false) {
    return { rows: [], sentence: t('{0} is left out by the filter of the Roadmap view.', itemName(item)) };
  }
  const rows = rowsWithin(folder, item, backlog);
  const top = plannedOf(folders.all).length > 1 ? [folderNode(folder)] : [];
  return rows
    ? { rows: [...top, ...rows] }
    : {
        rows: [],
        sentence: t(
          '{0} has no row of its own while the view is grouped by {1}.',
          itemName(item),
          groupingWord(view.grouping),
        ),
      };
}

interface Found {
  readonly folder: Folder;
  readonly item: WorkItem;
}

/** It may have been added by the edit that was made just now, so what is being read is waited for. */
async function itemCalled(folders: Folders, { folder: uri, id }: LinksParams): Promise<Found | string> {
  const folder = folders.find(uri);
  await folder?.engine.idle();
  const item = folder?.engine.trace.plan.findWork(id);
  return folder && item ? { folder, item } : t('No roadmap declares {0} any more.', id);
}

function itemOfLine(folders: Folders, { uri, line }: { readonly uri: string; readonly line: number }): Found | string {
  const held = folders.holding(uri);
  const item = held && itemOnLine(held.folder, held.path, line);
  return held && item ? { folder: held.folder, item } : t('This line belongs to no item of the roadmap.');
}

/** undefined: only what is under it has rows. */
function rowsWithin(folder: Folder, item: WorkItem, backlog: Backlog): TreeNode[] | undefined {
  const { plan } = folder.engine.trace;
  const lineage: WorkItem[] = [];
  for (let at: WorkItem | undefined = item; at; at = plan.parentOf(at)) {
    lineage.unshift(at);
  }
  if (!backlog.groups) {
    return lineage.map((each) => itemNode(folder, each, backlog));
  }
  for (const group of backlog.groups) {
    const from = lineage.findIndex((each) => group.items.includes(each));
    if (from >= 0) {
      const rows = lineage.slice(from).map((each) => itemNode(folder, each, backlog));
      return [groupNode(folder, group, backlog), ...rows];
    }
  }
  return undefined;
}

/** In a roadmap the innermost item that the line is part of, elsewhere the first that something on the line names. */
function itemOnLine({ engine }: Folder, path: string, line: number): WorkItem | undefined {
  const { trace } = engine;
  const lines = engine.linesOf(path);
  const marks = trace.files.get(path);
  const own = trace.plan.workItems.findLast(
    ({ path: file, span }) =>
      file === path &&
      lines !== undefined &&
      lines.positionAt(span.start).line <= line &&
      lines.positionAt(span.end).line >= line,
  );
  if (own || !marks) {
    return own;
  }
  const isOnLine = (start: number) => marks.lines.positionAt(start).line === line;
  const mentions = mentionsIn({
    annotations: marks.annotations.filter(({ span }) => isOnLine(span.start)),
    references: marks.references.filter(({ mention }) => isOnLine(mention.span.start)),
  });
  return mentions.flatMap((mention) => trace.linkOf(mention, marks)?.item ?? [])[0];
}
