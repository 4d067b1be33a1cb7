import { canonicalId } from '../ids/canonicalId';
import type { Day, DayRange } from '../model/calendar';
import type { Estimate, Item } from '../model/roadmap';
import type { StatusCategory } from '../model/status';

/**
 * The commit that brought a version of the roadmap, which is when its statements became true. What a merge brought became true on
 * the day of the merge; the commit and its author are still those of the branch, where one of its commits made the file what
 * it is.
 */
export interface PlanMoment {
  readonly sha: string;
  /** As whoever wrote the commit saw it; of one that was put where it is later, the day on which that was done. */
  readonly day: Day;
  readonly author: string;
}

/** What one version of the roadmap says of an item: only what an event can be made of, and no places. */
export interface ItemState {
  readonly kind: Item['kind'];
  readonly title: string;
  /** Of work and releases; undefined: none is stated. What has nothing under it is over when what it belongs to is. */
  readonly category: StatusCategory | undefined;
  /** As named, its own or that of what it is part of. */
  readonly release: string | undefined;
  /** As named, its own or that of what it is part of. */
  readonly owner: string | undefined;
  /** ID of the item that holds it. */
  readonly parent: string | undefined;
  readonly start: DayRange | undefined;
  /** The end: `due` of work, `date` of a release. */
  readonly due: DayRange | undefined;
  readonly freeze: DayRange | undefined;
  readonly estimate: Pick<Estimate, 'value' | 'unit'> | undefined;
  /** False for what has something under it: its work is counted there. */
  readonly isLeaf: boolean;
}

/** What a version says otherwise than the one before it. A version that changes two things of an item makes two events. */
export type PlanEventKind =
  | 'added'
  /** It stands in no roadmap file any more. Being marked as dropped is a `status`. */
  | 'removed'
  | 'status'
  | 'start'
  | 'due'
  | 'freeze'
  | 'estimate'
  | 'release'
  | 'owner'
  | 'parent'
  | 'title';

export interface PlanEvent {
  /** The ID that the item has now, where it is still planned: former ones are resolved through its aliases. */
  readonly id: string;
  readonly kind: PlanEventKind;
  readonly moment: PlanMoment;
  /** undefined: it was added. */
  readonly before: ItemState | undefined;
  /** undefined: it was removed. */
  readonly after: ItemState | undefined;
}

/** On what an answer about the past rests. */
export interface PlanHistoryRange {
  /** The days of the oldest and newest version. */
  readonly from: Day;
  readonly to: Day;
  /** How many versions of the plan were read; what one person said on one day, with nobody else in between, is one. */
  readonly versions: number;
  /**
   * False where the history is cut off (a shallow clone, or a very long history), so that what is oldest here was perhaps not the
   * beginning.
   */
  readonly isComplete: boolean;
}

/** What an item is called that had another ID once, and since when. */
export interface LaterId {
  readonly id: string;
  /** The version that renamed it. */
  readonly moment: PlanMoment;
}

/** What is known of one item. */
export interface ItemPast {
  /** Oldest first. */
  readonly events: readonly PlanEvent[];
  /** What was worked out of them: rules ask of the same past after each change of the plan. */
  readonly notes: PastNotes;
}

/** Each filled in by the module that knows how; undefined: nobody asked yet. */
export interface PastNotes {
  /** See `doneSince`; null: that is not known. */
  doneSince: PlanMoment | null | undefined;
  /** See `statusSpans`. */
  spans: readonly StatusSpan[] | undefined;
}

/** A time in which an item had one status. */
export interface StatusSpan {
  /** undefined: it stated none. */
  readonly category: StatusCategory | undefined;
  readonly from: PlanMoment;
  /** False: it had this status when the history begins, and perhaps before. */
  readonly isBeginningKnown: boolean;
  /** The moment from which on it had another one, or was removed; undefined: it has it still. */
  readonly to: PlanMoment | undefined;
}

/** The time series of a plan: the git history of its files, as events. Immutable; more history makes a new one. */
export interface PlanHistory {
  readonly range: PlanHistoryRange;
  /** Oldest first. */
  readonly events: readonly PlanEvent[];
  /** Of one item, oldest first; empty: nothing is known of it. */
  eventsOf(id: string): readonly PlanEvent[];
  /** undefined: nothing is known of the item. */
  pastOf(id: string): ItemPast | undefined;
  /**
   * The last ID of the item that had this one until a version renamed it, whether or not that lists the former one as an alias;
   * undefined: none was renamed. Another item may bear the ID today.
   */
  laterIdOf(id: string): LaterId | undefined;
}

/**
 * @param events oldest first
 * @param renamed by canonical ID
 */
export function createPlanHistory(
  events: readonly PlanEvent[],
  range: PlanHistoryRange,
  renamed: ReadonlyMap<string, LaterId> = new Map(),
): PlanHistory {
  const pasts = new Map<string, ItemPast>();
  for (const [id, own] of eventsByItem(events)) {
    pasts.set(id, { events: own, notes: { doneSince: undefined, spans: undefined } });
  }
  return {
    range,
    events,
    eventsOf: (id) => pasts.get(canonicalId(id))?.events ?? NO_EVENTS,
    pastOf: (id) => pasts.get(canonicalId(id)),
    laterIdOf: (id) => renamed.get(canonicalId(id)),
  };
}

const NO_EVENTS: readonly PlanEvent[] = [];

/** By canonical ID, in the order of their first events. */
export function eventsByItem(events: readonly PlanEvent[]): Map<string, PlanEvent[]> {
  const byId = new Map<string, PlanEvent[]>();
  for (const event of events) {
    const id = canonicalId(event.id);
    const own = byId.get(id);
    if (own) {
      own.push(event);
    } else {
      byId.set(id, [event]);
    }
  }
  return byId;
}
