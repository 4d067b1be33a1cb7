import type { Release, WorkItem } from '../../model/roadmap';
import { nameOf } from '../../findings/wording';
import { openStoriesOf, releaseFor, storiesByRelease } from '../../planning/releases';
import type { Plan } from '../../trace/plan';
import { ANSWER, type FixKind, type RoadmapStep } from '../fix';
import { addressOf, itemOf, workOf } from '../subjects';

/** Plans an item for the next release, or for one that the person picks. */
export const moveToRelease: FixKind = (finding, context) => {
  const item = workOf(finding, context);
  const { plan } = context.trace;
  if (!item || plan.releases.length === 0) {
    return [];
  }
  const next = nextRelease(releaseFor(item, plan), plan, context.today);
  return [
    ...(next ? [{ title: `Move ${nameOf(item)} to ${next.id}`, edit: { roadmap: [releaseStep(item, next.id)] } }] : []),
    {
      title: `Move ${nameOf(item)} to another release…`,
      question: { needs: 'release', prompt: `The release of ${nameOf(item)}` },
      edit: { roadmap: [releaseStep(item, ANSWER)] },
    },
  ];
};

/** Plans what a release has not finished for the next one. */
export const moveOpenStories: FixKind = (finding, context) => {
  const release = itemOf(finding, context);
  const { plan } = context.trace;
  if (release?.kind !== 'release') {
    return [];
  }
  const open = openStoriesOf(storiesByRelease(plan).get(release) ?? [], plan);
  const next = nextRelease(release, plan, context.today);
  if (!next || open.length === 0) {
    return [];
  }
  const what = open.length === 1 && open[0] ? nameOf(open[0]) : `the ${open.length} open stories of ${release.id}`;
  return [{ title: `Move ${what} to ${next.id}`, edit: { roadmap: open.map((story) => releaseStep(story, next.id)) } }];
};

/** The first release after this one that is not over; undefined: there is none with a date. */
function nextRelease(from: Release | undefined, plan: Plan, today: number): Release | undefined {
  const after = Math.max(from?.date?.last ?? Number.NEGATIVE_INFINITY, today);
  return plan.releases
    .filter(
      ({ date, status }) => date && date.last > after && status?.category !== 'done' && status?.category !== 'dropped',
    )
    .sort((a, b) => (a.date?.last ?? 0) - (b.date?.last ?? 0))[0];
}

function releaseStep(item: WorkItem, to: string): RoadmapStep {
  return { kind: 'setField', item: addressOf(item), field: 'release', value: to };
}
