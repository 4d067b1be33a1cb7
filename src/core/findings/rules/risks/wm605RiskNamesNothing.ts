import { t } from '../../../words/t';
import type { Named, Risk } from '../../../model/roadmap';
import { suggestId } from '../../didYouMean';
import { missingPath } from '../../missingPath';
import { relatedItem } from '../../places';
import type { Draft, PlanContext, Rule } from '../../rule';
import { didYouMean, nameOf } from '../../wording';
import { translatable } from '../../../words/translatable';

export const riskNamesNothing: Rule = {
  code: 'WM605',
  name: 'risk-names-nothing',
  title: translatable('Item or code of a risk does not exist'),
  severity: 'warning',
  scope: 'plan',
  uses: ['workTree'],
  documentation: {
    what: 'A risk lists an item that no roadmap declares, or a path or glob under `code` that names no file. Closed risks are left alone; of `code` also what is no path.',
    why: translatable('What the risk threatens is not shown as threatened.'),
    example: '`items: [PAY-99]` where there is no PAY-99, or `code: ["src/ledgr/**"]`.',
    answer: 'Correct the name, or remove it.',
  },
  *check(plan, context) {
    for (const risk of plan.risks.filter(({ status }) => status !== 'closed')) {
      for (const named of risk.items) {
        yield* unknownItem(risk, named, context);
      }
      for (const named of risk.code) {
        yield* missingCode(risk, named, context);
      }
    }
  },
};

function* unknownItem(risk: Risk, { name, span }: Named, { plan }: PlanContext): Iterable<Draft> {
  if (plan.find(name)) {
    return;
  }
  const suggestion = suggestId(name, plan);
  const meant = suggestion === undefined ? undefined : plan.find(suggestion);
  yield {
    message: t('{0} threatens {1}, which no roadmap declares.', nameOf(risk), name) + didYouMean(suggestion),
    place: { path: risk.path, span },
    item: risk.id,
    related: meant ? [relatedItem(meant)] : [],
    ...(suggestion !== undefined && { suggestion }),
  };
}

function* missingCode(risk: Risk, { name, span }: Named, { facts }: PlanContext): Iterable<Draft> {
  const fault = missingPath(name, risk.path, facts);
  if (fault) {
    yield {
      message: t('{0} lies in {1}, but {2}', nameOf(risk), name, fault.message),
      place: { path: risk.path, span },
      item: risk.id,
      related: [],
      ...(fault.suggestion !== undefined && { suggestion: fault.suggestion }),
    };
  }
}
