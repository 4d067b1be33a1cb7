import { addWorkingDays } from './calendar';
import { allFiles } from './files/allFiles';
import { textAt } from './sections';

export interface TreeFile {
  readonly path: string;
  readonly executable: boolean;
  readonly text: string;
}

/** Says which files the sample has at a moment of its history, given the commits that lie in the moment's past. */
export type TreeAt = (past: ReadonlySet<string>) => readonly TreeFile[];

/** @param lastDay the ISO date of a working day, from which all dates in the files are counted */
export function treesUntil(lastDay: string): TreeAt {
  const files = allFiles.map(({ path, executable = false, text }) => ({
    path,
    executable,
    woven: text((offset) => addWorkingDays(lastDay, offset)),
  }));
  return (past) =>
    files.flatMap(({ path, executable, woven }) => {
      const text = textAt(woven, (commit) => past.has(commit));
      return text === undefined ? [] : [{ path, executable, text }];
    });
}
