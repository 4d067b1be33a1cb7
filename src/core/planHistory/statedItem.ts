import type { DayRange } from '../model/calendar';
import type { Estimate, Item, Roadmap, WorkItem } from '../model/roadmap';
import type { StatusCategory } from '../model/status';

/** What one version of one file says of an item by itself, without what follows from other items. Plain data: it is cached. */
export interface StatedItem {
  readonly id: string;
  readonly derivedId: boolean;
  readonly kind: Item['kind'];
  readonly title: string;
  readonly category: StatusCategory | undefined;
  /** Its own; as named. */
  readonly release: string | undefined;
  readonly owner: string | undefined;
  /** What it stands under: the ID of the item around it, else what its `epic` field names. */
  readonly parent: string | undefined;
  readonly start: DayRange | undefined;
  readonly due: DayRange | undefined;
  readonly freeze: DayRange | undefined;
  readonly estimate: Pick<Estimate, 'value' | 'unit'> | undefined;
  readonly aliases: readonly string[];
  /** True for what was put away: it answers for its ID only where no other item bears it. */
  readonly isArchived: boolean;
}

/** What one version of a roadmap file says. */
export interface StatedPlan {
  readonly items: readonly StatedItem[];
  /** True where the text has mistakes of syntax: what is missing may only not have been readable. */
  readonly isBroken: boolean;
}

/** Of an item that was not changed since, as incremental reading gives it, the same object. */
const statedBefore = new WeakMap<Item, { readonly parent: string | undefined; readonly stated: StatedItem }>();

/** What is worth remembering of a roadmap that was read. */
export function statedPlan(roadmap: Roadmap): StatedPlan {
  const items: StatedItem[] = [];
  const isArchived = roadmap.itemFile?.standing === 'archived';
  const add = (item: Item, parent: string | undefined): void => {
    items.push(statedItem(item, parent, isArchived));
    if ('children' in item) {
      item.children.forEach((child) => add(child, item.id));
    }
  };
  roadmap.goals.forEach((goal) => add(goal, undefined));
  roadmap.releases.forEach((release) => add(release, undefined));
  roadmap.work.forEach((work) => add(work, undefined));
  roadmap.risks.forEach((risk) => add(risk, undefined));
  return { items, isBroken: roadmap.problems.some(({ code }) => code === 'WM101') };
}

function statedItem(item: Item, around: string | undefined, isArchived: boolean): StatedItem {
  const known = statedBefore.get(item);
  // An ID that is made of the title may become another one while the item stays the same object.
  if (known?.parent === around && known?.stated.id === item.id) {
    return known.stated;
  }
  const { id, derivedId, kind, title } = item;
  const stated = { id, derivedId, kind, title, isArchived, ...fieldsOf(item, around) };
  statedBefore.set(item, { parent: around, stated });
  return stated;
}

type Fields = Omit<StatedItem, 'id' | 'derivedId' | 'kind' | 'title' | 'isArchived'>;

const NO_FIELDS: Fields = {
  category: undefined,
  release: undefined,
  owner: undefined,
  parent: undefined,
  start: undefined,
  due: undefined,
  freeze: undefined,
  estimate: undefined,
  aliases: [],
};

function fieldsOf(item: Item, around: string | undefined): Fields {
  switch (item.kind) {
    case 'goal':
      return NO_FIELDS;
    case 'risk':
      return { ...NO_FIELDS, owner: item.owner?.name };
    case 'release':
      return {
        ...NO_FIELDS,
        category: item.status?.category,
        start: daysOf(item.start),
        due: daysOf(item.date),
        freeze: daysOf(item.freeze),
      };
    case 'epic':
    case 'story':
    case 'task':
      return workFields(item, around);
  }
}

function workFields(item: WorkItem, around: string | undefined): Fields {
  return {
    category: item.status?.category,
    release: item.release?.name,
    owner: item.owner?.name,
    parent: around ?? item.epic?.name,
    start: daysOf(item.start),
    due: daysOf(item.due),
    freeze: undefined,
    estimate: item.estimate && { value: item.estimate.value, unit: item.estimate.unit },
    aliases: item.aliases.map(({ name }) => name),
  };
}

function daysOf(range: DayRange | undefined): DayRange | undefined {
  return range && { first: range.first, last: range.last };
}
