import assert from 'node:assert/strict';
import { rankMoves, SEEN_AFTER_MS, showRanking } from '../../../src/core/backlog/rankChange';
import { moveSign, moveWords } from '../../../src/core/report/nextUpWords';

const ids = (text: string) => text.split('').filter((letter) => letter !== ' ');

describe('What moved in a ranking', () => {
  const CASES: readonly (readonly [title: string, before: string, now: string, moves: string])[] = [
    ['nothing where it is the same', 'A B C', 'A B C', ''],
    ['up by as many places as it passed, and those down by one', 'A B C D', 'D A B C', 'D ▲ 3, A ▼ 1, B ▼ 1, C ▼ 1'],
    ['nothing because the first was begun', 'A B C', 'B C', ''],
    ['nothing because another one came first, which is new', 'A B', 'C A B', 'C new'],
    ['only among those that stood there before', 'A B C', 'D C B', 'D new, C ▲ 1, B ▼ 1'],
    ['what stands there twice by its first place', 'A B B', 'B A B', 'B ▲ 1, A ▼ 1'],
  ];
  for (const [title, before, now, moves] of CASES) {
    it(`is ${title}`, () => {
      const found = rankMoves({ before: ids(before), now: ids(now) });
      assert.equal([...found].map(([id, move]) => `${id} ${moveSign(move)}`).join(', '), moves);
    });
  }

  it('is said in words too', () => {
    assert.deepEqual(([2, -1, 'new'] as const).map(moveWords), [
      'moved up by 2',
      'moved down by 1',
      'new in this list',
    ]);
  });
});

describe('The ranking that moves are counted from', () => {
  const [first, typing, last] = [ids('A B C'), ids('A C B'), ids('C A B')];

  it('is at first the ranking itself, so nothing has moved', () => {
    assert.equal(rankMoves(showRanking(undefined, first, 0)).size, 0);
  });

  it('is the last one that stood long enough to be seen, not one that was shown while a number was typed', () => {
    const shown = showRanking(undefined, first, 0);
    const meanwhile = showRanking(shown, typing, SEEN_AFTER_MS);
    const end = showRanking(meanwhile, last, SEEN_AFTER_MS + 500);
    assert.deepEqual([meanwhile.before, end.before, end.now], [first, first, last]);
    const later = showRanking(end, typing, 2 * SEEN_AFTER_MS + 500);
    assert.deepEqual(later.before, last);
  });

  it('stays while the ranking stays, however often it is asked for', () => {
    const shown = showRanking(undefined, first, 0);
    const changed = showRanking(shown, last, SEEN_AFTER_MS);
    assert.equal(showRanking(changed, [...last], 5 * SEEN_AFTER_MS), changed);
  });
});
