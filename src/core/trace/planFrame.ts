import { canonicalId, issueNumberOf, unpaddedId } from '../ids/canonicalId';
import type { Vocabulary } from '../ids/vocabulary';
import type { Item, Named, Person, Release, WorkItem } from '../model/roadmap';
import { asWork, isWork, type PlanLists } from './planLists';
import { declarations, firstByName, nameKey, remembered, unpaddedIds, vocabularyOfPlan } from './planNames';

/** So many plans and replaced items are kept along before the frame is made anew. */
const MOST_KEPT = 2000;

/**
 * What of a plan follows from the names of its items and from what they are part of, by their places in its lists: plans of
 * which only other fields differ share it.
 */
export class PlanFrame {
  readonly vocabulary: Vocabulary;
  /** See `Plan.contested`. */
  readonly contested: ReadonlySet<string>;
  /** For each work item the place of what it is part of; -1: of nothing. */
  readonly parents: Int32Array;
  /** Places of all children, of epics that items name only: all others have just their nested children. */
  readonly namedChildren: ReadonlyMap<number, readonly number[]>;
  readonly findRelease: (name: string) => Release | undefined;
  readonly findPerson: (name: string) => Person | undefined;
  /** Places among all items, by canonical ID or alias. */
  private readonly byId: ReadonlyMap<string, number>;
  /** Made when it is first needed: few IDs are looked for that are not there as they are written. */
  private byUnpadded: ReadonlyMap<string, number | undefined> | undefined;
  /** For each of all items its place among the work items; -1: it is no work. */
  private readonly workPlaces: Int32Array;
  /** Of the work items of all plans that share the frame. */
  private readonly places: Map<WorkItem, number>;
  private readonly derivedIds: readonly (readonly [place: number, id: string])[];
  /** The same, also of items of the other plans that share the frame. */
  private readonly idsOfDerived: Map<Item, string>;
  /** Of each plan that shares the frame the places at which its work items are others than in the plan before. */
  private readonly replaced: (readonly number[])[] = [[]];
  /** Whether some item names as its epic what no ID is: then the titles of epics are names, too. */
  private epicsHaveNames = false;
  private kept = 0;

  constructor(lists: PlanLists) {
    const { items, workItems, releases, team } = lists;
    this.places = new Map(workItems.map((item, place) => [item, place]));
    const { byId, contested } = declarations(items);
    this.byId = byId;
    this.contested = contested;
    this.workPlaces = workPlacesOf(lists);
    this.derivedIds = items.flatMap(({ derivedId, id }, place) => (derivedId ? [[place, id] as const] : []));
    this.idsOfDerived = new Map(items.flatMap((item) => (item.derivedId ? [[item, item.id]] : [])));
    this.vocabulary = vocabularyOfPlan(lists);
    const releaseByName = firstByName(releases, (release) => [release.id, release.title]);
    const personByName = firstByName(team, (person) => [person.id, person.name, ...person.emails]);
    this.findRelease = remembered((name) => releaseByName.get(nameKey(name)));
    this.findPerson = remembered((name) => personByName.get(nameKey(name)));
    this.parents = lists.nestedIn.slice();
    this.namedChildren = this.joinNamedEpics(lists);
  }

  /** The place of what has this ID or alias among all items. */
  placeOfId(id: string): number | undefined {
    return this.byId.get(canonicalId(id));
  }

  /** See `Plan.placeOfWork`. */
  placeOfWork(id: string): number | undefined {
    const place = this.placeOfId(id);
    const ofWork = place === undefined ? -1 : (this.workPlaces[place] ?? -1);
    return ofWork < 0 ? undefined : ofWork;
  }

  /** See `Plan.findPadded`. */
  placeOfPadded(id: string, items: readonly Item[]): number | undefined {
    if (this.byId.has(canonicalId(id))) {
      return undefined;
    }
    this.byUnpadded ??= unpaddedIds(this.byId, items);
    return this.byUnpadded.get(unpaddedId(id));
  }

  /** See `Plan.isUnknown`. */
  isUnknown(id: string, items: readonly Item[]): boolean {
    return (
      !this.byId.has(canonicalId(id)) && issueNumberOf(id) === undefined && this.placeOfPadded(id, items) === undefined
    );
  }

  /** How many plans share the frame. */
  get version(): number {
    return this.replaced.length;
  }

  /**
   * Places at which two plans that share the frame may have other work items.
   *
   * @param version how many shared it when one of them was made
   */
  replacedBetween(version: number, other: number): readonly number[] {
    const [first, last] = version < other ? [version, other] : [other, version];
    const steps = this.replaced.slice(first, last);
    return steps.length === 1 ? (steps[0] ?? []) : [...new Set(steps.flat())].sort((a, b) => a - b);
  }

