import { t } from '../../words/t';
import { type Day, formatDay, formatDayShort } from '../../model/calendar';
import { isWork } from '../../edit/items';
import type { DateProposal } from '../../model/finding';
import type { DateValue, Item, WorkItem } from '../../model/roadmap';
import { nameOf } from '../../findings/wording';
import { isFinished } from '../../model/status';
import { categoryOf } from '../../planning/progress';
import { releaseFor } from '../../planning/releases';
import type { RoadmapStep } from '../fix';
import { ANSWER, type Fix, type FixContext, type FixKind } from '../fix';
import { addressOf, annotationOf, itemOf, likelyDays, workOf } from '../subjects';

type DateField = 'start' | 'due' | 'date' | 'freeze' | 'review';

const WORDS: Readonly<Record<DateField, () => string>> = {
  start: () => t('the start'),
  due: () => t('the due date'),
  date: () => t('the date'),
  freeze: () => t('the freeze'),
  review: () => t('the next review'),
};

const WEEK = 7;
/** Reviews are made about once a month. */
const MONTH = 28;

/** Moves the date that has passed: by a week from now, and to one that the person says. */
export const moveDueDate: FixKind = (finding, context) => {
  const item = workOf(finding, context);
  return item ? [...later(item, 'due', WEEK, t('in a week'), context), ask(item, 'due', context)] : [];
};

export const moveReleaseDate: FixKind = (finding, context) => {
  const item = itemOf(finding, context);
  return item?.kind === 'release'
    ? [...later(item, 'date', WEEK, t('in a week'), context), ask(item, 'date', context)]
    : [];
};

export const moveReview: FixKind = (finding, context) => {
  const item = itemOf(finding, context);
  return item?.kind === 'risk'
    ? [...later(item, 'review', MONTH, t('in four weeks'), context), ask(item, 'review', context)]
    : [];
};

/** Has an item end with what it has to end before: its release, the release's freeze, or what it is part of. */
export const endInTime: FixKind = (finding, context) => {
  const item = workOf(finding, context);
  const due = item?.due;
  if (!item || !due) {
    return [];
  }
  const { plan } = context.trace;
  const release = releaseFor(item, plan);
  const limits = [release?.date, release?.freeze, plan.parentOf(item)?.due].flatMap((date) => date?.last ?? []);
  const limit = Math.min(...limits);
  const inTime =
    Number.isFinite(limit) && limit < due.last
      ? [set(item, 'due', limit, t('Move {0} of {1} back to {2}', WORDS.due(), nameOf(item), day(limit, context)))]
      : [];
  return [...inTime, ask(item, 'due', context)];
};

/** Has an item start when the last of what it depends on has ended; its end moves along. */
export const startAfterDependencies: FixKind = (finding, context) => {
  const item = workOf(finding, context);
  const { plan } = context.trace;
  const ends = (item?.depends ?? []).flatMap(({ name }) => {
    const needed = plan.findWork(name);
    return needed?.due && !isFinished(categoryOf(needed, plan)) ? needed.due.last : [];
  });
  const start = Math.max(...ends) + 1;
  // Where the schedule says when it can start, it has looked at them too.
  if (!item?.start || finding.proposal || !Number.isFinite(start) || item.start.first >= start) {
    return [];
  }
  return [moveStart(item, start, context)];
};

/** Its end moves along. */
function moveStart(item: WorkItem, start: Day, context: FixContext): Fix {
  const { due } = item;
  const end = due && item.start && start + (due.last - item.start.first);
  const steps: RoadmapStep[] = [
    dateStep(item, 'start', start),
    ...(end === undefined ? [] : [dateStep(item, 'due', end)]),
  ];
  const to = day(start, context);
  return {
    title:
      end === undefined
        ? t('Move {0} of {1} to {2}', WORDS.start(), nameOf(item), to)
        : t('Move the start of {0} to {1}, and the due date to {2}', nameOf(item), to, day(end, context)),
    edit: { roadmap: steps },
  };
}

/** Moves a date that cannot be kept to the one that the finding knows of; of a start the end moves along. */
export const moveToPossibleDay: FixKind = ({ proposal }, context) => {
  const item = proposal && context.trace.plan.find(proposal.item);
  if (!item) {
    return [];
  }
  const { field, day: to, by } = proposal;
  if (field === 'start') {
    return isWork(item) ? [moveStart(item, to, context)] : [];
  }
  return [
    set(
      item,
      field,
      to,
      t('Move {0} of {1} to {2} ({3})', WORDS[field](), nameOf(item), day(to, context), BECAUSE[by]()),
    ),
  ];
};

const BECAUSE: Readonly<Record<DateProposal['by'], () => string>> = {
  schedule: () => t('earliest by the schedule'),
  slack: () => t('earliest by the schedule that leaves some slack'),
  forecast: () => t('80% likely by the forecast'),
  commit: () => t('the day of the last commit'),
};

/** Moves the freeze of the release that an item belongs to. */
export const moveFreeze: FixKind = (finding, context) => {
  const item = workOf(finding, context);
  const release = item && releaseFor(item, context.trace.plan);
  return release?.freeze ? [ask(release, 'freeze', context)] : [];
};

/** Moves the `until:` of an annotation. */
export const moveUntil: FixKind = (finding, context) => {
  const found = annotationOf(finding, context);
  const until = found?.mark.until;
  if (!found || !until) {
    return [];
  }
  const { path } = found.file;
  return [
    {
      title: t('Move the date of this {0}…', found.mark.tag),
      question: {
        needs: 'date',
        prompt: t('Until when this {0} may stay', found.mark.tag),
        likely: likelyDays(context),
      },
      edit: { source: [{ kind: 'replace', path, span: until.span, written: until.text, text: ANSWER }] },
    },
  ];
};

/** None where the date is still farther ahead. */
function later(item: Item, field: DateField, days: number, when: string, context: FixContext): Fix[] {
  const to = context.today + days;
  const now = dateOf(item, field);
  return now && now.last >= to
    ? []
    : [set(item, field, to, t('Move {0} of {1} to {2}, {3}', WORDS[field](), nameOf(item), day(to, context), when))];
}

function set(item: Item, field: DateField, to: Day, title: string): Fix {
  return { title, edit: { roadmap: [dateStep(item, field, to)] } };
}

function ask(item: Item, field: DateField, context: FixContext): Fix {
  const now = dateOf(item, field);
  const what = capital(WORDS[field]());
  return {
    title: t('Move {0} of {1}…', WORDS[field](), nameOf(item)),
    question: {
      needs: 'date',
      prompt: now ? t('{0} of {1}, now {2}', what, nameOf(item), now.text) : t('{0} of {1}', what, nameOf(item)),
      likely: likelyDays(context),
    },
    edit: { roadmap: [{ kind: 'setField', item: addressOf(item), field, value: ANSWER }] },
  };
}

function dateStep(item: Item, field: DateField, to: Day): RoadmapStep {
  return { kind: 'setField', item: addressOf(item), field, value: formatDay(to) };
}

function dateOf(item: Item, field: DateField): DateValue | undefined {
  switch (item.kind) {
    case 'release':
      return field === 'date' ? item.date : field === 'freeze' ? item.freeze : undefined;
    case 'risk':
      return field === 'review' ? item.review : undefined;
    case 'goal':
      return undefined;
    default:
      return field === 'start' ? item.start : item.due;
  }
}

function day(value: Day, { today }: FixContext): string {
  return formatDayShort(value, today);
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
