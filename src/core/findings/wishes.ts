import { t } from '../words/t';
import { RULE_SEVERITIES, type Severity } from '../model/finding';
import type { Named, Roadmap, RuleWish } from '../model/roadmap';
import type { Span } from '../model/span';
import { said } from '../words/translatable';
import { type RuleSettings, ruleNamed } from './configuration';
import { suggestName } from './didYouMean';
import type { Rule, Threshold } from './rule';
import { didYouMean, listing } from './wording';

/** What makes no sense of a roadmap's `rules`. */
export interface WishFault {
  readonly span: Span;
  readonly message: string;
  readonly suggestion?: string;
}

/** What a roadmap says of one rule, as far as it makes sense. */
interface Understood {
  readonly rule: Rule;
  readonly severity: Severity | 'off' | undefined;
  readonly thresholds: ReadonlyMap<Threshold, number>;
}

/**
 * The settings with what roadmaps say in their place, since a team shares those. Of several files the first one that names a
 * rule decides on it alone.
 */
export function withWishes(settings: RuleSettings, roadmaps: readonly Roadmap[], rules: readonly Rule[]): RuleSettings {
  const severities = new Map<Rule, Severity | 'off'>();
  const values = new Map<Threshold, number>();
  const decidedBy = new Map<Rule, Roadmap>();
  for (const roadmap of roadmaps) {
    for (const wish of roadmap.rules) {
      const understood = understand(wish, rules, () => undefined);
      const decider = understood && (decidedBy.get(understood.rule) ?? roadmap);
      if (understood && decider === roadmap) {
        decidedBy.set(understood.rule, roadmap);
        if (understood.severity) {
          severities.set(understood.rule, understood.severity);
        }
        understood.thresholds.forEach((value, threshold) => values.set(threshold, value));
      }
    }
  }
  return decidedBy.size === 0
    ? settings
    : {
        severityOf: (rule) => severities.get(rule) ?? settings.severityOf(rule),
        valueOf: (threshold) => values.get(threshold) ?? settings.valueOf(threshold),
        problems: settings.problems,
      };
}

export function faultsOfWishes(wishes: readonly RuleWish[], rules: readonly Rule[]): WishFault[] {
  const faults: WishFault[] = [];
  wishes.forEach((wish) => understand(wish, rules, (fault) => faults.push(fault)));
  return faults;
}

/** @returns undefined: no such rule is known */
function understand(
  wish: RuleWish,
  rules: readonly Rule[],
  report: (fault: WishFault) => void,
): Understood | undefined {
  const rule = ruleNamed(wish.rule.name, rules);
  if (!rule) {
    report(
      unknown(
        wish.rule,
        t('There is no rule "{0}".', wish.rule.name),
        rules.flatMap(({ code, name }) => [code, name]),
      ),
    );
    return undefined;
  }
  const thresholds = new Map<Threshold, number>();
  for (const { name, value } of wish.thresholds) {
    const threshold = rule.settings?.find((known) => known.name.toLowerCase() === name.name.toLowerCase());
    if (!threshold) {
      report(unknownThreshold(rule, name));
    } else if (value.value < 0) {
      const message = t('{0} of {1} is a number of {2}, 0 or more.', name.name, rule.code, said(threshold.unit));
      report({ span: value.span, message });
    } else {
      thresholds.set(threshold, value.value);
    }
  }
  return { rule, severity: severityOf(wish.severity, report), thresholds };
}

function severityOf(severity: Named | undefined, report: (fault: WishFault) => void): Severity | 'off' | undefined {
  const word = severity?.name.toLowerCase();
  // YAML and JSON have a word of their own for "off".
  const meant = word === 'false' ? 'off' : RULE_SEVERITIES.find((known) => known === word);
  if (severity && !meant) {
    const fault = unknown(severity, t('No severity is called "{0}".', severity.name), RULE_SEVERITIES);
    report({ ...fault, message: `${fault.message} ${t('Use error, warning, information, hint or off.')}` });
  }
  return meant;
}

function unknownThreshold({ code, settings = [] }: Rule, name: Named): WishFault {
  const known = settings.map((setting) => setting.name);
  return known.length === 0
    ? { span: name.span, message: t('{0} goes by no numbers, so {1} means nothing to it.', code, name.name) }
    : {
        ...unknown(name, '', known),
        message: t('{0} has no number "{1}"; there is {2}.', code, name.name, listing(known)),
      };
}

function unknown({ name, span }: Named, statement: string, known: readonly string[]): WishFault {
  const suggestion = suggestName(name, known);
  const message = statement + didYouMean(suggestion);
  return suggestion === undefined ? { span, message } : { span, message, suggestion };
}
