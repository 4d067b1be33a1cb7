import { t } from '../../../words/t';
import { canonicalId } from '../../../ids/canonicalId';
import { type Day, formatDayShort } from '../../../model/calendar';
import type { Related } from '../../../model/finding';
import type { Release, WorkItem } from '../../../model/roadmap';
import { isFinished } from '../../../model/status';
import type { PlanHistory } from '../../../planHistory/planHistory';
import { joinedRelease, releaseStart, type ScopeItem, scopeOn } from '../../../planHistory/scope';
import { madeWithin, sameNumbers } from '../../../planning/derived';
import { IN_POINTS, NONE } from '../../../planning/statedColumns';
import { DROPPED, isOpenCode, type WorkTable, workTable } from '../../../planning/workTable';
import { itemsAt, type Plan } from '../../../trace/plan';
import { headlinePlace, MOST_RELATED, relatedItem } from '../../places';
import type { Rule, Threshold } from '../../rule';
import { count, headline, listingOf, nameOf } from '../../wording';
import { translatable } from '../../../words/translatable';

const PERCENT: Threshold = {
  name: 'percent',
  default: 20,
  unit: translatable('percent'),
  description: 'Growth of so much is normal.',
};

const STORIES: Threshold = {
  name: 'stories',
  default: 3,
  unit: translatable('stories'),
  description: 'A release that began with fewer was still being planned.',
};

export const scopeGrew: Rule = {
  code: 'WM309',
  name: 'scope-grew',
  title: translatable('Scope of a release grew after it started'),
  severity: 'information',
  scope: 'plan',
  needs: ['planHistory'],
  settings: [PERCENT, STORIES],
  documentation: {
    what: 'A release that is not over has more to deliver than on the evening of the day it started: its `start`, else the day on which it became *active*, else the day on which it first had a date, as the git history of the roadmap files has it. It is counted in points where all of its stories have an estimate in points, then and now, else in stories. What was dropped or moved to another release counts no more, so that whoever swaps one story for another is left alone.',
    why: translatable(
      'A date was promised for less. Work that joins on the way is the most common reason why a release is late, and the one that nobody decides on.',
    ),
    example: 'v2.0 started with 21 points; since then PAY-18 and PAY-19 joined, and it has 29: 38 % more.',
    answer:
      'Move the date, move as much as has joined to a later release, or agree that it is meant so and say it with `ignore` and a reason.',
  },
  *check(plan, { facts, setting, today, sameAsBefore }) {
    const history = facts.planHistory;
    if (!history || plan.releases.length === 0) {
      return;
    }
    const table = workTable(plan);
    const scopes = scopesNow(plan.frame, releaseOfEach(plan.frame, table), plan.releases);
    const sizes = sizesOf(plan.frame, table, scopes);
    for (const [place, release] of plan.releases.entries()) {
      const now = sizes[place];
      const start = releaseStart(history, release.id, release.start?.first);
      if (!now || start === undefined || start >= today || isOver(release, now, today)) {
        continue;
      }
      const isRelease = (name: string): boolean => plan.findRelease(name) === release;
      const then = scopeOn(history, start, isRelease);
      const growth = growthOf(then, now);
      if (then.size < setting(STORIES) || growth.before <= 0 || growth.percent <= setting(PERCENT)) {
        continue;
      }
      const added = joinedSince(then, now, plan);
      const { before, after, percent, unit } = growth;
      yield sameAsBefore(release, [history, release, start, before, after, unit, ...added], () => ({
        message: t(
          '{0} has grown by {1} % since {2}, from {3} to {4}: {5}.',
          nameOf(release),
          percent,
          sinceWords(start, release, history, today),
          before,
          unit === 'points' ? t('{0} points', after) : t('{0} stories', after),
          reasonWords(added),
        ),
        place: headlinePlace(release),
        item: release.id,
        related: added.slice(0, MOST_RELATED).map((item) => relatedJoin(item, { history, isRelease, today })),
      }));
    }
  },
};

/** What a release is to deliver, dropped stories left out. */
interface Size {
  /** Places in `plan.workItems` of its stories, in their order. */
  readonly places: readonly number[];
  readonly open: number;
  /** NaN: one of them has no estimate in points. */
  readonly points: number;
}

/** By the place in `plan.releases`. */
const sizesOf = madeWithin((table: WorkTable, scopes: readonly (readonly number[])[]): readonly Size[] => {
  const { estimates, estimateUnits } = table.stated;
  return scopes.map((places): Size => {
    let open = 0;
    let points = 0;
    for (const place of places) {
      open += isOpenCode(table.categories[place]) ? 1 : 0;
      points += estimateUnits[place] === IN_POINTS ? (estimates[place] ?? 0) : Number.NaN;
    }
    return { places, open, points };
  });
});

