import { t } from '@vscode/l10n';
import type { Group } from '../../core/backlog/grouping';
import type { Grouping } from '../../core/backlog/view';
import { progressOf } from '../../core/planning/progress';
import { counted } from '../../core/report/itemWords';
import { escapeMarkdown } from '../../core/report/markdown';
import { spokenRow } from '../../core/report/spokenRow';
import type { NodeIcon, TreeNode } from '../../protocol/messages';
import type { Backlog } from '../backlog/backlog';
import type { Folder } from '../folder';
import { ICONS, STATUS_ICONS } from './icons';
import { encodeKey } from './nodeKey';
import { groupingWord } from './groupingWord';

/** Kind and `context` of the rows that stand for a group. */
export const GROUP = 'group';

/** More rows than this are not opened without being asked for. */
const MOST_OPENED = 200;

/** What is over is looked at last. */
const CLOSED: readonly string[] = ['done', 'dropped'];

const GROUP_ICONS: Readonly<Record<Exclude<Grouping, 'epic' | 'status'>, NodeIcon>> = {
  release: ICONS.release,
  owner: ICONS.owner,
  goal: ICONS.goal,
};

/** The heading of a group, with how far it is. */
export function groupNode(folder: Folder, group: Group, { view: { grouping }, countsOf }: Backlog): TreeNode {
  const { plan } = folder.engine.trace;
  const { key, label, items } = group;
  const progress = items.map((item) => progressOf(item, plan));
  const [done, total] = [sum(progress.map((each) => each.done)), sum(progress.map((each) => each.total))];
  const findings = sum(items.map((item) => countsOf(item).own + countsOf(item).below));
  const facts = [
    ...(findings > 0 ? [counted(findings, 'finding')] : []),
    ...(total > 0 && grouping !== 'status' ? [t('{0}/{1} done', done, total)] : []),
    counted(items.length, 'item'),
  ];
  const isClosed = (grouping === 'status' && CLOSED.includes(key)) || items.length > MOST_OPENED;
  return {
    id: encodeKey(folder.uri, GROUP, grouping, key),
    label,
    description: facts.join(' · '),
    tooltip: `${escapeMarkdown(label)}\n\n${facts.join(', ')}`,
    icon: iconOf(grouping, key),
    collapsible: items.length === 0 ? 'none' : isClosed ? 'collapsed' : 'expanded',
    context: GROUP,
    accessibilityLabel: spokenRow(`${groupingWord(grouping)} ${label}`, facts),
  };
}

function iconOf(grouping: Grouping, key: string): NodeIcon {
  if (grouping === 'epic' || grouping === 'status') {
    const icons: Readonly<Record<string, NodeIcon>> = STATUS_ICONS;
    return icons[key] ?? STATUS_ICONS.planned;
  }
  return key === '' ? ICONS.none : GROUP_ICONS[grouping];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
