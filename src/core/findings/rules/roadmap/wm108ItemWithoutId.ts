import { t } from '../../../words/t';
import type { WorkItem } from '../../../model/roadmap';
import type { RoadmapRule, Threshold } from '../../rule';
import { problemRule } from './problemRule';
import { translatable } from '../../../words/translatable';

const SINGLE_ITEMS: Threshold = {
  name: 'singleItems',
  default: 5,
  unit: translatable('items'),
  description: 'Up to so many items of one file are shown one by one; more are shown as one finding.',
};

const OF_EACH_ITEM = problemRule({
  code: 'WM108',
  name: 'item-without-id',
  title: translatable('Item without ID'),
  severity: 'hint',
  documentation: {
    what: 'An item of the roadmap has no ID of its own. Where many have none, the first of them says so for all.',
    why: translatable('Code and commits cannot name it, so no evidence can belong to it.'),
    example: '`- [ ] Refund API` in a Markdown roadmap.',
    answer:
      'Give it an ID: `- [ ] PAY-12 Refund API`. The action *Give this item an ID* at the item takes the next free one.',
  },
});

export const itemWithoutId: RoadmapRule = {
  ...OF_EACH_ITEM,
  settings: [SINGLE_ITEMS],
  *check(roadmap, context) {
    const found = [...OF_EACH_ITEM.check(roadmap, context)];
    const [first] = found;
    const hasIds = holdsWrittenId(roadmap.work);
    if (!first || found.length <= (hasIds ? context.setting(SINGLE_ITEMS) : 1)) {
      yield* found;
      return;
    }
    // A hundred times the same hint would only hide all others.
    const none = hasIds
      ? t(
          '{0} stories of this file, of which this is the first, have no ID, so code and commits cannot name them.',
          found.length,
        )
      : t('None of these {0} stories has an ID, so code and commits cannot name them.', found.length);
    const answer = t('Start the lines of those that you work on with one, `PAY-13` say.');
    yield { ...first, message: `${none} ${answer}` };
  },
};

function holdsWrittenId(items: readonly WorkItem[]): boolean {
  return items.some((item) => !item.derivedId || holdsWrittenId(item.children));
}
