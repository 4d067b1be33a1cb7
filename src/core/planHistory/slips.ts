import { canonicalId } from '../ids/canonicalId';
import type { DayRange } from '../model/calendar';
import { isFinished } from '../model/status';
import { eventsByItem, type PlanEvent, type PlanHistory, type PlanMoment } from './planHistory';

/** A move of the end of an item: `due` of work, `date` of a release. */
export interface Slip {
  readonly from: DayRange;
  readonly to: DayRange;
  /** In days, from last day to last day; negative where it was moved to an earlier day. */
  readonly days: number;
  /** When it was said, and by whom. */
  readonly moment: PlanMoment;
}

/** Of many histories only the last one is asked. */
const slipsBefore = new WeakMap<PlanHistory, ReadonlyMap<string, readonly Slip[]>>();

/**
 * How the ends of items moved, by canonical ID, the oldest move first; only of items that moved. Several moves on one day are one, and
 * a move that was taken back is none. A date that only became more exact, or less, did not move: `2026-Q3` and then a day of it.
 * Neither did that of work which was over.
 */
export function slipsByItem(history: PlanHistory): ReadonlyMap<string, readonly Slip[]> {
  let slips = slipsBefore.get(history);
  if (!slips) {
    const events = eventsByItem(history.events.filter(({ kind }) => kind === 'added' || kind === 'due'));
    slips = new Map(
      [...events].map(([id, own]) => [id, movesOf(own)] as const).filter(([, moves]) => moves.length > 0),
    );
    slipsBefore.set(history, slips);
  }
  return slips;
}

/** The moves of one item, see {@link slipsByItem}. */
export function slipsOf(history: PlanHistory, id: string): readonly Slip[] {
  return slipsByItem(history).get(canonicalId(id)) ?? [];
}

function movesOf(events: readonly PlanEvent[]): Slip[] {
  let moves: Slip[] = [];
  let promised: DayRange | undefined;
  for (const { after, moment } of events) {
    const to = after?.due;
    if (!to || (after.category !== undefined && isFinished(after.category))) {
      continue;
    }
    if (!promised || isWithin(to, promised)) {
      promised = to;
    } else if (!isWithin(promised, to)) {
      moves = withMove(moves, { from: promised, to, days: to.last - promised.last, moment });
      promised = to;
    }
  }
  return moves;
}

function withMove(moves: readonly Slip[], move: Slip): Slip[] {
  const undone = moves.findIndex(({ from }) => from.last === move.to.last);
  if (undone >= 0) {
    return moves.slice(0, undone);
  }
  const former = moves.at(-1);
  return former?.moment.day === move.moment.day
    ? [...moves.slice(0, -1), { ...move, from: former.from, days: move.to.last - former.from.last }]
    : [...moves, move];
}

function isWithin(inner: DayRange, outer: DayRange): boolean {
  return inner.first >= outer.first && inner.last <= outer.last;
}
