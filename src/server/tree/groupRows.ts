import { t } from '../../core/words/t';
import { declarationOf, releaseOfKey } from '../../core/backlog/facets';
import type { Group } from '../../core/backlog/grouping';
import type { Grouping } from '../../core/backlog/view';
import { categoryOf } from '../../core/planning/progress';
import { counted, dueOn } from '../../core/report/itemWords';
import { escapeMarkdown } from '../../core/report/markdown';
import { outlookSentences } from '../../core/report/outlookWords';
import { spokenRow } from '../../core/report/spokenRow';
import type { NodeIcon, TreeNode } from '../../protocol/messages';
import type { Backlog } from '../backlog/backlog';
import { type Folder, targetOf } from '../folder';
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

/** The heading of a group, with how far it is: in its own rows, whatever they hold. */
export function groupNode(folder: Folder, group: Group, { view: { grouping }, countsOf }: Backlog): TreeNode {
  const { trace, today, holidays, knownFacts } = folder.engine;
  const { plan } = trace;
  const { key, label, items } = group;
  const categories = items.map((item) => categoryOf(item, plan));
  const done = categories.filter((category) => category === 'done').length;
  const total = categories.filter((category) => category !== 'dropped').length;
  const findings = sum(items.map((item) => countsOf(item).own + countsOf(item).below));
  const release = grouping === 'release' ? releaseOfKey(key, plan) : undefined;
  const facts = [
    ...(release?.date && done < total ? [dueOn(release.date.last, today)] : []),
    ...(findings > 0 ? [counted(findings, 'finding')] : []),
    total > 0 && grouping !== 'status' ? t('{0}/{1} done', done, total) : counted(items.length, 'item'),
  ];
  const ahead = release
    ? outlookSentences(release, plan, { today, holidays, planHistory: knownFacts.planHistory })
    : [];
  const at = grouping === 'epic' || grouping === 'status' ? undefined : declarationOf(grouping, key, plan);
  const isClosed = (grouping === 'status' && CLOSED.includes(key)) || items.length > MOST_OPENED;
  return {
    id: encodeKey(folder.uri, GROUP, grouping, key),
    label,
    description: facts.join(' · '),
    tooltip: [label, facts.join(', '), ...ahead].map(escapeMarkdown).join('\n\n'),
    icon: iconOf(grouping, key),
    collapsible: items.length === 0 ? 'none' : isClosed ? 'collapsed' : 'expanded',
    context: GROUP,
    ...(at && { open: targetOf(folder, at) }),
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
