import type { WorkItem } from '../../../model/roadmap';
import type { RoadmapRule } from '../../rule';
import { problemRule } from './problemRule';

const OF_EACH_ITEM = problemRule({
  code: 'WM108',
  name: 'item-without-id',
  title: 'Item without ID',
  severity: 'hint',
  documentation: {
    what: 'An item of the roadmap has no ID of its own. Where none of many has one, the first of them says so for all.',
    why: 'Code and commits cannot name it, so no evidence can belong to it.',
    example: '`- [ ] Refund API` in a Markdown roadmap.',
    answer:
      'Give it an ID: `- [ ] PAY-12 Refund API`. The action *Give this item an ID* at the item takes the next free one.',
  },
});

export const itemWithoutId: RoadmapRule = {
  ...OF_EACH_ITEM,
  *check(roadmap, context) {
    const found = [...OF_EACH_ITEM.check(roadmap, context)];
    const [first] = found;
    if (!first || found.length === 1 || holdsWrittenId(roadmap.work)) {
      yield* found;
      return;
    }
    // A hundred times the same hint would only hide all others.
    const message =
      `None of these ${found.length} stories has an ID, so code and commits cannot name them. ` +
      'Start the lines of those that you work on with one, `PAY-13` say.';
    yield { ...first, message };
  },
};

function holdsWrittenId(items: readonly WorkItem[]): boolean {
  return items.some((item) => !item.derivedId || holdsWrittenId(item.children));
}
