import type { CodeHistoryRange } from '../codeHistory/codeHistory';
import type { RoadmapFormat } from '../model/roadmap';
import type { ScoringStatus } from '../planning/scoringStatus';
import type { UnderstoodName } from './understoodNames';

/** A file that was left out, and why, in words. */
export interface SkippedFile {
  readonly path: string;
  readonly reason: string;
}

/** A roadmap file, or a folder of files of one item each. */
export interface RoadmapStatus {
  /** A folder's ends with `/`. */
  readonly path: string;
  readonly format: RoadmapFormat;
  readonly items: number;
  /** Of what is written; that an item has no ID is no mistake. */
  readonly problems: number;
  /** Items that code and commits cannot name. */
  readonly withoutId: number;
  /** Of a folder: how many of its files hold an item. */
  readonly files?: number;
  /** What is written otherwise than in Waymark's own format, and how it was read. */
  readonly understood: readonly UnderstoodName[];
}

/** What is known of git in the folder. */
export type GitStatus =
  | {
      readonly available: true;
      readonly version: string;
      /** null: no commits yet. */
      readonly head: string | null;
      /** null: detached. */
      readonly branch: string | null;
      readonly commits: number;
      readonly linkedCommits: number;
      /** The history ends at the border of a shallow clone. */
      readonly shallow: boolean;
      /** What a person has begun and not finished, as git calls it: `rebase`, `merge`; undefined: nothing. */
      readonly operation: string | undefined;
    }
  | { readonly available: false; readonly reason: string };

/** On what everything rests that is said of the roadmap's past. */
export interface PlanHistoryStatus {
  /** Days of the oldest and newest version, as `2026-08-03`. */
  readonly from: string;
  readonly to: string;
  readonly versions: number;
  /** False where older versions are missing, or were left out. */
  readonly isComplete: boolean;
}

export type TimedPart = 'roadmaps' | 'search' | 'read' | 'history' | 'planHistory' | 'findings';

/** What was read, what was not and why, and how long it took: nothing is ever "not found" without this. */
export interface ReadingStatus {
  readonly folder: string;
  readonly roadmaps: readonly RoadmapStatus[];
  /** Files of the usual names that are plainly something else. */
  readonly notRoadmaps: readonly string[];
  /** undefined: no roadmap says how items are scored. */
  readonly scoring: ScoringStatus | undefined;
  /** undefined: no search was made, since there is no roadmap. */
  readonly searcher: string | undefined;
  readonly filesSearched: number;
  readonly filesRead: number;
  readonly filesWithMarks: number;
  readonly skipped: readonly SkippedFile[];
  readonly git: GitStatus;
  /** undefined: it is not known, or not yet. */
  readonly planHistory: PlanHistoryStatus | undefined;
  /** On what findings rest that speak of what commits changed; undefined: nothing of it is known (yet). */
  readonly codeHistory: CodeHistoryRange | undefined;
  /** Milliseconds of the last time each part was done. */
  readonly timings: Readonly<Partial<Record<TimedPart, number>>>;
  /** Anything else that a person should know, one plain sentence each. */
  readonly notes: readonly string[];
}