  /** See `Plan.idOf`. */
  idOf(item: Item): string {
    return this.idsOfDerived.get(item) ?? item.id;
  }

  /** The place that a work item has, or had in another plan with this frame. */
  placeOf(item: WorkItem): number | undefined {
    return this.places.get(item);
  }

  /**
   * Whether other lists have the same frame, and if so takes their items in: it costs a look at each, and not at their names
   * where they are the same objects.
   *
   * @param version how many plans shared the frame when the former one was made
   */
  takesIn(former: PlanLists, version: number, lists: PlanLists): boolean {
    const { workItems, items } = lists;
    const others: number[] = [];
    const isSame =
      workItems.length === former.workItems.length &&
      items.length === former.items.length &&
      sameList(former.releases, lists.releases) &&
      sameList(former.goals, lists.goals) &&
      sameList(former.risks, lists.risks) &&
      sameList(former.team, lists.team) &&
      sameKeys(former, lists) &&
      sameNumbers(former.nestedIn, lists.nestedIn) &&
      this.derivedIds.every(([place, id]) => items[place]?.id === id) &&
      workItems.every((item, place) => {
        const before = former.workItems[place];
        if (before === item) {
          return true;
        }
        others.push(place);
        // Each item has one place in all plans with this frame.
        return before !== undefined && (this.places.get(item) ?? place) === place && this.hasSameNames(before, item);
      }) &&
      // Work stands among the rest where it stood.
      items.every((item, place) => isWork(item) === isWork(former.items[place]));
    this.kept += isSame ? others.length + 1 : 0;
    if (!isSame || this.kept > MOST_KEPT) {
      return false;
    }
    this.replaced.push([...new Set([...this.replacedBetween(version, this.version), ...others])]);
    for (const place of others) {
      const item = workItems[place];
      if (item) {
        this.places.set(item, place);
      }
      if (item?.derivedId) {
        this.idsOfDerived.set(item, item.id);
      }
    }
    return true;
  }

  private joinNamedEpics({ items, workItems }: PlanLists): ReadonlyMap<number, readonly number[]> {
    const children = new Map<number, number[]>();
    const byTitle = firstByName(
      workItems.filter((item) => item.kind === 'epic'),
      (epic) => [epic.title],
    );
    workItems.forEach((item, place) => {
      const epic = this.parents[place] === -1 && item.epic ? this.epicNamed(item.epic, items, byTitle) : undefined;
      const at = epic && this.places.get(epic);
      if (epic && at !== undefined && at !== place && !this.isWithin(at, place)) {
        this.parents[place] = at;
        const siblings = children.get(at) ?? epic.children.flatMap((child) => this.places.get(child) ?? []);
        siblings.push(place);
        children.set(at, siblings);
      }
    });
    return children;
  }

  private epicNamed(
    { name }: Named,
    items: readonly Item[],
    byTitle: ReadonlyMap<string, WorkItem>,
  ): WorkItem | undefined {
    const place = this.placeOfId(name);
    const work = asWork(place === undefined ? undefined : items[place]);
    this.epicsHaveNames ||= work === undefined;
    return work ?? byTitle.get(nameKey(name));
  }

  private hasSameNames(a: WorkItem, b: WorkItem): boolean {
    return sameNames(a, b) && (!this.epicsHaveNames || a.kind !== 'epic' || a.title === b.title);
  }

  /** Whether the item at `place` is, or is part of, the one at `whole`. */
  private isWithin(place: number, whole: number): boolean {
    for (let at = place; at >= 0; at = this.parents[at] ?? -1) {
      if (at === whole) {
        return true;
      }
    }
    return false;
  }
}

/** Work stands in the same order in both lists. */
function workPlacesOf({ items, workItems }: PlanLists): Int32Array {
  let next = 0;
  return Int32Array.from(items, (item) => (item === workItems[next] ? next++ : -1));
}

function sameNames(a: WorkItem, b: WorkItem): boolean {
  return (
    a.id === b.id &&
    a.derivedId === b.derivedId &&
    a.kind === b.kind &&
    a.epic?.name === b.epic?.name &&
    a.aliases.length === b.aliases.length &&
    a.aliases.every(({ name }, index) => name === b.aliases[index]?.name)
  );
}

function sameKeys(former: PlanLists, { roadmaps }: PlanLists): boolean {
  return (
    former.roadmaps.length === roadmaps.length &&
    former.roadmaps.every(({ keys = [] }, index) => {
      const others = roadmaps[index]?.keys ?? [];
      return keys.length === others.length && keys.every(({ name }, at) => name === others[at]?.name);
    })
  );
}

function sameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index]);
}

function sameNumbers(a: Int32Array, b: Int32Array): boolean {
  return a.length === b.length && a.every((number, index) => number === b[index]);
}
