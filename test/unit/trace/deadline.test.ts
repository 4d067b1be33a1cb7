import assert from 'node:assert/strict';
import { parseDayRange } from '../../../src/core/model/calendar';
import type { Until } from '../../../src/core/model/marks';
import { annotationFacts, untilJson } from '../../../src/core/report/annotationWords';
import { days, file, plan, release, story, todo } from '../../support/planBuilder';

const PLAN = plan(release('2.0'), release('2026-Q3'), release('v3'), story('PAY-2', { aliases: ['PAY-200'] }));

function until(text: string, id?: string): Until {
  return { text, span: { start: 0, end: text.length }, days: parseDayRange(text), id };
}

/** What `until` says, what it points at, and why. */
const CASES: readonly (readonly [written: Until, kind: string, id: string | null, reason: string])[] = [
  [until('2026-09-30'), 'days', null, 'a day'],
  [until('2026-09'), 'days', null, 'a month'],
  [until('2026-Q4'), 'days', null, 'a quarter that no release is named after'],
  [until('2026-Q3'), 'release', '2026-Q3', 'a release that is named after a quarter'],
  [until('2.0'), 'release', '2.0', 'a release as the roadmap writes it'],
  [until('v2.0'), 'release', '2.0', 'a release with the v that the roadmap leaves out'],
  [until('3'), 'release', 'v3', 'a release without the v that the roadmap writes'],
  [until('release 2.0'), 'release', '2.0', 'a release with the word for it'],
  [until('PAY-2'), 'item', 'PAY-2', 'an item'],
  [until('pay-2', 'PAY-2'), 'item', 'PAY-2', 'an item in another spelling'],
  [until('PAY-200'), 'item', 'PAY-2', 'a former ID of an item'],
  [until('PAY-3', 'PAY-3'), 'unknown', null, 'an ID that no roadmap declares'],
  [until('the server is new'), 'unknown', null, 'a sentence'],
  [until('2026-02-30'), 'unknown', null, 'a day that does not exist'],
];

describe('What an annotation waits for', () => {
  for (const [written, kind, id, reason] of CASES) {
    it(`is told from ${written.text}: ${reason}`, () => {
      const found = untilJson(written, PLAN);
      assert.deepEqual([found.kind, found.id], [kind, id]);
    });
  }

  it('is said with its days where it is a date', () => {
    assert.deepEqual(untilJson(until('2026-09'), PLAN), {
      text: '2026-09',
      kind: 'days',
      id: null,
      first: '2026-09-01',
      last: '2026-09-30',
    });
    assert.equal(days('2026-09').last - days('2026-09').first, 29);
  });

  it('is said in words, with the priority and the person', () => {
    const [mark] = file('a.ts', todo('PAY-2')).annotations;
    assert.ok(mark);
    const facts = (written: Until) =>
      annotationFacts({ ...mark, until: written, priority: 1, owner: 'ana', within: 'Gateway.send' }, PLAN);
    assert.deepEqual(facts(until('v2.0')), ['until release 2.0', 'priority 1', '@ana', 'in Gateway.send']);
    assert.deepEqual(facts(until('soon'))[0], 'until soon, which is no date and in no roadmap');
    assert.deepEqual(annotationFacts(mark, PLAN), []);
  });
});
