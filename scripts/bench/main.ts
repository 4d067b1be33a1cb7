import { existsSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { reportFailure } from '../fail';
import { measureColdStart } from './coldStart';
import { type GeneratedSize, generatedTree } from './generatedTree';
import { measureHistory } from './history';
import { measureLinearity } from './linearity';
import { measurePackage } from './packageSizes';
import { measureReactions, reactionRows } from './reactions';
import { jsonReport, textReport } from './report';
import { measureRoadmap } from './roadmap';
import { notBuiltRows } from './row';
import type { Row } from './row';
import { measureServer } from './server';
import { scratchCopy } from './scratchCopy';
import type { Tree } from './tree';
import { measureCalm } from './yardstick';

const USAGE = `npm run bench -- [--repository FOLDER --roadmap FILE] [--files N] [--commits N] [--stories N] [--json]

Measures Waymark against the floor of the same machine in the same run: on a generated tree, or on a copy of the last
commit of a repository (which is never written to) with a roadmap of yours.`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      repository: { type: 'string' },
      roadmap: { type: 'string' },
      files: { type: 'string', default: '6500' },
      commits: { type: 'string', default: '14000' },
      stories: { type: 'string', default: '300' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const size = { files: count(values.files), commits: count(values.commits), stories: count(values.stories) };
  const tree = await treeOf(values.repository, values.roadmap, size);
  const copy = scratchCopy(tree);
  try {
    const before = measureCalm();
    const rows = await measureAll(copy, values.repository === undefined ? size : undefined);
    const calm = before.and(measureCalm());
    console.log(values.json ? jsonReport(tree, rows, calm) : textReport(tree, rows, calm));
  } finally {
    rmSync(copy.folder, { recursive: true, force: true });
  }
}

async function measureAll(copy: Tree, generated: GeneratedSize | undefined): Promise<Row[]> {
  const rows: Row[] = [];
  const step = async (words: string, measure: () => Row[] | Promise<Row[]>): Promise<void> => {
    console.error(`Measuring ${words} …`);
    rows.push(...(await measure()));
  };
  await step('the cold start', () => measureColdStart(copy));
  await step('the history', () => measureHistory(copy));
  await step('reactions', async () => reactionRows(await measureReactions(copy)));
  await step('a roadmap of 10,000 stories', measureRoadmap);
  if (generated) {
    await step('half the tree against all of it', () => measureLinearity(generated));
  }
  await step('the server', () => measureServer(copy));
  await step('the package', measurePackage);
  return [...rows, ...notBuiltRows()];
}

async function treeOf(repository: string | undefined, roadmap: string | undefined, size: GeneratedSize): Promise<Tree> {
  if (repository === undefined) {
    return generatedTree(size);
  }
  if (roadmap === undefined || !existsSync(roadmap)) {
    throw new Error('Name the roadmap for the repository with --roadmap FILE.');
  }
  return { name: repository, folder: resolve(repository), roadmap: resolve(roadmap), key: keyOf(roadmap) };
}

/** The prefix of the first ID in a roadmap, for the commits that are made while measuring. */
function keyOf(roadmap: string): string {
  return /\b([A-Z][A-Z0-9_]*)-\d/.exec(readFileSync(roadmap, 'utf8'))?.[1] ?? 'WORK';
}

function count(text: string): number {
  const value = Number(text.replaceAll(/[_,]/g, ''));
  if (!Number.isSafeInteger(value) || value < 10) {
    throw new Error(`"${text}" is not a number of at least 10.`);
  }
  return value;
}

main().catch(reportFailure);
