import { t } from '../../../words/t';
import type { WorkItem } from '../../../model/roadmap';
import { isFinished, type StatusCategory } from '../../../model/status';
import { categoryOf, dependsOnOpenWork, isPartOf } from '../../../planning/progress';
import { lazily } from '../../lazily';
import { relatedItems } from '../../places';
import type { Rule } from '../../rule';
import { listingOf, nameOf } from '../../wording';
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
    const [first] = open;
    if (first) {
      const needed = open.map((each) => each.needed);
      return {
        message: lazily(sentence, { item, needed, category: categoryOf(first.needed, plan) }),
        place: { path: item.path, span: first.named.span },
        item: item.id,
        related: relatedItems(needed, item),
      };
    }
    return undefined;
  },
};

interface OpenDependency {
  readonly item: WorkItem;
  readonly needed: readonly WorkItem[];
  /** Of the first of them. */
  readonly category: StatusCategory;
}

function sentence({ item, needed, category }: OpenDependency): string {
  const names = listingOf(needed, nameOf);
  return needed.length > 1
    ? t('{0} is done, but {1}, which it depends on, are still open.', nameOf(item), names)
    : t('{0} is done, but {1}, which it depends on, is still {2}.', nameOf(item), names, stateWord(category));
}
