import type { Day } from './calendar';
import type { Place } from './span';

/** From worst to mildest. `off` belongs to settings, not to findings. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** What a team may say of a rule. */
export const RULE_SEVERITIES: readonly (Severity | 'off')[] = ['error', 'warning', 'information', 'hint', 'off'];

/** A place or commit that shows why a finding is true, or where the other side of it stands. */
export type Related = RelatedPlace | RelatedCommit;

interface RelatedPlace {
  readonly message: string;
  readonly place: Place;
}

export interface RelatedCommit {
  readonly message: string;
  /** Its SHA. */
  readonly commit: string;
}

/** A date of the plan that cannot be kept, and the one that could be. */
export interface DateProposal {
  /** Whose date it is. */
  readonly item: string;
  readonly field: 'start' | 'due' | 'date' | 'freeze';
  readonly day: Day;
  /**
   * What says so: the earliest day of the schedule, the earliest that leaves some slack, the P80 of the forecast, or a
   * commit of that day.
   */
  readonly by: 'schedule' | 'slack' | 'forecast' | 'commit';
}

/** A statement with its evidence: where plan and code disagree, or delivery is at risk. */
export interface Finding {
  /** `WM203`. Never changes its meaning. */
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong and what shows it, in one or two plain sentences. */
  readonly message: string;
  readonly place: Place;
  /** ID of the item it is about; undefined when it is about a file or a name that no roadmap knows. */
  readonly item: string | undefined;
  readonly related: readonly Related[];
  /**
   * What tells it from others of its code, where neither its item nor the text that it stands at does: the ID that a commit
   * names, say. It holds no numbers that change by themselves. undefined: item and text tell.
   */
  readonly about?: string;
  /** The text that would be right in the place's span, where that is plain (did-you-mean). */
  readonly suggestion?: string;
  /** The ID that no roadmap declares, where the finding is about just one. */
  readonly unknownId?: string;
  /** Files that it is about beside that of its place: those in which work was done that is expected elsewhere, say. */
  readonly paths?: readonly string[];
  /** The date that would answer it, where the rule knows one. */
  readonly proposal?: DateProposal;
}

/** Within a severity the order stays. */
export function worstFirst(findings: readonly Finding[]): readonly Finding[] {
  const rank = ({ severity }: Finding) => RULE_SEVERITIES.indexOf(severity);
  return findings.toSorted((a, b) => rank(a) - rank(b));
}
