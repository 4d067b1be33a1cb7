import { t } from '../../../words/t';
import { habitsOf } from '../../../planning/habits';
import { withDescendants } from '../../../planning/progress';
import { headlinePlace } from '../../places';
import type { Rule } from '../../rule';
import { nameOf } from '../../wording';
import { translatable } from '../../../words/translatable';

export const withoutGoal: Rule = {
  code: 'WM408',
  name: 'without-goal',
  title: translatable('Item without a goal'),
  severity: 'hint',
  scope: 'item',
  concerns: { categories: ['planned', 'active', 'blocked'], lacking: ['parent', 'goal'] },
  documentation: {
    what: 'Goals are declared and used, and an open epic, or a story that is part of none, names no goal, nor does anything under it.',
    why: translatable('Work that serves no goal is the first to be questioned.'),
    example: 'All epics but PAY-7 have a `goal`.',
    answer: 'Name the goal that it serves, or declare that goal.',
  },
  check(item, _evidence, { plan }) {
    if (plan.goals.length > 0 && habitsOf(plan).namesGoals && !withDescendants(item, plan).some(({ goal }) => goal)) {
      return {
        message: t('{0} serves no goal.', nameOf(item)),
        place: headlinePlace(item),
        item: item.id,
        related: [],
      };
    }
    return undefined;
  },
};
