import { canonicalId } from '../ids/canonicalId';
import type { Vocabulary } from '../ids/vocabulary';
import type { Item, Named, Person, Release, Roadmap, WorkItem } from '../model/roadmap';
import { PlanFrame } from './planFrame';
import { asWork, listsOf, type PlanLists } from './planLists';

export { asWork };

/**
 * All roadmap files of a folder read as one plan: who declares which ID, and what belongs to what. Immutable; a changed
 * file makes a new plan. Where an ID is declared twice the first declaration answers for it (of a release and
 * something else the latter), and both are in `items`.
 */
export interface Plan extends Omit<PlanLists, 'nestedIn'> {
  /** Of {@link roadmaps}. */
  readonly roadmapPaths: ReadonlySet<string>;
  /** Work items with no parent, in the files' order. */
  readonly roots: readonly WorkItem[];
  readonly vocabulary: Vocabulary;
  /** In canonical spelling: what several items declare as their ID or list as a former one. */
  readonly contested: ReadonlySet<string>;
  /**
   * Another object where any name, or anything that an item is part of, is another. Else the lists of releases, goals, risks and
   * people are the same ones, and places in those of work are the same.
   */
  readonly frame: object;
  /** Places in {@link workItems} at which the other plan has another object; undefined: it has another {@link frame}. */
  placesUnlike(other: Plan): readonly number[] | undefined;
  /** For each of {@link workItems} the place in that list of its parent; -1: it has none. */
  readonly parents: Int32Array;
  /**
   * The ID that an item had when the plan was made: one that is made of a title is made anew when another item takes that title,
   * and the item is the same object all the same.
   */
  idOf(item: Item): string;
  /** The place in {@link workItems}; undefined: it is none of them. */
  placeOf(item: WorkItem): number | undefined;
  /** The item with this ID or alias; undefined: no roadmap knows it. */
  find(id: string): Item | undefined;
  /**
   * What stands at a place in {@link workItems}; undefined: nothing does. Whoever asks about one after the other asks here: the
   * item's place need not be searched for then.
   */
  workAt(place: number): WorkItem | undefined;
  /** All work items that have exactly this ID, in their order. */
  declaring(id: string): readonly WorkItem[];
  /** Whether several items have this ID as theirs or as a former one. */
  isContested(id: string): boolean;
  /** The epic, story or task with this ID or alias. */
  findWork(id: string): WorkItem | undefined;
  /** The place of that in {@link workItems}; undefined: there is none. */
  placeOfWork(id: string): number | undefined;
  /** The only one whose ID or alias differs from this one in leading zeros; undefined also when something has the ID itself. */
  findPadded(id: string): WorkItem | undefined;
  /**
   * Whether an ID of the roadmap's own keys is declared nowhere. Issue numbers are never unknown: a tracker counts far more
   * than a roadmap plans.
   */
  isUnknown(id: string): boolean;
  findRelease(name: string): Release | undefined;
  findPerson(name: string): Person | undefined;
  parentOf(item: WorkItem): WorkItem | undefined;
  /** Nested children, then items that name it in their `epic` field. */
  childrenOf(item: WorkItem): readonly WorkItem[];
  /** The release that the item or the nearest parent names; undefined: none is named. */
  releaseOf(item: WorkItem): Named | undefined;
  /** The owner that the item or the nearest parent names. */
  ownerOf(item: WorkItem): Named | undefined;
}

/**
 * Makes the plan of roadmap files; they answer for IDs in the order given.
 *
 * @param former a plan that this one may share its frame with: it is quickly made then, else in proportion to all items
 */
export function createPlan(roadmaps: readonly Roadmap[], former?: Plan): Plan {
  const lists = listsOf(roadmaps);
  const before = former instanceof FramedPlan ? former : undefined;
  const paths = pathsOf(roadmaps, before);
  if (!before?.frame.takesIn(before.lists, before.version, lists)) {
    return new FramedPlan(lists, new PlanFrame(lists), paths);
  }
  // What is no work is the same, and so are the lists of it.
  const { releases, goals, risks, team } = before;
  return new FramedPlan({ ...lists, releases, goals, risks, team }, before.frame, paths);
}

/** Plans with a file for each item have thousands, and nearly every change leaves them where they are. */
function pathsOf(roadmaps: readonly Roadmap[], former: Plan | undefined): ReadonlySet<string> {
  const isSame =
    former?.roadmaps.length === roadmaps.length &&
    roadmaps.every(({ path }, index) => path === former.roadmaps[index]?.path);
  return isSame ? former.roadmapPaths : new Set(roadmaps.map(({ path }) => path));
}

/** What stands at these places in `plan.workItems`, in their order. */
export function itemsAt(places: readonly number[], { workItems }: Plan): WorkItem[] {
  return places.map((place) => workItems[place]).filter((item) => item !== undefined);
}

