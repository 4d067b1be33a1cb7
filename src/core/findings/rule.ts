import type { Day } from '../model/calendar';
import type { Finding, Related, Severity } from '../model/finding';
import type { FileMarks } from '../model/marks';
import type { Roadmap, WorkItem } from '../model/roadmap';
import type { Place } from '../model/span';
import type { Evidence, UnknownId } from '../trace/evidence';
import type { Plan } from '../trace/plan';
import type { ReadonlyTrace } from '../trace/trace';
import type { Translatable } from '../words/translatable';
import type { FactName, Facts } from './facts';
import type { FileConcern } from './fileConcern';
import type { ItemConcern } from './itemConcern';
import type { Lazily } from './lazily';
import type { Reach } from './reaches';

/** What a rule finds. Its code and severity are added by the evaluation. */
export interface Draft extends Omit<Finding, 'code' | 'severity' | 'message' | 'related'> {
  /** Of a rule that says much about a large plan: made later. */
  readonly message: Lazily<string>;
  /**
   * Made later can be commits, annotations, and what stands in the file of the {@link Finding.item}, which is known: of other
   * places it must be known at once which findings move along with their text.
   */
  readonly related: Lazily<readonly Related[]>;
}

/** What a rule finds in one item or file: thousands are looked at, and in most of them there is nothing. */
export type Found = Draft | Iterable<Draft> | undefined;

/** A number that a rule compares with and that a team may set. */
export interface Threshold {
  /** camelCase, unique within its rule. */
  readonly name: string;
  readonly default: number;
  /** In the plural: `days`, `points`. */
  readonly unit: Translatable;
  readonly description: string;
}

/** Markdown for the rule reference. */
export interface RuleDocumentation {
  /** When it fires, and when it deliberately does not. */
  readonly what: string;
  /** The only text of these that the editor shows beside a finding. */
  readonly why: Translatable;
  readonly example: string;
  /** What a person can do about it: mend the plan, mend the code, or say that it is meant so. */
  readonly answer: string;
}

/** All that a rule about the plan alone may know. */
export interface PlanContext {
  readonly plan: Plan;
  readonly today: Day;
  /** Days on which nobody works, beside weekends. */
  readonly holidays: ReadonlySet<Day>;
  /** Those that the rule {@link RuleBase.needs} are known. */
  readonly facts: Facts;
  /** All rules that there are, also those that are off: what a person may name. */
  readonly rules: readonly Rule[];
  /** The team's value of one of the rule's own thresholds, else its default. */
  setting(threshold: Threshold): number;
  /**
   * For a rule that says much about a large plan: what it said last time of this subject, where all values are the same as
   * then, else what `make` says now.
   *
   * @param subject an object, or a name within the rule; asked at most once in a round
   * @param values all that the draft is made of beside the day and the settings, its item first; items stand for themselves
   */
  sameAsBefore(subject: object | string, values: readonly unknown[], make: () => Draft): Draft;
}

/**
 * What a rule about evidence may know. An item rule may ask for the evidence of its item and of what is under it, a file
 * rule for nothing but its file: only then is it asked again when something else changes.
 */
export interface TraceContext extends PlanContext {
  readonly trace: ReadonlyTrace;
  /** Whether a comment there says to ignore what this rule finds. The evaluation leaves such findings out by itself. */
  isIgnoredAt(code: string, place: Place): boolean;
  /** False without git, and where the history is cut off: then the absence of a commit proves nothing. */
  readonly historyKnown: boolean;
}

interface RuleBase {
  /** `WM203`; the digit after `WM` is the family. Keeps its meaning for ever. */
  readonly code: string;
  /** kebab-case; may stand for the code wherever a person writes it. */
  readonly name: string;
  readonly title: Translatable;
  readonly severity: Severity | 'off';
  readonly documentation: RuleDocumentation;
  readonly settings?: readonly Threshold[];
  /** Facts without which the rule cannot judge. It is silent until all are known, and asked again when one is another. */
  readonly needs?: readonly FactName[];
  /** Facts that it looks at where they are known and does without where they are not; asked again when one is another. */
  readonly uses?: readonly FactName[];
  /**
   * What must hold of the whole for the rule to say anything: that a team names stories in its tests at all, say. Asked at
   * every change, so it must cost next to nothing; when the answer is another one, the rule looks at everything again.
   */
  premise?(context: TraceContext): boolean;
}

/** Looks at each roadmap file by itself. */
export interface RoadmapRule extends RuleBase {
  readonly scope: 'roadmap';
  readonly check: (roadmap: Roadmap, context: PlanContext) => Iterable<Draft>;
}

/** Looks at the whole plan, after every change of it: it must be quick. */
export interface PlanRule extends RuleBase {
  readonly scope: 'plan';
  readonly check: (plan: Plan, context: PlanContext) => Iterable<Draft>;
}

/**
 * Looks at each epic, story and task with what names it. It is asked again when something changes in the item, in what it is
 * part of or what is under it, in what one of these depends on or is depended on by, in releases, goals or the team, in
 * its evidence or that of what is under it, or in the `habitsOf` the plan. What rests on other items is told by {@link reachedBy}, or
 * is a {@link PlanRule}.
 */
export interface ItemRule extends RuleBase {
  readonly scope: 'item';
  /** undefined: it is asked about every item. {@link check} need not look at this again. */
  readonly concerns?: ItemConcern;
  /** What it looks at beside that: it is asked again wherever a change reaches an item by that way, too. */
  readonly reachedBy?: Reach;
  readonly check: (item: WorkItem, evidence: Evidence, context: TraceContext) => Found;
  /** The same of goals, releases and risks, which {@link check} is not asked about. Looks as a {@link PlanRule} does. */
  checkOthers?(plan: Plan, context: PlanContext): Iterable<Draft>;
}

/**
 * Looks at each file with marks. It is asked again when something changes in the file, or in an item that the file names or
 * whose commits changed it.
 */
export interface FileRule extends RuleBase {
  readonly scope: 'file';
  /** undefined: it is asked about every file. {@link check} need not look at this again. */
  readonly concerns?: FileConcern;
  readonly check: (file: FileMarks, context: TraceContext) => Found;
  /** Files that it looks at although they may hold no mark. */
  unmarked?(facts: Facts): ReadonlySet<string> | undefined;
}

/** Looks at all IDs that commits name and no roadmap declares, given in no order. */
export interface UnknownInHistoryRule extends RuleBase {
  readonly scope: 'unknownInHistory';
  readonly check: (unknownIds: readonly UnknownId[], context: TraceContext) => Iterable<Draft>;
}

/**
 * One thing that can be wrong. A rule only looks: it touches no disk, no git and no clock, and what it finds depends on
 * nothing but its arguments.
 *
 * Where a finding concerns plan and code, a rule may report the same fact at both ends, each end with the other one as
 * related place. Such findings have the same code and the same `item`: whoever counts facts counts those pairs (`oneOfEachFact`),
 * whoever counts places counts findings.
 */
export type Rule = RoadmapRule | PlanRule | ItemRule | FileRule | UnknownInHistoryRule;
