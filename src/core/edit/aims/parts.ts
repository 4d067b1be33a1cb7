import { t } from '../../words/t';
import type { Item, Roadmap, Suppression, WorkItem } from '../../model/roadmap';
import { parseDayRange } from '../../model/calendar';
import type { Aim } from '../aim';
import { withItems } from '../items';
import { Refusal } from '../refusal';
import type { NewSuppression } from '../writer';

/** What is wanted where a criterion is ticked, or its tick taken away. */
export function aimOfTick(roadmap: Roadmap, item: WorkItem, criterion: number, done: boolean): Aim {
  const acceptance = item.acceptance.map((each, index) => (index === criterion ? { ...each, done } : each));
  return { wanted: withItems(roadmap, (each) => (each === item ? { ...each, acceptance } : each)) };
}

/** What is wanted where a finding is not to be shown: one that says so of the same rule is replaced by it. */
export function aimOfSuppression(roadmap: Roadmap, item: Item, suppression: NewSuppression): Aim | Refusal {
  const { rule } = suppression;
  if (!/^[A-Z]+\d+$/.test(rule)) {
    return new Refusal(t('`{0}` is no code of a finding, so nothing was changed.', rule));
  }
  if (item.ignore.some((each) => each.rule === rule)) {
    return new Refusal(t('{0} ignores {1} already. Change what it says there.', item.id, rule));
  }
  return aimOfSuppressions(roadmap, item, [...item.ignore, suppressionOf(item, suppression)]);
}

/** What is wanted where an item ignores these. */
export function aimOfSuppressions(roadmap: Roadmap, item: Item, ignore: readonly Suppression[]): Aim {
  return { wanted: withItems(roadmap, (each) => (each === item ? { ...each, ignore } : each)) };
}

/** As it is read where an item has it. */
export function suppressionOf({ headline }: Item, { rule, reason, until }: NewSuppression): Suppression {
  const range = until === undefined ? undefined : parseDayRange(until);
  const date = until !== undefined && range ? { ...range, text: until, span: headline } : undefined;
  return { rule, reason, until: date, span: headline };
}
