import type { Named, WorkItem } from '../../../model/roadmap';
import { ACTIVE, workTable } from '../../../planning/workTable';
import type { Plan } from '../../../trace/plan';
import { relatedItem } from '../../places';
import type { Draft, Rule, Threshold } from '../../rule';
import { count, listing, nameOf } from '../../wording';

const STORIES: Threshold = {
  name: 'stories',
  default: 3,
  unit: 'stories',
  description: 'So many active stories at once are normal for one owner.',
};
const MEMBER: Threshold = {
  name: 'storiesPerMember',
  default: 2,
  unit: 'stories',
  description: 'So many active stories for each member at once are normal for a team of two or more.',
};

export const tooMuchInProgress: Rule = {
  code: 'WM404',
  name: 'too-much-in-progress',
  title: 'Too much in progress',
  severity: 'information',
  scope: 'plan',
  settings: [STORIES, MEMBER],
  documentation: {
    what: 'More stories of one owner, a person or a team, are *active* than normal; it is shown where the first of them names its owner. Or more stories of the whole plan are than its declared `team` can have in hand; that is shown at the first member.',
    why: 'What is begun together is finished late together.',
    example: 'Five stories of Ana are *in progress*.',
    answer: 'Finish or pause some, or give them to others.',
  },
  *check(plan, { setting, sameAsBefore }) {
    const active = activeStories(plan);
    yield* ofTeam(plan, active, setting(MEMBER));
    for (const stories of byOwner(active, plan)) {
      const [first] = stories;
      const limit = setting(STORIES);
      if (first && stories.length > limit) {
        const who = plan.findPerson(first.owner.name)?.name ?? first.owner.name;
        const values = [who, first.owner, ...stories.map(({ item }) => item)];
        yield sameAsBefore(first.item, values, () => ({
          message: `${who} has ${count(stories.length, 'active story', 'active stories')}, more than ${limit}: ${listing(stories.map(({ item }) => nameOf(item)))}.`,
          place: { path: first.item.path, span: first.owner.span },
          item: undefined,
          related: stories.slice(1).map(({ item }) => relatedItem(item)),
        }));
      }
    }
  },
};

/** Whoever owns them: nobody can have in hand what nobody owns, but somebody has. */
function* ofTeam(plan: Plan, stories: readonly WorkItem[], limit: number): Iterable<Draft> {
  const members = plan.team.length;
  const declared = plan.roadmaps.find(({ team }) => team.length > 0);
  const [member] = declared?.team ?? [];
  const active = members > 1 ? stories : [];
  if (declared && member && active.length > limit * members) {
    yield {
      message: `The team of ${members} has ${count(active.length, 'active story', 'active stories')}, more than ${limit} for each: ${listing(active.map(nameOf))}.`,
      place: { path: declared.path, span: member.headline },
      item: undefined,
      related: active.slice(0, MOST_SHOWN).map((item) => relatedItem(item)),
    };
  }
}

const MOST_SHOWN = 20;

function activeStories(plan: Plan): WorkItem[] {
  const { categories } = workTable(plan);
  return plan.workItems.filter(({ kind }, place) => categories[place] === ACTIVE && kind === 'story');
}

interface Owned {
  readonly item: WorkItem;
  readonly owner: Named;
}

/** Stories with an owner of their own first: there the owner stands in the story itself. */
function byOwner(active: readonly WorkItem[], plan: Plan): Iterable<readonly Owned[]> {
  const owned = new Map<string, Owned[]>();
  const keys = new Map<string, string>();
  for (const item of active) {
    const owner = plan.ownerOf(item);
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
