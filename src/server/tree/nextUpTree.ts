import { t } from '../../core/words/t';
import { hasReady, nextUp, type ReadyItem } from '../../core/backlog/nextUp';
import { type RankMove, rankMoves, showRanking, type ShownRanking } from '../../core/backlog/rankChange';
import { counted, dueDay, dueWords, itemName, ownerWords } from '../../core/report/itemWords';
import { escapeMarkdown } from '../../core/report/markdown';
import { moveSign, moveWords, whyNothingIsReady } from '../../core/report/nextUpWords';
import { scoreNumber, scoreSentences, scoreWorking } from '../../core/report/scoreWords';
import { spokenRow } from '../../core/report/spokenRow';
import { PLANNED_ROW } from '../../protocol/contributions';
import type { TreeNode } from '../../protocol/messages';
import { type Folder, targetOf } from '../folder';
import { ICONS, STATUS_ICONS } from './icons';
import { decodeKey, encodeKey } from './nodeKey';
import { kindWord } from '../../core/words/names';

/** Nobody picks the next story from further down; the rest is behind a row of its own, as many at a time. */
const ROWS_A_PAGE = 100;

/** Why no folder has anything that can be begun, in words; undefined: one has, or there is no plan at all. */
export function nothingReady(folders: readonly Folder[]): string | undefined {
  const plans = folders.map(({ engine }) => engine.trace.plan).filter(({ workItems }) => workItems.length > 0);
  return plans.length === 0 || plans.some(hasReady)
    ? undefined
    : [...new Set(plans.map((plan) => whyNothingIsReady(nextUp(plan))))].join(' ');
}

/** The rows of the *Next up* view. It only remembers what it showed, so that it can say what moved. */
export class NextUpTree {
  private readonly shown = new WeakMap<Folder, ShownRanking>();

  /** @param nowMs milliseconds of a clock that only goes forward */
  constructor(private readonly nowMs: () => number) {}

  rows(folders: readonly Folder[], parent: string | undefined): TreeNode[] {
    const planned = folders.filter(({ engine }) => engine.trace.plan.roadmaps.length > 0);
    if (parent === undefined) {
      return planned.length === 1 ? planned.flatMap((folder) => this.firstRows(folder)) : planned.flatMap(folderNode);
    }
    const key = decodeKey(parent);
    const folder = planned.find(({ uri }) => uri === key?.folder);
    if (!key || !folder) {
      return [];
    }
    return key.kind === 'folder' ? this.firstRows(folder) : this.page(folder, Number(key.parts[0]) || 0);
  }

  private firstRows(folder: Folder): TreeNode[] {
    const ranking = nextUp(folder.engine.trace.plan).ready.map(({ name }) => name);
    this.shown.set(folder, showRanking(this.shown.get(folder), ranking, this.nowMs()));
    return this.page(folder, 0);
  }

  private page(folder: Folder, from: number): TreeNode[] {
    const { ready } = nextUp(folder.engine.trace.plan);
    const shown = this.shown.get(folder);
    const moves = shown ? rankMoves(shown) : undefined;
    const rows = ready
      .slice(from, from + ROWS_A_PAGE)
      .map((each, index) => readyNode(folder, each, from + index + 1, moves?.get(each.name)));
    const left = ready.length - from - rows.length;
    return left > 0 ? [...rows, moreNode(folder, from + rows.length, left)] : rows;
  }
}

function folderNode(folder: Folder): TreeNode[] {
  const { length } = nextUp(folder.engine.trace.plan).ready;
  const description = t('{0} ready', length);
  return length === 0
    ? []
    : [
        {
          id: encodeKey(folder.uri, 'folder'),
          label: folder.name,
          description,
          tooltip: escapeMarkdown(folder.name),
          icon: ICONS.folder,
          collapsible: 'expanded',
          context: 'folder',
          accessibilityLabel: t('Folder {0}, {1}', folder.name, description),
        },
      ];
}

function moreNode(folder: Folder, from: number, left: number): TreeNode {
  const label = counted(left, 'more ready item');
  return {
    id: encodeKey(folder.uri, 'more', String(from)),
    label,
    tooltip: t('Lists those from place {0} on.', from + 1),
    icon: ICONS.more,
    collapsible: 'collapsed',
    context: 'more',
    accessibilityLabel: label,
  };
}

/** @param move undefined: it stands where it stood */
function readyNode(folder: Folder, ready: ReadyItem, place: number, move: RankMove | undefined): TreeNode {
  const { item, score, name } = ready;
  const { trace, today } = folder.engine;
  const { plan } = trace;
  const scored = score && (score.value === undefined ? scoreWorking(score) : t('score {0}', scoreNumber(score.value)));
  const facts = [scored, dueWords(item, trace, today), ownerWords(item, trace), plan.releaseOf(item)?.name].filter(
    (fact) => fact !== undefined,
  );
  return {
    id: encodeKey(folder.uri, 'ready', name),
    label: itemName(item),
    description: [...(move === undefined ? [] : [moveSign(move)]), ...facts].join(' · '),
    tooltip: tooltipOf(folder, ready, place, move),
    icon: STATUS_ICONS.planned,
    collapsible: 'none',
    context: PLANNED_ROW,
    item: { folder: folder.uri, id: item.id },
    accessibilityLabel: spokenRow(t('{0} {1} is at place {2}', kindWord(item.kind), itemName(item), place), [
      ...(move === undefined ? [] : [moveWords(move)]),
      ...facts,
    ]),
    open: targetOf(folder, { path: item.path, span: item.headline }),
  };
}

function tooltipOf(folder: Folder, { item }: ReadyItem, place: number, move: RankMove | undefined): string {
  const { trace, today } = folder.engine;
  const { plan } = trace;
  const facts: readonly (readonly [label: string, value: string | undefined])[] = [
    [t('Place'), move === undefined ? String(place) : `${place}, ${moveWords(move)}`],
    [t('Due'), dueDay(item, trace, today)],
    [t('Owner'), ownerWords(item, trace) ?? t('nobody')],
    [t('Release'), plan.releaseOf(item)?.name],
  ];
  return [
    `**${escapeMarkdown(itemName(item))}**`,
    ...(item.description ? [escapeMarkdown(item.description)] : []),
    scoreSentences(item, plan)
      .map((part) => `- ${escapeMarkdown(part)}`)
      .join('\n'),
    facts.flatMap(([label, value]) => (value === undefined ? [] : [`- ${label}: ${escapeMarkdown(value)}`])).join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
