import { t } from '../../../words/t';
import type { WorkItem } from '../../../model/roadmap';
import { isFinished } from '../../../model/status';
import { categoryOf } from '../../../planning/progress';
import { fieldPlace, relatedItem } from '../../places';
import type { Rule } from '../../rule';
import { count, listingOf, nameOf, stateSentence } from '../../wording';
import { translatable } from '../../../words/translatable';

export const parentDisagrees: Rule = {
  code: 'WM216',
  name: 'parent-disagrees',
  title: translatable('Item and what is under it disagree'),
  severity: 'information',
  scope: 'item',
  concerns: { having: ['status', 'children'] },
  documentation: {
    what: 'An item states that it is *done* while something under it is open, or that it is open while everything under it is finished.',
    why: translatable('One of the two statuses is wrong, and whoever looks only at the upper one is misled.'),
    example: 'The epic PAY-1 is *done*; its story PAY-14 is *in progress*.',
    answer: 'Correct one of them. An epic without a status of its own takes the one of its stories.',
  },
  *check(item, _evidence, { plan }) {
    const children = plan.childrenOf(item);
    const category = categoryOf(item, plan);
    const open = children.filter((child) => !isFinished(categoryOf(child, plan)));
    if (category === 'done' && open.length > 0) {
      const [name, names] = [nameOf(item), listingOf(open, nameOf)];
      const message =
        open.length === 1
          ? t('{0} is done, but {1} under it is still open.', name, names)
          : t('{0} is done, but {1} under it are still open.', name, names);
      yield draft(item, message, open);
    }
    if (!isFinished(category) && open.length === 0 && children.some((child) => categoryOf(child, plan) === 'done')) {
      yield draft(
        item,
        t('{0}, but {1}.', stateSentence(nameOf(item), category), everything(children.length)),
        children,
      );
    }
  },
};

function everything(items: number): string {
  switch (items) {
    case 1:
      return t('the only item under it is finished');
    case 2:
      return t('both items under it are finished');
    default:
      return t('all {0} under it are finished', count(items, 'item'));
  }
}

function draft(item: WorkItem, message: string, related: readonly WorkItem[]) {
  return {
    message,
    place: fieldPlace(item, 'status'),
    item: item.id,
    related: related.map((child) => relatedItem(child)),
  };
}
