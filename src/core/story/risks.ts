import { t } from '../words/t';
import type { Named, Risk, WorkItem } from '../model/roadmap';
import { formatDayShort } from '../model/calendar';
import { itemName } from '../report/itemWords';
import { riskStatusWord } from '../words/names';
import type { PageRow, PageRows } from './page';
import { type PageQuestion, rowsOf } from './question';

/** Declared risks that name the item, or that it is to mitigate. */
export function risksOf<T>(item: WorkItem, question: PageQuestion<T>): PageRows<T> {
  const { plan } = question.trace;
  const isItem = (named: Named | undefined) => named !== undefined && plan.find(named.name) === item;
  const risks = plan.risks.flatMap((risk) => {
    const why = isItem(risk.mitigation)
      ? t('The risk names it as its mitigation.')
      : risk.items.some(isItem)
        ? t('The risk names it among its items.')
        : undefined;
    return why === undefined ? [] : [{ risk, why }];
  });
  return rowsOf(risks, ({ risk, why }) => riskRow(risk, why, question));
}

function riskRow<T>(risk: Risk, why: string, { trace: { plan }, today, targetOf }: PageQuestion<T>): PageRow<T> {
  const { probability, impact, owner, review } = risk;
  return {
    key: risk.id,
    sign: 'risk',
    label: itemName(risk),
    facts: [
      riskStatusWord(risk.status),
      ...(probability ? [t('probability {0} of 5', probability.value)] : []),
      ...(impact ? [t('impact {0} of 5', impact.value)] : []),
      ...(owner ? [plan.findPerson(owner.name)?.name ?? owner.name] : []),
      ...(review ? [t('review {0}', formatDayShort(review.last, today))] : []),
    ],
    why,
    target: targetOf({ kind: 'place', place: { path: risk.path, span: risk.headline } }),
  };
}
