import { t } from '../../../words/t';
import type { WorkItem } from '../../../model/roadmap';
import { fieldPlace, headlinePlace } from '../../places';
import type { PlanContext, Rule, Threshold } from '../../rule';
import { count, nameOf } from '../../wording';
import { translatable } from '../../../words/translatable';

const POINTS: Threshold = {
  name: 'points',
  default: 13,
  unit: translatable('points'),
  description: 'More is too large for a story.',
};
const DAYS: Threshold = {
  name: 'days',
  default: 20,
  unit: translatable('days'),
  description: 'More is too large for a story.',
};
const TASKS: Threshold = {
  name: 'tasks',
  default: 12,
  unit: translatable('tasks'),
  description: 'More are too many for a story.',
};

export const tooLarge: Rule = {
  code: 'WM403',
  name: 'too-large',
  title: translatable('Story too large'),
  severity: 'information',
  scope: 'item',
  concerns: { kinds: ['story'], categories: ['planned', 'active', 'blocked'] },
  settings: [POINTS, DAYS, TASKS],
  documentation: {
    what: 'An open story is estimated at more than one release can surely take, or has too many tasks.',
    why: translatable('Large stories slip, and nobody sees it until they are due.'),
    example: 'PAY-14 is estimated at 21 points.',
    answer: 'Split it, or make it an epic.',
  },
  check(item, _evidence, context) {
    const size = excess(item, context);
    const tasks = context.plan.childrenOf(item).length;
    if (size !== undefined) {
      return {
        message: t('{0} is estimated at {1}.', nameOf(item), size),
        place: fieldPlace(item, 'estimate'),
        item: item.id,
        related: [],
      };
    } else if (tasks > context.setting(TASKS)) {
      return {
        message: t(
          '{0} has {1}; more than {2} are hard to finish in one release.',
          nameOf(item),
          count(tasks, 'task'),
          context.setting(TASKS),
        ),
        place: headlinePlace(item),
        item: item.id,
        related: [],
      };
    }
    return undefined;
  },
};

/** The estimate and its limit in words; undefined: there is none, or it is within the limit. */
function excess({ estimate }: WorkItem, { setting }: PlanContext): string | undefined {
  const limit = setting(estimate?.unit === 'days' ? DAYS : POINTS);
  if (!estimate || estimate.value <= limit) {
    return undefined;
  }
  return estimate.unit === 'days'
    ? t('{0} days; more than {1} are hard to finish in one release', estimate.value, limit)
    : t('{0} points; more than {1} are hard to finish in one release', estimate.value, limit);
}
