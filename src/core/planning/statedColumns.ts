import { canonicalId } from '../ids/canonicalId';
import type { DateValue, WorkItem } from '../model/roadmap';
import { STATUS_CATEGORIES } from '../model/status';
import type { Plan } from '../trace/plan';

/** Nothing is named. */
export const NONE = -1;
/** Something is named that the plan does not declare. */
export const UNDECLARED = -2;
/** In a column of days: none is stated. Earlier than any day that is. */
export const NO_DAY = -(2 ** 31);

const KINDS = ['epic', 'story', 'task'] as const satisfies readonly WorkItem['kind'][];
export const EPIC = KINDS.indexOf('epic');
export const STORY = KINDS.indexOf('story');

/** Codes of {@link StatedColumns.estimateUnits}. */
export const NO_ESTIMATE = 0;
export const IN_POINTS = 1;
export const IN_DAYS = 2;

/** What work items say themselves, by their place in `plan.workItems`. */
export interface StatedColumns {
  /** Places in {@link KINDS}. */
  readonly kinds: Uint8Array;
  /** 1 for what has an ID of its own, which code and commits can name. */
  readonly ownIds: Uint8Array;
  /** Places in {@link STATUS_CATEGORIES}, or {@link NONE}. */
  readonly categories: Int8Array;
  /** Places in `plan.releases`, {@link NONE} or {@link UNDECLARED}. */
  readonly releases: Int32Array;
  /** Places in `plan.team`, {@link NONE} or {@link UNDECLARED}. */
  readonly owners: Int32Array;
  /** In canonical spelling what the item names in its `depends` field, declared or not. */
  readonly depends: readonly (readonly string[])[];
  /** 1 for what says which epic it is part of, rather than standing in it. */
  readonly namesEpic: Uint8Array;
  /** Places of what the item depends on by its own field, each once, as far as a roadmap declares it. */
  readonly needs: readonly (readonly number[])[];
  /** First and last day of the start and of the due date, or {@link NO_DAY}. */
  readonly startFirst: Int32Array;
  readonly startLast: Int32Array;
  readonly dueFirst: Int32Array;
  readonly dueLast: Int32Array;
  readonly estimateUnits: Uint8Array;
  /** In their units, as written: also what is no amount of work. */
  readonly estimates: Float64Array;
}

/** The latest plan with a frame, in which all that can be named is the same, and its columns. */
const latest = new WeakMap<object, { readonly plan: Plan; readonly columns: StatedColumns }>();

/**
 * Of a plan with the frame of the plan before it only the items that are other objects are looked at. A column in which these say
 * the same as before is the same object, and so are all columns together.
 */
export function statedColumns(plan: Plan): StatedColumns {
  const former = latest.get(plan.frame);
  const unlike = former && plan.placesUnlike(former.plan);
  const columns = former && unlike ? patched(former.columns, unlike, plan) : columnsOf(plan.workItems, plan);
  latest.set(plan.frame, { plan, columns });
  return columns;
}

function columnsOf(items: readonly WorkItem[], plan: Plan): StatedColumns {
  const columns = emptyColumns(items.length);
  const releaseNamed = placesByName(plan.releases, (name) => plan.findRelease(name));
  const personNamed = placesByName(plan.team, (name) => plan.findPerson(name));
  items.forEach((item, place) => {
    const { status, release, owner, estimate } = item;
    columns.kinds[place] = KINDS.indexOf(item.kind);
    columns.ownIds[place] = item.derivedId ? 0 : 1;
    columns.categories[place] = status ? STATUS_CATEGORIES.indexOf(status.category) : NONE;
    columns.releases[place] = release ? releaseNamed(release.name) : NONE;
    columns.owners[place] = owner ? personNamed(owner.name) : NONE;
    const depends = item.depends.length === 0 ? NOTHING : item.depends.map(({ name }) => canonicalId(name));
    columns.depends[place] = depends;
    columns.needs[place] = depends.length === 0 ? NEEDS_NOTHING : needsOf(depends, plan);
    columns.namesEpic[place] = item.epic ? 1 : 0;
    setDays(columns.startFirst, columns.startLast, place, item.start);
    setDays(columns.dueFirst, columns.dueLast, place, item.due);
    columns.estimateUnits[place] = estimate ? (estimate.unit === 'days' ? IN_DAYS : IN_POINTS) : NO_ESTIMATE;
    columns.estimates[place] = estimate?.value ?? 0;
  });
  return columns;
}

