import { join } from 'node:path';
import { createTagSet } from '../../src/core/annotations/tags';
import { openEngine } from '../../src/engine/engine';
import { decidingPatterns } from '../../src/engine/files/patternMatcher';
import { projectFolder } from '../project';
import { hasProgram, timeOfProgram } from './commands';
import { ENGINE_OPTIONS } from './engineOptions';
import { LOG } from './history';
import { type Row, rowAgainstFloor } from './row';
import { interleaved, Sample, timeOf } from './statistics';
import type { Tree } from './tree';

const ROUNDS = 9;

/** Everything known of a tree, from nothing: as a whole process, and within one that runs already. */
export async function measureColdStart(tree: Tree): Promise<Row[]> {
  const words = await wordsOf(tree);
  const commandLine = [
    join(projectFolder, 'dist/cli.js'),
    'check',
    tree.folder,
    '--format',
    'json',
    '--fail-on',
    'never',
    '--no-cache',
  ];
  const patterns = words.flatMap((word) => ['-e', word]);
  const withRipgrep = hasProgram('rg');
  const [git = [], ripgrep = [], log = [], cli = [], engine = []] = await interleaved(
    ROUNDS,
    () => timeOfProgram('git', ['grep', '-lF', ...patterns], tree.folder),
    () => (withRipgrep ? timeOfProgram('rg', ['-lF', '--hidden', ...patterns, '.'], tree.folder) : Infinity),
    () => timeOfProgram('git', LOG, tree.folder),
    () => timeOfProgram(process.execPath, commandLine, tree.folder),
    () => timeOf(() => coldEngine(tree)),
  );
  const search = git.map((time, round) => Math.min(time, ripgrep[round] ?? Infinity));
  const floor = new Sample(search.map((time, round) => time + (log[round] ?? 0)));
  const searcher = new Sample(ripgrep).median < new Sample(git).median ? '`rg -lF`' : '`git grep -lF`';
  const floorName = `${searcher} of the same ${words.length} words, then \`git log\` of the same fields`;
  const against = { floorName, floor, factor: 1.5, extra: 150 };
  return [
    rowAgainstFloor({ what: 'cold start, command line', measured: new Sample(cli), ...against }),
    rowAgainstFloor({ what: 'cold start, engine', measured: new Sample(engine), ...against }),
  ];
}

export async function coldEngine(tree: Tree): Promise<void> {
  const engine = openEngine(tree.folder, ENGINE_OPTIONS);
  await engine.idle();
  engine.dispose();
}

/** What is searched for in this tree, before any file is read. */
export async function wordsOf(tree: Tree): Promise<readonly string[]> {
  const engine = openEngine(tree.folder, { ...ENGINE_OPTIONS, gitNotAllowed: 'Only the words are wanted.' });
  await engine.idle();
  const patterns = decidingPatterns([...createTagSet().searchPatterns, ...engine.finder.searchPatterns]);
  engine.dispose();
  return patterns.map(({ text }) => text);
}
