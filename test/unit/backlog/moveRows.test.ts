import assert from 'node:assert/strict';
import { type DropPlace, moveSteps } from '../../../src/core/backlog/moveRows';
import type { RoadmapStep } from '../../../src/core/fixes/fix';
import { epic, plan, story, task } from '../../support/planBuilder';

const PLAN = plan(
  epic('PAY-1', {}, story('PAY-11', {}, task('PAY-11.1')), story('PAY-12'), story('PAY-13')),
  epic('PAY-2', {}, story('PAY-21')),
  epic('PAY-3'),
);

const item = (id: string) => PLAN.findWork(id) ?? assert.fail(id);
const onto = (id: string): DropPlace => ({ kind: 'item', item: item(id) });

/** Each step as `item under parent after sibling`. */
const CASES: readonly (readonly [dropped: string, on: string, steps: string])[] = [
  ['PAY-12', 'PAY-11', 'PAY-12 under PAY-1 after nothing'],
  ['PAY-11', 'PAY-13', 'PAY-11 under PAY-1 after PAY-13'],
  ['PAY-12 PAY-13', 'PAY-11', 'PAY-12 under PAY-1 after nothing, PAY-13 under PAY-1 after PAY-12'],
  ['PAY-12 PAY-21', 'PAY-3', 'PAY-12 under PAY-3 after nothing, PAY-21 under PAY-3 after PAY-12'],
  ['PAY-12', 'PAY-1', 'PAY-12 under PAY-1 after PAY-13'],
  ['PAY-3', 'PAY-1', 'PAY-3 under nothing after nothing'],
  ['PAY-1', 'PAY-2', 'PAY-1 under nothing after PAY-2'],
  ['PAY-11 PAY-11.1', 'PAY-2', 'PAY-11 under PAY-2 after PAY-21'],
  ['PAY-12', 'PAY-12', ''],
  ['PAY-1', 'PAY-21', 'An epic cannot be moved onto a story. Drop it on one of its own kind, or on what can hold it.'],
];

function words(step: RoadmapStep): string {
  assert.ok(step.kind === 'moveItem');
  return `${step.item.id} under ${step.to.under ?? 'nothing'} after ${step.to.after ?? 'nothing'}`;
}

describe('Rows that are dropped', () => {
  for (const [dropped, on, expected] of CASES) {
    it(`${dropped} on ${on}: ${expected || 'nothing to do'}`, () => {
      const steps = moveSteps(dropped.split(' ').map(item), onto(on), PLAN, 'plan');
      assert.equal(typeof steps === 'string' ? steps : steps.map(words).join(', '), expected);
    });
  }
});
