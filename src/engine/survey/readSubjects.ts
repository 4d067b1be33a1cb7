import { t } from '../../core/words/t';
import type { KeyTally } from '../../core/drafting/keyTally';
import { logCall } from '../git/readHistory';
import { describeGitFailure } from '../git/gitFailure';
import { nulFieldReader } from '../git/nulFieldReader';
import { openRepository } from '../git/repository';
import { runGit } from '../git/runGit';
import type { SurveyRequest } from './surveyFolder';

/** A team that changed its tracker since then works with other keys. */
const MOST_COMMITS = 50_000;
const DEADLINE_MS = 5000;

const FORMAT = '%ct%x00%s';
const FIELDS = 2;

/**
 * Tells a tally the subjects of HEAD's commits, newest first, in one pass of `git log`.
 *
 * @returns how many; undefined: none could be read, and a note says why
 * @throws the signal's reason when aborted
 */
export async function readSubjects(
  { folder, gitNotAllowed, git }: SurveyRequest,
  tally: KeyTally,
  signal: AbortSignal,
): Promise<{ readonly commits: number | undefined; readonly notes: readonly string[] }> {
  const opened = gitNotAllowed === undefined ? await openRepository(folder, git) : { unavailable: gitNotAllowed };
  signal.throwIfAborted();
  if ('unavailable' in opened) {
    return { commits: undefined, notes: [opened.unavailable] };
  }
  let commits = 0;
  let isCut = false;
  const deadline = performance.now() + DEADLINE_MS;
  const read = nulFieldReader(FIELDS, (records) => {
    for (const [committed = '', subject = ''] of records) {
      tally.take(subject, Number(committed) || 0);
      commits++;
    }
  });
  const onOutput = (chunk: Buffer): boolean => {
    read(chunk);
    isCut = commits >= MOST_COMMITS || performance.now() > deadline;
    return !isCut;
  };
  const outcome = await runGit({ ...logCall(opened, FORMAT, ['HEAD']), onOutput, signal });
  signal.throwIfAborted();
  if (isCut) {
    return { commits, notes: [t('Only the newest {0} commits were looked at.', commits)] };
  }
  // Before the first commit there is no HEAD to read.
  const isEmpty =
    commits === 0 && /unknown revision|bad revision|does not have any commits|ambiguous argument/.test(outcome.stderr);
  return outcome.exitCode === 0 || isEmpty
    ? { commits, notes: commits === 0 ? [t('There are no commits yet.')] : [] }
    : {
        commits: commits === 0 ? undefined : commits,
        notes: [describeGitFailure(t('read the history of {0}', opened.root), outcome, opened.git.deadlineMs)],
      };
}
