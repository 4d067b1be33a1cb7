import type { WorkItem } from '../model/roadmap';
import { STATUS_CATEGORIES, type StatusCategory } from '../model/status';
import { categoryOf } from '../planning/progress';
import type { Evidence } from '../trace/evidence';
import type { Plan } from '../trace/plan';
import { bitsOf, bitsTogether, type Demand } from './profiles';

/** The items that a rule is asked about: those of which all of this is true. */
export interface ItemConcern {
  readonly kinds?: readonly WorkItem['kind'][];
  /** Where they stand, by `categoryOf`. */
  readonly categories?: readonly StatusCategory[];
  readonly having?: readonly ItemTrait[];
  readonly lacking?: readonly ItemTrait[];
}

/** What an item may have by its own entry, by its place in the plan, and by what names it. */
const TRAITS = [
  'ownId',
  'status',
  'goal',
  'owner',
  'due',
  'estimate',
  'acceptance',
  'depends',
  'code',
  'paths',
  'ignore',
  'parent',
  'children',
  'annotations',
  'commits',
] as const;

export type ItemTrait = (typeof TRAITS)[number];

const KINDS = ['epic', 'story', 'task'] as const satisfies readonly WorkItem['kind'][];
const BITS = bitsOf([...TRAITS, ...KINDS, ...STATUS_CATEGORIES]);

/** Asked at each change, and concerns are part of the program. */
const known = new WeakMap<ItemConcern, Demand>();

export function demandOfItems(concern: ItemConcern = ANY): Demand {
  let demand = known.get(concern);
  if (!demand) {
    demand = findDemand(concern);
    known.set(concern, demand);
  }
  return demand;
}

const ANY: ItemConcern = {};

function findDemand({ kinds, categories, having = [], lacking = [] }: ItemConcern): Demand {
  const bits = (named: readonly (keyof typeof BITS)[]): number => bitsTogether(named.map((word) => BITS[word]));
  return {
    having: bits(having),
    lacking: bits(lacking),
    oneOfEach: [kinds, categories].flatMap((named) => (named ? [bits(named)] : [])),
  };
}

/** Of each kind, category and trait whether it is the item's, in one number. */
export function profileOfItem(item: WorkItem, plan: Plan, evidence: Evidence): number {
  const { code, decisions } = item;
  // One after the other: a table of tests is asked in a loop, and takes several times as long for each item.
  return (
    BITS[item.kind] |
    BITS[categoryOf(item, plan)] |
    (item.derivedId ? 0 : BITS.ownId) |
    (item.status ? BITS.status : 0) |
    (item.goal ? BITS.goal : 0) |
    (item.owner ? BITS.owner : 0) |
    (item.due ? BITS.due : 0) |
    (item.estimate ? BITS.estimate : 0) |
    (item.acceptance.length > 0 ? BITS.acceptance : 0) |
    (item.depends.length > 0 ? BITS.depends : 0) |
    (code.length > 0 ? BITS.code : 0) |
    (code.length + decisions.length > 0 ? BITS.paths : 0) |
    (item.ignore.length > 0 ? BITS.ignore : 0) |
    (plan.parentOf(item) ? BITS.parent : 0) |
    (plan.childrenOf(item).length > 0 ? BITS.children : 0) |
    (evidence.annotations.length > 0 ? BITS.annotations : 0) |
    (evidence.commits.length > 0 ? BITS.commits : 0)
  );
}
