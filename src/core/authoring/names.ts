import type { Goal, Item, Named, Person, Release, Risk, Roadmap, WorkItem } from '../model/roadmap';
import type { Place, Span } from '../model/span';
import { findGoal } from '../planning/goals';
import type { Plan } from '../trace/plan';

/** What a name in a roadmap is meant to name. */
export type NameRole = 'item' | 'release' | 'goal' | 'person';

/** A place where a roadmap names something that a roadmap may declare. */
export interface NamePlace extends Place {
  readonly role: NameRole;
  readonly name: string;
  /** The thing that is declared here; undefined: it is only named. */
  readonly declares: Item | Person | undefined;
}

/** Every name in one roadmap, in no order. Names that a heading gives to what stands under it are left out. */
export function* namesIn(roadmap: Roadmap): Generator<NamePlace> {
  const { path } = roadmap;
  const declared = (role: NameRole, item: Item): NamePlace => ({
    role,
    name: item.derivedId ? item.title : item.id,
    path,
    span: item.headline,
    declares: item,
  });
  for (const goal of roadmap.goals) {
    yield declared('goal', goal);
  }
  for (const release of roadmap.releases) {
    yield declared('release', release);
  }
  for (const person of roadmap.team) {
    yield { role: 'person', name: person.id, path, span: person.headline, declares: person };
  }
  for (const risk of roadmap.risks) {
    yield declared('item', risk);
    yield* namesOf(risk, [
      ['person', risk.owner],
      ['item', risk.mitigation],
    ]);
    yield* namesOf(
      risk,
      risk.items.map((item) => ['item', item]),
    );
  }
  for (const item of descendants(roadmap.work)) {
    // A line without ID and title is no name.
    if (item.title !== '') {
      yield declared('item', item);
    }
    yield* namesOf(item, [
      ['person', item.owner],
      ['release', item.release],
      ['goal', item.goal],
      ['item', item.epic],
    ]);
    yield* namesOf(
      item,
      item.depends.map((name) => ['item', name]),
    );
    yield* namesOf(
      item,
      item.aliases.map((name) => ['item', name]),
    );
  }
}

/** The innermost name at an offset. */
export function nameAt(roadmap: Roadmap, offset: number): NamePlace | undefined {
  let found: NamePlace | undefined;
  for (const name of namesIn(roadmap)) {
    if (holds(name.span, offset) && (!found || length(name.span) < length(found.span))) {
      found = name;
    }
  }
  return found;
}

/**
 * What the plan declares under a name; undefined: nothing. Of an ID that is declared twice the first declaration answers for
 * both, and what is so new that the plan does not know it answers for itself.
 */
export function declarationOf({ role, name, declares }: NamePlace, plan: Plan): Item | Person | undefined {
  switch (role) {
    case 'item':
      return plan.find(declares && isItem(declares) ? declares.id : name) ?? declares;
    case 'release':
      return plan.findRelease(name) ?? declares;
    case 'goal':
      return findGoal(name, plan) ?? declares;
    case 'person':
      return plan.findPerson(name) ?? declares;
  }
}

/** All work of a roadmap, parents before their children. */
export function* descendants(items: readonly WorkItem[]): Generator<WorkItem> {
  for (const item of items) {
    yield item;
    yield* descendants(item.children);
  }
}

/** Whether a cursor at the offset stands in the span or at one of its ends. */
export function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

export function isItem(thing: Item | Person): thing is Item {
  return 'kind' in thing;
}

function* namesOf(
  item: WorkItem | Risk | Release | Goal,
  named: readonly (readonly [NameRole, Named | undefined])[],
): Generator<NamePlace> {
  for (const [role, name] of named) {
    if (name && holds(item.span, name.span.start) && holds(item.span, name.span.end)) {
      yield { role, name: name.name, path: item.path, span: name.span, declares: undefined };
    }
  }
}

function length({ start, end }: Span): number {
  return end - start;
}