class FramedPlan implements Plan {
  readonly roadmaps: readonly Roadmap[];
  readonly items: Plan['items'];
  readonly workItems: Plan['workItems'];
  readonly releases: Plan['releases'];
  readonly goals: Plan['goals'];
  readonly risks: Plan['risks'];
  readonly team: Plan['team'];
  /** Of epics that items name. */
  private readonly children = new Map<number, readonly WorkItem[]>();
  private allRoots: readonly WorkItem[] | undefined;
  /** One rule after the other asks about the same item, and in between about others. */
  private current: WorkItem | undefined;
  private currentPlace = -1;
  private lastAsked: WorkItem | undefined;
  private lastPlace: number | undefined;
  /** How many plans shared the frame when this one was made. */
  readonly version: number;

  constructor(
    readonly lists: PlanLists,
    readonly frame: PlanFrame,
    readonly roadmapPaths: ReadonlySet<string>,
  ) {
    this.roadmaps = lists.roadmaps;
    this.items = lists.items;
    this.workItems = lists.workItems;
    this.releases = lists.releases;
    this.goals = lists.goals;
    this.risks = lists.risks;
    this.team = lists.team;
    this.version = frame.version;
  }

  placesUnlike(other: Plan): readonly number[] | undefined {
    return other instanceof FramedPlan && other.frame === this.frame
      ? this.frame
          .replacedBetween(this.version, other.version)
          .filter((place) => this.workItems[place] !== other.workItems[place])
      : undefined;
  }

  get roots(): readonly WorkItem[] {
    this.allRoots ??= this.workItems.filter((_, place) => this.frame.parents[place] === -1);
    return this.allRoots;
  }

  get vocabulary(): Vocabulary {
    return this.frame.vocabulary;
  }

  get contested(): ReadonlySet<string> {
    return this.frame.contested;
  }

  get parents(): Int32Array {
    return this.frame.parents;
  }

  idOf(item: Item): string {
    return this.frame.idOf(item);
  }

  placeOf(item: WorkItem): number | undefined {
    if (item === this.current) {
      return this.currentPlace;
    }
    if (item !== this.lastAsked) {
      const place = this.frame.placeOf(item);
      this.lastAsked = item;
      this.lastPlace = place !== undefined && this.workItems[place] === item ? place : undefined;
    }
    return this.lastPlace;
  }

  workAt(place: number): WorkItem | undefined {
    const item = this.workItems[place];
    if (item) {
      this.current = item;
      this.currentPlace = place;
    }
    return item;
  }

  declaring(id: string): readonly WorkItem[] {
    if (this.isContested(id)) {
      return this.workItems.filter((item) => item.id === id);
    }
    const item = this.findWork(id);
    return item?.id === id ? [item] : [];
  }

  isContested(id: string): boolean {
    return this.contested.size > 0 && this.contested.has(canonicalId(id));
  }

  find(id: string): Item | undefined {
    return this.itemAt(this.frame.placeOfId(id));
  }

  findWork(id: string): WorkItem | undefined {
    const place = this.frame.placeOfWork(id);
    return place === undefined ? undefined : this.workItems[place];
  }

  placeOfWork(id: string): number | undefined {
    return this.frame.placeOfWork(id);
  }

  findPadded(id: string): WorkItem | undefined {
    return asWork(this.itemAt(this.frame.placeOfPadded(id, this.items)));
  }

  isUnknown(id: string): boolean {
    return this.frame.isUnknown(id, this.items);
  }

  findRelease(name: string): Release | undefined {
    return this.frame.findRelease(name);
  }

  findPerson(name: string): Person | undefined {
    return this.frame.findPerson(name);
  }

  parentOf(item: WorkItem): WorkItem | undefined {
    const place = this.placeOf(item);
    return place === undefined ? undefined : this.workItems[this.parents[place] ?? -1];
  }

  childrenOf(item: WorkItem): readonly WorkItem[] {
    const place = this.frame.namedChildren.size === 0 ? undefined : this.placeOf(item);
    const named = place === undefined ? undefined : this.frame.namedChildren.get(place);
    if (place === undefined || named === undefined) {
      return item.children;
    }
    const children = this.children.get(place) ?? named.flatMap((each) => this.workItems[each] ?? []);
    this.children.set(place, children);
    return children;
  }

  releaseOf(item: WorkItem): Named | undefined {
    return this.inherited(item, ({ release }) => release);
  }

  ownerOf(item: WorkItem): Named | undefined {
    return this.inherited(item, ({ owner }) => owner);
  }

  private itemAt(place: number | undefined): Item | undefined {
    return place === undefined ? undefined : this.items[place];
  }

  /** What the item or the nearest of those it is part of says. */
  private inherited<T>(item: WorkItem, read: (item: WorkItem) => T | undefined): T | undefined {
    let value = read(item);
    let place = value === undefined ? (this.placeOf(item) ?? -1) : -1;
    while (value === undefined && place >= 0) {
      place = this.parents[place] ?? -1;
      const above = this.workItems[place];
      value = above && read(above);
    }
    return value;
  }
}
