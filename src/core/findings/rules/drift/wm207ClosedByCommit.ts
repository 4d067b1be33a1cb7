import { t } from '../../../words/t';
import { categoryOf } from '../../../planning/progress';
import { standingOf } from '../../../trace/standing';
import { onDay } from '../../activity';
import { fieldPlace, relatedCommits } from '../../places';
import type { Rule } from '../../rule';
import { nameOf, whichState } from '../../wording';
import { translatable } from '../../../words/translatable';

export const closedByCommit: Rule = {
  code: 'WM207',
  name: 'closed-by-commit',
  title: translatable('A commit finishes the item, the plan does not'),
  severity: 'information',
  scope: 'item',
  concerns: { categories: ['planned', 'active', 'blocked'], having: ['commits'] },
  documentation: {
    what: 'A commit says that it closes or fixes an item, no later commit names it, and the item is not *done*. Reverted commits do not count.',
    why: translatable('Whoever wrote the commit believed the work to be finished.'),
    example: '`Fixes: PAY-12` last week, and PAY-12 is still *in progress*.',
    answer: 'Set the status to done, or say in the item what is still missing.',
  },
  check(item, evidence, { plan, trace, today }) {
    const [last] = evidence.isClosed ? standingOf(evidence.commits, trace).standing : [];
    if (last?.mention.closes && last.certainty === 'certain') {
      return {
        message: t(
          'A commit of {0}{1} says that it finishes {2}, {3}.',
          last.commit.author,
          onDay(last, today),
          nameOf(item),
          whichState(categoryOf(item, plan)),
        ),
        place: fieldPlace(item, 'status'),
        item: item.id,
        related: relatedCommits([last], today),
      };
    }
    return undefined;
  },
};
