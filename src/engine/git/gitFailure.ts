import { t } from '../../core/words/t';
import type { GitOutcome } from './runGit';

/**
 * Says in one plain sentence why a call of git failed.
 *
 * @param doing what was being done, as in "read the history of /work/shop"
 */
export function describeGitFailure(doing: string, outcome: GitOutcome, deadlineMs: number): string {
  if (outcome.timedOut) {
    return t(
      'Git could not {0}: it printed nothing for {1} seconds and was stopped.',
      doing,
      Math.round(deadlineMs / 1000),
    );
  }
  const owner = DUBIOUS_OWNER.exec(outcome.stderr);
  if (owner) {
    const root = owner[1] ?? '';
    return t(
      'Git refuses to {0} because the folder belongs to another user; if you trust it, run `git config --global --add safe.directory {1}`.',
      doing,
      quoted(root),
    );
  }
  return t('Git could not {0}: {1}.', doing, firstMessage(outcome));
}

/** As a shell takes it for one word. */
function quoted(path: string): string {
  return /^[\w./:@%+,=-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;
}

export function saysNoRepository(outcome: GitOutcome): boolean {
  return /not a git repository/i.test(outcome.stderr);
}

const DUBIOUS_OWNER = /(?:dubious ownership in|unsafe) repository (?:at )?\(?'([^']*)'/;

function firstMessage({ stderr, exitCode }: GitOutcome): string {
  const lines = stderr.split('\n').map((line) => line.trim());
  const line = lines.find((each) => /^(?:fatal|error):/.test(each)) ?? lines.find((each) => each !== '');
  return line === undefined
    ? t('it ended with code {0}', exitCode)
    : line.replace(/^(?:fatal|error): /, '').replace(/\.$/, '');
}
