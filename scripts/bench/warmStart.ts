import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { projectFolder } from '../project';
import { wordsOf } from './coldStart';
import { hasProgram, pathOfProgram, timeOfProgram } from './commands';
import { type Row, rowAgainstFloor, rowWithLimit, rowWithout } from './row';
import { interleaved, Sample } from './statistics';
import type { Tree } from './tree';

const ROUNDS = 9;
const WHAT = 'warm start, command line';
const TARGET = '<= 1.3 x floor + 150 ms';

/** The command line where nothing changed since it last ran, with a cache folder of its own. */
export async function measureWarmStart(tree: Tree): Promise<Row[]> {
  const cache = realpathSync(mkdtempSync(join(tmpdir(), 'waymark-bench-cache-')));
  const environment = { ...process.env, XDG_CACHE_HOME: cache, LOCALAPPDATA: cache };
  try {
    timeOfProgram(process.execPath, commandLine(tree), tree.folder, environment);
    if (readdirSync(cache).length === 0) {
      return [rowWithout(WHAT, TARGET, 'the command line keeps no cache in the folder for caches')];
    }
    const row = await against(tree, environment);
    return [row, gitCalls(tree, environment, cache)];
  } finally {
    rmSync(cache, { recursive: true, force: true });
  }
}

async function against(tree: Tree, environment: NodeJS.ProcessEnv): Promise<Row> {
  const patterns = (await wordsOf(tree)).flatMap((word) => ['-e', word]);
  const withRipgrep = hasProgram('rg');
  const [git = [], ripgrep = [], warm = [], cold = []] = await interleaved(
    ROUNDS,
    () => timeOfProgram('git', ['grep', '-lF', ...patterns], tree.folder),
    () => (withRipgrep ? timeOfProgram('rg', ['-lF', '--hidden', ...patterns, '.'], tree.folder) : Infinity),
    () => timeOfProgram(process.execPath, commandLine(tree), tree.folder, environment),
    () => timeOfProgram(process.execPath, [...commandLine(tree), '--no-cache'], tree.folder, environment),
  );
  return rowAgainstFloor({
    what: WHAT,
    measured: new Sample(warm),
    floorName: '`git grep -lF` or `rg -lF` of the same words, whichever is faster',
    floor: new Sample(git.map((time, round) => Math.min(time, ripgrep[round] ?? Infinity))),
    factor: 1.3,
    extra: 150,
    note: `without the cache it takes ${new Sample(cold).median.toFixed(0)} ms`,
  });
}

function commandLine(tree: Tree): string[] {
  return [join(projectFolder, 'dist/cli.js'), 'check', tree.folder, '--format', 'json', '--fail-on', 'never'];
}

/** Counts by a program named git that writes a line before it becomes the real one. */
function gitCalls(tree: Tree, environment: NodeJS.ProcessEnv, cache: string): Row {
  const what = 'warm start, calls of git';
  const git = pathOfProgram('git');
  if (process.platform === 'win32' || git === undefined) {
    return rowWithout(what, '<= 1', 'they can be counted only where a script can stand in for git');
  }
  const folder = join(cache, 'counting');
  const log = join(folder, 'calls');
  mkdirSync(folder);
  writeFileSync(join(folder, 'git'), `#!/bin/sh\necho "$*" >> '${log}'\nexec '${git}' "$@"\n`);
  chmodSync(join(folder, 'git'), 0o755);
  const path = `${folder}${delimiter}${environment['PATH'] ?? ''}`;
  const run = () => timeOfProgram(process.execPath, commandLine(tree), tree.folder, { ...environment, PATH: path });
  // A history is read anew when it was another git that told it before.
  run();
  rmSync(log, { force: true });
  run();
  const calls = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [];
  const words = calls.map((call) => /(?:^| )(?!-)(\w[\w-]*)(?= |$)/.exec(call.replace(/-c \S+/g, ''))?.[1] ?? call);
  return rowWithLimit(what, '', calls.length, 1, words.length > 0 ? words.join(', ') : undefined);
}
