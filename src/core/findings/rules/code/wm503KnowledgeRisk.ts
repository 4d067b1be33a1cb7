import { t } from '../../../words/t';
import type { Activity, AuthorShare } from '../../../codeHistory/activity';
import { activityOf } from '../../../codeHistory/activity';
import { type CodeIndex, codeIndexOf } from '../../../codeHistory/codeIndex';
import { type Day, formatDayShort } from '../../../model/calendar';
import type { WorkItem } from '../../../model/roadmap';
import { isNearTerm, nearTermSentence } from '../../../planning/nearTerm';
import type { Plan } from '../../../trace/plan';
import { headlinePlace, relatedItem } from '../../places';
import type { Draft, PlanContext, Rule, Threshold } from '../../rule';
import { count, listingOf, nameOf } from '../../wording';
import { ofLinkedCommits } from './rangeWords';
import { translatable } from '../../../words/translatable';

const PERCENT: Threshold = {
  name: 'percent',
  default: 80,
  unit: translatable('percent'),
  description: 'So large a part of the commits on a component may be one person’s.',
};
const COMMITS: Threshold = {
  name: 'commits',
  default: 20,
  unit: translatable('commits'),
  description: 'A component that fewer linked commits changed tells nothing of who knows it.',
};
const STORY_COMMITS: Threshold = {
  name: 'storyCommits',
  default: 3,
  unit: translatable('commits'),
  description: 'An item with fewer commits is easily begun anew by somebody else.',
};
const DAYS: Threshold = {
  name: 'days',
  default: 180,
  unit: translatable('days'),
  description: 'Whoever has changed nothing for so long may have forgotten it, or be gone.',
};
const AHEAD: Threshold = {
  name: 'ahead',
  default: 30,
  unit: translatable('days'),
  description: 'So far ahead is the near term.',
};

export const knowledgeRisk: Rule = {
  code: 'WM503',
  name: 'knowledge-risk',
  title: translatable('Only one person knows the code'),
  severity: 'information',
  scope: 'plan',
  needs: ['codeHistory'],
  settings: [PERCENT, COMMITS, STORY_COMMITS, DAYS, AHEAD],
  documentation: {
    what: 'An item is *active*, overdue or due soon, and either one person wrote nearly all linked commits on a component that it changes while nobody else has changed that component for months; or that person, or the only author of the item itself, has committed to nothing that is planned for months. It is shown once a component, at the first such item, and once an item. Components are those of the roadmap, else the folders of the code. Co-authors count as authors; names and addresses are joined by `.mailmap`. What belongs to another member of the `team` is left alone. Silent where nobody else has committed in that time, so in projects of one person.',
    why: translatable('When that person is ill, on leave or gone, the work stops, and nobody can review it.'),
    example:
      'Ana Lima wrote 46 of 50 commits on `src/pay`, nobody else has changed it for seven months, and PAY-12 is active there.',
    answer:
      'Give the item to somebody else of the team, or let somebody else review the next change there, or write down what one must know.',
  },
  *check(plan, context) {
    const { today, facts, setting } = context;
    const { codeHistory } = facts;
    const [newest] = codeHistory?.commits ?? [];
    if (!codeHistory || codeHistory.range.isUnderWay || !newest) {
      return;
    }
    const index = codeIndexOf(codeHistory, plan);
    const before = today - setting(DAYS);
    const components = new Set(
      [...index.components.keys()].filter((name) => isOneAuthors(name, index, before, context)),
    );
    const isAnybodyGone = index.wasAnybodyGone(before);
    if (components.size === 0 && !isAnybodyGone) {
      return;
    }
    const near = plan.workItems.filter(
      (item) => item.kind !== 'epic' && isNearTerm(item, plan, today + setting(AHEAD)),
    );
    for (const item of isAnybodyGone ? near : []) {
      yield* authorsOfItemGone(item, index, before, context);
    }
    for (const [component, items] of itemsByComponent(near, index, plan)) {
      if (components.has(component)) {
        yield* oneAuthor(component, items, index, before, context);
      }
    }
  },
};

