import type { Severity } from '../model/finding';
import type { StatusCategory } from '../model/status';
import type { Block } from '../markdown/blocks';
import type { DependencyGraph } from './graph';

/** What a row shows in front of its words, beside saying it in them. */
export type RowSign =
  | Severity
  | StatusCategory
  | 'annotation'
  | 'code'
  | 'test'
  | 'doc'
  | 'commit'
  | 'file'
  | 'person'
  | 'risk'
  | 'event';

/** One thing that is known, as a line of the page. `T` is what a click leads to, as whoever shows the page wants it. */
export interface PageRow<T> {
  /** The same thing has the same key in the next page; unique in its list. */
  readonly key: string;
  readonly sign: RowSign;
  readonly label: string;
  /** Further words, the most telling first. */
  readonly facts: readonly string[];
  /** What makes it belong to the item: how it matched, in one sentence. */
  readonly why?: string;
  /** `probable`: it may be another's; `accepted`: it was that until somebody accepted it. Missing: it is certain. */
  readonly sure?: 'probable' | 'accepted';
  /** The rule that found it. */
  readonly code?: { readonly name: string; readonly target: T };
  readonly target?: T;
  /** What a person can do about it, best first; missing: nothing. */
  readonly actions?: readonly { readonly label: string; readonly target: T }[];
}

/** Rows under one heading; of very many only the first are there. */
export interface PageRows<T> {
  readonly rows: readonly PageRow<T>[];
  /** How many there are besides. */
  readonly more: number;
  /** One sentence that says why there are none, or on what they rest; missing: nothing needs to be said. */
  readonly note?: string;
}

/** A line of the timeline. */
export interface TimelineRow<T> extends PageRow<T> {
  /** As people write it: `3 Aug`. */
  readonly day: string;
  /** It lies in the future. */
  readonly isAhead: boolean;
}

export interface TimelineRows<T> extends PageRows<T> {
  readonly rows: readonly TimelineRow<T>[];
}

/** One fact of the head: `Due`, `3 Aug`. */
export interface PageFact {
  readonly label: string;
  readonly value: string;
  /** Missing: it is neither good nor bad. */
  readonly tone?: 'late';
}

/** What the page begins with. */
export interface PageHead<T> {
  /** Empty where the file names no ID. */
  readonly id: string;
  readonly title: string;
  /** What it is, in words. */
  readonly kind: string;
  readonly category: StatusCategory;
  /** The team's own word. */
  readonly status: string;
  /** Empty: none is written. */
  readonly description: string;
  /** What it is part of, the outermost first. */
  readonly lineage: readonly { readonly name: string; readonly target: T }[];
  readonly facts: readonly PageFact[];
  /** Score and outlook, one sentence each. */
  readonly sentences: readonly string[];
  /** Its line in the roadmap. */
  readonly target: T;
}

export interface PageCriterion {
  /** Its place in the item's list, from 0. */
  readonly index: number;
  readonly text: string;
  readonly done: boolean;
}

/** Links of one kind. */
export interface EvidenceGroup<T> extends PageRows<T> {
  readonly kind: 'annotations' | 'code' | 'tests' | 'documents' | 'commits';
  readonly title: string;
}

/** A document with a decision behind the item. */
export interface Decision<T> {
  readonly path: string;
  readonly title: string;
  /** As the document has it; missing: it says none. */
  readonly status?: string;
  readonly why: string;
  readonly target: T;
  /** What stands in it below its title. */
  readonly blocks: readonly Block<T>[];
  /** One sentence where its text cannot be shown. */
  readonly note?: string;
}

export interface DependencySection<T> {
  /** undefined: it depends on nothing that is declared, and nothing on it. */
  readonly graph: DependencyGraph<T> | undefined;
  readonly needs: readonly PageRow<T>[];
  readonly neededBy: readonly PageRow<T>[];
}

/** Everything known of one epic, story or task. Made of values alone, so that any form can be made of it. */
export interface StoryPage<T> {
  readonly head: PageHead<T>;
  readonly findings: PageRows<T>;
  readonly acceptance: readonly PageCriterion[];
  readonly parts: PageRows<T>;
  /** Those that have links; empty: nothing names the item. */
  readonly evidence: readonly EvidenceGroup<T>[];
  readonly files: PageRows<T>;
  readonly people: PageRows<T>;
  readonly decisions: readonly Decision<T>[];
  readonly dependencies: DependencySection<T>;
  readonly risks: PageRows<T>;
  /** The latest first, so that it begins with what lies ahead. */
  readonly timeline: TimelineRows<T>;
}
