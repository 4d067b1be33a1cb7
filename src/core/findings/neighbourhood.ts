import { canonicalId } from '../ids/canonicalId';
import type { WorkItem } from '../model/roadmap';
import { dependenciesOf } from '../planning/dependencies';
import { namersOf } from '../planning/namers';
import { asWork, itemsAt, type Plan } from '../trace/plan';
import type { ReadonlyTrace } from '../trace/trace';
import { type ItemChange, namesOf } from './planChange';

/** What may be judged otherwise because items of the plan changed. */
export interface Neighbourhood {
  /** IDs of items, also of those that are gone. */
  readonly items: ReadonlySet<string>;
  readonly files: ReadonlySet<string>;
  /** IDs as texts and commits name them that may be known now, or unknown. */
  readonly mentions: ReadonlySet<string>;
  /** Canonical IDs and former IDs of what changed and of its family. */
  readonly names: ReadonlySet<string>;
  /** Whether an ID, a former ID or a title came or went, so that a name that nothing answers to may mean another one. */
  readonly hasOtherNames: boolean;
}

/**
 * The neighbourhood of changed items: they themselves, what they are part of and what is under them, all these depend on and
 * all that depends on these, what an annotation names together with one of them, and the files that name one of them. It is
 * taken in both plans, since what an item has left behind is another, too.
 */
export function neighbourhoodOf(change: ItemChange, former: Plan, trace: ReadonlyTrace): Neighbourhood {
  const { plan } = trace;
  const then = new Side(former);
  const now = new Side(plan);
  const changedNames = new Set([...then.namesOf(change.gone), ...now.namesOf(change.come)]);
  const moved = plan.frame === former.frame ? [] : movedItems(former, plan);
  for (const side of [then, now]) {
    side.addFamilies([...change.gone, ...change.come, ...moved, ...side.answeringTo(changedNames)], change.holders);
  }
  const names = new Set([...changedNames, ...then.namesOf(then.family), ...now.namesOf(now.family)]);
  const mentions = new Set<string>();
  for (const name of names) {
    for (const mention of trace.namingsOf(name)) {
      mentions.add(mention);
    }
  }
  const items = new Set([...then.idsAround(names), ...now.idsAround(names)]);
  const files = new Set<string>();
  for (const mention of mentions) {
    for (const path of trace.filesNaming(mention)) {
      files.add(path);
    }
    for (const item of namedTogetherWith(mention, trace)) {
      items.add(item.id);
    }
  }
  const hasOtherNames =
    [...changedNames].some((name) => (then.plan.find(name) === undefined) !== (plan.find(name) === undefined)) ||
    titlesOf(change.gone) !== titlesOf(change.come);
  return { items, files, mentions, names, hasOtherNames };
}

/** IDs of the items that the mentions belong to, and of all that those are part of. */
export function itemsMentioned(mentioned: Iterable<string>, plan: Plan): Set<string> {
  const affected = new Set<WorkItem>();
  for (const id of mentioned) {
    for (let item = plan.findWork(id) ?? plan.findPadded(id); item && !affected.has(item); item = plan.parentOf(item)) {
      affected.add(item);
    }
  }
  return new Set(Array.from(affected, (item) => item.id));
}

/** One of the two plans, and what of it is affected. */
class Side {
  readonly family = new Set<WorkItem>();

  constructor(readonly plan: Plan) {}

  namesOf(items: Iterable<WorkItem>): string[] {
    return Array.from(items, (item) => namesOf(item, this.plan)).flat();
  }

  /** Of an ID that several declare another one may be the first now. */
  answeringTo(names: Iterable<string>): WorkItem[] {
    return Array.from(names, (name) => [
      ...(asWork(this.plan.find(name)) ? [asWork(this.plan.find(name))] : []),
      this.plan.findPadded(name),
    ])
      .flat()
      .filter((item) => item !== undefined);
  }

  /** @param holders for those under them nothing is another, unless it is one of the items itself */
  addFamilies(items: readonly WorkItem[], holders: ReadonlySet<WorkItem>): void {
    for (const item of items) {
      for (let at = this.plan.parentOf(item); at && !this.family.has(at); at = this.plan.parentOf(at)) {
        this.family.add(at);
      }
    }
    const below = new Set<WorkItem>();
    const open = [...items];
    for (let item = open.pop(); item; item = open.pop()) {
      if (!below.has(item)) {
        below.add(item);
        this.family.add(item);
        open.push(...(holders.has(item) ? [] : this.plan.childrenOf(item)));
      }
    }
  }

  /** IDs of the family, of what it depends on, and of what names it. */
  idsAround(names: ReadonlySet<string>): string[] {
    const { plan } = this;
    const { dependants, withEpic } = namersOf(plan);
    const needed = Array.from(this.family, (item) => dependenciesOf(item, plan));
    const waiting = Array.from(names, (name) => dependants.get(name) ?? NOWHERE);
    const parts = itemsAt(withEpic, plan).filter(({ epic }) => epic && names.has(canonicalId(epic.name)));
    return [...this.family, ...needed.flat(), ...itemsAt(waiting.flat(), plan), ...parts].map((item) =>
      plan.idOf(item),
    );
  }
}

const NOWHERE: readonly number[] = [];

/** Those that say which epic they are part of, and are part of another one now. */
function movedItems(former: Plan, plan: Plan): WorkItem[] {
  const naming = itemsAt(namersOf(plan).withEpic, plan);
  return naming.filter((item) => former.parentOf(item) !== plan.parentOf(item));
}

/** What an annotation asks for may be the work of several items, and is over only when all of them are. */
function namedTogetherWith(mention: string, trace: ReadonlyTrace): WorkItem[] {
  const shared = trace.evidenceOfId(mention).annotations.filter(({ annotation }) => annotation.mentions.length > 1);
  return shared.flatMap(({ file, annotation }) => trace.itemsOf(file, annotation));
}

function titlesOf(items: readonly WorkItem[]): string {
  return items
    .map(({ title, kind }) => `${kind} ${title}`)
    .sort()
    .join('\n');
}
