import assert from 'node:assert/strict';
import { createFindings, type RuleConfiguration } from '../../../src/core/findings/evaluation';
import { RULES } from '../../../src/core/findings/registry';
import { commit, days, story, world } from '../../support/planBuilder';

/** What is found in a story that is overdue and stale. */
function find(configuration: RuleConfiguration): { codes: string[]; problems: readonly string[] } {
  const trace = world(
    story('PAY-12', { status: 'active', due: '2026-08-01' }),
    commit('PAY-12: x', { on: '2026-08-10' }),
  );
  const findings = createFindings(trace, RULES, configuration);
  findings.update(trace.takeChange(), { today: days('2026-09-01').first, historyKnown: true });
  return {
    codes: findings
      .all()
      .map(({ code, severity }) => `${code} ${severity}`)
      .sort(),
    problems: findings.configurationProblems,
  };
}

const DEFAULTS = ['WM206 warning', 'WM301 warning'];

const cases: readonly {
  readonly title: string;
  readonly configuration: RuleConfiguration;
  readonly codes: readonly string[];
  readonly problems?: readonly string[];
}[] = [
  { title: 'has defaults for everything', configuration: {}, codes: DEFAULTS },
  {
    title: 'sets a severity by code',
    configuration: { severity: { WM301: 'error' } },
    codes: ['WM206 warning', 'WM301 error'],
  },
  {
    title: 'sets a severity by name, in any letter case',
    configuration: { severity: { Overdue: 'hint' } },
    codes: ['WM206 warning', 'WM301 hint'],
  },
  { title: 'turns a rule off', configuration: { severity: { WM206: 'off' } }, codes: ['WM301 warning'] },
  { title: 'sets a threshold', configuration: { thresholds: { 'WM206.days': 30 } }, codes: ['WM301 warning'] },
  {
    title: 'says which severity is none, and keeps the default',
    configuration: { severity: { WM301: 'fatal' } },
    codes: DEFAULTS,
    problems: ['The severity of WM301 is "fatal"; it can be error, warning, information, hint or off.'],
  },
  {
    title: 'says which rule there is not',
    configuration: { severity: { overdeu: 'off', WM: 'off' }, thresholds: { 'stale-item.days': 1 } },
    codes: DEFAULTS,
    problems: [
      'There is no rule "overdeu". Did you mean overdue?',
      'There is no rule "WM".',
      'There is no rule "stale-item".',
    ],
  },
  {
    title: 'says which threshold there is not',
    configuration: { thresholds: { 'WM206.weeks': 2, 'WM301.days': 2 } },
    codes: DEFAULTS,
    problems: [
      'WM206 has no threshold "weeks"; there is WM206.days.',
      'WM301 has no thresholds, so "WM301.days" cannot be set.',
    ],
  },
  {
    title: 'says which number is none, and keeps the default',
    configuration: { thresholds: { 'WM206.days': -1 } },
    codes: DEFAULTS,
    problems: ['WM206.days is -1; it is a number of days, 0 or more.'],
  },
];

describe('The configuration of rules', () => {
  for (const { title, configuration, codes, problems = [] } of cases) {
    it(title, () => assert.deepEqual(find(configuration), { codes, problems }));
  }
});
