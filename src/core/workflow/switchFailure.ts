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
  return `Git did not switch to ${branch}: ${reason === '' ? 'it does not say why' : reason.replace(/[.!]$/, '')}. Nothing was changed.`;
}

const KNOWN: readonly (readonly [RegExp, (branch: string, words: string) => string])[] = [
  [
    /would be overwritten by (?:checkout|merge|switch):\n((?:[ \t]+.*\n?)+)/,
    (branch, files) =>
      `${listing(names(files))} would be overwritten on ${branch}, so git stayed where it was; commit or stash your changes first.`,
  ],
  [
    /you need to resolve your current index first|: needs merge/,
    (branch) => `A merge has conflicts that are not resolved, so git did not switch to ${branch}; resolve them first.`,
  ],
  [
    /already (?:checked out|used by worktree) at '(.*)'/,
    (branch, path) => `${branch} is checked out in another work tree, ${path}; go on there.`,
  ],
  [/already exists/, (branch) => `There is a branch ${branch} already; start work again to have it offered.`],
  [
    /'(refs\/heads\/[^']*)' exists; cannot create/,
    (branch, other) =>
      `Git cannot have a branch ${branch} beside ${other.replace('refs/heads/', '')}; change the setting waymark.work.branch.`,
  ],
  [
    /Unable to create '.*\.lock'|cannot lock ref/i,
    (branch) =>
      `Another git is at work in this repository, so git did not switch to ${branch}; try again when it is done.`,
  ],
  [
    /invalid reference|did not match any file|not a commit/,
    (branch) => `There is no branch ${branch} any more, so nothing was changed.`,
  ],
  [
    /cannot switch branch while (\w+)/,
    (branch, what) => `Git is ${what}, so it did not switch to ${branch}; finish or abort that first.`,
  ],
];

function names(lines: string): string[] {
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
