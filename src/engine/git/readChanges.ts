import { t } from '../../core/words/t';
import type { CommitStatistics, FileChange } from '../../core/codeHistory/codeHistory';
import { describeGitFailure } from './gitFailure';
import { nulFieldReader } from './nulFieldReader';
import type { Repository } from './repository';
import { runGit } from './runGit';
import { isSha } from './sha';

export interface ChangesRequest {
  /** `lines` takes git milliseconds for each commit, `names` about a tenth of that. */
  readonly count: 'names' | 'lines';
  /** Whole hashes. */
  readonly shas: readonly string[];
  /** Called for each commit once all of it is known, in the order of {@link shas}. */
  readonly onCommit: (sha: string, statistics: CommitStatistics) => void;
  readonly signal?: AbortSignal | undefined;
}

/** More paths of one commit are never kept: what changes so much says nothing of a file. */
const MOST_PATHS = 2_000;

/**
 * Reads which files of the open folder commits changed, and if wanted by how many lines. A first commit is compared with nothing, a
 * merge with its first parent: that is what it brought to the branch. Renames are found; a file that came from outside the
 * folder is a new one.
 *
 * @returns why not all of it could be read, in one sentence; undefined when it could
 * @throws the signal's reason when aborted; commits that were told until then are sound
 */
export async function readChanges(
  repository: Repository,
  { shas, count, onCommit, signal }: ChangesRequest,
): Promise<string | undefined> {
  const { git: program, root: folder, prefix } = repository;
  const parser = new ChangesParser(prefix, onCommit);
  const read = nulFieldReader(1, (records) => records.forEach(([field = '']) => parser.take(field)));
  const outcome = await runGit({
    program,
    folder,
    args: [...CALL, count === 'lines' ? '--numstat' : '--name-status', ...OPTIONS],
    input: `${shas.filter(isSha).join('\n')}\n`,
    onOutput: read,
    signal,
  });
  if (outcome.exitCode !== 0) {
    return describeGitFailure(t('read what commits of {0} changed', folder), outcome, program.deadlineMs);
  }
  parser.end();
  return undefined;
}

/** No configuration may choose otherwise, run a program, or find renames among so many files that it takes minutes. */
const CALL = [
  '-c',
  'log.diffMerges=first-parent',
  'log',
  '--no-walk=unsorted',
  '--stdin',
  '-m',
  '--first-parent',
  '--root',
];

const OPTIONS = [
  '-z',
  '-M',
  '-l400',
  '-O/dev/null',
  '--no-color',
  '--no-ext-diff',
  '--no-textconv',
  '--no-show-signature',
  '--no-notes',
  '--ignore-submodules=all',
  '--format=tformat:%x00%H%x00%P',
];

/** Without numbers and a path. */
const STATUS = /^\n?([A-Z])\d*$/;

/**
 * Puts commits together from the fields between NULs: an empty one, hash and parents; then for each file either
 * `added<tab>deleted<tab>path`, where an empty path is followed by the former and the new one; or a status such as `M` followed
 * by the path, or one such as `R90` followed by the former and the new one.
 */
class ChangesParser {
  private sha: string | undefined;
  private isMerge = false;
  private files = 0;
  private changes: FileChange[] = [];
  private awaits: 'sha' | 'parents' | 'file' | 'former' | 'path' = 'file';
  private counts: Pick<FileChange, 'added' | 'deleted'> = {};
  private former: string | undefined;

  constructor(
    private readonly prefix: string,
    private readonly onCommit: ChangesRequest['onCommit'],
  ) {}

  take(field: string): void {
    switch (this.awaits) {
      case 'sha':
        this.sha = field;
        this.awaits = 'parents';
        return;
      case 'parents':
        this.isMerge = field.includes(' ');
        this.awaits = 'file';
        return;
      case 'former':
        this.former = field;
        this.awaits = 'path';
        return;
      case 'path':
        this.note(field, this.former);
        this.former = undefined;
        this.awaits = 'file';
        return;
      case 'file':
        this.takeFile(field);
    }
  }

  /** After the last field: only then is the last commit known to be whole. */
  end(): void {
    if (this.sha !== undefined) {
      const { changes, files, isMerge } = this;
      this.onCommit(this.sha, { changes, files, isMerge });
    }
    this.sha = undefined;
    this.changes = [];
    this.files = 0;
  }

  private takeFile(field: string): void {
    if (field === '') {
      this.end();
      this.awaits = 'sha';
      return;
    }
    const status = STATUS.exec(field);
    if (status) {
      this.counts = {};
      this.awaits = status[1] === 'R' || status[1] === 'C' ? 'former' : 'path';
      return;
    }
    const [added = '', deleted = '', ...path] = field.split('\t');
    this.counts = { added: Number(added) || 0, deleted: Number(deleted) || 0 };
    if (path.length === 1 && path[0] === '') {
      this.awaits = 'former';
    } else {
      this.note(path.join('\t'), undefined);
    }
  }

  private note(whole: string, former: string | undefined): void {
    const { prefix } = this;
    if (!whole.startsWith(prefix)) {
      return;
    }
    this.files++;
    if (this.changes.length < MOST_PATHS) {
      const formerPath = former?.startsWith(prefix) ? former.slice(prefix.length) : undefined;
      this.changes.push({
        path: whole.slice(prefix.length),
        ...this.counts,
        ...(formerPath !== undefined && { formerPath }),
      });
    }
  }
}
