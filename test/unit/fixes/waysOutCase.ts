import type { Facts } from '../../../src/core/findings/facts';
import type { Need } from '../../../src/core/fixes/fix';
import type { Commit } from '../../../src/core/model/commit';
import type { Trace } from '../../../src/core/trace/trace';

/** One finding, and all that a person is offered to answer it with. */
export interface WaysOutCase {
  readonly code: string;
  /** When the rule finds it: completes the name of the test. */
  readonly when: string;
  /** By path; what is called `roadmap.*` is a roadmap. */
  readonly files: Readonly<Record<string, string>>;
  /** The file of the finding; missing: the first one with any. */
  readonly at?: string;
  /** Newest first. */
  readonly commits?: readonly Commit[];
  readonly facts?: (trace: Trace) => Facts;
  readonly thresholds?: Readonly<Record<string, number>>;
  /** 2026-09-01 unless told. */
  readonly today?: string;
  /** Titles, best first, without those that silence the rule. */
  readonly offers: readonly string[];
  /** Those after which the same is still found: what they change is a step, or the facts do not follow in a test. */
  readonly staysAfter?: readonly string[];
  /** What a person answers, where it is not what the test answers everywhere. */
  readonly answers?: Readonly<Partial<Record<Need, string>>>;
}
