import { t } from '../../../words/t';
import { formatDayShort } from '../../../model/calendar';
import type { Rule } from '../../rule';
import { riskStatusWord } from '../../../words/names';
import { translatable } from '../../../words/translatable';

export const reviewPassed: Rule = {
  code: 'WM603',
  name: 'review-passed',
  title: translatable('Risk review date passed'),
  severity: 'information',
  scope: 'plan',
  documentation: {
    what: 'The `review` date of a risk that is not *closed* has passed.',
    why: translatable('What is known of the risk is older than it was meant to be.'),
    example: '`review: 2026-09-01` in October.',
    answer: 'Look at the risk again and set the next date, or close it.',
  },
  *check(plan, { today }) {
    for (const { id, path, review, status } of plan.risks) {
      if (review && review.last < today && status !== 'closed') {
        yield {
          message: t(
            '{0} was to be reviewed by {1} and is still {2}.',
            id,
            formatDayShort(review.last, today),
            riskStatusWord(status),
          ),
          place: { path, span: review.span },
          item: id,
          related: [],
        };
      }
    }
  },
};
