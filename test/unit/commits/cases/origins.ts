/** What a message takes back: hashes, numbers of pull requests, and the subject; undefined: nothing. */
export const UNDOINGS: readonly (readonly [
  message: string,
  expected: readonly (string | number)[] | undefined,
  reason: string,
])[] = [
  ['Revert "x"\n\nThis reverts commit 0123456789.', ['0123456789', 'x'], "git's own words"],
  ['Revert "x"', ['x'], 'the subject alone'],
  ['Revert "x (#45)" (#46)', ['x'], 'squashed, with the numbers of both pull requests'],
  ['Revert "x"\n\nReverts acme/pay#45', [45, 'x'], 'the number of the pull request'],
  [
    'Revert "x"\n\nThis reverts commit 0123456, reversing\nchanges made to 89abcde.',
    ['0123456', 'x'],
    'a merge, not its parent',
  ],
  ['Revert two\n\nThis reverts commits 0123456 and 89abcde.', ['0123456', '89abcde', 'two'], 'several'],
  [
    'Revert "x"\n\nThis reverts commit 0123456.\nThis reverts commit 89abcde.',
    ['0123456', '89abcde', 'x'],
    'several lines',
  ],
  ['Revert "Revert "x""', ['Revert "x"'], 'a revert of a revert, as git wrote it before 2.43'],
  ['Reapply "x"', ['Revert "x"'], 'and as it writes it since'],
  ['Revert "Reapply "x""', ['Reapply "x"'], 'the third of a chain'],
  ['Reland "x"', ['Revert "x"'], 'another word for it'],
  ['revert: feat: x', ['feat: x'], 'a conventional commit'],
  ['revert(PAY-1): x', ['(PAY-1): x'], 'of which only the kind was another one'],
  ['PAY-2: Revert "PAY-1: x"', ['PAY-1: x'], 'a key before it'],
  ['MINOR: Revert "x"', ['x'], 'a word before it'],
  ['[PAY-2] Revert "x"', ['x'], 'brackets before it'],
  ['Revert 0123456', ['0123456', '0123456'], 'a hash instead of a subject'],
  ['Revert to the old parser', ['to the old parser'], 'no commit has this subject'],
  ['x\n\nThis reverts commit 0123456.', ['0123456'], 'a subject of its own'],
  ['x\n\nReverts commit 0123456.', ['0123456'], 'said shorter'],
  ['x\n\nThis partially reverts commit 0123456.', undefined, 'a part'],
  ['x\n\nThis reverts parts of 0123456.', undefined, 'parts'],
  [
    'x (#45)\n\n* x\n\n* Revert "x"\n\nThis reverts commit 0123456.',
    undefined,
    'what a squashed branch did on its way',
  ],
  ['Partially revert "x"', undefined, 'a part, in the subject'],
  ['revert `x` to y', ['`x` to y'], 'code is not quoted'],
  ['x\n\nReverts #45, but keeps the tests.', undefined, 'a remark'],
  ['Reverting is hard', undefined, 'a longer word'],
  ['x\n\nWhoever reverts this, beware.', undefined, 'prose'],
];

/** Hashes of the commits that a message says it was picked from, the nearest last. */
export const PICKS: readonly (readonly [message: string, expected: readonly string[], reason: string])[] = [
  ['(cherry picked from commit 0123456789)', ['0123456789'], 'as `git cherry-pick -x` says it'],
  ['(cherry picked from commit 0123456)\n(cherry picked from commit 89abcde)', ['0123456', '89abcde'], 'twice'],
  ['(cherry-picked from 0123456)', ['0123456'], 'by hand'],
  ['(backported from commit 0123456)', ['0123456'], 'changed on its way'],
  ['Nothing is cherry picked from commit 0123456 here', [], 'prose'],
  ['x', [], 'nothing'],
];

export const CO_AUTHORS: readonly (readonly [message: string, expected: readonly string[], reason: string])[] = [
  ['Co-authored-by: Bo Chen <bo@pay.example>', ['Bo Chen bo@pay.example'], 'a trailer'],
  ['Co-Authored-By: Bo <bo@x>\nco-authored-by: Cy <cy@x>', ['Bo bo@x', 'Cy cy@x'], 'in any case'],
  ['Co-developed-by: Bo <bo@x>', ['Bo bo@x'], 'what some projects say instead'],
  ['Co-authored-by: Bo <bo@x>\nCo-authored-by: B. Chen <BO@x>', ['Bo bo@x'], 'one person, named twice'],
  ['Co-authored-by: <bo@x>', ['bo@x bo@x'], 'without a name'],
  [
    'Reviewed-by: Bo <bo@x>\nSigned-off-by: Cy <cy@x>\nTested-by: Di <di@x>',
    [],
    'who reviews, signs or tests writes nothing',
  ],
  ['Co-authored-by: Bo', [], 'without an address'],
  ['See Co-authored-by: Bo <bo@x>', [], 'not at the beginning of a line'],
];
