import { t } from '../../../words/t';
import { NONE, STORY } from '../../../planning/statedColumns';
import { ACTIVE, workTable } from '../../../planning/workTable';
import { itemsAt, type Plan } from '../../../trace/plan';
import { relatedItem } from '../../places';
import type { Draft, PlanContext, Rule, Threshold } from '../../rule';
import { count, listingOf, nameOf } from '../../wording';
import { translatable } from '../../../words/translatable';

const STORIES: Threshold = {
  name: 'stories',
  default: 3,
  unit: translatable('stories'),
  description: 'So many active stories at once are normal for one owner.',
};
const MEMBER: Threshold = {
  name: 'storiesPerMember',
  default: 2,
  unit: translatable('stories'),
  description: 'So many active stories for each member at once are normal for a team of two or more.',
};

export const tooMuchInProgress: Rule = {
  code: 'WM404',
  name: 'too-much-in-progress',
  title: translatable('Too much in progress'),
  severity: 'information',
  scope: 'plan',
  settings: [STORIES, MEMBER],
  documentation: {
    what: 'More stories of one owner, a person or a team, are *active* than normal; it is shown where the first of them names its owner. Or more stories of the whole plan are than its declared `team` can have in hand; that is shown at the first member.',
    why: translatable('What is begun together is finished late together.'),
    example: 'Five stories of Ana are *in progress*.',
    answer: 'Finish or pause some, or give them to others.',
  },
  *check(plan, { setting, sameAsBefore }) {
    const active = activeStories(plan);
    yield* ofTeam(plan, active, setting(MEMBER), sameAsBefore);
    const limit = setting(STORIES);
    for (const places of byOwner(active, plan)) {
      const stories = places.length > limit ? itemsAt(places, plan) : [];
      const [first] = stories;
      const owner = first && plan.ownerOf(first);
      if (first && owner) {
        yield sameAsBefore(first, [owner, ...stories], () => ({
          message: t(
            '{0} has {1}, more than {2}: {3}.',
            plan.findPerson(owner.name)?.name ?? owner.name,
            count(stories.length, 'active story'),
            limit,
            listingOf(stories, nameOf),
          ),
          place: { path: first.path, span: owner.span },
          item: undefined,
          related: stories.slice(1).map((item) => relatedItem(item)),
        }));
      }
    }
  },
};

/** Whoever owns them: nobody can have in hand what nobody owns, but somebody has. */
function* ofTeam(
  plan: Plan,
  places: readonly number[],
  limit: number,
  sameAsBefore: PlanContext['sameAsBefore'],
): Iterable<Draft> {
  const members = plan.team.length;
  const declared = plan.roadmaps.find(({ team }) => team.length > 0);
  const [member] = declared?.team ?? [];
  if (declared && member && members > 1 && places.length > limit * members) {
    const shown = itemsAt(places.slice(0, MOST_SHOWN), plan);
    yield sameAsBefore('team', [declared.path, member, members, places.length, ...shown], () => ({
      message: t(
        'The team of {0} has {1}, more than {2} for each: {3}.',
        members,
        count(places.length, 'active story'),
        limit,
        listingOf(itemsAt(places, plan), nameOf),
      ),
      place: { path: declared.path, span: member.headline },
      item: undefined,
      related: shown.map((item) => relatedItem(item)),
    }));
  }
}

const MOST_SHOWN = 20;

/** Places in `plan.workItems`. */
function activeStories(plan: Plan): number[] {
  const { categories, stated } = workTable(plan);
  const active: number[] = [];
  for (let place = 0; place < categories.length; place += 1) {
    if (categories[place] === ACTIVE && stated.kinds[place] === STORY) {
      active.push(place);
    }
  }
  return active;
}

/** Stories with an owner of their own first: there the owner stands in the story itself. */
function byOwner(active: readonly number[], plan: Plan): readonly (readonly number[])[] {
  const { owners, stated } = workTable(plan);
  const ofMembers = plan.team.map((): number[] => []);
  const ofOthers = new Map<string, number[]>();
  const lists: number[][] = [];
  for (const place of active) {
    const owner = owners[place] ?? NONE;
    if (owner !== NONE) {
      const list = ofMembers[owner] ?? listOfOther(nameOfOwner(place, plan), ofOthers);
      if (list.push(place) === 1) {
        lists.push(list);
      }
    }
  }
  const isInherited = (place: number) => Number(stated.owners[place] === NONE);
  return lists.map((places) => places.sort((a, b) => isInherited(a) - isInherited(b)));
}

function listOfOther(name: string, ofOthers: Map<string, number[]>): number[] {
  let list = ofOthers.get(name);
  if (!list) {
    list = [];
    ofOthers.set(name, list);
  }
  return list;
}

function nameOfOwner(place: number, plan: Plan): string {
  const item = plan.workItems[place];
  return (item && plan.ownerOf(item)?.name.toLowerCase()) ?? '';
}
