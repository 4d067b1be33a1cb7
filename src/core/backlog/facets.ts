import { t } from '../words/t';
import type { Item, Person, Release, WorkItem } from '../model/roadmap';
import type { Place } from '../model/span';
import { findGoal } from '../planning/goals';
import type { Plan } from '../trace/plan';

/** What an item belongs to, by a name that stays the same however a file writes it, and as people read it. */
export interface Facet {
  /** Empty: it belongs to none. */
  readonly key: string;
  readonly label: string;
}

/** Who works here, as git knows it. */
export interface Me {
  readonly name: string;
  readonly email: string;
}

/** Whom the item or the nearest of those it is part of names; undeclared people count too. */
export function ownerOf(item: WorkItem, plan: Plan): Facet {
  const owner = plan.ownerOf(item)?.name;
  return owner === undefined ? { key: '', label: t('No owner') } : ownerNamed(owner, plan);
}

export function ownerNamed(name: string, plan: Plan): Facet {
  const person = plan.findPerson(name);
  return person ? memberFacet(person) : { key: folded(name), label: name };
}

export function memberFacet({ id, name }: Person): Facet {
  return { key: folded(id), label: name };
}

/** The release that the item or the nearest of those it is part of names; undeclared ones count too. */
export function releaseOf(item: WorkItem, plan: Plan): Facet {
  const name = plan.releaseOf(item)?.name;
  return name === undefined ? { key: '', label: t('No release') } : releaseNamed(name, plan);
}

export function releaseNamed(name: string, plan: Plan): Facet {
  const release = plan.findRelease(name);
  if (!release) {
    return { key: folded(name), label: name };
  }
  const hasTitle = release.title !== '' && release.title !== release.id;
  return { key: folded(release.id), label: hasTitle ? `${release.id} ${release.title}` : release.id };
}

/** The goal that the item or the nearest of those it is part of names; undeclared ones count too. */
export function goalOf(item: WorkItem, plan: Plan): Facet {
  let at: WorkItem | undefined = item;
  while (at && !at.goal) {
    at = plan.parentOf(at);
  }
  return at?.goal ? goalNamed(at.goal.name, plan) : { key: '', label: t('No goal') };
}

export function goalNamed(name: string, plan: Plan): Facet {
  const goal = findGoal(name, plan);
  return goal
    ? { key: folded(goal.id), label: goal.derivedId ? goal.title : `${goal.id} ${goal.title}`.trim() }
    : { key: folded(name), label: name };
}

/** The release with this key; undefined: no roadmap declares it. */
export function releaseOfKey(key: string, plan: Plan): Release | undefined {
  return plan.releases.find(({ id }) => folded(id) === key);
}

/** Where a roadmap declares the release, person or goal with this key; undefined: only items name it, or there is none of it. */
export function declarationOf(of: 'release' | 'owner' | 'goal', key: string, plan: Plan): Place | undefined {
  switch (of) {
    case 'owner':
      return plan.roadmaps.flatMap(({ path, team }) => {
        const person = team.find(({ id }) => folded(id) === key);
        return person ? [{ path, span: person.headline }] : [];
      })[0];
    case 'release':
      return headlinePlace(releaseOfKey(key, plan));
    case 'goal':
      return headlinePlace(plan.goals.find(({ id }) => folded(id) === key));
  }
}

/** Under which keys a plan may name who works here: as a member of the team, else by name or address. */
export function keysOfMe({ name, email }: Me, plan: Plan): ReadonlySet<string> {
  const member = [email, name].flatMap((each) => (each === '' ? [] : (plan.findPerson(each) ?? [])))[0];
  const names = member ? [member.id, member.name, ...member.emails] : [name, email];
  return new Set(names.filter((each) => each !== '').map(folded));
}

function headlinePlace(item: Item | undefined): Place | undefined {
  return item && { path: item.path, span: item.headline };
}

function folded(name: string): string {
  return name.trim().toLowerCase();
}
