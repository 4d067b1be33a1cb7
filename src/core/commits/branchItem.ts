import type { IdFinder } from '../ids/idFinder';
import type { Mention } from '../model/marks';

/**
 * The ID that a branch's name names: the first certain one, else the first probable one; undefined: none. Names such as
 * `fix-pay-12-rounding` are read too, which as a part of an ordinary text would be a word of its own.
 */
export function branchItem(branchName: string, finder: IdFinder): string | undefined {
  const name = branchName.slice(0, LONGEST_NAME);
  const whole = finder.find(name);
  const named = whole.find((mention) => mention.certainty === 'certain') ?? whole[0] ?? inTails(name, finder);
  return named?.id;
}

/**
 * What the branches in a merge's subject name where only a branch's name may be read that way. Spans are of no use to the
 * caller: they count from somewhere within the name.
 */
export function mergedBranchMentions(subject: string, finder: IdFinder): Mention[] {
  const names = subject.slice(0, LONGEST_SUBJECT).match(BRANCH_NAME) ?? [];
  return names.flatMap((name) =>
    finder.find(name).length === 0 ? (inTails(name.slice(0, LONGEST_NAME), finder) ?? []) : [],
  );
}

/** Words with a `-`, `_` or `/`, without the quotes around them; addresses are left out by their `:`. */
const BRANCH_NAME = /(?<=^|[\s'"])[^\s'":]*[-_/][^\s'":]*(?=$|[\s'"])/g;

const LONGEST_SUBJECT = 1_000;

/** Looks at what stands behind each `-`, `_` and `.` as if it were the whole name. */
function inTails(branchName: string, finder: IdFinder): Mention | undefined {
  for (const { index } of branchName.matchAll(/[-_.]/g)) {
    const [mention] = finder.find(branchName.slice(index + 1));
    if (mention) {
      return mention;
    }
  }
  return undefined;
}

/** git and file systems allow no longer ones. */
const LONGEST_NAME = 255;
