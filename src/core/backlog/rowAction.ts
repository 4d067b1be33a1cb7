import { t } from '../words/t';
import type { RoadmapStep } from '../fixes/fix';
import { nextIdFor } from '../edit/nextId';
import type { WorkItem } from '../model/roadmap';
import { STATUS_CATEGORIES } from '../model/status';
import { itemName } from '../report/itemWords';
import type { Plan } from '../trace/plan';
import { counted } from '../words/count';

/** What can be done with rows of the backlog. */
export type RowAction = 'setStatus' | 'setOwner' | 'setRelease' | 'rename' | 'addBelow' | 'tick' | 'untick';

/** The answer that takes a field away. No text that a person types is the same. */
export const NONE = '\u0000none';

/** The field that an action sets, for those that set one. */
const FIELDS: Readonly<Partial<Record<RowAction, string>>> = {
  setStatus: 'status',
  setOwner: 'owner',
  setRelease: 'release',
  rename: 'title',
};

/**
 * The steps that do it to all of the rows; a sentence says why it cannot be done.
 *
 * @param answer what the person picked or typed, or {@link NONE}
 */
export function rowSteps(
  action: RowAction,
  items: readonly WorkItem[],
  answer: string,
  plan: Plan,
): readonly RoadmapStep[] | string {
  const twin = items.find((item) => isLaterTwin(item, plan));
  if (twin) {
    return t(
      '{0} stands in {1} more than once, so that nobody can tell which is meant. Give one of them another ID first.',
      twin.id,
      twin.path,
    );
  }
  const words = answer.trim().replace(/\s+/g, ' ');
  if (action === 'tick' || action === 'untick') {
    return items.map((item) => ({
      kind: 'tick',
      item: addressOf(item),
      criterion: undefined,
      done: action === 'tick',
    }));
  }
  if (words === '') {
    return nothingWritten();
  }
  if (action === 'addBelow') {
    return items.slice(0, 1).map((item) => addedBelow(item, words, plan));
  }
  return items.map((item) => ({
    kind: 'setField',
    item: addressOf(item),
    field: FIELDS[action] ?? '',
    value: answer === NONE ? undefined : words,
  }));
}

function addedBelow(item: WorkItem, title: string, plan: Plan): AppendStep {
  const itemKind = kindBelow(item);
  const id = nextIdFor(plan, { kind: itemKind, path: item.path, parent: item });
  return { kind: 'append', path: item.path, under: item.id, itemKind, id, title };
}

type AppendStep = Extract<RoadmapStep, { kind: 'append' }>;

/** Adds something that is part of nothing, behind the last of its kind; a sentence says why it cannot be added. */
export function stepToAdd(kind: 'epic' | 'story', answer: string, plan: Plan): AppendStep | string {
  const title = answer.trim().replace(/\s+/g, ' ');
  const like = plan.roots.findLast((item) => item.kind === kind) ?? plan.roots.at(-1);
  const path = like?.path ?? plan.roadmaps[0]?.path;
  if (path === undefined) {
    return t('There is no roadmap yet to add it to. Create one first.');
  }
  return title === ''
    ? nothingWritten()
    : {
        kind: 'append',
        path,
        under: '',
        itemKind: kind,
        id: nextIdFor(plan, { kind, path, parent: undefined }),
        title,
      };
}

const nothingWritten = (): string => t('Nothing is written here yet.');

/** What is added to an item. */
export function kindBelow({ kind }: WorkItem): 'story' | 'task' {
  return kind === 'epic' ? 'story' : 'task';
}

/** `PAY-12 Refund API`, or how many there are. */
export function namesOfRows(items: readonly WorkItem[]): string {
  const [only] = items;
  return items.length === 1 && only ? itemName(only) : counted(items.length, 'item');
}

/** The words of the files that the items stand in, category by category, and its plain name where they have none. */
export function statusWordsFor(items: readonly WorkItem[], plan: Plan): readonly string[] {
  const paths = new Set(items.map(({ path }) => path));
  const own = plan.roadmaps.filter(({ path }) => paths.has(path)).flatMap(({ workflow }) => [...workflow]);
  const words = STATUS_CATEGORIES.flatMap((category) => {
    const found = own.flatMap(([word, each]) => (each === category ? [word] : []));
    return found.length > 0 ? found : [category];
  });
  return [...new Set(words)];
}

function addressOf({ path, id }: WorkItem) {
  return { path, id };
}

/** An edit finds items by ID, so that it would meet the first of two. */
export function isLaterTwin(item: WorkItem, plan: Plan): boolean {
  return plan.workItems.find(({ path, id }) => path === item.path && id === item.id) !== item;
}
