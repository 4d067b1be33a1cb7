import { t } from '../../core/words/t';
import { type Day, dayOfTimestamp } from '../../core/model/calendar';
import type { LineOrigin } from '../../core/codeHistory/annotationAges';
import { describeGitFailure } from './gitFailure';
import type { Repository } from './repository';
import { runGit } from './runGit';
import { isSha } from './sha';

export interface BlameRequest {
  /** The commit whose lines are meant. */
  readonly head: string;
  /** From the repository's top. */
  readonly path: string;
  /** From 0, as `\n` ends them; all of them must be there. */
  readonly lines: readonly number[];
  readonly signal?: AbortSignal | undefined;
}

/** Origins by line, or in one sentence why there are none. */
export type BlameResult = { readonly origins: ReadonlyMap<number, LineOrigin> } | { readonly failure: string };

/**
 * Asks which commits last touched lines of a file, white space aside. A commit is asked about, never the work tree: git
 * would run the filters that a repository names on its files. Lines that come from beyond the border of a shallow clone
 * have no origin.
 *
 * @throws the signal's reason when aborted
 */
export async function blame(repository: Repository, { head, path, lines, signal }: BlameRequest): Promise<BlameResult> {
  if (!isSha(head)) {
    return { failure: t('The age of lines cannot be read: "{0}" is not a commit\'s hash.', head) };
  }
  const ranges = lines.flatMap((line) => ['-L', `${line + 1},${line + 1}`]);
  const options = ['--line-porcelain', '-w', '--no-textconv', '--no-color-lines', '--no-color-by-age'];
  const outcome = await runGit({
    program: repository.git,
    folder: repository.root,
    // Without `--root` a first commit counts as a border, and in a shallow clone the border as a first commit.
    args: ['blame', ...options, ...(repository.shallow ? [] : ['--root']), ...ranges, head, '--', path],
    signal,
  });
  return outcome.exitCode === 0
    ? { origins: originsIn(outcome.stdout.toString('utf8')) }
    : { failure: describeGitFailure(t('read the age of lines in {0}', path), outcome, repository.git.deadlineMs) };
}

/** Each line of the file: `hash original-line line`, fields with their names, and the line's text behind a tab. */
function originsIn(porcelain: string): Map<number, LineOrigin> {
  const origins = new Map<number, LineOrigin>();
  let line = -1;
  let sha = '';
  let fields = new Map<string, string>();
  for (const text of porcelain.split('\n')) {
    const head = fields.size === 0 ? /^([0-9a-f]{40,64}) \d+ (\d+)/.exec(text) : null;
    if (text.startsWith('\t')) {
      const day = dayIn(fields);
      if (day !== undefined && !fields.has('boundary')) {
        origins.set(line, { sha, day, author: fields.get('author') ?? '' });
      }
      fields = new Map();
    } else if (head) {
      sha = head[1] ?? '';
      line = Number(head[2]) - 1;
      fields.set('', '');
    } else {
      const space = text.indexOf(' ');
      fields.set(space < 0 ? text : text.slice(0, space), space < 0 ? '' : text.slice(space + 1));
    }
  }
  return origins;
}

/** The day that the author's own calendar showed. */
function dayIn(fields: ReadonlyMap<string, string>): Day | undefined {
  const seconds = Number(fields.get('author-time'));
  const [, sign, hours, minutes] = /^([+-])(\d\d)(\d\d)$/.exec(fields.get('author-tz') ?? '') ?? [];
  const offset = (sign === '-' ? -60 : 60) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
  const time = new Date((seconds + offset) * 1000);
  return Number.isNaN(time.getTime()) ? undefined : dayOfTimestamp(time.toISOString());
}
