import { type Day, formatDayShort } from '../../../model/calendar';
import type { WorkItem } from '../../../model/roadmap';
import { isFinished } from '../../../model/status';
import { categoryOf } from '../../../planning/progress';
import type { Plan } from '../../../trace/plan';
import { relatedItem } from '../../places';
import type { Rule } from '../../rule';
import { nameOf } from '../../wording';

export const mitigationFails: Rule = {
  code: 'WM602',
  name: 'mitigation-fails',
  title: 'Mitigation dropped or overdue',
  severity: 'warning',
  scope: 'plan',
  documentation: {
    what: 'The story that is to mitigate an *open* or *mitigating* risk was dropped, or is overdue. One that nobody declares is shown as an unknown reference.',
    why: 'The risk is believed to be taken care of, and is not.',
    example: 'R1 is to be mitigated by PAY-11, which was *dropped*.',
    answer: 'Name another mitigation, or bring the story back on its way.',
  },
  *check(plan, { today }) {
    for (const risk of plan.risks.filter(({ status }) => status === 'open' || status === 'mitigating')) {
      const story = risk.mitigation && plan.findWork(risk.mitigation.name);
      const fault = story && faultOf(story, plan, today);
      if (risk.mitigation && story && fault !== undefined) {
        yield {
          message: `${nameOf(risk)} is to be mitigated by ${nameOf(story)}, which ${fault}.`,
          place: { path: risk.path, span: risk.mitigation.span },
          item: risk.id,
          related: [relatedItem(story)],
        };
      }
    }
  },
};

function faultOf(story: WorkItem, plan: Plan, today: Day): string | undefined {
  const category = categoryOf(story, plan);
  if (category === 'dropped') {
    return 'was dropped';
  }
  const isLate = story.due !== undefined && story.due.last < today && !isFinished(category);
  return story.due && isLate
    ? `was due on ${formatDayShort(story.due.last, today)} and is still ${category}`
    : undefined;
}
