import { t } from '../../../words/t';
import { formatDayShort } from '../../../model/calendar';
import type { Goal, Metric } from '../../../model/roadmap';
import { isFinished } from '../../../model/status';
import { goalOf } from '../../../planning/goals';
import { categoryOf } from '../../../planning/progress';
import type { Plan } from '../../../trace/plan';
import type { PlanContext, Rule, Threshold } from '../../rule';
import { count, nameOf } from '../../wording';
import { translatable } from '../../../words/translatable';

const DAYS: Threshold = {
  name: 'days',
  default: 60,
  unit: translatable('days'),
  description: 'A measurement counts as current for so long.',
};

export const goalMetric: Rule = {
  code: 'WM409',
  name: 'goal-metric',
  title: translatable('Goal metric stale, or moving away from its target'),
  severity: 'information',
  scope: 'plan',
  settings: [DAYS],
  documentation: {
    what: 'The `current` value of a metric was measured (`asOf`) longer ago than counts as current, or it is farther from its `target` than its `baseline` was. A metric that has reached its target is never stale, and goals whose work is all finished are left alone.',
    why: translatable('The work may be done as planned and still not do what it is for.'),
    example: '`baseline: 72, target: 24, current: 80`: the time grows, and it was to shrink.',
    answer: 'Measure again and set `current` and `asOf`; of one that moves away, ask what the work has changed.',
  },
  *check(plan, context) {
    const open = plan.goals.some(({ metrics }) => metrics.length > 0) ? goalsInWork(plan) : new Set<Goal>();
    for (const goal of plan.goals.filter((each) => open.has(each))) {
      for (const metric of goal.metrics) {
        for (const fault of [awayFrom(metric), staleSince(metric, context)]) {
          if (fault !== undefined) {
            yield {
              message: fault(t('"{0}" of {1}', metric.name, nameOf(goal))),
              place: { path: goal.path, span: metric.span },
              item: goal.id,
              related: [],
            };
          }
        }
      }
    }
  },
};

/** Those that open work serves, and those that nothing serves yet. */
function goalsInWork(plan: Plan): ReadonlySet<Goal> {
  const finished = new Set<Goal>();
  const open = new Set<Goal>();
  for (const item of plan.workItems) {
    const goal = goalOf(item, plan);
    if (goal) {
      (isFinished(categoryOf(item, plan)) ? finished : open).add(goal);
    }
  }
  return new Set(plan.goals.filter((goal) => open.has(goal) || !finished.has(goal)));
}

/** Says it of the metric that has the name. */
type Fault = (name: string) => string;

function awayFrom({ baseline, target, current, unit }: Metric): Fault | undefined {
  if (!baseline || !target || !current) {
    return undefined;
  }
  const wanted = target.value - baseline.value;
  const moved = current.value - baseline.value;
  const quantity = (value: number) =>
    [String(value), ...(unit === undefined ? [] : [unit])].join(unit === '%' ? '' : ' ');
  return wanted * moved < 0
    ? (name) =>
        t(
          '{0} is at {1}, farther from its target of {2} than at its baseline of {3}.',
          name,
          quantity(current.value),
          quantity(target.value),
          quantity(baseline.value),
        )
    : undefined;
}

function staleSince(metric: Metric, { today, setting }: PlanContext): Fault | undefined {
  const { current, asOf } = metric;
  const age = current && asOf && !isReached(metric) ? today - asOf.last : 0;
  return asOf && age > setting(DAYS)
    ? (name) => t('{0} was last measured on {1}, {2} ago.', name, formatDayShort(asOf.last, today), count(age, 'day'))
    : undefined;
}

function isReached({ baseline, target, current }: Metric): boolean {
  if (!target || !current) {
    return false;
  }
  const direction = Math.sign(target.value - (baseline?.value ?? current.value));
  return direction === 0 ? current.value === target.value : (current.value - target.value) * direction >= 0;
}
