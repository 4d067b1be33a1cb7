import { findingSums } from '../../src/core/backlog/findingSums';
import { createFindings } from '../../src/core/findings/evaluation';
import { RULES } from '../../src/core/findings/registry';
import { RoadmapReading } from '../../src/core/roadmap/reading/roadmapReading';
import { factsOf, largePlan, linkedTrace, STORIES, TODAY, withStatus, withTitle } from './findingsWorld';
import { type Row, rowWithLimit } from './row';
import { interleaved, Sample, timeOf } from './statistics';

const ROUNDS = 15;

/**
 * All rules on a large plan with many links and all facts, from nothing and after one line of the roadmap changed: core alone,
 * nothing is read.
 */
export async function measureFindings(): Promise<Row[]> {
  const text = largePlan();
  let reading = RoadmapReading.of('roadmap.yaml', text);
  const { roadmap } = reading;
  if (!roadmap) {
    throw new Error('The generated plan cannot be read.');
  }
  const trace = linkedTrace(roadmap);
  const join = () => trace.setRoadmaps([reading.roadmap].flatMap((each) => each ?? []));
  trace.takeChange();
  const circumstances = { today: TODAY, historyKnown: true, facts: factsOf(trace, roadmap) };
  const followed = createFindings(trace, RULES);
  const everything = { plan: true, roadmaps: new Set<string>(), ids: new Set<string>(), files: new Set<string>() };
  followed.update(everything, circumstances);
  if (followed.all().length < STORIES / 100) {
    throw new Error(`Only ${followed.all().length} findings in the generated plan: nothing is measured by that.`);
  }
  const edited = (other: string) => {
    reading = reading.after(other);
    join();
    return timeOf(() => followed.update(trace.takeChange(), circumstances));
  };
  const sums = () => findingSums(trace.plan, (item) => followed.factCountOf(item));
  sums();
  let round = 0;
  const [scratch = [], status = [], title = [], summed = []] = await interleaved(
    ROUNDS,
    () => {
      // What was derived from a plan is remembered with it, so each round has its own.
      join();
      trace.takeChange();
      return timeOf(() => createFindings(trace, RULES).update(everything, circumstances));
    },
    () => edited(withStatus(text, STORIES / 2, round++ % 2 === 0 ? 'done' : 'active')),
    () => edited(withTitle(text, Math.floor(STORIES / 3), `Title number ${round}`)),
    () => timeOf(sums),
  );
  return [
    rowWithLimit('10,000 stories and 100,000 links, all rules from scratch', 'ms', new Sample(scratch).median, 150),
    rowWithLimit('another status in one line of it, to findings', 'ms', new Sample(status).median, 10),
    rowWithLimit('another title in one line of it, to findings', 'ms', new Sample(title).median, 10),
    rowWithLimit('after that, to the numbers of findings in the Roadmap view', 'ms', new Sample(summed).median, 10),
  ];
}
