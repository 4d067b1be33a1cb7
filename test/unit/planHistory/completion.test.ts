import assert from 'node:assert/strict';
import { formatDay } from '../../../src/core/model/calendar';
import { completions, doneSince, mondayOf, weeklyThroughput } from '../../../src/core/planHistory/completion';
import type { PlanHistory } from '../../../src/core/planHistory/planHistory';
import { on, past } from '../../support/historyBuilder';
import { days } from '../../support/planBuilder';

function finished(history: PlanHistory): string[] {
  return completions(history).map(({ id, kind, day, points }) => `${formatDay(day)} ${kind} ${id} ${points ?? '-'}`);
}

function doneDay(history: PlanHistory, id: string): string | undefined {
  const since = doneSince(history, id);
  return since && formatDay(since.day);
}

describe('what was finished', () => {
  it('is known with its day and points, once, though it was opened again in between', () => {
    const history = past(
      on('2026-06-01', { 'PAY-11': { status: 'done' }, 'PAY-12': { estimate: '5' }, 'PAY-13': { estimate: '3d' } }),
      on('2026-06-08', { 'PAY-12': { status: 'done' }, 'PAY-13': { status: 'done' } }),
      on('2026-06-09', { 'PAY-13': { status: 'active' } }),
      on('2026-06-10', { 'PAY-13': { status: 'done' }, 'PAY-12': { title: 'Refunds' } }),
    );
    assert.deepEqual(finished(history), ['2026-06-08 story PAY-12 5', '2026-06-10 story PAY-13 -']);
    assert.equal(doneDay(history, 'PAY-13'), '2026-06-10');
    assert.equal(doneDay(history, 'PAY-11'), undefined);
  });

  it('leaves out what is open again, and keeps what was cleared away', () => {
    const history = past(
      on('2026-06-01', { 'PAY-12': {}, 'PAY-13': {} }),
      on('2026-06-08', { 'PAY-12': { status: 'done' }, 'PAY-13': { status: 'done' } }),
      on('2026-06-10', { 'PAY-12': null, 'PAY-13': { status: 'planned' } }),
    );
    assert.deepEqual(finished(history), ['2026-06-08 story PAY-12 -']);
    assert.equal(doneDay(history, 'PAY-13'), undefined);
  });

  it('counts stories and what has nothing under it, with the points of the tasks where the story has none', () => {
    const history = past(
      on('2026-06-01', {
        'PAY-1': { kind: 'epic' },
        'PAY-2': { kind: 'epic' },
        'PAY-12': { parent: 'PAY-1' },
        'PAY-12.1': { kind: 'task', parent: 'PAY-12', estimate: '2' },
        'PAY-12.2': { kind: 'task', parent: 'PAY-12', estimate: '1' },
        'PAY-90': { kind: 'task' },
      }),
      on('2026-06-08', {
        'PAY-12.1': { status: 'done' },
        'PAY-12.2': { status: 'done' },
        'PAY-90': { status: 'done' },
      }),
      on('2026-06-09', { 'PAY-12': { status: 'done' }, 'PAY-1': { status: 'done' }, 'PAY-2': { status: 'done' } }),
    );
    assert.deepEqual(finished(history), [
      '2026-06-08 task PAY-90 -',
      '2026-06-09 story PAY-12 3',
      '2026-06-09 epic PAY-2 -',
    ]);
  });

  it('counts what was written down as done, but not the whole past of another tool', () => {
    const many = Object.fromEntries([1, 2, 3, 4, 5, 6].map((n) => [`OLD-${n}`, { status: 'done' as const }]));
    const history = past(
      on('2026-06-01', { 'PAY-12': {} }),
      on('2026-06-08', { 'PAY-13': { status: 'done' } }),
      on('2026-06-09', { ...many, 'PAY-12': { status: 'done' } }),
    );
    assert.deepEqual(finished(history), ['2026-06-08 story PAY-13 -', '2026-06-09 story PAY-12 -']);
  });

  it('is counted by weeks that begin on Monday, empty ones too', () => {
    const history = past(
      on('2026-06-01', { 'PAY-12': { estimate: '5' }, 'PAY-13': { estimate: '2' }, 'PAY-14': {} }),
      on('2026-06-07', { 'PAY-12': { status: 'done' } }),
      on('2026-06-15', { 'PAY-13': { status: 'done' } }),
      on('2026-06-21', { 'PAY-14': { status: 'done' } }),
    );
    const weeks = weeklyThroughput(completions(history), days('2026-06-03').first, days('2026-06-22').first);
    assert.deepEqual(
      weeks.map(({ monday, stories, points }) => `${formatDay(monday)} ${stories} ${points}`),
      ['2026-06-01 1 5', '2026-06-08 0 0', '2026-06-15 2 2', '2026-06-22 0 0'],
    );
    assert.equal(formatDay(mondayOf(days('1969-12-31').first)), '1969-12-29');
  });
});
