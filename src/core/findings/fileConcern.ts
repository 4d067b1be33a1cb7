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
  doubts: ({ annotations, references }, plan) =>
    annotations.some(({ mentions }) => mentions.some((mention) => isDoubtful(mention, plan))) ||
    references.some(({ mention }) => isDoubtful(mention, plan)),
} as const satisfies Readonly<Record<string, Test>>;

export type FileTrait = keyof typeof TESTS;

const TRAITS = Object.keys(TESTS) as readonly FileTrait[];
const BITS = bitsOf(TRAITS);
const TESTS_WITH_BITS = TRAITS.map((trait): readonly [Test, number] => [TESTS[trait], BITS[trait]]);

export function demandOfFiles({ having }: FileConcern = { having: [] }): Demand {
  return { having: bitsTogether(having.map((trait) => BITS[trait])), lacking: 0, oneOfEach: [] };
}

/** Of each trait whether it is the file's, in one number. */
export function profileOfFile(file: FileMarks, plan: Plan): number {
  let profile = 0;
  for (const [test, bit] of TESTS_WITH_BITS) {
    if (test(file, plan)) {
      profile |= bit;
    }
  }
  return profile;
}

function isDoubtful({ id, certainty }: Mention, plan: Plan): boolean {
  return certainty !== 'certain' || plan.findWork(id) === undefined;
}
