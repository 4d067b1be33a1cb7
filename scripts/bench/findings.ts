import { findingSums } from '../../src/core/backlog/findingSums';
import { createFindings } from '../../src/core/findings/evaluation';
import { RULES } from '../../src/core/findings/registry';
import { RoadmapReading } from '../../src/core/roadmap/reading/roadmapReading';
import {
  factsOf,
  largePlan,
  linkedTrace,
  lookAtEverything,
  STORIES,
  TODAY,
  withStatus,
  withTitle,
} from './findingsWorld';
import { type Row, rowWithLimit } from './row';
import { interleaved, Sample, timeOf } from './statistics';

const SCRATCH_ROUNDS = 15;
const EDIT_ROUNDS = 40;

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
  const [scratch = [], floor = []] = await interleaved(
    SCRATCH_ROUNDS,
    () => {
      // What was derived from a plan is remembered with it and with the names in it, so each round has its own of both.
      trace.setRoadmaps([]);
      join();
      trace.takeChange();
      return timeOf(() => createFindings(trace, RULES).update(everything, circumstances));
    },
    () => timeOf(() => lookAtEverything(trace)),
  );
  // Each edit is of the text as the one before left it, so that it is one line indeed.
  let written = text;
  const edited = (other: string) => {
    written = other;
    reading = reading.after(other);
    join();
    return timeOf(() => followed.update(trace.takeChange(), circumstances));
  };
  await edited(text);
  const sums = () => findingSums(trace.plan, (item) => followed.factCountOf(item));
  sums();
  let round = 0;
  // Apart from those from scratch: a person who types does not clear away what they leave.
  const [status = [], title = [], summed = []] = await interleaved(
    EDIT_ROUNDS,
    () => edited(withStatus(written, STORIES / 2, round++ % 2 === 0 ? 'done' : 'active')),
    () => edited(withTitle(written, Math.floor(STORIES / 3), `Title number ${round}`)),
    () => timeOf(sums),
  );
  return [
    {
      ...rowWithLimit(
        '10,000 stories and 100,000 links, all rules from scratch',
        'ms',
        new Sample(scratch).median,
        150,
      ),
      floor: { what: 'a look at each story and each link, one after the other', value: new Sample(floor).median },
    },
    rowWithLimit('another status in one line of it, to findings', 'ms', new Sample(status).median, 10),
    rowWithLimit('another title in one line of it, to findings', 'ms', new Sample(title).median, 10),
    rowWithLimit('after that, to the numbers of findings in the Roadmap view', 'ms', new Sample(summed).median, 10),
  ];
}
