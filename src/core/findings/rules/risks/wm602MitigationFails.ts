import { t } from '../../../words/t';
import { formatDayShort } from '../../../model/calendar';
import type { Risk, WorkItem } from '../../../model/roadmap';
import { isFinished } from '../../../model/status';
import { isOpenRisk, mitigationOf } from '../../../planning/mitigation';
import { categoryOf } from '../../../planning/progress';
import { releaseFor } from '../../../planning/releases';
import type { Plan } from '../../../trace/plan';
import { suggestId } from '../../didYouMean';
import { relatedItem } from '../../places';
import type { Draft, PlanContext, Rule } from '../../rule';
import { didYouMean, nameOf, whichState } from '../../wording';
import { stateWord } from '../../../words/names';
import { translatable } from '../../../words/translatable';

export const mitigationFails: Rule = {
  code: 'WM602',
  name: 'mitigation-fails',
  title: translatable('Mitigation missing, dropped or overdue'),
  severity: 'warning',
  scope: 'plan',
  documentation: {
    what: 'A story that is to mitigate an *open* or *mitigating* risk is declared nowhere, was dropped, or is overdue, itself or with its release. A `mitigation` in words is left alone.',
    why: translatable('The risk is believed to be taken care of, and is not.'),
    example: 'R1 is to be mitigated by PAY-11, which was *dropped*.',
    answer: 'Name another mitigation, or bring the story back on its way.',
  },
  *check(plan, context) {
    for (const risk of plan.risks.filter(isOpenRisk)) {
      const { items, unknown } = mitigationOf(risk, plan);
      for (const name of unknown) {
        yield* missing(risk, name, plan);
      }
      for (const story of items) {
        const fault = faultOf(story, context);
        if (risk.mitigation && fault !== undefined) {
          yield {
            message: t('{0} is to be mitigated by {1}, {2}.', nameOf(risk), nameOf(story), fault),
            place: { path: risk.path, span: risk.mitigation.span },
            item: risk.id,
            related: [relatedItem(story)],
          };
        }
      }
    }
  },
};

function* missing(risk: Risk, name: string, plan: Plan): Iterable<Draft> {
  const suggestion = suggestId(name, plan);
  const meant = suggestion === undefined ? undefined : plan.find(suggestion);
  if (risk.mitigation) {
    yield {
      message:
        t('{0} is to be mitigated by {1}, which no roadmap declares.', nameOf(risk), name) + didYouMean(suggestion),
      place: { path: risk.path, span: risk.mitigation.span },
      item: risk.id,
      related: meant ? [relatedItem(meant)] : [],
      // The place is all that is written there.
      ...(suggestion !== undefined && name === risk.mitigation.name && { suggestion }),
    };
  }
}

function faultOf(story: WorkItem, { plan, today }: PlanContext): string | undefined {
  const category = categoryOf(story, plan);
  if (category === 'dropped') {
    return whichState(category);
  }
  if (isFinished(category)) {
    return undefined;
  }
  if (story.due) {
    return story.due.last < today
      ? t('which was due on {0} and is still {1}', formatDayShort(story.due.last, today), stateWord(category))
      : undefined;
  }
  const release = releaseFor(story, plan);
  return release?.date && release.date.last < today
    ? t(
        'which is still {0}, although its release {1} was due on {2}',
        stateWord(category),
        nameOf(release),
        formatDayShort(release.date.last, today),
      )
    : undefined;
}
