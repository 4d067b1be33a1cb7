import { t } from '../words/t';
import { formatDay } from '../model/calendar';
import type { Annotation, Until } from '../model/marks';
import { deadlineOf } from '../trace/deadline';
import type { Plan } from '../trace/plan';

/** `in PaymentGateway.refund`, the function and types around a mark; nothing where they are not known. */
export function withinWords({ within }: Pick<Annotation, 'within'>): string[] {
  return within === undefined ? [] : [t('in {0}', within)];
}

/**
 * What is known of an annotation beside its message, most telling first: `until v2.0`, `priority 1`, `@ana`, `in Gateway.send`;
 * empty: nothing.
 */
export function annotationFacts(annotation: Annotation, plan: Plan): string[] {
  const { until, priority, owner } = annotation;
  return [
    ...(until ? [untilWords(until, plan)] : []),
    ...(priority === undefined ? [] : [t('priority {0}', priority)]),
    ...(owner === undefined ? [] : [`@${owner}`]),
    ...withinWords(annotation),
  ];
}

/** `until 2026-09-30`, `until release 2.0`, `until PAY-2 Refund API`; says so where the plan knows no such thing. */
function untilWords(until: Until, plan: Plan): string {
  const deadline = deadlineOf(until, plan);
  switch (deadline.kind) {
    case 'release':
      return t('until release {0}', deadline.release.id);
    case 'item':
      return t('until {0}', `${deadline.item.id} ${deadline.item.title}`.trim());
    case 'days':
      return t('until {0}', until.text);
    case 'unknown':
      return t('until {0}, which is no date and in no roadmap', until.text);
  }
}

/** The same for JSON: what it points at, with the ID of what the roadmap declares or the days, both inclusive. */
export function untilJson(until: Until, plan: Plan) {
  const deadline = deadlineOf(until, plan);
  const { days } = until;
  return {
    text: until.text,
    kind: deadline.kind,
    id: deadline.kind === 'release' ? deadline.release.id : deadline.kind === 'item' ? deadline.item.id : null,
    first: deadline.kind === 'days' && days ? formatDay(days.first) : null,
    last: deadline.kind === 'days' && days ? formatDay(days.last) : null,
  };
}
