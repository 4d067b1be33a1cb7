import type { WorkItem } from '../model/roadmap';
import { isFinished, STATUS_CATEGORIES, type StatusCategory } from '../model/status';
import type { Plan } from '../trace/plan';

/** Nothing is named, by the item or by anything that it is part of. */
export const NONE = -1;
/** Something is named that the plan does not declare. */
export const UNDECLARED = -2;

/**
 * What planning asks of every work item, in columns by the place in `plan.workItems`. Whoever asks about single items uses
 * `categoryOf` and its like; whoever goes through all of them after each change of a large plan goes through these.
 */
export interface WorkTable {
  /** Places in {@link STATUS_CATEGORIES}; see `categoryOf`. */
  readonly categories: Uint8Array;
  /** Places in `plan.releases`, {@link NONE} or {@link UNDECLARED}; see `releaseFor`. */
  readonly releases: Int32Array;
  /** Places in `plan.team`, {@link NONE} or {@link UNDECLARED}; see `plan.ownerOf`. */
  readonly owners: Int32Array;
  /** 1 for what is delivered as a piece of its own, see `isDelivery`. */
  readonly deliveries: Uint8Array;
  /** Places of what the item depends on by its own field, each once, as far as a roadmap declares it. */
  readonly needs: readonly (readonly number[])[];
  /** Those of the children of the item at `place` are {@link children} from `firstChild[place]` to before the next one's. */
  readonly firstChild: Int32Array;
  readonly children: Int32Array;
}

/** From this code on an item is over: `done` and `dropped`. */
const FIRST_FINISHED = STATUS_CATEGORIES.indexOf('done');

export const PLANNED = STATUS_CATEGORIES.indexOf('planned');
export const ACTIVE = STATUS_CATEGORIES.indexOf('active');
export const BLOCKED = STATUS_CATEGORIES.indexOf('blocked');

/** Whether a code of {@link WorkTable.categories} is that of work that is neither done nor dropped. */
export function isOpenCode(category: number | undefined): boolean {
  return category !== undefined && category < FIRST_FINISHED;
}

const known = new WeakMap<Plan, WorkTable>();

/** Made once for each plan; of a plan with the frame of another one only what differs is read again. */
export function workTable(plan: Plan): WorkTable {
  let table = known.get(plan);
  if (!table) {
    const stated = statedColumns(plan);
    const offspring = offspringOf(plan);
    const releases = inherited(stated.releases, plan.parents);
    table = {
      categories: categoriesOf(stated, releases, offspring, plan),
      releases,
      owners: inherited(stated.owners, plan.parents),
      deliveries: deliveriesOf(releases, offspring, plan),
      needs: stated.needs,
      ...offspring,
    };
    known.set(plan, table);
  }
  return table;
}

/** What the items say themselves. */
interface StatedColumns {
  readonly items: readonly WorkItem[];
  /** {@link NONE}: no status of its own. */
  readonly categories: Int8Array;
  readonly releases: Int32Array;
  readonly owners: Int32Array;
  readonly needs: readonly (readonly number[])[];
}

/** The columns of the latest plan with a frame: in that, all that can be named is the same. */
const latest = new WeakMap<object, StatedColumns>();

function statedColumns(plan: Plan): StatedColumns {
  const items = plan.workItems;
  const former = latest.get(plan.frame);
  const columns = {
    items,
    categories: former ? former.categories.slice() : new Int8Array(items.length),
    releases: former ? former.releases.slice() : new Int32Array(items.length),
    owners: former ? former.owners.slice() : new Int32Array(items.length),
    needs: former ? former.needs.slice() : new Array<readonly number[]>(items.length),
  };
  const releasePlaces = new Map(plan.releases.map((release, place) => [release, place]));
  const personPlaces = new Map(plan.team.map((person, place) => [person, place]));
  items.forEach((item, place) => {
    if (former?.items[place] === item) {
      return;
    }
    const { status, release, owner, depends } = item;
    columns.categories[place] = status ? STATUS_CATEGORIES.indexOf(status.category) : NONE;
    columns.releases[place] = placeOfNamed(release && plan.findRelease(release.name), release, releasePlaces);
    columns.owners[place] = placeOfNamed(owner && plan.findPerson(owner.name), owner, personPlaces);
    columns.needs[place] = depends.length === 0 ? NEEDS_NOTHING : needsOf(item, plan);
  });
  latest.set(plan.frame, columns);
  return columns;
}

const NEEDS_NOTHING: readonly number[] = [];

function needsOf({ depends }: WorkItem, plan: Plan): readonly number[] {
  const needs = new Set<number>();
  for (const { name } of depends) {
    const needed = plan.findWork(name);
    const place = needed && plan.placeOf(needed);
    if (place !== undefined) {
      needs.add(place);
    }
  }
  return [...needs];
}

