import assert from 'node:assert/strict';
import { stagedItems } from '../../../src/core/mentioning/stagedItems';
import { changed, codeHistory } from '../../support/codeHistoryBuilder';
import { commit, file, reference, story, todo, world } from '../../support/planBuilder';

const trace = world(
  story('PAY-1', { status: 'active', code: ['src/refunds/**'] }),
  story('PAY-2', { status: 'planned', code: ['src/ledger', '../elsewhere/**'] }),
  story('PAY-3', { status: 'done', code: ['src/refunds/**'] }),
  story('PAY-4', { status: 'planned' }),
  file('src/named.ts', todo('PAY-4'), reference('PAY-3')),
  file('src/unknown.ts', todo('PAY-99')),
);

const CASES: readonly (readonly [says: string, paths: readonly string[], ids: readonly string[]])[] = [
  ['none of no files', [], []],
  ['none of files that are nobody’s', ['README.md', 'src/unknown.ts'], []],
  ['open ones whose code holds a file, and no finished one', ['src/refunds/a.ts'], ['PAY-1']],
  ['one whose code names a folder', ['src/ledger/deep/b.ts'], ['PAY-2']],
  ['none whose folder only begins so', ['src/ledgers/b.ts'], []],
  ['open ones that a file names, and no finished one', ['src/named.ts'], ['PAY-4']],
  ['active ones first among equals', ['src/named.ts', 'src/refunds/a.ts'], ['PAY-1', 'PAY-4']],
  ['the one of the most files first', ['src/ledger/a', 'src/ledger/b', 'src/refunds/a'], ['PAY-2', 'PAY-1']],
  ['none of very many files', Array.from({ length: 201 }, (_, at) => `src/refunds/${at}`), []],
];

describe('the items that staged files belong to', () => {
  for (const [says, paths, ids] of CASES) {
    it(`are ${says}`, () => {
      assert.deepEqual(
        stagedItems(paths, trace, undefined).map(({ id }) => id),
        ids,
      );
    });
  }

  it('are active ones whose commits changed a file, and no planned one', () => {
    const commits = [commit('PAY-1: refunds'), commit('PAY-2: ledger')];
    const known = world(story('PAY-1', { status: 'active' }), story('PAY-2', { status: 'planned' }), ...commits);
    const history = codeHistory(commits.map((each) => changed(each, 'src/shared.ts')));
    assert.deepEqual(
      stagedItems(['src/shared.ts'], known, history).map(({ id }) => id),
      ['PAY-1'],
    );
  });
});
