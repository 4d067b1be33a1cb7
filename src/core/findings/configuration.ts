import { t } from '../words/t';
import { RULE_SEVERITIES, type Severity } from '../model/finding';
import { said } from '../words/translatable';
import { suggestName } from './didYouMean';
import type { Rule, Threshold } from './rule';
import { didYouMean } from './wording';

/** What a team wants otherwise than the rules' defaults, as settings hold it: nothing of it has been checked. */
export interface RuleConfiguration {
  /** A severity or `off` by rule: `{ "WM206": "off" }`. A rule goes by its code or its name. */
  readonly severity?: Readonly<Record<string, unknown>>;
  /** A number by rule and threshold: `{ "WM206.days": 21 }`. */
  readonly thresholds?: Readonly<Record<string, unknown>>;
}

/** A configuration of which everything is known to make sense. */
export interface RuleSettings {
  severityOf(rule: Rule): Severity | 'off';
  valueOf(threshold: Threshold): number;
  /** A sentence for each thing in the configuration that makes no sense and therefore has its default. */
  readonly problems: readonly string[];
}

export function readRuleConfiguration(configuration: RuleConfiguration, rules: readonly Rule[]): RuleSettings {
  const problems: string[] = [];
  const severities = new Map<Rule, Severity | 'off'>();
  for (const [name, value] of Object.entries(configuration.severity ?? {})) {
    const rule = ruleNamed(name, rules);
    const severity = RULE_SEVERITIES.find((known) => known === value);
    if (!rule) {
      problems.push(unknownRule(name, rules));
    } else if (severity) {
      severities.set(rule, severity);
    } else {
      problems.push(
        t(
          'The severity of {0} is {1}; it can be error, warning, information, hint or off.',
          rule.code,
          JSON.stringify(value),
        ),
      );
    }
  }
  const values = new Map<Threshold, number>();
  for (const [name, value] of Object.entries(configuration.thresholds ?? {})) {
    const [ruleName = '', thresholdName = ''] = name.split('.');
    const rule = ruleNamed(ruleName, rules);
    const threshold = rule?.settings?.find((setting) => setting.name === thresholdName);
    if (!rule) {
      problems.push(unknownRule(ruleName, rules));
    } else if (!threshold) {
      problems.push(unknownThreshold(rule, thresholdName));
    } else if (typeof value === 'number' && Number.isFinite(value) && value >= 0) {
      values.set(threshold, value);
    } else {
      problems.push(
        t('{0} is {1}; it is a number of {2}, 0 or more.', name, JSON.stringify(value), said(threshold.unit)),
      );
    }
  }
  return {
    severityOf: (rule) => severities.get(rule) ?? rule.severity,
    // Asked for each of thousands of items, and nearly everybody leaves all as it is.
    valueOf: (threshold) => (values.size === 0 ? undefined : values.get(threshold)) ?? threshold.default,
    problems,
  };
}

/** The rule with this code or name, in any letter case. */
export function ruleNamed(name: string, rules: readonly Rule[]): Rule | undefined {
  const wanted = name.trim().toLowerCase();
  return rules.find((rule) => rule.code.toLowerCase() === wanted || rule.name === wanted);
}

function unknownRule(name: string, rules: readonly Rule[]): string {
  const known = rules.flatMap((rule) => [rule.code, rule.name]);
  return t('There is no rule "{0}".', name) + didYouMean(suggestName(name, known));
}

function unknownThreshold(rule: Rule, name: string): string {
  const known = (rule.settings ?? []).map((threshold) => `${rule.code}.${threshold.name}`);
  return known.length > 0
    ? t('{0} has no threshold "{1}"; there is {2}.', rule.code, name, known.join(', '))
    : t('{0} has no thresholds, so "{1}" cannot be set.', rule.code, `${rule.code}.${name}`);
}
