import { canonicalId, unpaddedId } from '../ids/canonicalId';
import { type Vocabulary, vocabularyOf } from '../ids/vocabulary';
import type { Item } from '../model/roadmap';
import { asWork, type PlanLists } from './planLists';

/**
 * IDs go before aliases, so that an ID in use again answers for itself. A release may share the ID of an item, as a phase does
 * that is named after what it brings: fields name releases, code and commits name work, and so does this.
 */
export function declarations(items: readonly Item[]): { byId: Map<string, number>; contested: Set<string> } {
  const byId = new Map<string, number>();
  const contested = new Set<string>();
  const declare = (written: string, place: number, isRival: (other: Item | undefined) => boolean = () => true) => {
    const id = canonicalId(written);
    const other = byId.get(id);
    if (other === undefined) {
      byId.set(id, place);
    } else if (other !== place && isRival(items[other])) {
      contested.add(id);
    }
  };
  const declareIds = (areReleases: boolean) => {
    items.forEach(({ id, kind }, place) => {
      if ((kind === 'release') === areReleases) {
        declare(id, place, (other) => (other?.kind === 'release') === areReleases);
      }
    });
  };
  declareIds(false);
  declareIds(true);
  items.forEach((item, place) => {
    for (const alias of asWork(item)?.aliases ?? []) {
      declare(alias.name, place);
    }
  });
  return { byId, contested };
}

/** undefined: several items have IDs that differ in leading zeros alone, so nobody can tell which one is meant. */
export function unpaddedIds(
  byId: ReadonlyMap<string, number>,
  items: readonly Item[],
): ReadonlyMap<string, number | undefined> {
  const byUnpadded = new Map<string, number | undefined>();
  for (const [id, place] of byId) {
    const work = asWork(items[place]);
    if (work && !work.derivedId) {
      const unpadded = unpaddedId(id);
      byUnpadded.set(unpadded, byUnpadded.has(unpadded) && byUnpadded.get(unpadded) !== place ? undefined : place);
    }
  }
  return byUnpadded;
}

export function vocabularyOfPlan({ roadmaps, workItems }: PlanLists): Vocabulary {
  const listed = roadmaps.flatMap((roadmap) => roadmap.keys?.map((key) => key.name) ?? []);
  const written = workItems.filter((item) => !item.derivedId);
  return vocabularyOf(
    listed,
    written.flatMap((item) => [item.id, ...item.aliases.map((alias) => alias.name)]),
  );
}

/** Every item asks for its release and owner again, and few names are written in several ways. */
export function remembered<T>(find: (name: string) => T | undefined): (name: string) => T | undefined {
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

export function firstByName<T>(values: readonly T[], namesOf: (value: T) => readonly string[]): ReadonlyMap<string, T> {
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
export function nameKey(name: string): string {
  return name.trim().replace(/^@/, '').toLowerCase();
}
