import { t } from '../words/t';
import { listing } from '../findings/wording';

/** What git says, in English, where it does not check out a branch -> one sentence for the person. */
export function switchFailure(branch: string, said: string): string {
  for (const [pattern, sentence] of KNOWN) {
    const match = pattern.exec(said);
    if (match) {
      return sentence(branch, match[1] ?? '');
    }
  }
  const [line = ''] = said.split('\n').filter((each) => each.trim() !== '');
  const reason = line.replace(/^(?:fatal|error): /, '').trim();
  return reason === ''
    ? t('Git did not switch to {0}: it does not say why. Nothing was changed.', branch)
    : t('Git did not switch to {0}: {1}. Nothing was changed.', branch, reason.replace(/[.!]$/, ''));
}

/** What git is at, by its own word. */
const DOING: Readonly<Record<string, () => string>> = {
  merging: () => t('merging'),
  rebasing: () => t('rebasing'),
  'cherry-picking': () => t('cherry-picking'),
  reverting: () => t('reverting'),
  bisecting: () => t('bisecting'),
};

const KNOWN: readonly (readonly [RegExp, (branch: string, words: string) => string])[] = [
  [
    /would be overwritten by (?:checkout|merge|switch):\n((?:[ \t]+.*\n?)+)/,
    (branch, files) =>
      t(
        '{0} would be overwritten on {1}, so git stayed where it was; commit or stash your changes first.',
        listing(names(files)),
        branch,
      ),
  ],
  [
    /you need to resolve your current index first|: needs merge/,
    (branch) =>
      t('A merge has conflicts that are not resolved, so git did not switch to {0}; resolve them first.', branch),
  ],
  [
    /already (?:checked out|used by worktree) at '(.*)'/,
    (branch, path) => t('{0} is checked out in another work tree, {1}; go on there.', branch, path),
  ],
  [/already exists/, (branch) => t('There is a branch {0} already; start work again to have it offered.', branch)],
  [
    /'(refs\/heads\/[^']*)' exists; cannot create/,
    (branch, other) =>
      t(
        'Git cannot have a branch {0} beside {1}; change the setting waymark.work.branch.',
        branch,
        other.replace('refs/heads/', ''),
      ),
  ],
  [
    /Unable to create '.*\.lock'|cannot lock ref/i,
    (branch) =>
      t('Another git is at work in this repository, so git did not switch to {0}; try again when it is done.', branch),
  ],
  [
    /invalid reference|did not match any file|not a commit/,
    (branch) => t('There is no branch {0} any more, so nothing was changed.', branch),
  ],
  [
    /cannot switch branch while ([\w-]+)/,
    (branch, doing) =>
      t('Git is {0}, so it did not switch to {1}; finish or abort that first.', DOING[doing]?.() ?? doing, branch),
  ],
];

function names(lines: string): string[] {
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
