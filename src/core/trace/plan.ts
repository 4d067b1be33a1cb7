import { canonicalId, issueNumberOf, unpaddedId } from '../ids/canonicalId';
import { vocabularyOf, type Vocabulary } from '../ids/vocabulary';
import type { Goal, Item, Named, Person, Release, Risk, Roadmap, WorkItem } from '../model/roadmap';

/**
 * All roadmap files of a folder read as one plan: who declares which ID, and what belongs to what. Immutable; a changed
 * file makes a new plan. Where an ID is declared twice the first declaration answers for it, and both are in `items`.
 */
export interface Plan {
  readonly roadmaps: readonly Roadmap[];
  /** Every declared thing, file by file, in the order: goals, releases, work (each before its children), risks. */
  readonly items: readonly Item[];
  /** Epics, stories and tasks only, parents before their children. */
  readonly workItems: readonly WorkItem[];
  /** Work items with no parent, in the files' order. */
  readonly roots: readonly WorkItem[];
  readonly releases: readonly Release[];
  readonly goals: readonly Goal[];
  readonly risks: readonly Risk[];
  readonly team: readonly Person[];
  readonly vocabulary: Vocabulary;
  /** In canonical spelling: what several items declare as their ID or list as a former one. */
  readonly contested: ReadonlySet<string>;
  /** The item with this ID or alias; undefined: no roadmap knows it. */
  find(id: string): Item | undefined;
  /** The epic, story or task with this ID or alias. */
  findWork(id: string): WorkItem | undefined;
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

/** Makes the plan of roadmap files; they answer for IDs in the order given. Takes time in proportion to their items. */
export function createPlan(roadmaps: readonly Roadmap[]): Plan {
  const work = roadmaps.map((roadmap) => withDescendants(roadmap.work));
  const workItems = work.flat();
  const goals = roadmaps.flatMap((roadmap) => roadmap.goals);
  const releases = roadmaps.flatMap((roadmap) => roadmap.releases);
  const risks = roadmaps.flatMap((roadmap) => roadmap.risks);
  const team = roadmaps.flatMap((roadmap) => roadmap.team);
  const items = roadmaps.flatMap((roadmap, index): Item[] => [
    ...roadmap.goals,
    ...roadmap.releases,
    ...(work[index] ?? []),
    ...roadmap.risks,
  ]);
  const { byId, contested } = declarations(items);
  // Made when it is first needed: few IDs are looked for that are not there as they are written.
  let byUnpadded: ReturnType<typeof unpaddedIds> | undefined;
  const findPadded = (id: string) => {
    if (byId.has(canonicalId(id))) {
      return undefined;
    }
    byUnpadded ??= unpaddedIds(byId);
    return byUnpadded.get(unpaddedId(id));
  };
  const releaseByName = firstByName(releases, (release) => [release.id, release.title]);
  const personByName = firstByName(team, (person) => [person.id, person.name, ...person.emails]);
  const family = familyOf(workItems, byId);
  const inherited = <T>(item: WorkItem, read: (item: WorkItem) => T | undefined): T | undefined => {
    let value = read(item);
    for (let at = family.parents.get(item); at && value === undefined; at = family.parents.get(at)) {
      value = read(at);
    }
    return value;
  };
  return {
    roadmaps,
    items,
    workItems,
    roots: workItems.filter((item) => !family.parents.has(item)),
    releases,
    goals,
    risks,
    team,
    vocabulary: vocabularyOfRoadmaps(roadmaps, workItems),
    contested,
    find: (id) => byId.get(canonicalId(id)),
    findWork: (id) => asWork(byId.get(canonicalId(id))),
    findPadded,
    isUnknown: (id) => issueNumberOf(id) === undefined && !byId.has(canonicalId(id)) && !findPadded(id),
    findRelease: remembered((name) => releaseByName.get(nameKey(name))),
    findPerson: remembered((name) => personByName.get(nameKey(name))),
    parentOf: (item) => family.parents.get(item),
    childrenOf: (item) => family.children.get(item) ?? item.children,
    releaseOf: (item) => inherited(item, (at) => at.release),
    ownerOf: (item) => inherited(item, (at) => at.owner),
  };
}

/** Narrows to what code and commits are linked to. */
export function asWork(item: Item | undefined): WorkItem | undefined {
  return item?.kind === 'epic' || item?.kind === 'story' || item?.kind === 'task' ? item : undefined;
}

function withDescendants(items: readonly WorkItem[], all: WorkItem[] = []): WorkItem[] {
  for (const item of items) {
    all.push(item);
    withDescendants(item.children, all);
  }
  return all;
}

/** By canonical ID. IDs go before aliases, so that an ID in use again answers for itself. */
function declarations(items: readonly Item[]): Pick<Plan, 'contested'> & { readonly byId: ReadonlyMap<string, Item> } {
  const byId = new Map<string, Item>();
  const contested = new Set<string>();
  const declare = (written: string, item: Item) => {
    const id = canonicalId(written);
    const other = byId.get(id);
    if (!other) {
      byId.set(id, item);
    } else if (other !== item) {
      contested.add(id);
    }
  };
  for (const item of items) {
    declare(item.id, item);
  }
  for (const item of items) {
    for (const alias of asWork(item)?.aliases ?? []) {
      declare(alias.name, item);
    }
  }
  return { byId, contested };
}

/** undefined: several items have IDs that differ in leading zeros alone, so nobody can tell which one is meant. */
function unpaddedIds(byId: ReadonlyMap<string, Item>): ReadonlyMap<string, WorkItem | undefined> {
  const byUnpadded = new Map<string, WorkItem | undefined>();
  for (const [id, item] of byId) {
    const work = asWork(item);
    if (work && !work.derivedId) {
      const unpadded = unpaddedId(id);
      byUnpadded.set(unpadded, byUnpadded.has(unpadded) && byUnpadded.get(unpadded) !== work ? undefined : work);
    }
  }
  return byUnpadded;
}

interface Family {
  readonly parents: ReadonlyMap<WorkItem, WorkItem>;
  /** Only for items that others name as their epic: all others have just their nested children. */
  readonly children: ReadonlyMap<WorkItem, readonly WorkItem[]>;
}

function familyOf(workItems: readonly WorkItem[], byId: ReadonlyMap<string, Item>): Family {
  const parents = new Map<WorkItem, WorkItem>();
  const children = new Map<WorkItem, WorkItem[]>();
  for (const item of workItems) {
    for (const child of item.children) {
      parents.set(child, item);
    }
  }
  const byTitle = firstByName(
    workItems.filter((item) => item.kind === 'epic'),
    (epic) => [epic.title],
  );
  for (const item of workItems) {
    const name = parents.has(item) ? undefined : item.epic?.name;
    const epic = name === undefined ? undefined : (asWork(byId.get(canonicalId(name))) ?? byTitle.get(nameKey(name)));
    if (epic && epic !== item && !isAncestor(item, epic, parents)) {
      parents.set(item, epic);
      const siblings = children.get(epic);
      if (siblings) {
        siblings.push(item);
      } else {
        children.set(epic, [...epic.children, item]);
      }
    }
  }
  return { parents, children };
}

function isAncestor(candidate: WorkItem, of: WorkItem, parents: ReadonlyMap<WorkItem, WorkItem>): boolean {
  for (let at: WorkItem | undefined = of; at; at = parents.get(at)) {
    if (at === candidate) {
      return true;
    }
  }
  return false;
}

function vocabularyOfRoadmaps(roadmaps: readonly Roadmap[], workItems: readonly WorkItem[]): Vocabulary {
  const listed = roadmaps.flatMap((roadmap) => roadmap.keys?.map((key) => key.name) ?? []);
  const written = workItems.filter((item) => !item.derivedId);
  return vocabularyOf(
    listed,
    written.flatMap((item) => [item.id, ...item.aliases.map((alias) => alias.name)]),
  );
}

/** Every item asks for its release and owner again, and few names are written in several ways. */
function remembered<T>(find: (name: string) => T | undefined): (name: string) => T | undefined {
  const known = new Map<string, T | undefined>();
  return (name) => {
    let value = known.get(name);
    if (value === undefined && !known.has(name)) {
      value = find(name);
      known.set(name, value);
    }
    return value;
  };
}

function firstByName<T>(values: readonly T[], namesOf: (value: T) => readonly string[]): ReadonlyMap<string, T> {
  const byName = new Map<string, T>();
  for (const value of values) {
    for (const name of namesOf(value)) {
      const key = nameKey(name);
      if (!byName.has(key)) {
        byName.set(key, value);
      }
    }
  }
  return byName;
}

/** People and releases are named freely: `@ana`, `Ana`, `V2.0`. */
function nameKey(name: string): string {
  return name.trim().replace(/^@/, '').toLowerCase();
}
