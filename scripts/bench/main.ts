import { existsSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { reportFailure } from '../fail';
import { measureColdStart } from './coldStart';
import { measureEditor } from './editor';
import { generatedTree } from './generatedTree';
import { measureFindings } from './findings';
import { measureHistory } from './history';
import { measureLeasot } from './leasot';
import { measureLinearity } from './linearity';
import { benchOptions, type BenchOptions, USAGE } from './options';
import { measureNextUp } from './nextUp';
import { measurePackage } from './packageSizes';
import { measureReactions, reactionRows } from './reactions';
import { jsonReport, type Measured, textReport } from './report';
import { measureRoadmap } from './roadmap';
import type { Row } from './row';
import { measureServer } from './server';
import { scratchCopy } from './scratchCopy';
import type { Tree } from './tree';
import { measureWarmStart } from './warmStart';
import { measureCalm, worse } from './yardstick';

/** A part of the table, measured by itself. */
interface Step {
  /** As `--only` names it. */
  readonly name: string;
  readonly measure: () => readonly Row[] | Promise<readonly Row[]>;
}

async function main(): Promise<void> {
  const options = benchOptions(process.argv.slice(2));
  if (options.help) {
    console.log(USAGE);
    return;
  }
  const tree = treeOf(options);
  const copy = scratchCopy(tree);
  try {
    const steps = stepsFor(copy, options);
    const measured: Measured[] = [];
    let before = measureCalm();
    for (const { name, measure } of steps) {
      console.error(`Measuring: ${name} …`);
      const rows = await measure();
      const after = measureCalm();
      measured.push({ rows, calm: worse(before, after) });
      before = after;
    }
    console.log(options.json ? jsonReport(tree.name, measured) : textReport(tree.name, measured));
  } finally {
    rmSync(copy.folder, { recursive: true, force: true });
  }
}

/** Those that write to the copy come after those that must see it as it was. */
function stepsFor(copy: Tree, { size, only }: BenchOptions): Step[] {
  const steps: Step[] = [
    { name: 'cold start', measure: () => measureColdStart(copy) },
    { name: 'warm start', measure: () => measureWarmStart(copy) },
    { name: 'history', measure: () => measureHistory(copy) },
    { name: 'server', measure: () => measureServer(copy) },
    { name: 'editor', measure: () => measureEditor(copy) },
    { name: 'leasot', measure: () => measureLeasot(copy) },
    { name: 'reactions', measure: async () => reactionRows(await measureReactions(copy)) },
    { name: 'roadmap', measure: measureRoadmap },
    { name: 'findings', measure: measureFindings },
    { name: 'next up', measure: measureNextUp },
    ...(size ? [{ name: 'linearity', measure: () => measureLinearity(size) }] : []),
    { name: 'package', measure: measurePackage },
  ];
  const unknown = only?.find((name) => !steps.some((step) => step.name === name));
  if (unknown !== undefined) {
    throw new Error(`There is no step "${unknown}"; the steps are ${steps.map(({ name }) => name).join(', ')}.`);
  }
  return only ? steps.filter(({ name }) => only.includes(name)) : steps;
}

function treeOf({ size, repository = '', roadmap = '' }: BenchOptions): Tree {
  if (size) {
    return generatedTree(size);
  }
  const missing = [repository, roadmap].find((path) => !existsSync(path));
  if (missing !== undefined) {
    throw new Error(`${missing} does not exist.`);
  }
  return { name: repository, folder: resolve(repository), roadmap: resolve(roadmap), key: keyOf(roadmap) };
}

/** The prefix of the first ID in a roadmap, for the commits that are made while measuring. */
function keyOf(roadmap: string): string {
  return /\b([A-Z][A-Z0-9_]*)-\d/.exec(readFileSync(roadmap, 'utf8'))?.[1] ?? 'WORK';
}

main().catch(reportFailure);
