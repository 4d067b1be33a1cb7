import { t } from '../../../words/t';
import { compareIds, splitId } from '../../../ids/itemId';
import type { Day } from '../../../model/calendar';
import type { Roadmap } from '../../../model/roadmap';
import type { Place } from '../../../model/span';
import { isAbout, type LinkedCommit, type UnknownId } from '../../../trace/evidence';
import type { Plan } from '../../../trace/plan';
import { onDay } from '../../activity';
import { suggestId } from '../../didYouMean';
import { relatedCommits } from '../../places';
import type { Draft, Rule, Threshold } from '../../rule';
import { count, didYouMean, listing } from '../../wording';
import { translatable } from '../../../words/translatable';

const SINGLE_IDS: Threshold = {
  name: 'singleIds',
  default: 10,
  unit: translatable('IDs'),
  description: 'Up to so many unknown IDs of one prefix are shown one by one; more are shown as one finding.',
};

export const unknownItemInCommit: Rule = {
  code: 'WM202',
  name: 'unknown-item-in-commit',
  title: translatable('Commit names an unknown item'),
  severity: 'information',
  scope: 'unknownInHistory',
  settings: [SINGLE_IDS],
  documentation: {
    what: 'Commits name an ID that has a prefix of the roadmap and is declared nowhere. Where the subject names another item, one in the body is left alone: it may be an example. It is shown where the roadmap lists that prefix under `keys`, else at the beginning of the roadmap that uses it. Where there are many such IDs (a young roadmap, an old repository), one finding sums them up; *Unplanned* lists them all.',
    why: translatable('Work is done that the plan does not show, or a commit was given the wrong ID.'),
    example: 'The commit `PAY-99: retry refunds` where the roadmap ends at PAY-40.',
    answer:
      'Add the item to the roadmap, or list the ID under the `aliases` of the item that was meant: a commit cannot be renamed.',
  },
  *check(unknownIds, { plan, today, setting }) {
    for (const [key, ids] of byKey(unknownIds.flatMap(workedOn))) {
      const place = placeOfKey(key, plan);
      if (!place) {
        continue;
      }
      if (ids.length <= setting(SINGLE_IDS)) {
        const sorted = [...ids].sort((a, b) => compareIds(a.id, b.id));
        yield* sorted.map((unknown) => single(unknown, place, plan, today));
      } else {
        yield summary(key, ids, place, today);
      }
    }
  },
};

function workedOn({ id, evidence }: UnknownId): UnknownId[] {
  const commits = evidence.commits.filter(isAbout);
  return commits.length === 0 ? [] : [{ id, evidence: { ...evidence, commits } }];
}

function single({ id, evidence: { commits } }: UnknownId, place: Place, plan: Plan, today: Day): Draft {
  const [last] = commits;
  const [on, by] = last ? [onDay(last, today), last.commit.author] : ['', ''];
  const statement =
    commits.length === 1
      ? t('A commit{0} by {1} names {2}, which no roadmap declares.', on, by, id)
      : t('{0}, the last{1} by {2}, name {3}, which no roadmap declares.', count(commits.length, 'commit'), on, by, id);
  return {
    message: statement + didYouMean(suggestId(id, plan)),
    place,
    item: undefined,
    about: id,
    related: relatedCommits(commits, today),
    unknownId: id,
  };
}

function summary(key: string, ids: readonly UnknownId[], place: Place, today: Day): Draft {
  const newestFirst = ids
    .flatMap(({ id, evidence }) => evidence.commits.slice(0, 1).map((last) => ({ id, last, time: timeOf(last) })))
    .sort((a, b) => b.time - a.time || (a.id < b.id ? 1 : -1));
  const names = newestFirst.slice(0, 3).map(({ id }) => id);
  return {
    message: t(
      'Commits name {0} with the prefix {1} that no roadmap declares, most lately {2}.',
      count(ids.length, 'ID'),
      key,
      listing(names),
    ),
    place,
    item: undefined,
    about: key,
    related: relatedCommits(
      newestFirst.slice(0, 10).map(({ last }) => last),
      today,
    ),
  };
}

/** A roadmap that has both `PAY-1` and `pay-2` means one prefix by them: the one that stands first in the alphabet. */
function byKey(unknownIds: readonly UnknownId[]): ReadonlyMap<string, readonly UnknownId[]> {
  const groups = new Map<string, UnknownId[]>();
  const names = new Map<string, string>();
  for (const unknown of unknownIds) {
    const key = splitId(unknown.id)?.key;
    if (key !== undefined) {
      const name = key.toLowerCase();
      const former = names.get(name);
      names.set(name, former !== undefined && former < key ? former : key);
      const group = groups.get(name) ?? [];
      groups.set(name, group);
      group.push(unknown);
    }
  }
  return new Map(Array.from(groups, ([name, ids]) => [names.get(name) ?? name, ids]));
}

function placeOfKey(key: string, plan: Plan): Place | undefined {
  for (const { keys, path } of plan.roadmaps) {
    const listed = keys?.find(({ name }) => name.toLowerCase() === key.toLowerCase());
    if (listed) {
      return { path, span: listed.span };
    }
  }
  const user = plan.workItems.find(({ id }) => splitId(id)?.key === key);
  const roadmap: Pick<Roadmap, 'path'> | undefined = user ?? plan.roadmaps[0];
  return roadmap && { path: roadmap.path, span: { start: 0, end: 0 } };
}

function timeOf({ commit }: LinkedCommit): number {
  return Date.parse(commit.date) || 0;
}
