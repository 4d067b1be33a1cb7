import { t } from '../../../words/t';
import { looksLikeId } from '../../../ids/itemId';
import { habitsOf } from '../../../planning/habits';
import { goalOf } from '../../../planning/goals';
import { headlinePlace } from '../../places';
import type { WorkItem } from '../../../model/roadmap';
import type { Rule } from '../../rule';
import { nameOf } from '../../wording';
import { translatable } from '../../../words/translatable';

export const nothingUnderIt: Rule = {
  code: 'WM405',
  name: 'nothing-under-it',
  title: translatable('Epic without stories, or goal without work'),
  severity: 'hint',
  scope: 'item',
  concerns: { kinds: ['epic'], categories: ['planned', 'active', 'blocked'], lacking: ['children'] },
  documentation: {
    what: 'An open epic has no stories although other epics have, or no item serves a declared goal although items name goals. Where no epic has any, epics are the smallest pieces of the plan; and what has neither an ID such as `PAY-1` nor a status, date, release, owner or goal is a heading of the file.',
    why: translatable('Nobody can tell what is to be done for it.'),
    example: 'The epic PAY-1 with an empty list of stories.',
    answer: 'Plan the first story, or remove it.',
  },
  check(item, _evidence, { plan }) {
    if (isPlanned(item) && habitsOf(plan).epicsHoldStories) {
      return {
        message: t('{0} has no stories yet.', nameOf(item)),
        place: headlinePlace(item),
        item: item.id,
        related: [],
      };
    }
    return undefined;
  },
  *checkOthers(plan) {
    if (plan.goals.length === 0 || !habitsOf(plan).namesGoals) {
      return;
    }
    const served = new Set(plan.workItems.map((item) => goalOf(item, plan)));
    for (const goal of plan.goals) {
      if (!served.has(goal)) {
        yield {
          message: t('No item serves the goal {0}.', nameOf(goal)),
          place: headlinePlace(goal),
          item: goal.id,
          related: [],
        };
      }
    }
  },
};

/** Sections of notes have IDs too where a file is made into a page: `security_cadence`. */
function isPlanned({ id, derivedId, status, start, due, release, owner, goal }: WorkItem): boolean {
  return (
    (!derivedId && looksLikeId(id)) || [status, start, due, release, owner, goal].some((field) => field !== undefined)
  );
}
