import { formatDay } from '../../core/model/calendar';
import type { Finding } from '../../core/model/finding';
import type { WorkItem } from '../../core/model/roadmap';
import { categoryOf } from '../../core/planning/progress';
import {
  type FindingCounts,
  counted,
  countLinks,
  itemName,
  itemRowSummary,
  itemSummary,
  statusWords,
} from '../../core/report/itemWords';
import { escapeMarkdown } from '../../core/report/markdown';
import type { Plan } from '../../core/trace/plan';
import { ITEM_ROW } from '../../protocol/contributions';
import type { NodeIcon, TreeNode } from '../../protocol/messages';
import { type Folder, targetOf } from '../folder';
import { capped, findingNode, linkedAnnotationNode, linkedCommitNode, referenceNode } from './evidenceNodes';
import { ICONS, STATUS_ICONS } from './icons';
import { judgeable } from './linkRows';
import { decodeKey, encodeKey } from './nodeKey';

/**
 * The rows under a row of the *Roadmap* view: epics, stories, tasks, and under each its evidence.
 *
 * @implements WAY-14
 */
export function roadmapRows(folders: readonly Folder[], parent: string | undefined): TreeNode[] {
  const planned = folders.filter((folder) => folder.engine.trace.plan.roadmaps.length > 0);
  if (parent === undefined) {
    return planned.length === 1 ? planned.flatMap(rootRows) : planned.map(folderNode);
  }
  const key = decodeKey(parent);
  const folder = planned.find(({ uri }) => uri === key?.folder);
  if (!key || !folder) {
    return [];
  }
  if (key.kind === 'folder') {
    return rootRows(folder);
  }
  if (key.kind === PLAN_FINDINGS) {
    const rows = findingsOnPlan(folder).map((finding, index) => findingNode(folder, PLAN_FINDINGS, finding, index));
    return capped(folder, PLAN_FINDINGS, rows, 'finding');
  }
  const name = key.parts[0] ?? '';
  const item = namesOf(folder.engine.trace.plan).byName.get(name);
  return item ? rowsUnder(folder, item, name, key.kind) : [];
}

function rootRows(folder: Folder): TreeNode[] {
  return [...folder.engine.trace.plan.roots.map((item) => itemNode(folder, item)), ...planFindingsRow(folder)];
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
          label: 'Findings on the plan',
          description: String(length),
          tooltip: 'Findings about releases, goals, risks and the roadmap file itself.',
          icon: ICONS.findings,
          collapsible: 'collapsed',
          context: PLAN_FINDINGS,
          accessibilityLabel: `${counted(length, 'finding')} on the plan`,
        },
      ];
}

