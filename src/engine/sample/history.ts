import type { PersonId } from './people';

/** One commit of the sample. What it changes is written in the files themselves, by its `id`. */
export interface SampleCommit {
  readonly id: string;
  /** Working days before the sample's last day. */
  readonly daysAgo: number;
  /** Local time of its author, `HH:MM`. */
  readonly time: string;
  readonly by: PersonId;
  /** Subject; body and trailers after an empty line. Absent in a revert, which is worded as git does. */
  readonly message?: string;
  /** Absent: the main branch. */
  readonly branch?: string;
  /** The commit that is merged in. */
  readonly merges?: string;
  readonly reverts?: string;
}

/** The branch that is checked out when the sample is opened. */
export const ACTIVE_BRANCH = 'feature/HUT-14-offline-map';

/** A tag on the commit that was offered to the first huts. */
export const RELEASE_CANDIDATE = {
  name: 'v1.0-rc.1',
  commit: 'risk-review',
  message: 'Offered to the first three huts',
};

const HOLD_BRANCH = 'feature/HUT-11-hold-a-bed';
const REFUND_BRANCH = 'feature/PAY-12-refund-rules';

/** In the order of time. A branch starts at the last commit of main before it. */
// biome-ignore format: one line per commit reads like a log
export const history: readonly SampleCommit[] = [
  { id: 'readme', daysAgo: 62, time: '09:20', by: 'maren', message: 'Say what Fellrest is and who it is for' },
  { id: 'schema', daysAgo: 62, time: '11:05', by: 'jonas', message: 'HUT-7: Huts, rooms and beds in the database' },
  { id: 'plan', daysAgo: 61, time: '10:10', by: 'maren', message: 'Roadmap: the first two releases' },
  { id: 'count', daysAgo: 60, time: '14:32', by: 'jonas', message: 'HUT-10: Count the free beds of a night' },
  { id: 'under-way', daysAgo: 60, time: '16:47', by: 'maren', message: 'Roadmap: HUT-10 and PAY-11 are under way' },
  { id: 'count-test', daysAgo: 59, time: '15:02', by: 'jonas', message: 'HUT-10: Test stays that touch' },
  { id: 'calendar', daysAgo: 58, time: '11:40', by: 'tomasz', message: 'HUT-10: A calendar that fits a phone' },
  { id: 'contributing', daysAgo: 58, time: '16:20', by: 'maren', message: 'Agree on how we mark open work' },
  { id: 'quote', daysAgo: 57, time: '10:25', by: 'ines', message: 'PAY-11: Quote a stay by season and age' },
  { id: 'adr-1', daysAgo: 56, time: '13:15', by: 'jonas', message: 'Record why a bed is a row\n\nAfter an hour at the whiteboard, so that nobody has to spend it again.\n\nRefs: HUT-10' },
  { id: 'club', daysAgo: 56, time: '15:48', by: 'inesAtHome', message: 'Club members sleep cheaper\n\nForty per cent, as on the posters in the huts.\n\nRefs: PAY-11' },
  { id: 'gateway', daysAgo: 55, time: '10:05', by: 'priya', message: 'One door in front of booking and pricing' },
  { id: 'calendar-dark', daysAgo: 54, time: '09:55', by: 'tomasz', message: 'Calendar: colours for the dark' },
  { id: 'rounding', daysAgo: 53, time: '11:20', by: 'ines', message: 'PAY-11: Round to ten cents' },
  { id: 'closing-days', daysAgo: 52, time: '10:45', by: 'jonas', message: 'HUT-10: Offer nothing while a hut is closed\n\nCloses: HUT-10' },
  { id: 'hut-10-done', daysAgo: 51, time: '09:10', by: 'maren', message: 'Roadmap: HUT-10 is done, HUT-11 is next' },
  { id: 'hold', daysAgo: 50, time: '14:20', by: 'jonas', branch: HOLD_BRANCH, message: 'Keep beds for fifteen minutes' },
  { id: 'quote-test', daysAgo: 49, time: '10:40', by: 'ines', message: 'PAY-11: Test a family of members\n\nCloses: PAY-11' },
  { id: 'hold-expiry', daysAgo: 49, time: '15:35', by: 'jonas', branch: HOLD_BRANCH, message: 'Let go of beds that nobody paid for' },
  { id: 'gateway-hold', daysAgo: 48, time: '11:30', by: 'priya', branch: HOLD_BRANCH, message: 'Ask for a hold before asking for money' },
  { id: 'adr-2', daysAgo: 48, time: '14:05', by: 'maren', message: 'Record why we take a deposit only\n\nRefs: PAY-10' },
  { id: 'pay-11-done', daysAgo: 47, time: '09:25', by: 'maren', message: 'Roadmap: PAY-11 is done, PAY-10 and HUT-17 are next' },
  { id: 'merge-hold', daysAgo: 46, time: '10:15', by: 'jonas', merges: 'gateway-hold', message: `Merge branch '${HOLD_BRANCH}'` },
  { id: 'webhooks', daysAgo: 45, time: '12:10', by: 'priya', message: 'PAY-10: Listen to the payment provider' },
  { id: 'sync', daysAgo: 45, time: '14:00', by: 'ines', message: "HUT-17: Send tonight's arrivals to the huts" },
  { id: 'deposit', daysAgo: 44, time: '11:15', by: 'ines', message: 'PAY-10: A fifth of the price is the deposit' },
  { id: 'signature', daysAgo: 43, time: '15:30', by: 'priya', message: 'PAY-10: Refuse webhooks that nobody signed' },
  { id: 'slip-1', daysAgo: 42, time: '09:30', by: 'maren', message: 'Roadmap: HUT-12 has begun and needs a week more' },
  { id: 'cancel', daysAgo: 41, time: '16:10', by: 'jonas', message: "HUT-12: Cancel up to the hut's deadline" },
  { id: 'sync-retry', daysAgo: 40, time: '10:20', by: 'ines', message: 'Try again when the valley has no signal\n\nStory: HUT-17' },
  { id: 'confirm', daysAgo: 39, time: '13:40', by: 'priya', message: 'PAY-10: The deposit confirms the booking\n\nCloses: PAY-10' },
  { id: 'pay-10-done', daysAgo: 38, time: '09:15', by: 'maren', message: 'Roadmap: PAY-10 is done, receipts join v1.0\n\nThe huts across the border ask for them.' },
  { id: 'calendar-words', daysAgo: 37, time: '11:25', by: 'tomasz', message: 'Calendar: say "full" in a word, not only in red' },
  { id: 'lock', daysAgo: 36, time: '15:55', by: 'jonas', message: 'HUT-11: Lock the hut while a bed is taken\n\nCloses: HUT-11\nCo-authored-by: Priya Nair <priya@fellrest.example>' },
  { id: 'hut-11-done', daysAgo: 35, time: '09:40', by: 'maren', message: 'Roadmap: HUT-11 is done' },
  { id: 'change-dates', daysAgo: 33, time: '14:50', by: 'jonas', message: 'HUT-12: Change the dates of a booking' },
  { id: 'clocks', daysAgo: 31, time: '10:35', by: 'priya', message: 'HUT-205: A night is a night, even when the clocks change\n\nReported by the support desk: one bed was sold twice for that night.' },
  { id: 'printer', daysAgo: 30, time: '16:05', by: 'ines', message: "HUT-17: One page for the hut's printer" },
  { id: 'slip-2', daysAgo: 29, time: '09:20', by: 'maren', message: 'Roadmap: v1.0 moves by two weeks, HUT-12 by three' },
  { id: 'tiles', daysAgo: 28, time: '13:30', by: 'tomasz', message: 'HUT-14: Which map tiles a route needs' },
  { id: 'start-v1-1', daysAgo: 27, time: '10:00', by: 'maren', message: 'Roadmap: v1.1 begins with HUT-14 and PAY-12' },
  { id: 'refund', daysAgo: 26, time: '11:45', by: 'ines', message: "PAY-12: How much comes back, by the hut's rules" },
  { id: 'waitlist', daysAgo: 25, time: '17:05', by: 'jonas', message: 'HUT-13: Sketch the waiting list' },
  { id: 'refund-fast', daysAgo: 24, time: '12:20', by: 'priya', message: 'PAY-12: Pay refunds out over the fast lane' },
  { id: 'revert-fast', daysAgo: 22, time: '10:10', by: 'priya', reverts: 'refund-fast', message: 'The fast lane costs two euros a refund, which is half of many a deposit.' },
  { id: 'handbook', daysAgo: 21, time: '15:20', by: 'maren', message: 'A handbook for wardens' },
  { id: 'scope', daysAgo: 20, time: '09:45', by: 'maren', message: 'Roadmap: check-in by QR code and the tourist tax join v1.1' },
  { id: 'waitlist-offer', daysAgo: 19, time: '16:40', by: 'jonas', message: 'HUT-13: Offer a freed bed to the first in line' },
  { id: 'refund-slow', daysAgo: 18, time: '13:05', by: 'priya', message: 'PAY-12: Ask the provider for each refund, once' },
  { id: 'dropped', daysAgo: 17, time: '09:30', by: 'maren', message: 'Roadmap: leave avalanche warnings to the mountain rescue' },
  { id: 'tiles-size', daysAgo: 16, time: '11:10', by: 'tomasz', message: 'HUT-14: Say how large a map is before it is loaded' },
  { id: 'slip-3', daysAgo: 15, time: '09:35', by: 'maren', message: 'Roadmap: HUT-12 needs another week, changes are harder than cancelling' },
  { id: 'timeouts', daysAgo: 14, time: '12:45', by: 'priya', message: 'Gateway: give up after five seconds' },
  { id: 'clocks-test', daysAgo: 13, time: '10:50', by: 'jonas', message: 'HUT-205: Test the night the clocks change' },
  { id: 'refund-rules', daysAgo: 12, time: '11:05', by: 'ines', branch: REFUND_BRANCH, message: 'Everything comes back when the hut closes' },
  { id: 'refund-test', daysAgo: 11, time: '10:30', by: 'ines', branch: REFUND_BRANCH, message: 'Test the steps of a refund' },
  { id: 'waiting', daysAgo: 11, time: '16:30', by: 'maren', message: 'Roadmap: bank transfer waits for the bank' },
  { id: 'merge-refund-rules', daysAgo: 10, time: '14:40', by: 'priya', merges: 'refund-test', message: `Merge pull request #31 from fellrest/${REFUND_BRANCH}\n\nEverything comes back when the hut closes` },
  { id: 'free-again', daysAgo: 9, time: '14:15', by: 'jonas', message: 'HUT-12: Free the beds of a cancelled booking' },
  { id: 'receipts', daysAgo: 8, time: '09:20', by: 'maren', message: 'Roadmap: receipts are done' },
  { id: 'cancel-test', daysAgo: 7, time: '11:30', by: 'jonas', message: 'HUT-12: Test who cancels too late' },
  { id: 'tiles-store', daysAgo: 6, time: '10:25', by: 'tomasz', branch: ACTIVE_BRANCH, message: 'HUT-14: Keep the tiles on the phone' },
  { id: 'risk-review', daysAgo: 5, time: '17:10', by: 'maren', message: 'Roadmap: what the risk review found\n\nHUT-12 is in review. Bank transfers are now a risk of their own.' },
  { id: 'booking-offline', daysAgo: 4, time: '13:50', by: 'tomasz', branch: ACTIVE_BRANCH, message: 'HUT-14: The booking opens without a signal' },
  { id: 'change-free', daysAgo: 3, time: '15:10', by: 'jonas', message: 'HUT-12: A change before the deadline costs nothing' },
  { id: 'refund-words', daysAgo: 2, time: '11:00', by: 'priya', message: 'PAY-12: Say on the bank statement what the money is for' },
  { id: 'merge-main', daysAgo: 1, time: '09:40', by: 'tomasz', branch: ACTIVE_BRANCH, merges: 'refund-words', message: `Merge branch 'main' into ${ACTIVE_BRANCH}` },
  { id: 'tiles-old', daysAgo: 1, time: '15:25', by: 'tomasz', branch: ACTIVE_BRANCH, message: 'HUT-14: Throw away the maps of past trips' },
  { id: 'tiles-wifi', daysAgo: 0, time: '09:05', by: 'tomasz', branch: ACTIVE_BRANCH, message: 'HUT-14: Load maps on Wi-Fi only, unless asked' },
];
