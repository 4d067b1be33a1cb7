import assert from 'node:assert/strict';
import { compareIds } from '../../../src/core/ids/itemId';
import type { Commit, Undoing } from '../../../src/core/model/commit';
import { standingOf } from '../../../src/core/trace/standing';
import { commit, story, world } from '../../support/planBuilder';

/** @param commits newest first */
function standing(...commits: readonly Commit[]) {
  const trace = world(story('A-1'), ...commits);
  const result = standingOf(trace.evidenceOfId('A-1').commits, trace);
  return {
    standing: result.standing.map((link) => link.commit.subject),
    reverted: result.reverted.map((link) => link.commit.subject),
    lastRevert: result.lastRevert?.subject,
  };
}

const work = commit('A-1: work');
const undo = commit('Revert "A-1: work"', { reverts: work });
const redo = commit('Reapply "A-1: work"', { reverts: undo });
const again = commit('Revert "Reapply "A-1: work""', { reverts: redo });

const STANDS = { standing: ['A-1: work'], reverted: [], lastRevert: undefined };
const TAKEN_BACK = { standing: [], reverted: ['A-1: work'] };

/** A revert that tells only what is given. */
function said(subject: string, told: Partial<Undoing>): Commit {
  return { ...commit(subject), undoes: { shas: [], pulls: [], subject: undefined, isFormal: true, ...told } };
}

