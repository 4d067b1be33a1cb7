import { isFinished } from '../../../model/status';
import { categoryOf } from '../../../planning/progress';
import { relatedItem } from '../../places';
import type { Rule } from '../../rule';
import { nameOf, stateSentence } from '../../wording';

export const doneBeforeDependency: Rule = {
  code: 'WM305',
  name: 'done-before-dependency',
  title: 'Done item depends on an open one',
  severity: 'information',
  scope: 'item',
  documentation: {
    what: 'An item is *done* although an item that it depends on is not finished.',
    why: 'One of the two statuses is wrong, or the dependency is not one.',
    example: 'PAY-14 is *done* and depends on PAY-11, which is *planned*.',
    answer: 'Correct the status, or remove the dependency.',
  },
  *check(item, _evidence, { plan }) {
    if (item.depends.length === 0 || categoryOf(item, plan) !== 'done') {
      return;
    }
    for (const named of item.depends) {
      const needed = plan.findWork(named.name);
      if (needed && !isFinished(categoryOf(needed, plan))) {
        yield {
          message: `${nameOf(item)} is done, but ${nameOf(needed)}, which it depends on, ${stateSentence(categoryOf(needed, plan))}.`,
          place: { path: item.path, span: named.span },
          item: item.id,
          related: [relatedItem(needed)],
        };
      }
    }
  },
};
