import assert from 'node:assert/strict';
import { switchFailure } from '../../../src/core/workflow/switchFailure';

/** As git 2.30 to 2.50 say it. */
const SAID: readonly (readonly [said: string, sentence: string])[] = [
  [
    'error: Your local changes to the following files would be overwritten by checkout:\n\ta.ts\n\tb.ts\nPlease commit your changes or stash them before you switch branches.\nAborting\n',
    'a.ts and b.ts would be overwritten on PAY-12, so git stayed where it was; commit or stash your changes first.',
  ],
  [
    'error: The following untracked working tree files would be overwritten by checkout:\n\tc.ts\nPlease move or remove them before you switch branches.\nAborting\n',
    'c.ts would be overwritten on PAY-12, so git stayed where it was; commit or stash your changes first.',
  ],
  [
    "fatal: a branch named 'PAY-12' already exists\n",
    'There is a branch PAY-12 already; start work again to have it offered.',
  ],
  [
    "fatal: 'PAY-12' is already used by worktree at '/work/other tree'\n",
    'PAY-12 is checked out in another work tree, /work/other tree; go on there.',
  ],
  [
    "fatal: cannot lock ref 'refs/heads/PAY-12': 'refs/heads/PAY' exists; cannot create 'refs/heads/PAY-12'\n",
    'Git cannot have a branch PAY-12 beside PAY; change the setting waymark.work.branch.',
  ],
  [
    "fatal: Unable to create '/x/.git/index.lock': File exists.\n",
    'Another git is at work in this repository, so git did not switch to PAY-12; try again when it is done.',
  ],
  ['fatal: invalid reference: PAY-12\n', 'There is no branch PAY-12 any more, so nothing was changed.'],
  [
    "error: pathspec 'PAY-12' did not match any file(s) known to git\n",
    'There is no branch PAY-12 any more, so nothing was changed.',
  ],
  [
    'error: you need to resolve your current index first\n',
    'A merge has conflicts that are not resolved, so git did not switch to PAY-12; resolve them first.',
  ],
  [
    'fatal: cannot switch branch while merging\n',
    'Git is merging, so it did not switch to PAY-12; finish or abort that first.',
  ],
  [
    'fatal: cannot switch branch while cherry-picking\n',
    'Git is cherry-picking, so it did not switch to PAY-12; finish or abort that first.',
  ],
  ['fatal: the disk sings.\nhint: x\n', 'Git did not switch to PAY-12: the disk sings. Nothing was changed.'],
  ['', 'Git did not switch to PAY-12: it does not say why. Nothing was changed.'],
];

describe('why git did not check a branch out', () => {
  for (const [said, sentence] of SAID) {
    it(`is said in one sentence: ${sentence}`, () => {
      assert.equal(switchFailure('PAY-12', said), sentence);
    });
  }
});
