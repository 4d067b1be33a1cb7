import type { Named, WorkItem } from '../../../model/roadmap';
import { categoryOf } from '../../../planning/progress';
import type { Plan } from '../../../trace/plan';
import { relatedItem } from '../../places';
import type { Rule, Threshold } from '../../rule';
import { count, listing } from '../../wording';

const STORIES: Threshold = {
  name: 'stories',
  default: 3,
  unit: 'stories',
  description: 'So many active stories at once are normal for one person or team.',
};

export const tooMuchInProgress: Rule = {
  code: 'WM404',
  name: 'too-much-in-progress',
  title: 'Too much in progress',
  severity: 'information',
  scope: 'plan',
  settings: [STORIES],
  documentation: {
    what: 'More stories of one owner are *active* than normal. It is shown where the first of them names its owner.',
    why: 'What is begun together is finished late together.',
    example: 'Five stories of Ana are *in progress*.',
    answer: 'Finish or pause some, or give them to others.',
  },
  *check(plan, { setting }) {
    for (const stories of activeByOwner(plan)) {
      const [first] = stories;
      const limit = setting(STORIES);
      if (first && stories.length > limit) {
        const who = plan.findPerson(first.owner.name)?.name ?? first.owner.name;
        yield {
          message: `${who} has ${count(stories.length, 'active story', 'active stories')}, more than ${limit}: ${listing(stories.map(({ item }) => item.id))}.`,
          place: { path: first.item.path, span: first.owner.span },
          item: undefined,
          related: stories.slice(1).map(({ item }) => relatedItem(item)),
        };
      }
    }
  },
};

interface Owned {
  readonly item: WorkItem;
  readonly owner: Named;
}

/** Stories with an owner of their own first: there the owner stands in the story itself. */
function activeByOwner(plan: Plan): Iterable<readonly Owned[]> {
  const owned = new Map<string, Owned[]>();
  const keys = new Map<string, string>();
  for (const item of plan.workItems) {
    const owner = item.kind === 'story' && categoryOf(item, plan) === 'active' ? plan.ownerOf(item) : undefined;
    if (owner) {
      const key = keys.get(owner.name) ?? plan.findPerson(owner.name)?.id ?? owner.name.toLowerCase();
      keys.set(owner.name, key);
      const list = owned.get(key) ?? [];
      owned.set(key, list);
      list.push({ item, owner });
    }
  }
  return Array.from(owned.values(), (list) => list.sort((a, b) => Number(!a.item.owner) - Number(!b.item.owner)));
}
