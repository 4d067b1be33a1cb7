import type { Release } from '../model/roadmap';
import { isFinished, STATUS_CATEGORIES } from '../model/status';
import type { Plan } from '../trace/plan';
import { madeWithin, sameNumbers } from './derived';
import { EPIC, NONE, type StatedColumns, statedColumns, STORY } from './statedColumns';

/**
 * What planning asks of every work item, in columns by the place in `plan.workItems`. Whoever asks about single items uses
 * `categoryOf` and its like; whoever goes through all of them after each change of a large plan goes through these.
 */
export interface WorkTable {
  /** Places in {@link STATUS_CATEGORIES}; see `categoryOf`. */
  readonly categories: Uint8Array;
  /** 1 for what is neither done nor dropped. */
  readonly isOpen: Uint8Array;
  /** Places in `plan.releases`, `NONE` or `UNDECLARED`; see `releaseFor`. */
  readonly releases: Int32Array;
  /** Places in `plan.team`, `NONE` or `UNDECLARED`; see `plan.ownerOf`. */
  readonly owners: Int32Array;
  /** 1 for what is delivered as a piece of its own, see `storiesByRelease`. */
  readonly deliveries: Uint8Array;
  /** See {@link StatedColumns.needs}. */
  readonly needs: readonly (readonly number[])[];
  readonly stated: StatedColumns;
  /** Those of the children of the item at `place` are {@link children} from `firstChild[place]` to before the next one's. */
  readonly firstChild: Int32Array;
  readonly children: Int32Array;
}

/** From this code on an item is over: `done` and `dropped`. */
const FIRST_FINISHED = STATUS_CATEGORIES.indexOf('done');

export const PLANNED = STATUS_CATEGORIES.indexOf('planned');
export const ACTIVE = STATUS_CATEGORIES.indexOf('active');
export const BLOCKED = STATUS_CATEGORIES.indexOf('blocked');
export const DONE = STATUS_CATEGORIES.indexOf('done');
export const DROPPED = STATUS_CATEGORIES.indexOf('dropped');

/** Whether a code of {@link WorkTable.categories} is that of work that is neither done nor dropped. */
export function isOpenCode(category: number | undefined): boolean {
  return category !== undefined && category < FIRST_FINISHED;
}

const known = new WeakMap<Plan, WorkTable>();

/** Of a plan with the frame of another one only what differs is made again, and where nothing does it is the same table. */
export function workTable(plan: Plan): WorkTable {
  let table = known.get(plan);
  if (!table) {
    table = tableOf(plan.frame, plan.frame, statedColumns(plan), plan.parents, plan.releases);
    known.set(plan, table);
  }
  return table;
}

const tableOf = madeWithin(
  (frame: object, stated: StatedColumns, parents: Int32Array, allReleases: readonly Release[]): WorkTable => {
    const offspring = offspringOf(frame, parents);
    const releases = releasesOf(frame, stated.releases, parents);
    const categories = categoriesOf(frame, stated.categories, releases, offspring, parents, allReleases);
    return {
      categories,
      isOpen: openOf(frame, categories),
      releases,
      owners: ownersOf(frame, stated.owners, parents),
      deliveries: deliveriesOf(frame, stated.kinds, stated.releases, releases, offspring, parents),
      needs: stated.needs,
      stated,
      ...offspring,
    };
  },
);

const openOf = madeWithin((categories: Uint8Array) => {
  const isOpen = new Uint8Array(categories.length);
  for (let place = 0; place < isOpen.length; place += 1) {
    isOpen[place] = isOpenCode(categories[place]) ? 1 : 0;
  }
  return isOpen;
}, sameNumbers);

const releasesOf = madeWithin(inherited, sameNumbers);
const ownersOf = madeWithin(inherited, sameNumbers);

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

const offspringOf = madeWithin((parents: Int32Array): Offspring => {
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
  return { firstChild, children };
});

const categoriesOf = madeWithin(findCategories, sameNumbers);

/** The same as `categoryOf` finds for each. */
function findCategories(
  stated: Int8Array,
  releases: Int32Array,
  { firstChild, children }: Offspring,
  parents: Int32Array,
  allReleases: readonly Release[],
): Uint8Array {
  const UNKNOWN = 255;
  const categories = new Uint8Array(stated.length).fill(UNKNOWN);
  const isOver = allReleases.map(({ status }) => (status && isFinished(status.category) ? status.category : undefined));
  const above = (place: number): number => {
    for (let at = parents[place] ?? NONE; at >= 0; at = parents[at] ?? NONE) {
      const category = stated[at] ?? NONE;
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
      category = stated[place] ?? NONE;
      const [first, end] = [firstChild[place] ?? 0, firstChild[place + 1] ?? 0];
      if (category === NONE) {
        category = first === end ? above(place) : joined(children, first, end, find);
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

/** Where something stands of which only the parts say where they stand, `children` from `first` to before `end`. */
function joined(children: Int32Array, first: number, end: number, categoryOf: (place: number) => number): number {
  // One bit for each category that one of them has.
  let seen = 0;
  for (let at = first; at < end; at += 1) {
    seen |= 1 << categoryOf(children[at] ?? 0);
  }
  const has = (category: number) => (seen & (1 << category)) !== 0;
  if (has(PLANNED) || has(ACTIVE) || has(BLOCKED)) {
    return has(ACTIVE) || has(DONE) ? ACTIVE : has(PLANNED) ? PLANNED : BLOCKED;
  }
  return has(DONE) ? DONE : DROPPED;
}

const deliveriesOf = madeWithin(findDeliveries, sameNumbers);

function findDeliveries(
  kinds: Uint8Array,
  stated: Int32Array,
  releases: Int32Array,
  { firstChild }: Offspring,
  parents: Int32Array,
): Uint8Array {
  const deliveries = new Uint8Array(parents.length);
  for (let place = 0; place < parents.length; place += 1) {
    const kind = kinds[place];
    const parent = parents[place] ?? NONE;
    const isDelivery =
      kind === STORY ||
      (kind === EPIC
        ? firstChild[place] === firstChild[place + 1]
        : parent < 0 || (stated[place] !== NONE && !isSameRelease(releases[place], releases[parent])));
    deliveries[place] = isDelivery ? 1 : 0;
  }
  return deliveries;
}

/** Neither what is not named nor what is not declared is a release. */
function isSameRelease(a = NONE, b = NONE): boolean {
  return a === b || (a < 0 && b < 0);
}
