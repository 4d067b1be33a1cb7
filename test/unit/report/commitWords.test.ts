import assert from 'node:assert/strict';
import { commitFacts, commitWhy } from '../../../src/core/report/commitWords';
import { countLinks } from '../../../src/core/report/itemWords';
import type { Commit } from '../../../src/core/model/commit';
import { commit, story, world } from '../../support/planBuilder';

/** What is said of each commit that names A-1, newest first. */
function words(...commits: readonly Commit[]): string[] {
  const trace = world(story('A-1'), ...commits);
  return trace.evidenceOfId('A-1').commits.map((link) => commitWhy(link, trace, () => ({ line: 0, column: 0 })));
}

/** How many commits the item has. */
function counted(...commits: readonly Commit[]): number | undefined {
  const trace = world(story('A-1'), ...commits);
  const item = trace.plan.findWork('A-1');
  return item && countLinks(item, trace).commits;
}

const named = ({ sha }: Commit, by = 'Ana Lima') => `${sha.slice(0, 10)} (${by}, 2026-08-20)`;

const work = commit('A-1: work');
const undo = commit('Revert "work"', { reverts: work, by: 'Bo Chen' });
const redo = commit('Reapply "work"', { reverts: undo });
const LINKED = "Linked because the commit's subject names A-1.";

describe('The words for a commit', () => {
  it('say where it names the item, and that it finishes it', () => {
    assert.deepEqual(words(commit('A-1: x', { via: 'merge', closes: true })), [
      "Linked because the commit's merged branch or its title names A-1 and says that it is finished.",
    ]);
  });

  it('say by which commit it was reverted, and what that one reverts', () => {
    const [, ofWork] = words(commit('Revert "A-1: work"', { reverts: work }), work);
    assert.match(ofWork ?? '', /It was reverted by [0-9]{10} \(Ana Lima, 2026-08-20\)\.$/);
    assert.deepEqual(words(undo, work), [`${LINKED} It was reverted by ${named(undo, 'Bo Chen')}.`]);
    assert.deepEqual(
      words(commit('Revert "A-1: work"', { reverts: work }), work)[0],
      `${LINKED} It reverts ${named(work)}.`,
    );
  });

  it('say all places where it names the item', () => {
    const twice = commit('A-1: x', { closes: true });
    const mentions = twice.mentions.map((mention) => ({ ...mention, via: ['trailer', 'subject'] as const }));
    assert.deepEqual(words({ ...twice, mentions }), [
      "Linked because the commit's trailer and subject name A-1 and say that it is finished.",
    ]);
  });

  it('say for a row what is unusual about it, and nothing of others', () => {
    const facts = (...commits: readonly Commit[]) => {
      const trace = world(story('A-1'), ...commits);
      return commits.map((each) => commitFacts(each, trace).join());
    };
    assert.deepEqual(facts(undo, work), ['', 'reverted']);
    assert.deepEqual(facts(redo, undo, work), ['', 'reverted', 'reverted and brought back']);
    assert.deepEqual(facts(commit('A-1: work', { pickedFrom: work }), work), ['cherry-pick', '']);
  });

  it('say by which commit it was brought back', () => {
    assert.deepEqual(words(redo, undo, work), [`${LINKED} It was reverted and brought back by ${named(redo)}.`]);
  });

  it('say what is only probable', () => {
    const guess = { ...undo, undoes: { shas: [], pulls: [], subject: work.subject, isFormal: true } };
    assert.match(words(guess, work)[0] ?? '', /It was probably, by what that one says, reverted by /);
  });

  it('say what it was picked from, and whether both count', () => {
    const pick = commit('A-1: work', { pickedFrom: work });
    const sha = work.sha.slice(0, 10);
    assert.equal(words(pick)[0], `${LINKED} It was picked from ${sha}.`);
    assert.equal(words(pick, work)[0], `${LINKED} It is a cherry-pick of ${sha} and counts as one with it.`);
    assert.deepEqual([counted(pick, work), counted(pick, undo, work)], [1, 2]);
  });

  it('name who wrote it together with the author', () => {
    const together = { ...work, coAuthors: [{ name: 'Bo Chen', email: 'bo@example.org' }] };
    assert.deepEqual(words(together), [`${LINKED} Written together with Bo Chen.`]);
  });
});
