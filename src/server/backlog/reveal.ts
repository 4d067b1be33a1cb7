import { t } from '@vscode/l10n';
import type { BacklogView } from '../../core/backlog/view';
import { mentionsIn } from '../../core/mentioning/itemsOfFile';
import type { WorkItem } from '../../core/model/roadmap';
import { itemName } from '../../core/report/itemWords';
import type { RevealParams, RevealResult } from '../../protocol/rowActions';
import type { TreeNode } from '../../protocol/messages';
import type { Folder } from '../folder';
import type { Folders } from '../folders';
import { groupNode } from '../tree/groupRows';
import { itemNode } from '../tree/itemRows';
import { folderNode, plannedOf } from '../tree/roadmapTree';
import { type Backlog, backlogOf, meIn } from './backlog';
import { backlogView } from './wishes';
import { groupingWord } from '../tree/groupingWord';

/** The rows that lead to the item of a line, from the top one down to its own; else why there are none. */
export async function rowsTo(folders: Folders, { uri, line, wishes }: RevealParams): Promise<RevealResult> {
  const held = folders.holding(uri);
  const item = held && itemOnLine(held.folder, held.path, line);
  if (!held || !item) {
    return { rows: [], sentence: t('This line belongs to no item of the roadmap.') };
  }
  const { folder } = held;
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
