import assert from 'node:assert/strict';
import { formatDay } from '../../../src/core/model/calendar';
import type { PlanHistory } from '../../../src/core/planHistory/planHistory';
import { type Slip, slipsByItem, slipsOf } from '../../../src/core/planHistory/slips';
import { on, past } from '../../support/historyBuilder';

/** The history of one item whose end was said to be each of these, a day after the other. */
function dated(...ends: readonly (string | null)[]): PlanHistory {
  const versions = ends.map((due, index) => on(`2026-06-0${index + 1}`, { 'PAY-12': { due } }));
  return past(...versions);
}

function lineOf({ from, to, days, moment }: Slip): string {
  return `${formatDay(moment.day)} ${formatDay(from.last)} > ${formatDay(to.last)} ${days}`;
}

const cases: readonly { readonly title: string; readonly of: PlanHistory; readonly moves: readonly string[] }[] = [
  {
    title: 'has each move to a later and to an earlier day',
    of: dated('2026-08-03', '2026-08-10', '2026-08-07'),
    moves: ['2026-06-02 2026-08-03 > 2026-08-10 7', '2026-06-03 2026-08-10 > 2026-08-07 -3'],
  },
  {
    title: 'takes a date within the one before for more exact, and one around it for less, whatever is said in between',
    of: dated('2026-Q3', '2026-09', '2026-09-15', '2026-Q3', '2026-09-15', '2026-10-01'),
    moves: ['2026-06-06 2026-09-15 > 2026-10-01 16'],
  },
  {
    title: 'forgets moves that were taken back',
    of: dated('2026-08-03', '2026-08-10', '2027-08-10', '2026-08-10', '2026-08-17'),
    moves: ['2026-06-02 2026-08-03 > 2026-08-10 7', '2026-06-05 2026-08-10 > 2026-08-17 7'],
  },
  {
    title: 'goes on where a date was taken away for a while',
    of: dated('2026-08-03', null, '2026-08-10'),
    moves: ['2026-06-03 2026-08-03 > 2026-08-10 7'],
  },
  { title: 'has no move of a date that was only set', of: dated(null, '2026-08-10'), moves: [] },
  {
    title: 'takes several moves of one day for one',
    of: past(
      on('2026-06-01', { 'PAY-12': { due: '2026-08-03' } }),
      on('2026-06-02', { 'PAY-12': { due: '2026-08-04' } }),
      on('2026-06-02', { 'PAY-12': { due: '2026-08-10' } }),
    ),
    moves: ['2026-06-02 2026-08-03 > 2026-08-10 7'],
  },
  {
    title: 'leaves the date alone that is written down when the work is over',
    of: past(
      on('2026-06-01', { 'PAY-12': { due: '2026-08-03' } }),
      on('2026-06-02', { 'PAY-12': { due: '2026-09-03', status: 'done' } }),
    ),
    moves: [],
  },
];

describe('the slips of an item', () => {
  for (const { title, of, moves } of cases) {
    it(title, () => assert.deepEqual(slipsOf(of, 'PAY-12').map(lineOf), moves));
  }

  it('are told of items that moved, and of no others', () => {
    assert.deepEqual([...slipsByItem(past(on('2026-06-01', { 'PAY-12': { due: '2026-08-03' } })))], []);
    assert.deepEqual([...slipsByItem(dated('2026-08-03', '2026-08-10')).keys()], ['PAY-12']);
  });
});
