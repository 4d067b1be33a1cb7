import type { Findings } from '../../core/findings/evaluation';
import type { FactName } from '../../core/findings/facts';
import type { HotspotBounds } from '../../core/findings/rules/code/hotspots';
import { hotspotBounds } from '../../core/findings/rules/code/wm502Hotspot';
import { largeCommit, NEAR_DAYS } from '../../core/findings/rules/code/wm507LargeCommit';

/** Who asks for facts, and so which are worth reading. */
export interface FactWish {
  /** Whether anybody wants to know what the rule with this code finds, if it is not off; undefined: of all rules. */
  readonly isRuleAsked?: ((code: string) => boolean) | undefined;
  /** Facts that are wanted whatever rules need. */
  readonly facts: readonly FactName[];
}

/** What is to be read for somebody. */
export interface WantedFacts {
  readonly names: ReadonlySet<FactName>;
  /** Undefined: nobody asks how many lines commits changed. */
  readonly linesWithinDays: number | undefined;
  readonly hotspots: HotspotBounds;
}

/** @param findings at the last update, since roadmaps too say which rules are off */
export function wantedFacts(findings: Findings, { isRuleAsked = () => true, facts }: FactWish): WantedFacts {
  const asksForLines = findings.neededFacts((code) => code === largeCommit.code && isRuleAsked(code)).size > 0;
  return {
    names: new Set([...facts, ...findings.neededFacts(isRuleAsked)]),
    linesWithinDays: asksForLines ? findings.valueOf(NEAR_DAYS) : undefined,
    hotspots: hotspotBounds((threshold) => findings.valueOf(threshold)),
  };
}
