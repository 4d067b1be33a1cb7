import type { Day } from '../model/calendar';
import type { StatusCategory } from '../model/status';
import { isSameRange } from './changes';
import { eventsByItem, type ItemState, type PlanEvent, type PlanHistory } from './planHistory';

/** What became of one item in a period, its beginning compared with its end. */
export interface ItemReview {
  readonly id: string;
  /** undefined: it came within the period. */
  readonly before: ItemState | undefined;
  /** undefined: it went within the period. */
  readonly after: ItemState | undefined;
  /** In the order of {@link REVIEW_KINDS}; never empty. */
  readonly kinds: readonly ReviewKind[];
  /** All that led to it, the oldest first. */
  readonly events: readonly PlanEvent[];
}

/** What a review tells of. */
export const REVIEW_KINDS = [
  'added',
  'removed',
  'finished',
  'dropped',
  'reopened',
  'started',
  'blocked',
  /** Its end was moved, was given one, or lost it. */
  'slipped',
  /** It belongs to another release or parent. */
  'moved',
  /** Anything else: owner, estimate, start, title. */
  'edited',
] as const;

export type ReviewKind = (typeof REVIEW_KINDS)[number];

/**
 * What changed in a period, grouped by item in the order in which they first changed. What was changed and changed back is
 * left out, as is what came and went.
 *
 * @param from @param to first and last day, both inclusive
 */
export function changesBetween(history: PlanHistory, from: Day, to: Day): readonly ItemReview[] {
  const within = history.events.filter(({ moment }) => moment.day >= from && moment.day <= to);
  return [...eventsByItem(within).values()].flatMap((events) => {
    const [first] = events;
    const [before, after] = [first?.before, events.at(-1)?.after];
    const kinds = kindsOf(before, after);
    return first && kinds.length > 0 ? [{ id: first.id, before, after, kinds, events }] : [];
  });
}

function kindsOf(before: ItemState | undefined, after: ItemState | undefined): ReviewKind[] {
  if (!after) {
    return before ? ['removed'] : [];
  }
  const status = before?.category === after.category ? undefined : statusKind(before?.category, after.category);
  if (!before) {
    return status === 'finished' || status === 'dropped' ? ['added', status] : ['added'];
  }
  const changed: readonly (readonly [ReviewKind, boolean])[] = [
    ['slipped', !isSameRange(before.due, after.due)],
    ['moved', before.release !== after.release || before.parent !== after.parent],
    ['edited', isEdited(before, after) || (status === undefined && before.category !== after.category)],
  ];
  const kinds = changed.filter(([, is]) => is).map(([kind]) => kind);
  return status === undefined ? kinds : [status, ...kinds];
}

/** undefined: nothing that has a name, as from planned to nothing stated. */
function statusKind(before: StatusCategory | undefined, after: StatusCategory | undefined): ReviewKind | undefined {
  switch (after) {
    case 'done':
      return 'finished';
    case 'dropped':
      return 'dropped';
    case 'blocked':
      return 'blocked';
    case 'active':
      return before === 'done' || before === 'dropped' ? 'reopened' : 'started';
    case 'planned':
    case undefined:
      return before === 'done' || before === 'dropped' ? 'reopened' : undefined;
  }
}

function isEdited(a: ItemState, b: ItemState): boolean {
  return (
    a.owner !== b.owner ||
    a.title !== b.title ||
    a.estimate?.value !== b.estimate?.value ||
    a.estimate?.unit !== b.estimate?.unit ||
    !isSameRange(a.start, b.start) ||
    !isSameRange(a.freeze, b.freeze)
  );
}
