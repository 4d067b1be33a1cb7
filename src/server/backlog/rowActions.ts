import { t } from '../../core/words/t';
import { keysOfMe, memberFacet } from '../../core/backlog/facets';
import type { Group } from '../../core/backlog/grouping';
import { type DropPlace, moveSteps } from '../../core/backlog/moveRows';
import { kindBelow, namesOfRows, NONE, rowSteps, statusWordsFor, stepToAdd } from '../../core/backlog/rowAction';
import type { Grouping } from '../../core/backlog/view';
import type { RoadmapStep } from '../../core/fixes/fix';
import type { WorkItem } from '../../core/model/roadmap';
import { isFinished } from '../../core/model/status';
import { releaseFor } from '../../core/planning/releases';
import { itemLink } from '../../core/report/itemLink';
import { dueOn, itemName } from '../../core/report/itemWords';
import type { FixAnswerRow, FixResult } from '../../protocol/fixes';
import type { AddItemParams, MoveRowsParams, MoveRowsResult, RowActionParams } from '../../protocol/rowActions';
import type { EditedTexts } from '../fileEdits';
import type { Folder } from '../folder';
import type { Folders } from '../folders';
import { GROUP } from '../tree/groupRows';
import { decodeKey } from '../tree/nodeKey';
import { annotationRowAction } from './annotationRow';
import { backlogOf, meIn } from './backlog';
import { editRows, type FolderRows, itemOfRow, itemsOfRows } from './rows';
import { backlogView } from './wishes';

const gone = () => t('No roadmap has these rows any more, so nothing was changed.');

/** What an action asks, and with an answer what it comes to. */
export async function rowAction(
  folders: Folders,
  { action, rows, answer }: RowActionParams,
  texts: EditedTexts,
): Promise<FixResult> {
  if (action === 'createStory' || action === 'linkToStory') {
    return annotationRowAction(folders, { action, rows, ...(answer !== undefined && { answer }) }, texts);
  }
  const chosen = itemsOfRows(folders, rows);
  const [first] = chosen;
  if (!first) {
    return { refusal: gone() };
  }
  if (answer === undefined && action !== 'tick' && action !== 'untick') {
    return questionOf(action, chosen, first);
  }
  if (action === 'moveToEpic') {
    return editRows([first], (each) => stepsToEpic(each, answer ?? ''), texts);
  }
  const stepsOf = ({ folder, items }: FolderRows) => rowSteps(action, items, answer ?? '', folder.engine.trace.plan);
  if (action === 'addBelow') {
    return editToAdd(first.folder, stepsOf(onlyFirst(first)), texts);
  }
  return editRows(action === 'rename' ? [onlyFirst(first)] : chosen, stepsOf, texts);
}

/** What is added at the top of a folder's roadmap, and what that asks. */
export function addItem(folders: Folders, { folder: uri, kind, answer }: AddItemParams, texts: EditedTexts): FixResult {
  const folder = folders.find(uri);
  if (!folder) {
    return { refusal: gone() };
  }
  if (answer === undefined) {
    return { question: NEW_AT_TOP[kind](), placeHolder: t('Its title'), rows: [] };
  }
  const step = stepToAdd(kind, answer, folder.engine.trace.plan);
  return editToAdd(folder, typeof step === 'string' ? step : [step], texts);
}

const NEW_AT_TOP: Readonly<Record<AddItemParams['kind'], () => string>> = {
  epic: () => t('New epic'),
  story: () => t('New story'),
};

function editToAdd(folder: Folder, steps: readonly RoadmapStep[] | string, texts: EditedTexts): FixResult {
  const edited = editRows([{ folder, items: [] }], () => steps, texts);
  const [step] = typeof steps === 'string' ? [] : steps;
  return 'edit' in edited && step?.kind === 'append' && step.id !== undefined
    ? { ...edited, adds: { folder: folder.uri, id: step.id } }
    : edited;
}

/** The items of rows as links of Markdown, one a line. */
export function rowLinks(folders: Folders, rows: readonly string[]): string {
  return itemsOfRows(folders, rows)
    .flatMap(({ folder: { engine }, items }) =>
      items.map((item) => itemLink(item, (engine.linesOf(item.path)?.positionAt(item.headline.start).line ?? 0) + 1)),
    )
    .join('\n');
}

/** As if they were dropped on it. */
function stepsToEpic({ folder, items }: FolderRows, epic: string) {
  const { plan } = folder.engine.trace;
  const item = plan.findWork(epic);
  return item ? moveSteps(items, { kind: 'item', item }, plan, 'plan') : gone();
}

function epicRows({ folder }: FolderRows): FixAnswerRow[] {
  const { workItems } = folder.engine.trace.plan;
  return workItems.flatMap((item) => (item.kind === 'epic' ? [{ label: itemName(item), answer: item.id }] : []));
}

function onlyFirst({ folder, items }: FolderRows): FolderRows {
  return { folder, items: items.slice(0, 1) };
}

