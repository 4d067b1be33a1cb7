import type { SampleFile } from './sampleFile';

/** The booking service: which beds are free, and who has them. TypeScript. */
export const bookingFiles: readonly SampleFile[] = [
  { path: 'booking/src/availability.ts', text: availability },
  { path: 'booking/src/reservations.ts', text: reservations },
  { path: 'booking/src/store.ts', text: store },
  { path: 'booking/src/waitlist.ts', text: waitlist },
  { path: 'booking/test/availability.test.ts', text: availabilityTest },
  { path: 'booking/test/reservations.test.ts', text: reservationsTest },
];

function availability(): string {
  return `@@ count
/**
 * How many beds are free, night by night.
 *
 * @implements HUT-10
 */

export interface Bed {
  readonly id: string;
  readonly room: string;
}

/** Dates are ISO calendar dates. Nobody sleeps in the hut on the day of departure. */
export interface Stay {
  readonly bedId: string;
  readonly arrival: string;
  readonly departure: string;
}

export function nightsOf(arrival: string, departure: string): string[] {
  const nights: string[] = [];
@@ count..clocks
  const stay = new Date(\`\${departure}T00:00\`).getTime() - new Date(\`\${arrival}T00:00\`).getTime();
  for (let i = 0; i < Math.floor(stay / 86_400_000); i++) {
    nights.push(new Date(Date.parse(arrival) + i * 86_400_000).toISOString().slice(0, 10));
  }
@@ clocks
  // In UTC every day has 24 hours; in the valley two days a year have not.
  const day = new Date(\`\${arrival}T00:00Z\`);
  while (day < new Date(\`\${departure}T00:00Z\`)) {
    nights.push(day.toISOString().slice(0, 10));
    day.setUTCDate(day.getUTCDate() + 1);
  }
@@ count
  return nights;
}

// TODO(HUT-15): clubs arrive as forty and want whole rooms; count those, too.
export function freeBeds(beds: readonly Bed[], stays: readonly Stay[], night: string): Bed[] {
  const taken = new Set(
    stays.filter((stay) => nightsOf(stay.arrival, stay.departure).includes(night)).map((stay) => stay.bedId),
  );
  return beds.filter((bed) => !taken.has(bed.id));
}
@@ closing-days

export interface ClosedPeriod {
  readonly from: string;
  readonly to: string;
}

/** A closed hut offers nothing, whatever its beds say. The periods come from config/huts.yaml. */
export function isOpen(closed: readonly ClosedPeriod[], night: string): boolean {
  return !closed.some((period) => period.from <= night && night <= period.to);
}
`;
}

function reservations(): string {
  return `@@ hold
/**
 * From a hold to a booking, and back.
 *
 * @implements HUT-11
 */
import { nightsOf } from './availability';
import type { Store } from './store';

export const HOLD_MINUTES = 15;

export interface Booking {
  readonly id: string;
  readonly hutId: string;
  readonly bedIds: readonly string[];
  readonly arrival: string;
  readonly departure: string;
  readonly state: 'held' | 'confirmed' | 'cancelled';
  readonly heldUntil?: number;
@@ cancel
  readonly cancelReason?: string;
@@ hold
}

/** Keeps the beds for one guest while they pay. Undefined when somebody was faster. */
@hold..lock|export async function hold(store: Store, wanted: Booking, now: number): Promise<Booking | undefined> {
@hold..lock|  const nights = nightsOf(wanted.arrival, wanted.departure);
@hold..lock|  if (!(await store.allFree(wanted.bedIds, nights, now))) return undefined;
@hold..lock|  return store.save({ ...wanted, state: 'held', heldUntil: now + HOLD_MINUTES * 60_000 });
@hold..lock|}
@@ lock
export async function hold(store: Store, wanted: Booking, now: number): Promise<Booking | undefined> {
  // FIXME(@jonas, HUT-11): the lock is taken per hut on one server only.
  // With two servers, both can still sell the last bed
  // in the same moment.
  return store.locked(wanted.hutId, async () => {
    const nights = nightsOf(wanted.arrival, wanted.departure);
    if (!(await store.allFree(wanted.bedIds, nights, now))) return undefined;
    return store.save({ ...wanted, state: 'held', heldUntil: now + HOLD_MINUTES * 60_000 });
  });
}
@@ hold-expiry

export function hasRunOut(booking: Booking, now: number): boolean {
  return booking.state === 'held' && (booking.heldUntil ?? 0) <= now;
}
@@ confirm

/** The deposit has arrived (PAY-10): the hold becomes a booking. */
export async function confirm(store: Store, booking: Booking): Promise<Booking> {
  const { heldUntil: _, ...rest } = booking;
  return store.save({ ...rest, state: 'confirmed' });
}
@@ cancel

/** @implements HUT-12 */
export async function cancel(store: Store, booking: Booking, today: string): Promise<Booking> {
  const deadline = await store.cancelDeadline(booking.hutId, booking.arrival);
  if (today > deadline) throw new TooLate(deadline);
  // Shown to the warden until the app asks the guest.
  const cancelReason = 'TODO: HUT-12 ask the guest why';
@cancel..free-again|  return store.save({ ...booking, state: 'cancelled', cancelReason });
@free-again..|  return store.save({ ...booking, bedIds: [], state: 'cancelled', cancelReason });
}

export class TooLate extends Error {
  constructor(readonly deadline: string) {
    super(\`This hut could be cancelled until \${deadline}.\`);
  }
}
@@ change-dates

export async function changeDates(store: Store, booking: Booking, arrival: string, departure: string) {
  // TODO HUT-12: a longer stay may cost more; quote it again before saving.
  return hold(store, { ...booking, arrival, departure }, Date.now());
}
@@ change-free

/** Changing within the deadline costs nothing; after it, it is a cancellation and a new booking. */
export function changeIsFree(today: string, deadline: string): boolean {
  return today <= deadline;
}
`;
}

