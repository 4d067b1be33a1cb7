import assert from 'node:assert/strict';
import { keptBy } from '../../../src/core/backlog/filter';
import { type BacklogFilter, isUnfiltered, NO_FILTER } from '../../../src/core/backlog/view';
import { epic, person, plan, release, story, task } from '../../support/planBuilder';

const PLAN = plan(
  person('ana', 'Ana Lima'),
  release('v1'),
  epic(
    'PAY-1',
    { title: 'Refunds', owner: 'ana', release: 'v1' },
    story('PAY-12', { title: 'Refund API', status: 'active' }, task('PAY-12.1', { title: 'Ledger', status: 'done' })),
    story('PAY-13', { title: 'Screen', status: 'blocked', owner: 'Bo' }),
  ),
  epic('PAY-2', { title: 'Books' }, story('PAY-21', { title: 'Ledger of refunds', status: 'done' })),
);
const ME = { name: 'Somebody', email: 'ANA@example.org' };

interface Case {
  readonly asks: string;
  readonly filter: Partial<BacklogFilter>;
  /** Those that are as wished. */
  readonly matches: string;
  /** Those, and what is shown with them. */
  readonly shown: string;
  readonly me?: typeof ME;
}

const CASES: readonly Case[] = [
  {
    asks: 'a word in any letter case, with what the item is part of and what a story holds',
    filter: { words: 'api' },
    matches: 'PAY-12',
    shown: 'PAY-1 PAY-12 PAY-12.1',
  },
  { asks: 'all words', filter: { words: ' ledger  refunds ' }, matches: 'PAY-21', shown: 'PAY-2 PAY-21' },
  {
    asks: 'an epic by its title, without what is under it',
    filter: { words: 'books' },
    matches: 'PAY-2',
    shown: 'PAY-2',
  },
  { asks: 'an ID', filter: { words: 'pay-13' }, matches: 'PAY-13', shown: 'PAY-1 PAY-13' },
  {
    asks: 'a status',
    filter: { statuses: ['blocked'] },
    matches: 'PAY-13',
    shown: 'PAY-1 PAY-13',
  },
  {
    asks: 'one of two statuses',
    filter: { statuses: ['blocked', 'done'] },
    matches: 'PAY-12.1 PAY-13 PAY-2 PAY-21',
    shown: 'PAY-1 PAY-12 PAY-12.1 PAY-13 PAY-2 PAY-21',
  },
  {
    asks: 'an owner, who also owns what is under theirs',
    filter: { owners: ['ana'] },
    matches: 'PAY-1 PAY-12 PAY-12.1',
    shown: 'PAY-1 PAY-12 PAY-12.1',
  },
  { asks: 'an owner whom no team lists', filter: { owners: ['bo'] }, matches: 'PAY-13', shown: 'PAY-1 PAY-13' },
  { asks: 'nobody as owner', filter: { owners: [''] }, matches: 'PAY-2 PAY-21', shown: 'PAY-2 PAY-21' },
  { asks: 'no release', filter: { releases: [''] }, matches: 'PAY-2 PAY-21', shown: 'PAY-2 PAY-21' },
  {
    asks: 'a release and a status, both of which must hold',
    filter: { releases: ['v1'], statuses: ['active'] },
    matches: 'PAY-1 PAY-12',
    shown: 'PAY-1 PAY-12 PAY-12.1',
  },
  {
    asks: 'what is mine, by the address that the team lists',
    filter: { mine: true },
    matches: 'PAY-1 PAY-12 PAY-12.1',
    shown: 'PAY-1 PAY-12 PAY-12.1',
    me: ME,
  },
  {
    asks: 'what is mine, by a name that no team lists',
    filter: { mine: true },
    matches: 'PAY-13',
    shown: 'PAY-1 PAY-13',
    me: { name: 'Bo', email: '' },
  },
  { asks: 'what is mine while nobody knows who that is', filter: { mine: true }, matches: '', shown: '' },
  {
    asks: 'findings of its own',
    filter: { withFindings: true },
    matches: 'PAY-21',
    shown: 'PAY-2 PAY-21',
  },
];

describe('A filter of the backlog', () => {
  for (const { asks, filter, matches, shown, me } of CASES) {
    it(`that asks for ${asks}`, () => {
      const kept = keptBy({ ...NO_FILTER, ...filter }, PLAN, { me, hasFindings: ({ id }) => id === 'PAY-21' });
      assert.ok(kept);
      const ids = (isIn: typeof kept.isShown) => PLAN.workItems.filter(isIn).map(({ id }) => id);
      assert.equal(ids(kept.isMatch).join(' '), matches);
      assert.equal(ids(kept.isShown).join(' '), shown);
      assert.equal(kept.matches, ids(kept.isMatch).length);
    });
  }

  it('that asks for nothing leaves everything', () => {
    assert.ok(isUnfiltered({ ...NO_FILTER, words: '  ' }));
    assert.equal(keptBy(NO_FILTER, PLAN, { me: ME, hasFindings: () => false }), undefined);
  });
});
