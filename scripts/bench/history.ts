import { createIdFinder } from '../../src/core/ids/idFinder';
import { vocabularyOf } from '../../src/core/ids/vocabulary';
import { Trace } from '../../src/core/trace/trace';
import { History } from '../../src/engine/history';
import { timeOfProgram } from './commands';
import { type Row, rowAgainstFloor } from './row';
import { interleaved, Sample, timeOf } from './statistics';
import type { Tree } from './tree';

/** The fields that the engine reads of each commit. */
export const LOG = ['log', '-z', '--format=tformat:%H%x00%P%x00%aN%x00%aE%x00%aI%x00%ct%x00%B'];

/** All commits read, their messages looked through, and joined. */
export async function measureHistory(tree: Tree): Promise<Row[]> {
  let commits = 0;
  const [log = [], history = []] = await interleaved(
    9,
    () => timeOfProgram('git', LOG, tree.folder),
    () =>
      timeOf(async () => {
        const trace = new Trace();
        const reader = new History({ folder: tree.folder, trace, gitAllowed: true, unavailableAtFirst: '' });
        await reader.open(false);
        const finder = createIdFinder(vocabularyOf([tree.key], []));
        await reader.follow(finder, { again: true, signal: new AbortController().signal });
        reader.dispose();
        commits = trace.commitCount;
      }),
  );
  return [
    rowAgainstFloor({
      what: `history of ${commits} commits`,
      measured: new Sample(history),
      floorName: '`git log` of the same fields to nowhere',
      floor: new Sample(log),
      factor: 1.25,
      extra: 0,
    }),
  ];
}