async function questionOf(
  action: Exclude<RowActionParams['action'], 'tick' | 'untick' | 'createStory' | 'linkToStory'>,
  chosen: readonly FolderRows[],
  first: FolderRows,
): Promise<FixResult> {
  const items = chosen.flatMap((each) => each.items);
  const names = namesOfRows(items);
  const [item] = items;
  const below = item ? kindBelow(item) : 'story';
  switch (action) {
    case 'setStatus':
      return {
        question: t('Status of {0}', names),
        placeHolder: t('Pick a status'),
        rows: statusWordsFor(items, first.folder.engine.trace.plan).map((word) => ({ label: word, answer: word })),
      };
    case 'setOwner':
      return {
        question: t('Owner of {0}', names),
        placeHolder: t('Pick who owns it'),
        rows: await ownerRows(first.folder),
      };
    case 'setRelease':
      return {
        question: t('Release of {0}', names),
        placeHolder: t('Pick a release'),
        rows: releaseRows(first.folder, items),
      };
    case 'rename':
      return { question: t('Title of {0}', names), placeHolder: t('A few words'), rows: [], value: item?.title ?? '' };
    case 'moveToEpic':
      return { question: t('Epic of {0}', names), placeHolder: t('Pick where it goes'), rows: epicRows(first) };
    case 'addBelow':
      return {
        question: below === 'story' ? t('New story in {0}', names) : t('New task in {0}', names),
        placeHolder: t('Its title'),
        rows: [],
      };
  }
}

/** Who works here first. */
async function ownerRows(folder: Folder): Promise<FixAnswerRow[]> {
  const { plan } = folder.engine.trace;
  const me = await meIn(folder);
  const mine = me ? keysOfMe(me, plan) : new Set<string>();
  const team = plan.team.map((person) => ({ person, isMe: mine.has(memberFacet(person).key) }));
  const ordered = [...team.filter(({ isMe }) => isMe), ...team.filter(({ isMe }) => !isMe)];
  const stranger =
    me && me.name !== '' && !team.some(({ isMe }) => isMe) ? [{ label: t('{0} (me)', me.name), answer: me.name }] : [];
  return [
    ...stranger,
    ...ordered.map(({ person: { id, name }, isMe }) => ({
      label: isMe ? t('{0} (me)', name) : name,
      description: id,
      answer: id,
    })),
    { label: t('Somebody else…') },
    { label: t('Nobody'), description: t('Takes the owner away'), answer: NONE },
  ];
}

/** Each with when it is due, so that the next one is seen, and the one that all items are planned for. */
function releaseRows({ engine }: Folder, items: readonly WorkItem[]): FixAnswerRow[] {
  const { plan } = engine.trace;
  const isCurrent = (id: string) => items.every((item) => releaseFor(item, plan)?.id === id);
  return [
    ...plan.releases.map(({ id, title, date, status }) => {
      const isOver = status !== undefined && isFinished(status.category);
      const facts = [
        ...(title === id ? [] : [title]),
        ...(date === undefined || isOver ? [] : [dueOn(date.last, engine.today)]),
        ...(isCurrent(id) ? [t('chosen')] : []),
      ];
      return { label: id, ...(facts.length > 0 && { description: facts.join(' · ') }), answer: id };
    }),
    { label: t('Another one…') },
    { label: t('None'), description: t('Takes the release away'), answer: NONE },
  ];
}

/** The edit that brings rows to where they were dropped. */
export async function moveRows(
  folders: Folders,
  { rows, target, wishes }: MoveRowsParams,
  texts: EditedTexts,
): Promise<MoveRowsResult> {
  const chosen = itemsOfRows(folders, rows);
  const [first] = chosen;
  const onto = itemOfRow(folders, target);
  const key = decodeKey(target);
  const folder = onto?.folder ?? (key ? folders.find(key.folder) : undefined);
  if (!first || !folder) {
    return { refusal: gone() };
  }
  if (chosen.some((each) => each.folder !== folder)) {
    return { refusal: t('Rows cannot be moved to the roadmap of another folder. Move their lines yourself.') };
  }
  const view = backlogView(wishes);
  const { groups = [] } = backlogOf(folder, view, await meIn(folder));
  const group = onto
    ? groupToJoin(groups, onto.item, first.items)
    : groups.find((each) => key?.kind === GROUP && each.key === key.parts[1]);
  const place: DropPlace | undefined =
    group && view.grouping !== 'epic'
      ? { kind: 'group', grouping: view.grouping, value: valueOf(group, view.grouping, folder) }
      : onto && { kind: 'item', item: onto.item };
  return place === undefined
    ? { refusal: t('Drop it on an epic, story, task or group.') }
    : editRows([first], ({ items }) => moveSteps(items, place, folder.engine.trace.plan, view.sorting), texts);
}

/** Among groups an item also stands for the one that it is in; undefined: the rows are in it already, or in no group. */
function groupToJoin(groups: readonly Group[], onto: WorkItem, moved: readonly WorkItem[]): Group | undefined {
  const isInGroup = (item: WorkItem) => groups.some(({ items }) => items.includes(item));
  const group = groups.find(({ items }) => items.includes(onto));
  return moved.every(isInGroup) && !moved.every((item) => group?.items.includes(item)) ? group : undefined;
}

/** What items of a group say; undefined: nothing. */
function valueOf({ key, label }: Group, grouping: Exclude<Grouping, 'epic'>, folder: Folder): string | undefined {
  const { plan } = folder.engine.trace;
  if (key === '' || grouping === 'status') {
    return key === '' ? undefined : key;
  }
  const declared = { release: plan.releases, owner: plan.team, goal: plan.goals }[grouping];
  // Of what only items name the label is the name as they write it.
  return declared.find(({ id }) => id.trim().toLowerCase() === key)?.id ?? label;
}
