import { t } from '../../core/words/t';
import { type Day, formatDayShort } from '../../core/model/calendar';
import { worstFirst } from '../../core/model/finding';
import type { WorkItem } from '../../core/model/roadmap';
import { isFinished } from '../../core/model/status';
import { categoryOf } from '../../core/planning/progress';
import {
  counted,
  countLinks,
  dueDay,
  itemName,
  itemRowFacts,
  progressWords,
  ownerWords,
  statusWords,
} from '../../core/report/itemWords';
import { escapeMarkdown } from '../../core/report/markdown';
import { scoreSentences } from '../../core/report/scoreWords';
import { spokenRow } from '../../core/report/spokenRow';
import type { Plan } from '../../core/trace/plan';
import { ITEM_ROW, PLANNED_ROW, ROW_SCHEME } from '../../protocol/contributions';
import type { NodeIcon, TreeNode } from '../../protocol/messages';
import type { Backlog } from '../backlog/backlog';
import { type Folder, targetOf } from '../folder';
import { ICONS, STATUS_ICONS } from './icons';
import { itemRowId } from './itemNames';
import { encodeKey } from './nodeKey';
import { kindWord } from '../../core/words/names';

/** The row of an epic, story or task. */
export function itemNode(folder: Folder, item: WorkItem, backlog: Backlog): TreeNode {
  const { trace, today } = folder.engine;
  const { plan } = trace;
  const found = backlog.countsOf(item);
  const facts = itemRowFacts(item, trace, today, found);
  const status = statusWords(item, trace);
  const hasRows = backlog.rows(plan.childrenOf(item)).length > 0 || found.own > 0 || hasEvidence(folder, item);
  return {
    id: itemRowId(folder, item),
    label: itemName(item),
    description: facts.join(' · '),
    tooltip: itemTooltip(folder, item),
    icon: STATUS_ICONS[categoryOf(item, plan)],
    collapsible: !hasRows ? 'none' : item.kind === 'epic' ? 'expanded' : 'collapsed',
    context: item.kind === 'story' && categoryOf(item, plan) === 'planned' ? PLANNED_ROW : ITEM_ROW,
    ...(item.kind === 'task' && { box: boxOf(item, plan) }),
    ...resourceOf(item, plan, today),
    item: { folder: folder.uri, id: item.id },
    accessibilityLabel: spokenRow(
      t('{0} {1} is {2}', kindWord(item.kind), itemName(item), status),
      facts.filter((fact) => fact !== status),
    ),
    open: targetOf(folder, { path: item.path, span: item.headline }),
  };
}

function boxOf(item: WorkItem, plan: Plan): NonNullable<TreeNode['box']> {
  const isTicked = categoryOf(item, plan) === 'done';
  return { isTicked, tooltip: isTicked ? t('Untick {0}', itemName(item)) : t('Mark {0} as done', itemName(item)) };
}

/** Colour repeats what the icon or the description says: what is over steps back, what is late or held up stands out. */
function resourceOf(item: WorkItem, plan: Plan, today: Day): Pick<TreeNode, 'resource'> {
  const category = categoryOf(item, plan);
  const isLate = !isFinished(category) && item.due !== undefined && item.due.last < today;
  const color = isFinished(category)
    ? 'descriptionForeground'
    : isLate
      ? 'list.errorForeground'
      : category === 'blocked'
        ? 'list.warningForeground'
        : undefined;
  return color === undefined ? {} : { resource: `${ROW_SCHEME}:/${isLate ? 'late' : category}?${color}` };
}

function hasEvidence(folder: Folder, item: WorkItem): boolean {
  const { annotations, references, commits } = folder.engine.trace.evidenceOf(item);
  return annotations.length + references.length + commits.length > 0;
}

const GROUP_WORDS = {
  findings: {
    label: () => t('Findings'),
    of: (name: string) => t('Findings of {0}', name),
    counted: (number: number, name: string) => t('{0} findings of {1}', number, name),
  },
  annotations: {
    label: () => t('Annotations'),
    of: (name: string) => t('Annotations of {0}', name),
    counted: (number: number, name: string) => t('{0} annotations of {1}', number, name),
  },
  references: {
    label: () => t('References'),
    of: (name: string) => t('References of {0}', name),
    counted: (number: number, name: string) => t('{0} references of {1}', number, name),
  },
  commits: {
    label: () => t('Commits'),
    of: (name: string) => t('Commits of {0}', name),
    counted: (number: number, name: string) => t('{0} commits of {1}', number, name),
  },
} as const;

/** What belongs to an item, in groups that open. */
export function evidenceGroups(folder: Folder, item: WorkItem, name: string): TreeNode[] {
  const evidence = folder.engine.trace.evidenceOf(item);
  const groups: readonly (readonly [kind: keyof typeof GROUP_WORDS, icon: NodeIcon, count: number])[] = [
    ['findings', ICONS.findings, folder.engine.findings.factCountOf(item)],
    ['annotations', ICONS.annotations, evidence.annotations.length],
    ['references', ICONS.references, evidence.references.length],
    ['commits', ICONS.commits, evidence.commits.length],
  ];
  return groups
    .filter(([, , count]) => count > 0)
    .map(([kind, icon, count]) => ({
      id: encodeKey(folder.uri, kind, name),
      label: GROUP_WORDS[kind].label(),
      description: String(count),
      tooltip: GROUP_WORDS[kind].of(escapeMarkdown(itemName(item))),
      icon,
      collapsible: 'collapsed',
      context: kind,
      accessibilityLabel: GROUP_WORDS[kind].counted(count, itemName(item)),
    }));
}

function itemTooltip(folder: Folder, item: WorkItem): string {
  const { trace, findings, today } = folder.engine;
  const { plan } = trace;
  const counts = countLinks(item, trace);
  const release = plan.releaseOf(item);
  const facts: readonly (readonly [label: string, value: string | undefined])[] = [
    [t('Status'), statusWords(item, trace)],
    [t('Owner'), ownerWords(item, trace)],
    [t('Release'), release?.name],
    [t('Due'), dueDay(item, trace, today) ?? (item.due && formatDayShort(item.due.last, today))],
    [t('Progress'), progressWords(item, trace)],
    [t('Evidence'), evidenceWords(counts.openMarks, counts.references, counts.commits)],
  ];
  const score = scoreSentences(item, plan).join(' · ');
  const lines = [
    ...facts.filter(([, value]) => value).map(([label, value]) => `- ${label}: ${escapeMarkdown(value ?? '')}`),
    ...(score === '' ? [] : [`- ${escapeMarkdown(score)}`]),
  ];
  const problems = worstFirst(findings.factsOf(item)).map(
    (finding) => `- ${finding.code}: ${escapeMarkdown(finding.message)}`,
  );
  return [
    `**${escapeMarkdown(itemName(item))}**`,
    ...(item.description ? [escapeMarkdown(item.description)] : []),
    lines.join('\n'),
    ...(problems.length > 0 ? [problems.join('\n')] : []),
  ].join('\n\n');
}

function evidenceWords(openMarks: number, references: number, commits: number): string {
  return [counted(openMarks, 'open mark'), counted(references, 'reference'), counted(commits, 'commit')].join(', ');
}
