import { isFinished } from '../../../model/status';
import { categoryOf } from '../../../planning/progress';
import { habitsOf } from '../../../planning/habits';
import { goalOf } from '../../../planning/goals';
import { headlinePlace } from '../../places';
import type { Rule } from '../../rule';
import { nameOf } from '../../wording';

export const nothingUnderIt: Rule = {
  code: 'WM405',
  name: 'nothing-under-it',
  title: 'Epic without stories, or goal without work',
  severity: 'hint',
  scope: 'item',
  documentation: {
    what: 'An open epic with an ID of its own has no stories although other epics have, or no item serves a declared goal although items name goals. Where no epic has any, epics are the smallest pieces of the plan.',
    why: 'It is a heading and not yet a plan.',
    example: 'The epic PAY-1 with an empty list of stories.',
    answer: 'Plan the first story, or remove it.',
  },
  *check(item, _evidence, { plan }) {
    const isEmpty = item.kind === 'epic' && !item.derivedId && plan.childrenOf(item).length === 0;
    if (isEmpty && habitsOf(plan).epicsHoldStories && !isFinished(categoryOf(item, plan))) {
      yield {
        message: `${nameOf(item)} has no stories yet.`,
        place: headlinePlace(item),
        item: item.id,
        related: [],
      };
    }
  },
  *checkOthers(plan) {
    if (plan.goals.length === 0 || !habitsOf(plan).namesGoals) {
      return;
    }
    const served = new Set(plan.workItems.map((item) => goalOf(item, plan)));
    for (const goal of plan.goals) {
      if (!served.has(goal)) {
        yield {
          message: `No item serves the goal ${nameOf(goal)}.`,
          place: headlinePlace(goal),
          item: goal.id,
          related: [],
        };
      }
    }
  },
};
