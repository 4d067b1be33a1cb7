import { t } from '../../../words/t';
import { isFinished } from '../../../model/status';
import { categoryOf, dependsOnOpenWork, isPartOf } from '../../../planning/progress';
import { relatedItem } from '../../places';
import type { Rule } from '../../rule';
import { listing, nameOf } from '../../wording';
import { stateWord } from '../../../words/names';
import { translatable } from '../../../words/translatable';

export const doneBeforeDependency: Rule = {
  code: 'WM305',
  name: 'done-before-dependency',
  title: translatable('Done item depends on an open one'),
  severity: 'information',
  scope: 'item',
  concerns: { categories: ['done'], having: ['depends'] },
  documentation: {
    what: 'An item is *done* although items that it depends on are not finished. What it is part of is left alone: that is over only when all that is under it is.',
    why: translatable('One of the two statuses is wrong, or the dependency is not one.'),
    example: 'PAY-14 is *done* and depends on PAY-11, which is *planned*.',
    answer: 'Correct the status, or remove the dependency.',
  },
  check(item, _evidence, { plan }) {
    if (!dependsOnOpenWork(item, plan)) {
      return undefined;
    }
    const open = item.depends.flatMap((named) => {
      const needed = plan.findWork(named.name);
      return needed && !isFinished(categoryOf(needed, plan)) && !isPartOf(item, needed, plan)
        ? [{ named, needed }]
        : [];
    });
    const [first, ...others] = open;
    if (first) {
      const names = listing(open.map(({ needed }) => nameOf(needed)));
      return {
        message:
          others.length > 0
            ? t('{0} is done, but {1}, which it depends on, are still open.', nameOf(item), names)
            : t(
                '{0} is done, but {1}, which it depends on, is still {2}.',
                nameOf(item),
                names,
                stateWord(categoryOf(first.needed, plan)),
              ),
        place: { path: item.path, span: first.named.span },
        item: item.id,
        related: open.map(({ needed }) => relatedItem(needed)),
      };
    }
    return undefined;
  },
};
