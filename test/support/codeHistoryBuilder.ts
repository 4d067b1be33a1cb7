/**
 * Builds the history of changed files in the fewest words.
 */
import {
  type CodeHistory,
  CodeHistoryBuilder,
  type CommitStatistics,
  type FileChange,
} from '../../src/core/codeHistory/codeHistory';
import { looksLikeOwnCode } from '../../src/core/codeHistory/ownCode';
import type { Commit } from '../../src/core/model/commit';

/** A commit and what it changed. */
export interface Change {
  readonly commit: Commit;
  readonly statistics: CommitStatistics;
}

/** `changed(commit('PAY-12: x'), 'src/a.ts', 'src/b.ts +10 -2', 'src/old.ts => src/new.ts')`; a file without numbers has one new line, and of one with `+?` lines were not counted. */
export function changed(commit: Commit, ...files: readonly string[]): Change {
  return { commit, statistics: { changes: files.map(fileChange), files: files.length, isMerge: false } };
}

/** The same by a merge, in comparison with its first parent. */
export function merged(commit: Commit, ...files: readonly string[]): Change {
  const change = changed(commit, ...files);
  return { ...change, statistics: { ...change.statistics, isMerge: true } };
}

export interface HistoryFields {
  /** How many are linked, where more are than known. */
  readonly linked?: number;
  readonly isUnderWay?: boolean;
  /** Files that are not there any more. */
  readonly gone?: readonly string[];
}

/** @param changes newest first */
export function codeHistory(changes: readonly Change[], fields: HistoryFields = {}): CodeHistory {
  const { linked = changes.length, isUnderWay = false, gone = [] } = fields;
  const builder = new CodeHistoryBuilder({
    isOwnCode: looksLikeOwnCode,
    isThere: (path) => !gone.includes(path),
  });
  for (const { commit, statistics } of changes) {
    builder.add(commit, statistics);
  }
  return builder.build(linked, isUnderWay);
}

function fileChange(text: string): FileChange {
  const [names = '', numbers] = text.split(/ (?=\+)/);
  const [first = '', second] = names.split(' => ');
  const [added = 1, deleted = 0] = (numbers?.match(/\d+/g) ?? []).map(Number);
  const counts = numbers === '+?' ? {} : { added, deleted };
  return second === undefined ? { path: first, ...counts } : { path: second, formerPath: first, ...counts };
}
