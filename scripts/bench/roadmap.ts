import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RoadmapReading } from '../../src/core/roadmap/reading/roadmapReading';
import { readRoadmap } from '../../src/core/roadmap/readRoadmap';
import { createPlan } from '../../src/core/trace/plan';
import { openEngine } from '../../src/engine/engine';
import { ENGINE_OPTIONS } from './engineOptions';
import { randomNumbers } from './randomNumbers';
import { type RoadmapFormat, roadmapText } from './roadmapText';
import { type Row, rowWithLimit } from './row';
import { interleaved, Sample, timeOf } from './statistics';

const ROUNDS = 15;
const STORIES = 10_000;

const FORMATS: readonly (readonly [format: RoadmapFormat, name: string])[] = [
  ['yaml', 'YAML'],
  ['json', 'JSON'],
  ['md', 'Markdown'],
];

/** A roadmap of 10,000 stories in each format: read from nothing, and one of its lines changed. */
export async function measureRoadmap(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [format, name] of FORMATS) {
    rows.push(...(await measureFormat(format, name)));
  }
  return rows;
}

async function measureFormat(format: RoadmapFormat, name: string): Promise<Row[]> {
  const path = `roadmap.${format}`;
  const text = roadmapText('WORK', STORIES, randomNumbers(1), format);
  let round = 0;
  const edited = () => text.replace('As a customer', `${round++} As a customer`);
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'waymark-bench-roadmap-')));
  writeFileSync(join(folder, path), text);
  const engine = openEngine(folder, ENGINE_OPTIONS);
  try {
    await engine.idle();
    const items = engine.trace.plan.workItems.length;
    if (items !== STORIES * 1.1) {
      throw new Error(`The ${name} roadmap was read as ${items} items, which is not what was written.`);
    }
    let reading = RoadmapReading.of(path, text);
    const [parse = [], plan = [], findings = []] = await interleaved(
      ROUNDS,
      () => timeOf(() => readRoadmap(path, text)),
      () =>
        timeOf(() => {
          reading = reading.after(edited());
          createPlan([reading.roadmap].flatMap((roadmap) => roadmap ?? []));
        }),
      () =>
        timeOf(() => {
          engine.changeDocument(path, edited());
          return engine.idle();
        }),
    );
    return [
      rowWithLimit(`10,000 stories in ${name}, parse`, 'ms', new Sample(parse).median, 250),
      rowWithLimit(`one line of it in ${name}, to the new plan`, 'ms', new Sample(plan).median, 30),
      rowWithLimit(`one line of it in ${name}, to findings out`, 'ms', new Sample(findings).median, 30),
    ];
  } finally {
    engine.dispose();
    rmSync(folder, { recursive: true, force: true });
  }
}
