import { t } from '../../../words/t';
import { formatDayShort } from '../../../model/calendar';
import type { Item, Named, Risk, WorkItem } from '../../../model/roadmap';
import { findGoal } from '../../../planning/goals';
import { isFinished } from '../../../model/status';
import { habitsOf } from '../../../planning/habits';
import { categoryOf } from '../../../planning/progress';
import { NONE, UNDECLARED } from '../../../planning/statedColumns';
import { workTable } from '../../../planning/workTable';
import type { LaterId } from '../../../planHistory/planHistory';
import type { Plan } from '../../../trace/plan';
import { suggestId, suggestName, suggestRelease } from '../../didYouMean';
import { relatedItem } from '../../places';
import type { Draft, PlanContext, Rule } from '../../rule';
import { didYouMean, nameOf } from '../../wording';
import { translatable } from '../../../words/translatable';

/** Fewer may well be a title. */
const FEWEST_WORDS = 4;

export const unknownReference: Rule = {
  code: 'WM103',
  name: 'unknown-reference',
  title: translatable('Unknown reference'),
  severity: 'warning',
  scope: 'item',
  uses: ['planHistory'],
  documentation: {
    what: 'A field names an item, a release, a goal, an epic or a person that no roadmap declares. Releases, goals, epics and people are only compared where the roadmaps declare some, and releases not in files of which most `release` fields name others (`phase: DONE`); `depends` may be a sentence of four words or more. Of a finished item only what looks like a slip is shown: nothing waits for it any more. What a risk names is left to WM602 and WM605. A dependency that the past of the roadmap knows under another ID is shown with that one.',
    why: translatable('The link is lost: the dependency does not order the work, the release does not show the story.'),
    example: '`depends: [PAY-99]` where there is no PAY-99.',
    answer: 'Correct the name, or declare what it names.',
  },
  check(item, _evidence, context) {
    if (namesOnlyWhatIsDeclared(item, context.plan)) {
      return undefined;
    }
    const found = unknownInWork(item, context);
    const renamed = renamedDependencies(item, context);
    if (found.length + renamed.length === 0) {
      return found;
    }
    return isFinished(categoryOf(item, context.plan))
      ? found.filter(({ suggestion }) => suggestion !== undefined)
      : [...found, ...renamed];
  },
  checkOthers: (plan) => plan.risks.flatMap((risk) => unknownOwner(risk, plan) ?? []),
};

/** By what planning knows of it already: so it is with nearly all items of a plan that is kept well. */
function namesOnlyWhatIsDeclared(item: WorkItem, plan: Plan): boolean {
  const { stated } = workTable(plan);
  const place = plan.placeOf(item) ?? NONE;
  const isDeclared = stated.releases[place] !== UNDECLARED && stated.owners[place] !== UNDECLARED;
  return isDeclared && item.depends.length === (stated.needs[place] ?? []).length && !item.epic && !item.goal;
}

function unknownInWork(item: WorkItem, context: PlanContext): Draft[] {
  const { plan } = context;
  const found: Draft[] = [];
  for (const name of item.depends) {
    const isKnown = plan.find(name.name) !== undefined || laterIdOf(name, context) !== undefined;
    const near = isKnown ? undefined : suggestId(name.name, plan);
    if (!isKnown && (near !== undefined || !isSentence(name.name))) {
      found.push(
        draft(plan, item, name, t('{0} depends on {1}, which no roadmap declares.', nameOf(item), name.name), near),
      );
    }
  }
  const { epic, release, goal } = item;
  if (epic && !plan.findWork(epic.name) && !plan.parentOf(item) && habitsOf(plan).hasEpics) {
    const near = suggestId(epic.name, plan);
    found.push(
      draft(plan, item, epic, t('{0} is part of {1}, which no roadmap declares.', nameOf(item), epic.name), near),
    );
  }
  const comparesReleases = plan.releases.length > 0 && !habitsOf(plan).filesWithOtherReleases.has(item.path);
  if (release && comparesReleases && !plan.findRelease(release.name)) {
    const near = suggestRelease(release.name, plan);
    const statement = t('{0} is planned for {1}, but no such release is declared.', nameOf(item), release.name);
    found.push(draft(plan, item, release, statement, near));
  }
  if (goal && plan.goals.length > 0 && !findGoal(goal.name, plan)) {
    const near = suggestName(
      goal.name,
      plan.goals.flatMap(({ id, title }) => [id, title]),
    );
    found.push(
      draft(plan, item, goal, t('{0} serves {1}, but no such goal is declared.', nameOf(item), goal.name), near),
    );
  }
  const stranger = unknownOwner(item, plan);
  return stranger ? [...found, stranger] : found;
}

/** Whoever renamed a whole plan forgot what only drafts name. */
function renamedDependencies(item: WorkItem, context: PlanContext): Draft[] {
  const { plan, today } = context;
  return item.depends.flatMap((named) => {
    const later = laterIdOf(named, context);
    if (!later) {
      return [];
    }
    const since = formatDayShort(later.moment.day, today);
    const statement = t(
      '{0} depends on {1}, which is called {2} since {3}.',
      nameOf(item),
      named.name,
      later.id,
      since,
    );
    return [{ ...draft(plan, item, named, statement, later.id), message: statement }];
  });
}

function laterIdOf({ name }: Named, { plan, facts }: PlanContext): LaterId | undefined {
  const later = plan.find(name) ? undefined : facts.planHistory?.laterIdOf(name);
  return later && plan.findWork(later.id) ? later : undefined;
}

function unknownOwner(item: WorkItem | Risk, plan: Plan): Draft | undefined {
  const { owner } = item;
  if (!owner || plan.team.length === 0 || plan.findPerson(owner.name)) {
    return undefined;
  }
  const near = suggestName(
    owner.name,
    plan.team.flatMap(({ id, name }) => [id, name]),
  );
  return draft(plan, item, owner, t('{0} belongs to {1}, who is not in the team.', nameOf(item), owner.name), near);
}

function draft(plan: Plan, item: Item, named: Named, statement: string, suggestion: string | undefined): Draft {
  const meant =
    suggestion === undefined
      ? undefined
      : (plan.findRelease(suggestion) ?? findGoal(suggestion, plan) ?? plan.find(suggestion));
  return {
    message: `${statement}${didYouMean(suggestion)}`,
    place: { path: item.path, span: named.span },
    item: item.id,
    related: meant ? [relatedItem(meant)] : [],
    ...(suggestion !== undefined && { suggestion }),
  };
}

/** Words that tell what is waited for, and name no item: `the remote driver to honour DstName`. */
function isSentence(text: string): boolean {
  return text.trim().split(/\s+/).length >= FEWEST_WORDS;
}