/** For each work item the place of the release that is to deliver it, or `NONE`: most changes of a plan leave that as it is. */
const releaseOfEach = madeWithin(({ categories, deliveries, releases }: WorkTable): Int32Array => {
  const column = new Int32Array(releases.length);
  for (let place = 0; place < column.length; place += 1) {
    const counts = deliveries[place] === 1 && categories[place] !== DROPPED;
    column[place] = counts ? (releases[place] ?? NONE) : NONE;
  }
  return column;
}, sameNumbers);

/** By the place in `plan.releases` the places of what it is to deliver. */
const scopesNow = madeWithin((releaseAt: Int32Array, all: readonly Release[]): readonly (readonly number[])[] => {
  const scopes = all.map((): number[] => []);
  releaseAt.forEach((release, place) => scopes[release]?.push(place));
  return scopes;
});

function reasonWords(added: readonly WorkItem[]): string {
  return added.length > 0 ? t('{0} joined', listingOf(added, nameOf)) : t('stories were estimated higher');
}

/** What the release is to deliver that was not in its scope then. */
function joinedSince(then: ReadonlyMap<string, ScopeItem>, now: Size, plan: Plan): WorkItem[] {
  const wasIn = membershipIn(then, plan);
  return itemsAt(
    now.places.filter((place) => !wasIn(place)),
    plan,
  );
}

/** Codes of what is known of an item and a scope; 0: nobody has asked yet. */
const IN = 1;
const NOT_IN = 2;

/**
 * By scope and the place in `plan.workItems`, since a rule asks again after each change of a plan, in which hardly ever an ID is
 * another; and of the few items that its release has now.
 */
const knownMembers = new WeakMap<
  ReadonlyMap<string, ScopeItem>,
  { readonly frame: object; readonly members: Uint8Array }
>();

/** Tells of a place in `plan.workItems` whether that item is in the scope. */
function membershipIn(scope: ReadonlyMap<string, ScopeItem>, { frame, workItems }: Plan): (place: number) => boolean {
  const known = knownMembers.get(scope);
  const members = known?.frame === frame ? known.members : new Uint8Array(workItems.length);
  knownMembers.set(scope, { frame, members });
  return (place) => {
    members[place] ||= scope.has(canonicalId(workItems[place]?.id ?? '')) ? IN : NOT_IN;
    return members[place] === IN;
  };
}

function isOver(release: Release, { open }: Size, today: Day): boolean {
  const isStated = release.status !== undefined && isFinished(release.status.category);
  const isPast = release.date !== undefined && release.date.last < today;
  return isStated || (isPast && open === 0);
}

interface Growth {
  readonly before: number;
  readonly after: number;
  readonly unit: 'points' | 'stories';
  /** Whole, rounded down, so that what is told is never more than what is. */
  readonly percent: number;
}

function growthOf(then: ReadonlyMap<string, ScopeItem>, now: Size): Growth {
  const before = Number.isNaN(now.points) ? Number.NaN : pointsOf(then);
  const inPoints = !Number.isNaN(before);
  const counts = inPoints ? { before, after: now.points } : { before: then.size, after: now.places.length };
  const percent = Math.floor(((counts.after - counts.before) / counts.before) * 100);
  return { ...counts, unit: inPoints ? 'points' : 'stories', percent };
}

/** NaN: one of them has no estimate in points. */
function pointsOf(scope: ReadonlyMap<string, ScopeItem>): number {
  let sum = 0;
  for (const { points } of scope.values()) {
    sum += points ?? Number.NaN;
  }
  return sum;
}

function sinceWords(start: Day, release: Release, { range }: PlanHistory, today: Day): string {
  const day = formatDayShort(start, today);
  return start === range.from && release.start?.first !== start
    ? t('{0}, where its history begins', day)
    : t('it started on {0}', day);
}

interface JoinContext {
  readonly history: PlanHistory;
  readonly isRelease: (name: string) => boolean;
  readonly today: Day;
}

function relatedJoin(item: WorkItem, { history, isRelease, today }: JoinContext): Related {
  const size = item.estimate?.unit === 'points' ? `, ${count(item.estimate.value, 'point')}` : '';
  const moment = joinedRelease(history, item.id, isRelease)?.moment;
  const when = moment ? `${formatDayShort(moment.day, today)}, ${moment.author}` : t('not committed yet');
  return relatedItem(item, `${headline(item)}${size}: ${when}`);
}
