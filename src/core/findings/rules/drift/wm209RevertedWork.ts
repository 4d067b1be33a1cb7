import { categoryOf } from '../../../planning/progress';
import { standingOf } from '../../../trace/standing';
import { onDay } from '../../activity';
import { fieldPlace, relatedCommits } from '../../places';
import type { Rule } from '../../rule';
import { stateSentence } from '../../wording';

export const revertedWork: Rule = {
  code: 'WM209',
  name: 'reverted-work',
  title: 'Work was reverted and not done again',
  severity: 'warning',
  scope: 'item',
  documentation: {
    what: 'A commit of an *active* or *done* item was reverted, and no commit has named the item since.',
    why: 'The plan counts on work that is no longer in the code.',
    example: 'PAY-12 is *done*; `Revert "PAY-12: refunds"` is the last that history says of it.',
    answer: 'Do the work again, or open the item again, or drop it.',
  },
  *check(item, evidence, { plan, today }) {
    const category = categoryOf(item, plan);
    const { standing, reverted, lastRevert } = standingOf(evidence.commits);
    if (!lastRevert || reverted.length === 0 || (category !== 'done' && category !== 'active')) {
      return;
    }
    const order = evidence.commits.map(({ commit }) => commit.sha);
    const redone = standing.some(({ commit }) => order.indexOf(commit.sha) < order.indexOf(lastRevert.commit.sha));
    if (!redone) {
      yield {
        message: `${item.id} ${stateSentence(category)}, but its work was reverted${onDay(lastRevert, today)} by ${lastRevert.commit.author} and not done again.`,
        place: fieldPlace(item, 'status'),
        item: item.id,
        related: relatedCommits([lastRevert, ...reverted], today),
      };
    }
  },
};
