import { nextUp } from '../../src/core/backlog/nextUp';
import { RoadmapReading } from '../../src/core/roadmap/reading/roadmapReading';
import { createPlan, type Plan } from '../../src/core/trace/plan';
import { largePlan, STORIES, withStatus } from './findingsWorld';
import { type Row, rowWithLimit } from './row';
import { interleaved, Sample, timeOf } from './statistics';

const ROUNDS = 15;

/** The ranking of *Next up* after one line of a large plan changed that scores its stories: core alone. */
export async function measureNextUp(): Promise<Row[]> {
  const text = largePlan().replace('releases:', 'scoring: 10 / estimate\nreleases:');
  let reading = RoadmapReading.of('roadmap.yaml', text);
  let plan: Plan | undefined;
  const rank = () => {
    plan = createPlan(reading.roadmap ? [reading.roadmap] : [], plan);
    return nextUp(plan).ready;
  };
  const scored = rank().filter(({ score }) => score?.value !== undefined).length;
  if (scored < STORIES / 10) {
    throw new Error(`Only ${scored} ready stories in the generated plan have a score: nothing is measured by that.`);
  }
  let round = 0;
  const [ranked = []] = await interleaved(ROUNDS, () => {
    const other = withStatus(text, STORIES / 2, round++ % 2 === 0 ? 'done' : 'planned');
    return timeOf(() => {
      reading = reading.after(other);
      rank();
    });
  });
  return [
    rowWithLimit('one line of 10,000 stories changed, to the ranking of Next up', 'ms', new Sample(ranked).median, 30),
  ];
}