const NUMBERS = [
  'kinds',
  'ownIds',
  'categories',
  'releases',
  'owners',
  'namesEpic',
  'startFirst',
  'startLast',
  'dueFirst',
  'dueLast',
  'estimateUnits',
  'estimates',
] as const satisfies readonly (keyof StatedColumns)[];

/** @param places of those of the plan's items that are not those of the columns */
function patched(columns: StatedColumns, places: readonly number[], plan: Plan): StatedColumns {
  const others = columnsOf(
    places.flatMap((place) => plan.workItems[place] ?? []),
    plan,
  );
  const next = copyOf(columns);
  let isOther = false;
  places.forEach((place, at) => {
    for (const name of NUMBERS) {
      const value = others[name][at] ?? 0;
      if (next[name][place] !== value) {
        const column = next[name] === columns[name] ? next[name].slice() : next[name];
        column[place] = value;
        Object.assign(next, { [name]: column });
        isOther = true;
      }
    }
    const depends = others.depends[at] ?? NOTHING;
    if (!sameList(next.depends[place] ?? NOTHING, depends)) {
      next.depends = next.depends.with(place, depends);
      next.needs = next.needs.with(place, others.needs[at] ?? NEEDS_NOTHING);
      isOther = true;
    }
  });
  return isOther ? next : columns;
}

/** With the same columns in it. Not spread, see test/unit/hiddenClasses.test.ts: they are read at each of thousands of places. */
function copyOf(columns: StatedColumns): { -readonly [Name in keyof StatedColumns]: StatedColumns[Name] } {
  return {
    kinds: columns.kinds,
    ownIds: columns.ownIds,
    categories: columns.categories,
    releases: columns.releases,
    owners: columns.owners,
    depends: columns.depends,
    namesEpic: columns.namesEpic,
    needs: columns.needs,
    startFirst: columns.startFirst,
    startLast: columns.startLast,
    dueFirst: columns.dueFirst,
    dueLast: columns.dueLast,
    estimateUnits: columns.estimateUnits,
    estimates: columns.estimates,
  };
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index]);
}

const NOTHING: readonly string[] = [];
const NEEDS_NOTHING: readonly number[] = [];

type OwnColumns = StatedColumns & {
  readonly depends: (readonly string[])[];
  readonly needs: (readonly number[])[];
};

function emptyColumns(length: number): OwnColumns {
  return {
    kinds: new Uint8Array(length),
    ownIds: new Uint8Array(length),
    categories: new Int8Array(length),
    releases: new Int32Array(length),
    owners: new Int32Array(length),
    depends: Array.from({ length }, () => NOTHING),
    namesEpic: new Uint8Array(length),
    needs: Array.from({ length }, () => NEEDS_NOTHING),
    startFirst: new Int32Array(length),
    startLast: new Int32Array(length),
    dueFirst: new Int32Array(length),
    dueLast: new Int32Array(length),
    estimateUnits: new Uint8Array(length),
    estimates: new Float64Array(length),
  };
}

function needsOf(depends: readonly string[], plan: Plan): readonly number[] {
  const needs = new Set<number>();
  for (const name of depends) {
    const place = plan.placeOfWork(name);
    if (place !== undefined) {
      needs.add(place);
    }
  }
  return [...needs];
}

/** The place in a list of what a name means, {@link UNDECLARED} of what none does: thousands of items have few names. */
function placesByName<T>(list: readonly T[], find: (name: string) => T | undefined): (name: string) => number {
  const places = new Map<string, number>();
  return (name) => {
    let place = places.get(name);
    if (place === undefined) {
      const found = find(name);
      place = found === undefined ? UNDECLARED : list.indexOf(found);
      places.set(name, place);
    }
    return place;
  };
}

function setDays(first: Int32Array, last: Int32Array, place: number, value: DateValue | undefined): void {
  first[place] = value?.first ?? NO_DAY;
  last[place] = value?.last ?? NO_DAY;
}
