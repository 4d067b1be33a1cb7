import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Engine, openEngine } from '../../src/engine/engine';
import { runGit } from './commands';
import { ENGINE_OPTIONS } from './engineOptions';
import { type Row, rowWithLimit } from './row';
import { Sample, timeOf } from './statistics';
import type { Tree } from './tree';

/** From an event to the findings that follow from it, in milliseconds. */
export interface Reactions {
  readonly save: Sample;
  readonly saveOpen: Sample;
  readonly keystroke: Sample;
  /** From the end of `git commit`. */
  readonly commit: Sample;
  /** Of that, what was done once the commit was noticed. */
  readonly commitWork: Sample;
}

/** Writes to the tree, which must be a copy. */
export async function measureReactions(tree: Tree, repetitions = 200): Promise<Reactions> {
  const engine = openEngine(tree.folder, { ...ENGINE_OPTIONS, watch: true });
  try {
    await engine.idle();
    const save = await saveAgain(engine, tree, repetitions);
    const keystroke = await type(engine, tree, repetitions);
    const saveOpen = await saveAgain(engine, tree, repetitions, LONG_FILE);
    return { save, keystroke, saveOpen, ...(await commitAgain(engine, tree, Math.ceil(repetitions / 5))) };
  } finally {
    engine.dispose();
  }
}

export function reactionRows({ save, saveOpen, keystroke, commit, commitWork }: Reactions): Row[] {
  const work = `${commitWork.p95.toFixed(1)} ms (p95) of it is work, the rest is waiting until git has finished`;
  return [
    rowWithLimit('one saved file, p95', 'ms', save.p95, 10),
    rowWithLimit('one saved file of 10,000 lines that is open, p95', 'ms', saveOpen.p95, 10),
    rowWithLimit('one keystroke in 10,000 lines, p95', 'ms', keystroke.p95, 10),
    rowWithLimit('one new commit, p95', 'ms', commit.p95, 50, work),
  ];
}

async function saveAgain(engine: Engine, tree: Tree, repetitions: number, path = markedFile(engine)): Promise<Sample> {
  const file = join(tree.folder, path);
  const text = readFileSync(file, 'utf8');
  const times: number[] = [];
  for (let index = 0; index < repetitions; index++) {
    writeFileSync(file, `${text}// TODO(${tree.key}-${1 + (index % 20)}): number ${index}\n`);
    times.push(
      await timeOf(() => {
        engine.filesChanged([path]);
        return engine.idle();
      }),
    );
  }
  return new Sample(times);
}

function markedFile(engine: Engine): string {
  const files = [...engine.trace.files.values()].filter(({ path }) => !/\.(?:md|ya?ml)$/.test(path));
  const found = files.find(({ annotations }) => annotations.length > 0) ?? files[0];
  if (!found) {
    throw new Error('The tree holds no annotation and no ID, so nothing can be measured on it.');
  }
  return found.path;
}

const LONG_FILE = 'waymark-bench-long.ts';

const PLAIN_LINES = [
  '  const total = sum(price * quantity, "no // comment");',
  '  if (total > limit / 2 && order.isOpen()) {',
  '    return format(`${total} of ${limit}`, /\\d+/g);',
  '  }',
  '',
  "  const names = orders.map((order) => order.name ?? 'nobody');",
];

async function type(engine: Engine, tree: Tree, repetitions: number): Promise<Sample> {
  const lines = Array.from({ length: 10_000 }, (_, index) =>
    index % 100 === 7
      ? `  // TODO(${tree.key}-${1 + (index % 97)}): round in the same way everywhere`
      : index % 9 === 0
        ? '  // Sums up what was ordered.'
        : (PLAIN_LINES[index % PLAIN_LINES.length] ?? ''),
  );
  const text = `${lines.join('\n')}\n`;
  writeFileSync(join(tree.folder, LONG_FILE), text);
  engine.filesChanged([LONG_FILE]);
  engine.changeDocument(LONG_FILE, text);
  await engine.idle();
  const times: number[] = [];
  for (let index = 0; index < repetitions; index++) {
    const typed = `${text.slice(0, text.length / 2)}${'x'.repeat(1 + (index % 7))}${text.slice(text.length / 2)}`;
    times.push(
      await timeOf(() => {
        engine.changeDocument(LONG_FILE, typed);
        return engine.idle();
      }),
    );
  }
  return new Sample(times);
}

async function commitAgain(
  engine: Engine,
  tree: Tree,
  repetitions: number,
): Promise<Pick<Reactions, 'commit' | 'commitWork'>> {
  const times: number[] = [];
  const work: number[] = [];
  for (let index = 0; index < repetitions; index++) {
    const seen = nextHistory(engine);
    runGit(tree.folder, ['commit', '-q', '--allow-empty', '--no-gpg-sign', '-m', `${tree.key}-${1 + index}: commit`]);
    times.push(await timeOf(() => seen));
    await engine.idle();
    const { history = 0, findings = 0 } = engine.status.timings;
    work.push(history + findings);
  }
  return { commit: new Sample(times), commitWork: new Sample(work) };
}

/** Resolves when the engine tells that the history is another one; the deadline also keeps this process alive meanwhile. */
function nextHistory(engine: Engine): Promise<void> {
  return new Promise((resolve, reject) => {
    const deadline = setTimeout(() => reject(new Error('The engine did not notice a commit in 10 s.')), 10_000);
    const stop = engine.onDidChange(({ history }) => {
      if (history) {
        clearTimeout(deadline);
        stop();
        resolve();
      }
    });
  });
}
