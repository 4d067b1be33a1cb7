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

type Test = (item: WorkItem, plan: Plan, evidence: Evidence) => boolean;

/** What an item may have by its own entry, by its place in the plan, and by what names it. */
const TESTS = {
  ownId: ({ derivedId }) => !derivedId,
  status: ({ status }) => status !== undefined,
  goal: ({ goal }) => goal !== undefined,
  owner: ({ owner }) => owner !== undefined,
  due: ({ due }) => due !== undefined,
  estimate: ({ estimate }) => estimate !== undefined,
  acceptance: ({ acceptance }) => acceptance.length > 0,
  depends: ({ depends }) => depends.length > 0,
  code: ({ code }) => code.length > 0,
  paths: ({ code, decisions }) => code.length + decisions.length > 0,
  ignore: ({ ignore }) => ignore.length > 0,
  parent: (item, plan) => plan.parentOf(item) !== undefined,
  children: (item, plan) => plan.childrenOf(item).length > 0,
  annotations: (_item, _plan, { annotations }) => annotations.length > 0,
  commits: (_item, _plan, { commits }) => commits.length > 0,
} as const satisfies Readonly<Record<string, Test>>;

export type ItemTrait = keyof typeof TESTS;

const KINDS = ['epic', 'story', 'task'] as const satisfies readonly WorkItem['kind'][];
const TRAITS = Object.keys(TESTS) as readonly ItemTrait[];
const BITS = bitsOf([...TRAITS, ...KINDS, ...STATUS_CATEGORIES]);
/** In the order of their bits. */
const TESTS_OF_TRAITS: readonly Test[] = TRAITS.map((trait) => TESTS[trait]);

export function demandOfItems({ kinds, categories, having = [], lacking = [] }: ItemConcern = {}): Demand {
  const bits = (named: readonly (keyof typeof BITS)[]): number => bitsTogether(named.map((word) => BITS[word]));
  return {
    having: bits(having),
    lacking: bits(lacking),
    oneOfEach: [kinds, categories].flatMap((named) => (named ? [bits(named)] : [])),
  };
}

/** Of each kind, category and trait whether it is the item's, in one number. */
export function profileOfItem(item: WorkItem, plan: Plan, evidence: Evidence): number {
  let profile = BITS[item.kind] | BITS[categoryOf(item, plan)];
  let bit = 1;
  for (const test of TESTS_OF_TRAITS) {
    profile |= test(item, plan, evidence) ? bit : 0;
    bit <<= 1;
  }
  return profile;
}