function rowsUnder(folder: Folder, item: WorkItem, name: string, kind: string): TreeNode[] {
  const evidence = folder.engine.trace.evidenceOf(item);
  switch (kind) {
    case 'item':
      return [
        ...folder.engine.trace.plan.childrenOf(item).map((child) => itemNode(folder, child)),
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

function folderNode(folder: Folder): TreeNode {
  const items = folder.engine.trace.plan.workItems.length;
  return {
    id: encodeKey(folder.uri, 'folder'),
    label: folder.name,
    description: counted(items, 'item'),
    tooltip: escapeMarkdown(folder.name),
    icon: ICONS.folder,
    collapsible: 'expanded',
    context: 'folder',
    accessibilityLabel: `Folder ${folder.name}, ${counted(items, 'item')}`,
  };
}

function itemNode(folder: Folder, item: WorkItem): TreeNode {
  const { trace, today } = folder.engine;
  const { plan } = trace;
  const name = namesOf(plan).nameOf.get(item) ?? item.id;
  const found = countFindings(folder, item);
  const summary = itemRowSummary(item, trace, today, found);
  const hasRows = plan.childrenOf(item).length > 0 || found.own > 0 || hasEvidence(folder, item);
  return {
    id: encodeKey(folder.uri, 'item', name),
    label: itemName(item),
    description: summary,
    tooltip: itemTooltip(folder, item),
    icon: STATUS_ICONS[categoryOf(item, plan)],
    collapsible: !hasRows ? 'none' : item.kind === 'epic' ? 'expanded' : 'collapsed',
    context: ITEM_ROW,
    item: { folder: folder.uri, id: item.id },
    accessibilityLabel: [`${item.kind} ${itemName(item)}`, statusWords(item, trace), summary]
      .filter(Boolean)
      .join(', '),
    open: targetOf(folder, { path: item.path, span: item.headline }),
  };
}

function countFindings(folder: Folder, item: WorkItem): FindingCounts {
  const { trace, findings } = folder.engine;
  const below = trace.plan.childrenOf(item).map((child) => countFindings(folder, child));
  return {
    own: findings.factsOf(item).length,
    below: below.reduce((sum, counts) => sum + counts.own + counts.below, 0),
  };
}

function hasEvidence(folder: Folder, item: WorkItem): boolean {
  const { annotations, references, commits } = folder.engine.trace.evidenceOf(item);
  return annotations.length + references.length + commits.length > 0;
}

function evidenceGroups(folder: Folder, item: WorkItem, name: string): TreeNode[] {
  const evidence = folder.engine.trace.evidenceOf(item);
  const groups: readonly (readonly [kind: string, label: string, icon: NodeIcon, count: number])[] = [
    ['findings', 'Findings', ICONS.findings, folder.engine.findings.factsOf(item).length],
    ['annotations', 'Annotations', ICONS.annotations, evidence.annotations.length],
    ['references', 'References', ICONS.references, evidence.references.length],
    ['commits', 'Commits', ICONS.commits, evidence.commits.length],
  ];
  return groups
    .filter(([, , , count]) => count > 0)
    .map(([kind, label, icon, count]) => ({
      id: encodeKey(folder.uri, kind, name),
      label,
      description: String(count),
      tooltip: `${label} of ${escapeMarkdown(itemName(item))}`,
      icon,
      collapsible: 'collapsed',
      context: kind,
      accessibilityLabel: `${count} ${label.toLowerCase()} of ${itemName(item)}`,
    }));
}

function itemTooltip(folder: Folder, item: WorkItem): string {
  const { trace, findings, today } = folder.engine;
  const { plan } = trace;
  const counts = countLinks(item, trace);
  const owner = plan.ownerOf(item);
  const release = plan.releaseOf(item);
  const facts: readonly (readonly [label: string, value: string | undefined])[] = [
    ['Status', statusWords(item, trace)],
    ['Owner', owner && (plan.findPerson(owner.name)?.name ?? owner.name)],
    ['Release', release?.name],
    ['Due', item.due && formatDay(item.due.last)],
    ['Evidence', evidenceWords(counts.openMarks, counts.references, counts.commits)],
  ];
  const lines = facts
    .filter(([, value]) => value)
    .map(([label, value]) => `- ${label}: ${escapeMarkdown(value ?? '')}`);
  const problems = findings.factsOf(item).map((finding) => `- ${finding.code}: ${escapeMarkdown(finding.message)}`);
  return [
    `**${escapeMarkdown(itemName(item))}**`,
    ...(item.description ? [escapeMarkdown(item.description)] : []),
    lines.join('\n'),
    ...(problems.length > 0 ? [problems.join('\n')] : []),
    escapeMarkdown(itemSummary(item, trace, today)),
  ].join('\n\n');
}

function evidenceWords(openMarks: number, references: number, commits: number): string {
  return [counted(openMarks, 'open mark'), counted(references, 'reference'), counted(commits, 'commit')].join(', ');
}

/** Names that stay the same while the plan is edited: the ID, and a number where an ID is declared more than once. */
interface ItemNames {
  readonly nameOf: ReadonlyMap<WorkItem, string>;
  readonly byName: ReadonlyMap<string, WorkItem>;
}

const namesByPlan = new WeakMap<Plan, ItemNames>();

function namesOf(plan: Plan): ItemNames {
  let names = namesByPlan.get(plan);
  if (!names) {
    const nameOf = new Map<WorkItem, string>();
    const byName = new Map<string, WorkItem>();
    for (const item of plan.workItems) {
      let name = item.id;
      for (let copy = 2; byName.has(name); copy++) {
        name = `${item.id} (${copy})`;
      }
      nameOf.set(item, name);
      byName.set(name, item);
    }
    names = { nameOf, byName };
    namesByPlan.set(plan, names);
  }
  return names;
}
