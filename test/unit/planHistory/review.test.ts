import assert from 'node:assert/strict';
import { formatDay } from '../../../src/core/model/calendar';
import { changesBetween } from '../../../src/core/planHistory/review';
import { joinedRelease, releaseStart, scopeOn } from '../../../src/core/planHistory/scope';
import { cycleTime, statusSince, statusSpans } from '../../../src/core/planHistory/spans';
import { on, past } from '../../support/historyBuilder';
import { days } from '../../support/planBuilder';

const day = (text: string) => days(text).first;

describe('the review of a period', () => {
  const history = past(
    on('2026-06-01', {
      'PAY-11': { status: 'active', due: '2026-08-03', release: 'v1' },
      'PAY-12': { due: '2026-08-03' },
      'PAY-13': { status: 'done' },
      'PAY-14': {},
    }),
    on('2026-06-08', { 'PAY-11': { status: 'done', release: 'v2' }, 'PAY-12': { due: '2026-08-10' } }),
    on('2026-06-09', { 'PAY-12': { owner: 'ana' }, 'PAY-15': { status: 'done' }, 'PAY-16': {} }),
    on('2026-06-10', {
      'PAY-13': { status: 'active' },
      'PAY-14': null,
      'PAY-16': null,
      'PAY-12': { status: 'blocked' },
    }),
    on('2026-06-11', { 'PAY-12': { status: 'dropped' }, 'PAY-11': { owner: 'ben' } }),
    on('2026-06-12', { 'PAY-11': { owner: null } }),
  );
  const review = (from: string, to: string) =>
    changesBetween(history, day(from), day(to)).map(({ id, kinds }) => `${id} ${kinds.join(' ')}`);

  it('tells for each item what became of it, from the beginning to the end', () => {
    assert.deepEqual(review('2026-06-02', '2026-06-30'), [
      'PAY-11 finished moved',
      'PAY-12 dropped slipped edited',
      'PAY-15 added finished',
      'PAY-13 reopened',
      'PAY-14 removed',
    ]);
  });

  it('tells nothing of what was changed and changed back, nor of other days', () => {
    assert.deepEqual(review('2026-06-11', '2026-06-12'), ['PAY-12 dropped']);
    assert.deepEqual(review('2026-06-10', '2026-06-10'), [
      'PAY-12 blocked',
      'PAY-13 reopened',
      'PAY-14 removed',
      'PAY-16 removed',
    ]);
    assert.deepEqual(review('2026-07-01', '2026-07-30'), []);
  });
});

describe('the statuses of an item', () => {
  const history = past(
    on('2026-06-01', { 'PAY-12': { status: 'planned' }, 'PAY-13': { status: 'active' } }),
    on('2026-06-03', { 'PAY-12': { status: 'active' } }),
    on('2026-06-05', { 'PAY-12': { status: 'blocked' } }),
    on('2026-06-08', { 'PAY-12': { status: 'done' }, 'PAY-13': { status: 'done' } }),
    on('2026-06-10', { 'PAY-13': null }),
  );

  it('follow one another, and the last one lasts until the item is gone', () => {
    const spans = (id: string) =>
      statusSpans(history, id).map(({ category, from, to }) =>
        `${category} ${formatDay(from.day)} ${to ? formatDay(to.day) : ''}`.trim(),
      );
    assert.deepEqual(spans('PAY-12'), [
      'planned 2026-06-01 2026-06-03',
      'active 2026-06-03 2026-06-05',
      'blocked 2026-06-05 2026-06-08',
      'done 2026-06-08',
    ]);
    assert.deepEqual(spans('PAY-13'), ['active 2026-06-01 2026-06-08', 'done 2026-06-08 2026-06-10']);
    assert.equal(statusSince(history, 'PAY-12')?.category, 'done');
    assert.equal(statusSince(history, 'PAY-13'), undefined);
  });

  it('give the cycle time, where both of its ends are known', () => {
    assert.equal(cycleTime(history, 'PAY-12')?.days, 5);
    assert.equal(cycleTime(history, 'PAY-13'), undefined);
  });
});

describe('the scope of a release', () => {
  const isV2 = (name: string) => name.toLowerCase() === 'v2';
  const history = past(
    on('2026-06-01', {
      'PAY-1': { kind: 'epic', release: 'V2' },
      'PAY-11': { parent: 'PAY-1', estimate: '3' },
      'PAY-12': { estimate: '2d' },
    }),
    on('2026-06-03', {
      v2: { kind: 'release' },
      'PAY-12': { release: 'v2' },
      'PAY-13': { release: 'v2', status: 'dropped' },
    }),
    on('2026-06-05', { v2: { due: '2026-08-03' }, 'PAY-11': { release: 'v3' } }),
    on('2026-06-08', { v2: { status: 'active' } }),
  );

  it('is that of the evening of a day: what belongs to it by itself or by its epic, and was not dropped', () => {
    const scope = (text: string) =>
      [...scopeOn(history, day(text), isV2).values()].map(({ id, points }) => `${id} ${points}`);
    assert.deepEqual(scope('2026-05-31'), []);
    assert.deepEqual(scope('2026-06-01'), ['PAY-11 3']);
    assert.deepEqual(scope('2026-06-04'), ['PAY-11 3', 'PAY-12 undefined']);
    assert.deepEqual(scope('2026-06-05'), ['PAY-12 undefined']);
  });

  it('begins where the release says, else when it became active, and not before the history', () => {
    const start = (stated?: string) =>
      formatDay(releaseStart(history, 'v2', stated === undefined ? undefined : day(stated)) ?? 0);
    assert.deepEqual([start(), start('2026-06-02'), start('2026-05-01')], ['2026-06-08', '2026-06-02', '2026-06-01']);
    assert.equal(releaseStart(history, 'v9', undefined), undefined);
  });

  it('knows by which version an item joined', () => {
    assert.equal(formatDay(joinedRelease(history, 'PAY-12', isV2)?.moment.day ?? 0), '2026-06-03');
    assert.equal(joinedRelease(history, 'PAY-99', isV2), undefined);
  });
});