function* authorsOfItemGone(item: WorkItem, index: CodeIndex, before: Day, context: PlanContext): Generator<Draft> {
  const commits = index.commitsNaming(item, context.plan);
  if (commits.length < context.setting(STORY_COMMITS)) {
    return;
  }
  const [only, ...others] = activityOf(commits, index.people).authors;
  if (only && others.length === 0 && isGone(only, index, before) && !isAnothers(item, only, index, context.plan)) {
    const last = formatDayShort(index.lastDayOf(only.author) ?? only.last, context.today);
    yield {
      message: t(
        '{0}, but {1}, who wrote all {2} on it, has committed to nothing that is planned since {3}.',
        nearTermSentence(nameOf(item), item, context.plan, context.today),
        only.author.name,
        count(commits.length, 'commit'),
        last,
      ),
      place: headlinePlace(item),
      item: item.id,
      related: [],
    };
  }
}

/** Whether one person wrote nearly all of a component, and nobody else has changed it lately though others went on. */
function isOneAuthors(component: string, index: CodeIndex, before: Day, { setting }: PlanContext): boolean {
  const { authors, commits } = index.activityOfComponent(component);
  const [main, ...others] = authors;
  return (
    main !== undefined &&
    commits >= setting(COMMITS) &&
    main.share * 100 >= setting(PERCENT) &&
    others.every(({ last }) => last < before) &&
    index.wasAnybodyElseActive(main.author, before)
  );
}

/** Of a component that is one author's. */
function* oneAuthor(
  component: string,
  near: readonly WorkItem[],
  index: CodeIndex,
  before: Day,
  { plan, today, facts }: PlanContext,
): Generator<Draft> {
  const activity = index.activityOfComponent(component);
  const [main] = activity.authors;
  const items = main ? near.filter((each) => !isAnothers(each, main, index, plan)) : [];
  const [item] = items;
  if (item && main && facts.codeHistory) {
    const [name, commits] = [main.author.name, count(activity.commits, 'commit')];
    const range = ofLinkedCommits(facts.codeHistory.range, today);
    const share =
      main.commits === activity.commits
        ? t('{0} wrote all {1} on {2} ({3})', name, commits, component, range)
        : t('{0} wrote {1} of the {2} on {3} ({4})', name, main.commits, commits, component, range);
    const names = listingOf(items, nameOf);
    const soon =
      items.length === 1 ? t('{0} is to be done there soon.', names) : t('{0} are to be done there soon.', names);
    yield {
      message: `${t('{0}, {1}.', share, absence(main, activity, index, before, today))} ${soon}`,
      place: headlinePlace(item),
      item: item.id,
      related: items.slice(1).map((each) => relatedItem(each)),
    };
  }
}

/** It belongs to somebody else of the team, who will know that code soon. */
function isAnothers(item: WorkItem, { author }: AuthorShare, { people }: CodeIndex, plan: Plan): boolean {
  const owner = plan.ownerOf(item);
  const person = owner && plan.findPerson(owner.name);
  const known = person && people.known(person.name, person.emails);
  // Whoever has no commit yet is surely somebody else only where their addresses are told.
  return person !== undefined && (known ? known !== author : person.emails.length > 0);
}

function absence(main: AuthorShare, { authors }: Activity, index: CodeIndex, before: Day, today: Day): string {
  if (isGone(main, index, before)) {
    return t(
      'but has committed to nothing that is planned since {0}',
      formatDayShort(index.lastDayOf(main.author) ?? main.last, today),
    );
  }
  const other = authors
    .slice(1)
    .reduce<Day | undefined>((last, each) => Math.max(last ?? each.last, each.last), undefined);
  return other === undefined
    ? t('and nobody else ever changed it')
    : t('and nobody else has changed it since {0}', formatDayShort(other, today));
}

/** No commit since then on anything that is planned, while others went on. */
function isGone({ author }: AuthorShare, index: CodeIndex, before: Day): boolean {
  return (index.lastDayOf(author) ?? before) < before && index.wasAnybodyElseActive(author, before);
}

function itemsByComponent(near: readonly WorkItem[], index: CodeIndex, plan: Plan): Map<string, WorkItem[]> {
  const items = new Map<string, WorkItem[]>();
  for (const item of near) {
    const paths = index.commitsNaming(item, plan).flatMap(({ code }) => code.map(({ path }) => path));
    for (const component of new Set(paths.map(index.componentOf))) {
      if (component !== undefined) {
        const list = items.get(component) ?? [];
        items.set(component, list);
        list.push(item);
      }
    }
  }
  return items;
}
