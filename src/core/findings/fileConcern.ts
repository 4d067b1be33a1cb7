import type { FileMarks } from '../model/marks';
import type { ReadonlyTrace } from '../trace/trace';
import { bitsOf, bitsTogether, type Demand } from './profiles';
import { holdsWarnings } from './workTags';

/** The files that a rule is asked about. */
export interface FileConcern {
  readonly having: readonly FileTrait[];
}

type Test = (file: FileMarks, trace: ReadonlyTrace) => boolean;

const TESTS = {
  annotations: ({ annotations }) => annotations.length > 0,
  /** An annotation says until when or for what it waits. */
  deadlines: ({ annotations }) => annotations.some(({ until }) => until !== undefined),
  /** An annotation warns of the code. */
  warnings: holdsWarnings,
  /** Something is no certain mention, or not of an epic, story or task of the plan. */
  doubts: ({ path }, trace) => trace.isDoubtful(path),
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
export function profileOfFile(file: FileMarks, trace: ReadonlyTrace): number {
  let profile = 0;
  let bit = 1;
  for (const test of TESTS_OF_TRAITS) {
    profile |= test(file, trace) ? bit : 0;
    bit <<= 1;
  }
  return profile;
}