function store(): string {
  return `@@ hold
import type { Booking } from './reservations';

/** The database, as far as bookings need it. */
export interface Store {
  /** True when nobody has these beds on these nights, and no hold on them is still running. */
  allFree(bedIds: readonly string[], nights: readonly string[], now: number): Promise<boolean>;
  save(booking: Booking): Promise<Booking>;
@@ cancel
  /** The last day on which this hut lets a guest cancel. */
  cancelDeadline(hutId: string, arrival: string): Promise<string>;
@@ lock
  /** Runs the work while nobody else on this server may book in the hut. */
  locked<T>(hutId: string, work: () => Promise<T>): Promise<T>;
@@ hold
}
`;
}

function waitlist(): string {
  return `@@ waitlist
/** Who is next when a bed becomes free. See HUT-12 for how beds become free. */

export interface Waiting {
  readonly guest: string;
  readonly night: string;
  readonly since: number;
}

export class Waitlist {
  readonly #waiting: Waiting[] = [];

  join(guest: string, night: string, now: number): void {
    this.#waiting.push({ guest, night, since: now });
  }

@@ waitlist-offer
  /** The guest who has waited longest for this night, and who is now offered the bed. */
  next(night: string): Waiting | undefined {
    const first = this.#waiting
      .filter((entry) => entry.night === night)
      .toSorted((a, b) => a.since - b.since)
      .at(0);
    // TODO: HUT-13 give the bed to the next one after two hours without an answer
    if (first) this.#waiting.splice(this.#waiting.indexOf(first), 1);
    return first;
  }

@@ waitlist
  lengthFor(night: string): number {
    return this.#waiting.filter((entry) => entry.night === night).length;
  }
}
`;
}

function availabilityTest(): string {
  return `@@ count-test
// @verifies HUT-10
import assert from 'node:assert/strict';
import { test } from 'node:test';
@count-test..closing-days|import { freeBeds, nightsOf } from '../src/availability';
@closing-days..|import { freeBeds, isOpen, nightsOf } from '../src/availability';

const beds = [
  { id: 'lager-1', room: 'lager' },
  { id: 'lager-2', room: 'lager' },
];

test('a bed is free on the night its guest leaves', () => {
  const stays = [{ bedId: 'lager-1', arrival: '2024-07-02', departure: '2024-07-04' }];
  assert.equal(freeBeds(beds, stays, '2024-07-03').length, 1);
  assert.equal(freeBeds(beds, stays, '2024-07-04').length, 2);
});

test('a stay of one night has one night', () => {
  assert.deepEqual(nightsOf('2024-07-02', '2024-07-03'), ['2024-07-02']);
});
@@ closing-days

test('a closed hut offers nothing', () => {
  const closed = [{ from: '2024-10-15', to: '2024-12-20' }];
  assert.equal(isOpen(closed, '2024-10-14'), true);
  assert.equal(isOpen(closed, '2024-10-15'), false);
});
@@ clocks-test

test('the night the clocks change is one night', () => {
  assert.deepEqual(nightsOf('2024-10-26', '2024-10-28'), ['2024-10-26', '2024-10-27']);
  assert.deepEqual(nightsOf('2024-03-30', '2024-04-01'), ['2024-03-30', '2024-03-31']);
});
`;
}

function reservationsTest(): string {
  return `@@ hold-expiry
// @verifies HUT-11
import assert from 'node:assert/strict';
import { test } from 'node:test';
@hold-expiry..cancel-test|import { HOLD_MINUTES, hasRunOut, type Booking } from '../src/reservations';
@cancel-test..change-free|import { HOLD_MINUTES, TooLate, cancel, hasRunOut, type Booking } from '../src/reservations';
@change-free..|import { HOLD_MINUTES, TooLate, cancel, changeIsFree, hasRunOut, type Booking } from '../src/reservations';

const held: Booking = {
  id: 'b1',
  hutId: 'grauwand',
  bedIds: ['lager-1'],
  arrival: '2024-07-02',
  departure: '2024-07-04',
  state: 'held',
  heldUntil: HOLD_MINUTES * 60_000,
};

test('a hold runs out after a quarter of an hour, not before', () => {
  assert.equal(hasRunOut(held, 14 * 60_000), false);
  assert.equal(hasRunOut(held, 15 * 60_000), true);
});
@@ cancel-test

// @verifies HUT-12
test('a guest who cancels a day late is told the deadline', async () => {
  const store = { cancelDeadline: async () => '2024-06-29' } as never;
  await assert.rejects(cancel(store, held, '2024-06-30'), TooLate);
});
@@ change-free

test('a change on the last day is still free', () => {
  assert.equal(changeIsFree('2024-06-29', '2024-06-29'), true);
});
`;
}
