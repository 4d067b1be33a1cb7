import assert from 'node:assert/strict';
import { createFindings, type RuleConfiguration } from '../../../src/core/findings/evaluation';
import type { Facts } from '../../../src/core/findings/facts';
import type { Rule } from '../../../src/core/findings/rule';
import type { Finding } from '../../../src/core/model/finding';
import type { Trace } from '../../../src/core/trace/trace';
import { days, placeName } from '../../support/planBuilder';

/** One situation and all that the rule finds in it. */
export interface RuleCase {
  /** Completes the sentence "it …". */
  readonly title: string;
  readonly in: Trace;
  /**
   * Empty: a near miss. Each finding is a line `place | message`, then `suggest: text` where it has a suggestion, then a
   * line `- place or commit | message` for each related place.
   */
  readonly finds: readonly string[];
  /** 2026-09-01 unless told. */
  readonly today?: string;
  readonly historyKnown?: boolean;
  /** Nothing of them is known unless told. */
  readonly facts?: Facts;
  readonly holidays?: readonly string[];
  readonly thresholds?: RuleConfiguration['thresholds'];
}

/** Declares one test for each case, with the rule alone and turned on. */
export function checkRule(rule: Rule, cases: readonly RuleCase[]): void {
  describe(`${rule.code} ${rule.title}`, () => {
    for (const { title, in: trace, finds, today = '2026-09-01', historyKnown = true, thresholds, ...more } of cases) {
      it(title, () => {
        const findings = createFindings(trace, [rule], {
          severity: { [rule.code]: 'warning' },
          ...(thresholds && { thresholds }),
        });
        const holidays = new Set((more.holidays ?? []).map((day) => days(day).first));
        const circumstances = { today: days(today).first, historyKnown, holidays, facts: more.facts ?? {} };
        findings.update(trace.takeChange(), circumstances);
        assert.deepEqual(findings.configurationProblems, []);
        assert.deepEqual(findings.all().flatMap(describeFinding), finds);
      });
    }
  });
}

function describeFinding(finding: Finding): string[] {
  return [
    `${placeName(finding.place)} | ${finding.message}`,
    ...(finding.suggestion === undefined ? [] : [`suggest: ${finding.suggestion}`]),
    ...finding.related.map((related) =>
      'place' in related ? `- ${placeName(related.place)} | ${related.message}` : `- commit | ${related.message}`,
    ),
  ];
}
