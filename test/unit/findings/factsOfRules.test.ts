import assert from 'node:assert/strict';
import { annotationAges } from '../../../src/core/codeHistory/annotationAges';
import { createFindings } from '../../../src/core/findings/evaluation';
import type { FactName, Facts } from '../../../src/core/findings/facts';
import { RULES } from '../../../src/core/findings/registry';
import type { PlanContext, Rule } from '../../../src/core/findings/rule';
import { commit, days, file, reference, release, risk, story, todo, world } from '../../support/planBuilder';
import { codeHistory, nesting, statusHistory, workTree } from './codeFacts';

/** A folder in which every rule that rests on facts gets as far as to look at them. */
const WORK = [commit('PAY-1: pay'), commit('PAY-2: refunds'), commit('PAY-3: payouts')];
const TRACE = world(
  release('v1', { date: '2026-09-10', freeze: '2026-08-20' }),
  story('PAY-1', { status: 'done', release: 'v1', due: '2026-09-05' }),
  story('PAY-2', { status: 'active', release: 'v1', code: ['src/pay/**'], decisions: ['docs/gone.md'] }),
  story('PAY-3', { status: 'planned', release: 'v1', depends: ['OLD-1'] }),
  story('PAY-4', { status: 'done', release: 'v1' }),
  story('PAY-5', { status: 'active' }),
  risk('RISK-1', { code: ['src/gone/**'] }),
  file('src/a.ts', todo('PAY-2', { tag: 'FIXME' }), reference('PAY-1')),
  file('src/a.test.ts', reference('PAY-2', { role: 'test' })),
  ...WORK,
);
const FACTS: Required<Facts> = {
  planHistory: statusHistory('PAY-1', ['2026-07-01', 'planned'], ['2026-08-01', 'done']),
  codeHistory: codeHistory(...WORK.map((each) => [each, ['src/a.ts']] as const)),
  annotationAges: annotationAges([]),
  nesting: nesting({ 'src/a.ts': 8 }),
  workTree: workTree('src/a.ts'),
  branch: 'PAY-1-pay',
};

/** The facts that the rule looks at in {@link TRACE}. */
function factsReadBy(rule: Rule): string[] {
  const read = new Set<string>();
  const facts = new Proxy(FACTS, {
    get(target, name: FactName) {
      read.add(name);
      return target[name];
    },
  });
  const watched = <Context extends PlanContext>(context: Context): Context => ({ ...context, facts });
  const spy = Object.fromEntries(
    Object.entries(rule).map(([key, value]: [string, unknown]) => [
      key,
      typeof value === 'function'
        ? (...given: unknown[]): unknown =>
            Reflect.apply(value, rule, [...given.slice(0, -1), watched(given.at(-1) as PlanContext)])
        : value,
    ]),
  ) as unknown as Rule;
  const findings = createFindings(TRACE, [spy], { severity: { [rule.code]: 'warning' } });
  const everything = { plan: true, roadmaps: new Set<string>(), ids: new Set<string>(), files: new Set<string>() };
  findings.update(everything, { today: days('2026-09-01').first, historyKnown: true, facts: FACTS });
  return [...read].sort();
}

describe('The facts of rules', () => {
  for (const rule of RULES) {
    const declared = [...(rule.needs ?? []), ...(rule.uses ?? [])].sort();
    it(`are those that ${rule.code} says it needs or uses: ${declared.join(', ') || 'none'}`, () => {
      assert.deepEqual(factsReadBy(rule), declared);
    });
  }
});
