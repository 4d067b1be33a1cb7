import { rmSync } from 'node:fs';
import { coldEngine } from './coldStart';
import { type GeneratedSize, generatedTree } from './generatedTree';
import { measureReactions } from './reactions';
import type { Row } from './row';
import { scratchCopy } from './scratchCopy';
import { interleaved, Sample, timeOf } from './statistics';
import type { Tree } from './tree';

/** The whole tree against one of half its size: reading grows with it, reacting does not. */
export async function measureLinearity(size: GeneratedSize): Promise<Row[]> {
  const halfSize = { files: half(size.files), commits: half(size.commits), stories: half(size.stories) };
  const [all, part] = [scratchCopy(generatedTree(size)), scratchCopy(generatedTree(halfSize))];
  try {
    const [coldAll = [], coldPart = []] = await interleaved(
      7,
      () => timeOf(() => coldEngine(all)),
      () => timeOf(() => coldEngine(part)),
    );
    return [
      growthRow('cold start, twice the tree', new Sample(coldAll), new Sample(coldPart), 2.1),
      ...(await reactionGrowth(all, part)),
    ];
  } finally {
    rmSync(all.folder, { recursive: true, force: true });
    rmSync(part.folder, { recursive: true, force: true });
  }
}

async function reactionGrowth(all: Tree, part: Tree): Promise<Row[]> {
  const large = await measureReactions(all, 100);
  const small = await measureReactions(part, 100);
  return [
    growthRow('one saved file, twice the tree', large.save, small.save, 1.25),
    growthRow('one keystroke, twice the tree', large.keystroke, small.keystroke, 1.25),
    growthRow('one new commit, twice the tree', large.commitWork, small.commitWork, 1.25),
  ];
}

/** Judges only when the slow and the quick repetitions of both sizes agree. */
function growthRow(what: string, all: Sample, part: Sample, limit: number): Row {
  const ratio = all.median / part.median;
  const sure = all.high / part.low <= limit === all.low / part.high <= limit;
  return {
    what,
    unit: 'ms',
    value: all.median,
    floor: { what: 'the same on half the tree', value: part.median },
    target: `<= ${limit} x half`,
    allowed: limit * part.median,
    verdict: sure ? (ratio <= limit ? 'met' : 'missed') : 'too noisy',
  };
}

function half(count: number): number {
  return Math.round(count / 2);
}
