import type { Day } from '../model/calendar';
import type { DateValue, Release, WorkItem } from '../model/roadmap';
import { isFinished } from '../model/status';
import type { Plan } from '../trace/plan';
import { categoryOf } from './progress';
import { NONE } from './statedColumns';
import { workTable } from './workTable';

/** The release that the item belongs to, by its own `release` field or by that of what it is part of. */
export function releaseFor(item: WorkItem, plan: Plan): Release | undefined {
  const place = plan.placeOf(item);
  return place === undefined ? undefined : releaseAt(place, plan);
}

/** The same of what stands at a place in `plan.workItems`. */
export function releaseAt(place: number, plan: Plan): Release | undefined {
  return plan.releases[workTable(plan).releases[place] ?? NONE];
}

/**
 * The release of an open item that is due soon or overdue, and is not over itself.
 *
 * @param days how far ahead soon is
 */
export function nearReleaseFor(
  item: WorkItem,
  plan: Plan,
  today: Day,
  days: number,
): (Release & { readonly date: DateValue }) | undefined {
  const release = isFinished(categoryOf(item, plan)) ? undefined : releaseFor(item, plan);
  const isOver = release?.status !== undefined && isFinished(release.status.category);
  return release && hasDate(release) && !isOver && release.date.first <= today + days ? release : undefined;
}

function hasDate(release: Release): release is Release & { readonly date: DateValue } {
  return release.date !== undefined;
}

/**
 * What each release delivers, each piece of work once: stories, epics with nothing under them, and tasks that are planned
 * for another release than their story.
 */
export function storiesByRelease(plan: Plan): ReadonlyMap<Release, readonly WorkItem[]> {
  const known = deliveries.get(plan) ?? findStories(plan);
  deliveries.set(plan, known);
  return known;
}

const deliveries = new WeakMap<Plan, ReadonlyMap<Release, readonly WorkItem[]>>();

function findStories(plan: Plan): ReadonlyMap<Release, readonly WorkItem[]> {
  const stories = new Map<Release, WorkItem[]>();
  const { deliveries: isDelivered, releases } = workTable(plan);
  for (let place = 0; place < releases.length; place += 1) {
    const release = isDelivered[place] === 1 ? plan.releases[releases[place] ?? NONE] : undefined;
    const item = plan.workItems[place];
    if (release && item) {
      const list = stories.get(release);
      if (list) {
        list.push(item);
      } else {
        stories.set(release, [item]);
      }
    }
  }
  return stories;
}

/**
 * Whether a release is out: it says that it is *done*, or it says nothing, its date has passed and all that belongs to it is
 * finished.
 */
export function isShipped(release: Release, plan: Plan, today: Day): boolean {
  if (release.status) {
    return release.status.category === 'done';
  }
  const stories = release.date && release.date.last < today ? (storiesByRelease(plan).get(release) ?? []) : [];
  return stories.length > 0 && openStoriesOf(stories, plan).length === 0;
}

/** Those that are neither done nor dropped. */
export function openStoriesOf(stories: readonly WorkItem[], plan: Plan): WorkItem[] {
  return stories.filter((item) => !isFinished(categoryOf(item, plan)));
}
