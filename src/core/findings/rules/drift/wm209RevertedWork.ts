import { t } from '../../../words/t';
import { categoryOf } from '../../../planning/progress';
import type { LinkedCommit } from '../../../trace/evidence';
import { standingOf } from '../../../trace/standing';
import { onDay } from '../../activity';
import { fieldPlace, relatedCommits } from '../../places';
import type { Rule } from '../../rule';
import { nameOf, stateSentence } from '../../wording';
import { translatable } from '../../../words/translatable';

export const revertedWork: Rule = {
  code: 'WM209',
  name: 'reverted-work',
  title: translatable('Work was reverted and not done again'),
  severity: 'warning',
  scope: 'item',
  concerns: { categories: ['active', 'done'], having: ['commits'] },
  documentation: {
    what: 'A commit of an *active* or *done* item was reverted, and since then neither was the revert reverted (`Reapply "…"`) nor has another commit named the item. A revert is known by the hash in its message, else by the subject or pull request that it names. It counts also where it does not name the item itself. What was reverted must have been work on the item: `PAY-13: mend what PAY-12 broke` is work on PAY-13.',
    why: translatable('The plan counts on work that is no longer in the code.'),
    example: 'PAY-12 is *done*; `Revert "PAY-12: refunds"` is the last that history says of it.',
    answer: 'Do the work again, or open the item again, or drop it.',
  },
  check(item, evidence, { plan, trace, today }) {
    const { reverted, lastRevert, isRedone } = standingOf(evidence.commits, trace);
    if (lastRevert && !isRedone && reverted.some(isWorkOn)) {
      return {
        message: t(
          '{0}, but its work was reverted{1} by {2} and not done again.',
          stateSentence(nameOf(item), categoryOf(item, plan)),
          onDay({ commit: lastRevert }, today),
          lastRevert.author,
        ),
        place: fieldPlace(item, 'status'),
        item: item.id,
        related: relatedCommits([{ commit: lastRevert }, ...reverted], today),
      };
    }
    return undefined;
  },
};

/** Whether the commit names the item first, or in one list with the first. */
function isWorkOn({ commit: { subject, mentions }, mention }: LinkedCommit): boolean {
  const [first] = mentions;
  if (first === undefined || first.id === mention.id) {
    return true;
  }
  const from = subject.indexOf(first.written ?? first.id) + (first.written ?? first.id).length;
  const to = subject.indexOf(mention.written ?? mention.id);
  return to >= from && /^[\s,;&+/)\][(#]*(?:and\s+)?[[(#]*$/.test(subject.slice(from, to));
}
