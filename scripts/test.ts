import { sumOf } from './test/counts';
import { runHostLayer } from './test/hostLayer';
import { runNodeLayer } from './test/nodeLayer';
import type { Counts } from './test/reporter';
import { runUiLayer } from './test/uiLayer';
import { reportFailure } from './fail';

type RunLayer = (mochaArguments: readonly string[]) => Promise<Counts>;

/** In the order in which they run: the quick ones first. */
const layers: ReadonlyMap<string, RunLayer> = new Map<string, RunLayer>([
  ['unit', (args) => runNodeLayer({ name: 'unit', timeout: 20_000, parallel: true }, args)],
  ['engine', (args) => runNodeLayer({ name: '{engine,cli}', timeout: 30_000, parallel: true }, args)],
  ['server', (args) => runNodeLayer({ name: 'server', timeout: 30_000, parallel: false }, args)],
  ['host', runHostLayer],
  ['ui', runUiLayer],
]);

async function main(): Promise<void> {
  const { names, mochaArguments } = readArguments(process.argv.slice(2));
  const counts: Counts[] = [];
  for (const name of names) counts.push(await runLayer(name, mochaArguments));

  const { passed, failed } = sumOf(counts);
  if (passed + failed === 0) console.error('No test was run.');
  console.log(`${passed} passed, ${failed} failed`);
  if (failed > 0 || passed === 0) process.exitCode = 1;
}

/** The names of layers come first; what follows is mocha's. No name means all layers. */
function readArguments(args: readonly string[]) {
  const end = args.findIndex((arg) => !layers.has(arg));
  const names = end === -1 ? args : args.slice(0, end);
  const mochaArguments = args.slice(names.length);
  if (mochaArguments[0] !== undefined && !mochaArguments[0].startsWith('-')) {
    throw new Error(`There is no layer "${mochaArguments[0]}"; the layers are ${[...layers.keys()].join(', ')}.`);
  }
  return { names: names.length > 0 ? names : [...layers.keys()], mochaArguments };
}

/** A layer that cannot be run, or has nothing to run although nothing was left out, is one failure. */
async function runLayer(name: string, mochaArguments: readonly string[]): Promise<Counts> {
  console.log(`\n── ${name} ──`);
  try {
    const counts = await layers.get(name)?.(mochaArguments);
    if (counts === undefined || (counts.passed + counts.failed === 0 && mochaArguments.length === 0)) {
      throw new Error('It has no tests.');
    }
    return counts;
  } catch (error) {
    console.error(`The layer "${name}" failed. ${error instanceof Error ? error.message : String(error)}`);
    return { passed: 0, failed: 1 };
  }
}

main().catch(reportFailure);
