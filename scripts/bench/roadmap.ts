import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readRoadmap } from '../../src/core/roadmap/readRoadmap';
import { createPlan } from '../../src/core/trace/plan';
import { openEngine } from '../../src/engine/engine';
import { ENGINE_OPTIONS } from './engineOptions';
import { randomNumbers } from './randomNumbers';
import { roadmapText } from './roadmapText';
import { type Row, rowWithLimit } from './row';
import { interleaved, Sample, timeOf } from './statistics';

const ROUNDS = 15;

/** A roadmap of 10,000 stories: read from nothing, and one of its lines changed. */
export async function measureRoadmap(): Promise<Row[]> {
  const text = roadmapText('WORK', 10_000, randomNumbers(1));
  let round = 0;
  const edited = () => text.replace('title: As a customer', `title: ${round++} As a customer`);
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'waymark-bench-roadmap-')));
  writeFileSync(join(folder, 'roadmap.yaml'), text);
  const engine = openEngine(folder, ENGINE_OPTIONS);
  try {
    await engine.idle();
    const [parse = [], plan = [], findings = []] = await interleaved(
      ROUNDS,
      () => timeOf(() => readRoadmap('roadmap.yaml', text)),
      () => timeOf(() => createPlan([readRoadmap('roadmap.yaml', edited())].flatMap((roadmap) => roadmap ?? []))),
      () =>
        timeOf(() => {
          engine.changeDocument('roadmap.yaml', edited());
          return engine.idle();
        }),
    );
    return [
      rowWithLimit('roadmap of 10,000 stories, parse', 'ms', new Sample(parse).median, 250),
      rowWithLimit('one line of it, to the new plan', 'ms', new Sample(plan).median, 30),
      rowWithLimit('one line of it, to findings out', 'ms', new Sample(findings).median, 30),
    ];
  } finally {
    engine.dispose();
    rmSync(folder, { recursive: true, force: true });
  }
}
