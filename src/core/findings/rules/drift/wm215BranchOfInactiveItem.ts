import { t } from '../../../words/t';
import { branchItem } from '../../../commits/branchItem';
import { createIdFinder, type IdFinder } from '../../../ids/idFinder';
import type { WorkItem } from '../../../model/roadmap';
import { habitsOf } from '../../../planning/habits';
import { categoryOf } from '../../../planning/progress';
import { doneSince } from '../../../planHistory/completion';
import type { Plan } from '../../../trace/plan';
import { fieldPlace } from '../../places';
import type { PlanContext, Rule, Threshold } from '../../rule';
import { nameOf, whichState } from '../../wording';
import { translatable } from '../../../words/translatable';

const GRACE_DAYS: Threshold = {
  name: 'graceDays',
  default: 7,
  unit: translatable('days'),
  description: 'For so long after an item became done, the branch that finished it may be checked out still.',
};

export const branchOfInactiveItem: Rule = {
  code: 'WM215',
  name: 'branch-of-inactive-item',
  title: translatable('The branch names a story that is not active'),
  severity: 'information',
  scope: 'plan',
  needs: ['branch'],
  uses: ['planHistory'],
  settings: [GRACE_DAYS],
  documentation: {
    what: 'The branch that is checked out names an item that is *planned*, *blocked*, *done* or *dropped*. An item that became done only lately, or is being marked as done, is left alone where the history of the roadmap is known: its branch is about to be merged. `main` and its kind name nothing.',
    why: translatable('Work goes on that the plan does not show, or under the wrong ID.'),
    example: 'The branch `feature/PAY-14-payouts` while PAY-14 is *planned*.',
    answer: 'Set the status to what is true, or go on in a branch of another item.',
  },
  *check(plan, context) {
    const { branch } = context.facts;
    const item = branch === undefined || MAIN_BRANCH.test(branch) ? undefined : itemOf(branch, plan);
    const said = item && sentence(item, context);
    if (item && said !== undefined) {
      yield {
        message: t('The branch that is checked out, {0}, names {1}, {2}.', branch ?? '', nameOf(item), said),
        place: fieldPlace(item, 'status'),
        item: item.id,
        related: [],
      };
    }
  },
};

const MAIN_BRANCH = /^(?:main|master|trunk|develop|development|gh-pages|release[-/].*)$/i;

/** undefined: all is well, or it was finished only lately. */
function sentence(item: WorkItem, context: PlanContext): string | undefined {
  switch (categoryOf(item, context.plan)) {
    case 'active':
      return undefined;
    case 'planned':
      return item.status ? whichState('planned') : withoutStatus(item, context);
    case 'blocked':
      return t('which is blocked');
    case 'done':
      return isJustDone(item, context) ? undefined : t('which is done already');
    case 'dropped':
      return t('which was dropped');
  }
}

function withoutStatus(item: WorkItem, { plan }: PlanContext): string | undefined {
  return habitsOf(plan).filesWithStatuses.has(item.path)
    ? t('which has no status and so counts as planned')
    : undefined;
}

function isJustDone(item: WorkItem, { facts, today, setting }: PlanContext): boolean {
  const history = facts.planHistory;
  const last = history?.eventsOf(item.id).at(-1);
  if (!history || !last) {
    return false;
  }
  const since = doneSince(history, item.id);
  return last.after?.category !== 'done' || (since !== undefined && today - since.day <= setting(GRACE_DAYS));
}

const finders = new WeakMap<Plan, IdFinder>();

function itemOf(branch: string, plan: Plan): WorkItem | undefined {
  const finder = finders.get(plan) ?? createIdFinder(plan.vocabulary);
  finders.set(plan, finder);
  const id = branchItem(branch, finder);
  return id === undefined ? undefined : (plan.findWork(id) ?? plan.findPadded(id));
}
