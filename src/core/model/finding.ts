import type { Place } from './span';

/** From worst to mildest. `off` belongs to settings, not to findings. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** What a team may say of a rule. */
export const RULE_SEVERITIES: readonly (Severity | 'off')[] = ['error', 'warning', 'information', 'hint', 'off'];

/** A place or commit that shows why a finding is true, or where the other side of it stands. */
export type Related =
  | { readonly message: string; readonly place: Place }
  | { readonly message: string; readonly commit: string };

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
}
