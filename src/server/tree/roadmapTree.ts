import { t } from '../../core/words/t';
import type { Finding } from '../../core/model/finding';
import type { WorkItem } from '../../core/model/roadmap';
import type { BacklogView } from '../../core/backlog/view';
import { counted } from '../../core/report/itemWords';
import { escapeMarkdown } from '../../core/report/markdown';
import type { TreeNode } from '../../protocol/messages';
import { type Backlog, backlogOf, meIn } from '../backlog/backlog';
import type { Folder } from '../folder';
import { capped, findingNode, linkedAnnotationNode, linkedCommitNode, referenceNode } from './evidenceNodes';
import { GROUP, groupNode } from './groupRows';
import { ICONS } from './icons';
import { namesOf } from './itemNames';
import { evidenceGroups, itemNode } from './itemRows';
import { judgeable } from './linkRows';
import { decodeKey, encodeKey } from './nodeKey';

/**
 * The rows under a row of the *Roadmap* view: epics, stories, tasks, and under each its evidence.
 *
 * @implements WAY-14
 */
export async function roadmapRows(
  folders: readonly Folder[],
  parent: string | undefined,
  view: BacklogView,
): Promise<TreeNode[]> {
  const planned = plannedOf(folders);
  const lookAt = async (folder: Folder) => backlogOf(folder, view, await meIn(folder));
  const [only] = planned;
  if (parent === undefined) {
    return planned.length === 1 && only ? rootRows(only, await lookAt(only)) : planned.map(folderNode);
  }
  const key = decodeKey(parent);
  const folder = planned.find(({ uri }) => uri === key?.folder);
  if (!key || !folder) {
    return [];
  }
  const backlog = await lookAt(folder);
  if (key.kind === 'folder') {
    return rootRows(folder, backlog);
  }
  if (key.kind === GROUP) {
    const group = backlog.groups?.find((each) => each.key === key.parts[1]);
    return backlog.rows(group?.items ?? []).map((each) => itemNode(folder, each, backlog));
  }
  if (key.kind === PLAN_FINDINGS) {
    const rows = findingsOnPlan(folder).map((finding, index) => findingNode(folder, PLAN_FINDINGS, finding, index));
    return capped(folder, PLAN_FINDINGS, rows, 'finding');
  }
  const name = key.parts[0] ?? '';
  const item = namesOf(folder.engine.trace.plan).byName.get(name);
  return item ? rowsUnder(folder, item, name, key.kind, backlog) : [];
}

function rootRows(folder: Folder, backlog: Backlog): TreeNode[] {
  const { groups, kept } = backlog;
  const rows = groups
    ? groups.map((group) => groupNode(folder, group, backlog))
    : backlog.rows(folder.engine.trace.plan.roots).map((item) => itemNode(folder, item, backlog));
  // They are about no item, so that no filter asks for them.
  return kept ? rows : [...rows, ...planFindingsRow(folder)];
}

/** The folders that have a plan; where there are several each has a row. */
export function plannedOf(folders: readonly Folder[]): readonly Folder[] {
  return folders.filter((folder) => folder.engine.trace.plan.roadmaps.length > 0);
}

const PLAN_FINDINGS = 'planFindings';

/** Those in roadmap files that are about no epic, story or task: about a release, a goal, a risk, or the file itself. */
function findingsOnPlan({ engine: { trace, findings } }: Folder): Finding[] {
  const { plan } = trace;
  return plan.roadmaps
    .flatMap(({ path }) => findings.ofPath(path))
    .filter(({ item }) => item === undefined || plan.findWork(item) === undefined);
}

function planFindingsRow(folder: Folder): TreeNode[] {
  const { length } = findingsOnPlan(folder);
  return length === 0
    ? []
    : [
        {
          id: encodeKey(folder.uri, PLAN_FINDINGS),
          label: t('Findings on the plan'),
          description: String(length),
          tooltip: t('Findings about releases, goals, risks and the roadmap file itself.'),
          icon: ICONS.findings,
          collapsible: 'collapsed',
          context: PLAN_FINDINGS,
          accessibilityLabel: t('{0} on the plan', counted(length, 'finding')),
        },
      ];
}

function rowsUnder(folder: Folder, item: WorkItem, name: string, kind: string, backlog: Backlog): TreeNode[] {
  const evidence = folder.engine.trace.evidenceOf(item);
  switch (kind) {
    case 'item':
      return [
        ...backlog.rows(folder.engine.trace.plan.childrenOf(item)).map((child) => itemNode(folder, child, backlog)),
        ...evidenceGroups(folder, item, name),
      ];
    case 'findings':
      return folder.engine.findings.factsOf(item).map((finding, index) => findingNode(folder, name, finding, index));
    case 'annotations':
      return capped(
        folder,
        name,
        evidence.annotations.map((link) => judgeable(folder, item, link, linkedAnnotationNode(folder, name, link))),
        'annotation',
      );
    case 'references':
      return capped(
        folder,
        name,
        evidence.references.map((link) => judgeable(folder, item, link, referenceNode(folder, name, link))),
        'reference',
      );
    case 'commits':
      return capped(
        folder,
        name,
        evidence.commits.map((link) => judgeable(folder, item, link, linkedCommitNode(folder, name, link))),
        'commit',
      );
    default:
      return [];
  }
}

export function folderNode(folder: Folder): TreeNode {
  const items = folder.engine.trace.plan.workItems.length;
  return {
    id: encodeKey(folder.uri, 'folder'),
    label: folder.name,
    description: counted(items, 'item'),
    tooltip: escapeMarkdown(folder.name),
    icon: ICONS.folder,
    collapsible: 'expanded',
    context: 'folder',
    accessibilityLabel: t('Folder {0}, {1}', folder.name, counted(items, 'item')),
  };
}
