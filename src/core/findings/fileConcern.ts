import type { FileMarks, Mention } from '../model/marks';
import type { Plan } from '../trace/plan';
import { bitsOf, bitsTogether, type Demand } from './profiles';
import { holdsWarnings } from './workTags';

/** The files that a rule is asked about. */
export interface FileConcern {
  readonly having: readonly FileTrait[];
}

type Test = (file: FileMarks, plan: Plan) => boolean;

const TESTS = {
  annotations: ({ annotations }) => annotations.length > 0,
  /** An annotation says until when or for what it waits. */
  deadlines: ({ annotations }) => annotations.some(({ until }) => until !== undefined),
  /** An annotation warns of the code. */
  warnings: holdsWarnings,
  /** Something is no certain mention, or not of an epic, story or task of the plan. */
  doubts: holdsDoubts,
} as const satisfies Readonly<Record<string, Test>>;

export type FileTrait = keyof typeof TESTS;

const TRAITS = Object.keys(TESTS) as readonly FileTrait[];
const BITS = bitsOf(TRAITS);
/** In the order of their bits. */
const TESTS_OF_TRAITS: readonly Test[] = TRAITS.map((trait) => TESTS[trait]);

export function demandOfFiles({ having }: FileConcern = { having: [] }): Demand {
  return { having: bitsTogether(having.map((trait) => BITS[trait])), lacking: 0, oneOfEach: [] };
}

/** Of each trait whether it is the file's, in one number. */
export function profileOfFile(file: FileMarks, plan: Plan): number {
  let profile = 0;
  let bit = 1;
  for (const test of TESTS_OF_TRAITS) {
    profile |= test(file, plan) ? bit : 0;
    bit <<= 1;
  }
  return profile;
}

function holdsDoubts(file: FileMarks, plan: Plan): boolean {
  const known = doubts.get(plan.frame) ?? new WeakMap<FileMarks, boolean>();
  doubts.set(plan.frame, known);
  let areThere = known.get(file);
  if (areThere === undefined) {
    areThere = findsDoubts(file, plan);
    known.set(file, areThere);
  }
  return areThere;
}

/** By the frame of plans: in that, the same IDs are those of work. */
const doubts = new WeakMap<Plan['frame'], WeakMap<FileMarks, boolean>>();

function findsDoubts({ annotations, references }: FileMarks, plan: Plan): boolean {
  for (const { mentions } of annotations) {
    for (const mention of mentions) {
      if (isDoubtful(mention, plan)) {
        return true;
      }
    }
  }
  return references.some(({ mention }) => isDoubtful(mention, plan));
}

function isDoubtful({ id, certainty }: Mention, plan: Plan): boolean {
  return certainty !== 'certain' || plan.findWork(id) === undefined;
}
