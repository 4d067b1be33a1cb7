import assert from 'node:assert/strict';
import type { Commit } from '../../../src/core/model/commit';
import { standingOf } from '../../../src/core/trace/standing';
import { commit, story, world } from '../../support/planBuilder';

/** @param commits newest first */
function standing(...commits: readonly Commit[]) {
  const trace = world(story('A-1'), ...commits);
  const result = standingOf(trace.evidenceOfId('A-1').commits);
  return {
    standing: result.standing.map((link) => link.commit.subject),
    reverted: result.reverted.map((link) => link.commit.subject),
    lastRevert: result.lastRevert?.commit.subject,
  };
}

const work = commit('A-1: work');
const undo = commit('Revert "A-1: work"', { reverts: work });
const redo = commit('Reapply "A-1: work"', { reverts: undo });

describe('What still stands of commits', () => {
  it('is everything where nothing was reverted', () => {
    assert.deepEqual(standing(work), { standing: ['A-1: work'], reverted: [], lastRevert: undefined });
  });

  it('is neither the revert nor what it took back', () => {
    assert.deepEqual(standing(commit('A-1: more'), undo, work), {
      standing: ['A-1: more'],
      reverted: ['A-1: work'],
      lastRevert: 'Revert "A-1: work"',
    });
  });

  it('is what a reverted revert had taken back', () => {
    const { standing: stands, reverted } = standing(redo, undo, work);
    assert.deepEqual([stands, reverted], [['A-1: work'], []]);
  });

  it('knows a commit by a shortened hash', () => {
    const short = { ...undo, reverts: work.sha.slice(0, 9) };
    assert.deepEqual(standing(short, work).reverted, ['A-1: work']);
  });

  it('is not changed by the revert of a commit that names other items', () => {
    assert.deepEqual(standing({ ...undo, reverts: 'f'.repeat(40) }, work).standing, ['A-1: work']);
  });
});
