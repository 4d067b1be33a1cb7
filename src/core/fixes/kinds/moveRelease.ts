import { t } from '../../words/t';
import type { Finding } from '../../model/finding';
import type { Release, WorkItem } from '../../model/roadmap';
import { nameOf } from '../../findings/wording';
import { openStoriesOf, releaseFor, storiesByRelease } from '../../planning/releases';
import type { Plan } from '../../trace/plan';
import { ANSWER, type Fix, type FixContext, type FixKind, type RoadmapStep } from '../fix';
import { addressOf, itemOf, relatedWork, workOf } from '../subjects';

/** Plans an item for the next release, or for one that the person picks. */
export const moveToRelease: FixKind = (finding, context) => {
  const item = workOf(finding, context);
  const { plan } = context.trace;
  const now = item && releaseFor(item, plan);
  if (!item || !hasOther(now, plan)) {
    return [];
  }
  const next = nextRelease(now, finding, context);
  return [
    ...(next
      ? [{ title: t('Move {0} to {1}', nameOf(item), next.id), edit: { roadmap: [releaseStep(item, next.id)] } }]
      : []),
    {
      title: t('Move {0} to another release…', nameOf(item)),
      question: { needs: 'release', prompt: t('The release of {0}', nameOf(item)) },
      edit: { roadmap: [releaseStep(item, ANSWER)] },
    },
  ];
};

/** The same of an item with a date of its own that is no longer true: it goes by its release then. */
export const moveToReleaseAnew: FixKind = (finding, context) => {
  const item = workOf(finding, context);
  return moveToRelease(finding, context).map((fix) => ({
    ...fix,
    title: fix.question
      ? t('{0} and take its due date out…', fix.title.replace(/…$/, ''))
      : t('{0} and take its due date out', fix.title),
    edit: { roadmap: [...(fix.edit.roadmap ?? []), ...(item ? [withoutDue(item)] : [])] },
  }));
};

/** The same where it is its release that the item ends too late for. */
export const moveOutOfRelease: FixKind = (finding, context) => {
  const item = workOf(finding, context);
  const { proposal } = finding;
  const release = item && releaseFor(item, context.trace.plan);
  const end = proposal ? proposal.day : (item?.due?.first ?? 0);
  const isTooLate = [release?.date, release?.freeze].some((limit) => limit && limit.last < end);
  return isTooLate && proposal?.field !== 'due' ? moveToRelease(finding, context) : [];
};

/** Plans what a release has not finished for the next one. */
export const moveOpenStories: FixKind = (finding, context) => {
  const release = itemOf(finding, context);
  const { plan } = context.trace;
  if (release?.kind !== 'release') {
    return [];
  }
  return moveAll(openStoriesOf(storiesByRelease(plan).get(release) ?? [], plan), 'all', finding, context);
};

/** Plans what a finding names of a release for the next one: all of it, and, as that may be too much, the last of it alone. */
export const moveNamedStories: FixKind = (finding, context) => {
  const release = itemOf(finding, context);
  const { plan } = context.trace;
  const named = relatedWork(finding, context).filter((item) => release && releaseFor(item, plan) === release);
  const open = openStoriesOf(named, plan);
  const last = open.at(-1);
  return [
    ...(last && open.length > 1 ? moveAll([last], 'these', finding, context) : []),
    ...moveAll(open, 'these', finding, context),
  ];
};

/** @param which of the release's stories they are, where they are several */
function moveAll(open: readonly WorkItem[], which: 'all' | 'these', finding: Finding, context: FixContext): Fix[] {
  const { plan } = context.trace;
  const [first] = open;
  const release = first && releaseFor(first, plan);
  if (!first) {
    return [];
  }
  const next = nextRelease(release, finding, context);
  const what =
    open.length === 1
      ? nameOf(first)
      : which === 'all'
        ? t('all {0} open stories of {1}', open.length, release?.id ?? '')
        : t('these {0} open stories', open.length);
  const to = (name: string | undefined): Fix['edit'] => ({ roadmap: open.map((story) => releaseStep(story, name)) });
  return [
    ...(next ? [{ title: t('Move {0} to {1}', what, next.id), edit: to(next.id) }] : []),
    ...(hasOther(release, plan)
      ? [
          {
            title: t('Move {0} to another release…', what),
            question: { needs: 'release' as const, prompt: t('The release of {0}', what) },
            edit: to(ANSWER),
          },
        ]
      : []),
    ...(release && which === 'these' && open.every(({ fields }) => fields.has('release'))
      ? [{ title: t('Take {0} out of {1}', what, release.id), edit: to(undefined) }]
      : []),
  ];
}

/**
 * The first release after this one that is not over, nor before the day on which the work can be finished; undefined: there is
 * none with a date.
 */
function nextRelease(
  from: Release | undefined,
  { proposal }: Finding,
  { trace: { plan }, today }: FixContext,
): Release | undefined {
  const after = Math.max(from?.date?.last ?? Number.NEGATIVE_INFINITY, today, (proposal?.day ?? today) - 1);
  return plan.releases
    .filter(
      ({ date, status }) => date && date.last > after && status?.category !== 'done' && status?.category !== 'dropped',
    )
    .sort((a, b) => (a.date?.last ?? 0) - (b.date?.last ?? 0))[0];
}

function hasOther(release: Release | undefined, { releases }: Plan): boolean {
  return releases.some((each) => each !== release);
}

function releaseStep(item: WorkItem, to: string | undefined): RoadmapStep {
  return { kind: 'setField', item: addressOf(item), field: 'release', value: to };
}

function withoutDue(item: WorkItem): RoadmapStep {
  return { kind: 'setField', item: addressOf(item), field: 'due', value: undefined };
}