function placeOfNamed<T>(found: T | undefined, named: unknown, places: ReadonlyMap<T, number>): number {
  return named === undefined ? NONE : ((found && places.get(found)) ?? UNDECLARED);
}

/** What an item does not say, the nearest of those that it is part of says for it. */
function inherited(stated: Int32Array, parents: Int32Array): Int32Array {
  const values = stated.slice();
  for (let place = 0; place < values.length; place += 1) {
    if (stated[place] === NONE) {
      let at = parents[place] ?? NONE;
      // What comes earlier has its value already.
      while (at > place && stated[at] === NONE) {
        at = parents[at] ?? NONE;
      }
      values[place] = at < 0 ? NONE : (values[at] ?? NONE);
    }
  }
  return values;
}

type Offspring = Pick<WorkTable, 'firstChild' | 'children'>;

const offsprings = new WeakMap<object, Offspring>();

function offspringOf({ frame, parents }: Plan): Offspring {
  let offspring = offsprings.get(frame);
  if (!offspring) {
    const firstChild = new Int32Array(parents.length + 1);
    for (const parent of parents) {
      if (parent >= 0) {
        firstChild[parent + 1] = (firstChild[parent + 1] ?? 0) + 1;
      }
    }
    for (let place = 0; place < parents.length; place += 1) {
      firstChild[place + 1] = (firstChild[place + 1] ?? 0) + (firstChild[place] ?? 0);
    }
    const children = new Int32Array(firstChild.at(-1) ?? 0);
    const filled = firstChild.slice();
    parents.forEach((parent, place) => {
      if (parent >= 0) {
        const at = filled[parent] ?? 0;
        children[at] = place;
        filled[parent] = at + 1;
      }
    });
    offspring = { firstChild, children };
    offsprings.set(frame, offspring);
  }
  return offspring;
}

/** The same as `categoryOf` finds for each. */
function categoriesOf(
  stated: StatedColumns,
  releases: Int32Array,
  { firstChild, children }: Offspring,
  plan: Plan,
): Uint8Array {
  const UNKNOWN = 255;
  const categories = new Uint8Array(stated.items.length).fill(UNKNOWN);
  const isOver = plan.releases.map(({ status }) =>
    status && isFinished(status.category) ? status.category : undefined,
  );
  const above = (place: number): number => {
    for (let at = plan.parents[place] ?? NONE; at >= 0; at = plan.parents[at] ?? NONE) {
      const category = stated.categories[at] ?? NONE;
      if (category !== NONE) {
        return category >= FIRST_FINISHED ? category : PLANNED;
      }
    }
    const ending = isOver[releases[place] ?? NONE];
    return ending ? STATUS_CATEGORIES.indexOf(ending) : PLANNED;
  };
  const find = (place: number): number => {
    let category = categories[place] ?? UNKNOWN;
    if (category === UNKNOWN) {
      category = stated.categories[place] ?? NONE;
      const [first, end] = [firstChild[place] ?? 0, firstChild[place + 1] ?? 0];
      if (category === NONE) {
        category = first === end ? above(place) : joined(children.subarray(first, end), find);
      }
      categories[place] = category;
    }
    return category;
  };
  for (let place = 0; place < categories.length; place += 1) {
    find(place);
  }
  return categories;
}

/** @param parts at least one */
function joined(parts: Int32Array, categoryOf: (place: number) => number): number {
  const seen = new Uint8Array(STATUS_CATEGORIES.length);
  parts.forEach((place) => (seen[categoryOf(place)] = 1));
  return STATUS_CATEGORIES.indexOf(joinCategories(STATUS_CATEGORIES.filter((_, code) => seen[code] === 1)));
}

function joinCategories(parts: readonly StatusCategory[]): StatusCategory {
  if (parts.every(isFinished)) {
    return parts.includes('done') ? 'done' : 'dropped';
  }
  if (parts.includes('active') || parts.includes('done')) {
    return 'active';
  }
  return parts.every((part) => part === 'blocked' || part === 'dropped') ? 'blocked' : 'planned';
}

function deliveriesOf(releases: Int32Array, { firstChild }: Offspring, plan: Plan): Uint8Array {
  return Uint8Array.from(plan.workItems, ({ kind, release }, place) => {
    switch (kind) {
      case 'story':
        return 1;
      case 'epic':
        return firstChild[place] === firstChild[place + 1] ? 1 : 0;
      case 'task': {
        const parent = plan.parents[place] ?? NONE;
        const isOfOther = release !== undefined && (releases[place] ?? NONE) !== (releases[parent] ?? NONE);
        return parent < 0 || isOfOther ? 1 : 0;
      }
    }
  });
}