describe('What still stands of commits', () => {
  it('is everything where nothing was reverted', () => {
    assert.deepEqual(standing(work), STANDS);
  });

  it('is neither the revert nor what it took back', () => {
    assert.deepEqual(standing(commit('A-1: more'), undo, work), {
      standing: ['A-1: more'],
      reverted: ['A-1: work'],
      lastRevert: 'Revert "A-1: work"',
    });
  });

  it('is what a reverted revert had taken back, and not when that is reverted in turn', () => {
    assert.deepEqual(standing(redo, undo, work), STANDS);
    assert.deepEqual(standing(again, redo, undo, work), { ...TAKEN_BACK, lastRevert: again.subject });
  });

  it('is decided by the last revert where one commit was reverted twice', () => {
    const second = commit('Revert "A-1: work", once more', { reverts: work });
    assert.deepEqual(standing(second, redo, undo, work), { ...TAKEN_BACK, lastRevert: second.subject });
    assert.deepEqual(standing(redo, second, undo, work), STANDS);
  });

  it('follows reverts that name no item', () => {
    const silent = commit('Revert "work"', { reverts: work });
    assert.deepEqual(standing(silent, work), { ...TAKEN_BACK, lastRevert: silent.subject });
    assert.deepEqual(standing(commit('Reapply "work"', { reverts: silent }), silent, work), STANDS);
  });

  it('knows a commit by a shortened hash', () => {
    assert.deepEqual(standing(said('Revert "x"', { shas: [work.sha.slice(0, 9)] }), work).reverted, ['A-1: work']);
  });

  it('knows a commit by its subject or pull request where the hash is missing or of elsewhere', () => {
    const squashed = commit('A-1: work (#45)');
    for (const told of [
      { subject: 'A-1: work' },
      { subject: 'A-1: work', shas: ['f'.repeat(40)] },
      { pulls: [45] },
      { subject: 'work', pulls: [45] },
    ]) {
      assert.deepEqual(standing(said('Revert "A-1: work" (#46)', told), squashed).reverted, ['A-1: work (#45)']);
    }
    assert.deepEqual(standing(said('Revert "A-1"', { subject: 'A-1' }), squashed).reverted, []);
  });

  it('takes the last commit before the revert for the one that a subject means', () => {
    const revert = said('Revert "A-1: work"', { subject: 'A-1: work' });
    const [before, after] = [commit('A-1: work'), commit('A-1: work')];
    const trace = world(story('A-1'), after, revert, before, work);
    const states = [work, before, after].map((each) => trace.fateOf(each).state);
    assert.deepEqual(states, ['stands', 'reverted', 'stands']);
    assert.equal(trace.fateOf(before).by?.certainty, 'probable');
  });

  it('knows a commit by the subject without its kind where the scope says what is meant', () => {
    const fix = commit('fix(A-1): work (#45)');
    assert.deepEqual(standing(said('revert(A-1): work', { subject: '(A-1): work' }), fix).reverted, [fix.subject]);
  });

  it('is not changed by the revert of a commit that names other items', () => {
    const other = said('Revert "A-1: other"', { shas: ['f'.repeat(40)] });
    assert.deepEqual(standing(other, work), STANDS);
  });

  it('counts a revert that is itself the work on an item', () => {
    const other = commit('A-2: cache');
    const revert = commit('A-1: Revert "A-2: cache"', { reverts: other });
    const trace = world(story('A-1'), { ...revert, mentions: revert.mentions.filter(({ id }) => id === 'A-1') }, other);
    const { standing: stands } = standingOf(trace.evidenceOfId('A-1').commits, trace);
    assert.deepEqual(
      stands.map((link) => link.commit.subject),
      [revert.subject],
    );
  });

  it('counts a cherry-pick beside its original once, and alone where the original was taken back', () => {
    const pick = commit('A-1: work', { pickedFrom: work });
    assert.deepEqual(standing(pick, work), STANDS);
    assert.deepEqual(standing(pick), STANDS);
    const undonePick = commit('Revert "A-1: work"', { reverts: pick });
    assert.deepEqual(standing(undonePick, pick, work), {
      standing: ['A-1: work'],
      reverted: ['A-1: work'],
      lastRevert: undonePick.subject,
    });
    assert.deepEqual(standing(pick, undo, work), {
      standing: ['A-1: work'],
      reverted: ['A-1: work'],
      lastRevert: undo.subject,
    });
  });

  it('takes back a cherry-pick where the hash is that of its original, which is elsewhere', () => {
    const pick = commit('A-1: work', { pickedFrom: work });
    const trace = world(story('A-1'), undo, pick);
    assert.deepEqual([trace.fateOf(pick).state, trace.fateOf(pick).by?.certainty], ['reverted', 'certain']);
  });

  it('does not depend on whether commits come at once or one by one', () => {
    const silent = said('Revert "work"', { shas: [work.sha.slice(0, 8)] });
    const pick = commit('A-1: work', { pickedFrom: work });
    const bySubject = said('Revert "A-1: work"', { subject: 'A-1: work' });
    for (const history of [
      [bySubject, pick, again, redo, undo, commit('A-1: more'), silent, work],
      // The clock of whoever wrote the work was fast.
      [work, undo, pick],
    ]) {
      const atOnce = world(story('A-1'), ...history);
      const oneByOne = world(story('A-1'));
      for (const each of history.toReversed()) {
        oneByOne.addCommits([each], 1);
      }
      for (const each of history) {
        assert.deepEqual(oneByOne.fateOf(each), atOnce.fateOf(each), each.subject);
      }
    }
  });

  it('tells which items a later revert concerns', () => {
    const trace = world(story('A-1'), story('A-2'), commit('A-2: x'), work);
    trace.takeChange();
    trace.addCommits([commit('Revert "work"', { reverts: work })], 1);
    assert.deepEqual([...trace.takeChange().ids], ['A-1']);
  });

  it('tells which items the copies of what is reverted concern, since those count alone now', () => {
    const trace = world(story('A-1'), story('A-2'), commit('A-2: work', { pickedFrom: work }), work);
    trace.takeChange();
    trace.addCommits([commit('Revert "work"', { reverts: work })], 1);
    assert.deepEqual([...trace.takeChange().ids].sort(compareIds), ['A-1', 'A-2']);
  });

  it('is found without delay in a hundred thousand commits of which each reverts the one before', function () {
    this.timeout(20_000);
    const chain: Commit[] = [work];
    for (let index = 0; index < 100_000; index++) {
      chain.push(commit('Revert', { reverts: chain.at(-1) ?? work }));
    }
    const trace = world(story('A-1'), ...chain.toReversed());
    assert.equal(trace.fateOf(work).state, 'redone');
  });
});
