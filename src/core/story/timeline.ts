import { t } from '../words/t';
import { dayOfCommit } from '../codeHistory/codeHistory';
import { type Day, formatDayShort } from '../model/calendar';
import type { WorkItem } from '../model/roadmap';
import type { PlanHistory } from '../planHistory/planHistory';
import { releaseFor } from '../planning/releases';
import { commitFacts } from '../report/commitWords';
import { eventWords } from '../report/eventWords';
import { itemName } from '../report/itemWords';
import type { PageRow, TimelineRow, TimelineRows } from './page';
import { type PageQuestion, rowsOf } from './question';

interface Moment<T> {
  readonly day: Day;
  readonly row: PageRow<T>;
}

/** What was said of the item and done for it, the newest first, and the dates that it has. */
export function timelineOf<T>(item: WorkItem, question: PageQuestion<T>): TimelineRows<T> {
  const { facts, today, noHistory } = question;
  const moments = [
    ...dates(item, question),
    ...planMoments(item, facts.planHistory, question),
    ...commitMoments(item, facts.planHistory, question),
  ].sort((a, b) => b.day - a.day);
  const note = facts.planHistory
    ? rangeNote(facts.planHistory, today)
    : (noHistory ?? t('What the roadmap said before is still being read.'));
  const { rows, ...rest } = rowsOf(moments, ({ row }) => row, note);
  return {
    ...rest,
    rows: rows.map((row, index): TimelineRow<T> => {
      const { day } = moments[index] ?? { day: today };
      return { ...row, day: formatDayShort(day, today), isAhead: day > today };
    }),
  };
}

function rangeNote({ range }: PlanHistory, today: Day): string | undefined {
  return range.isComplete
    ? undefined
    : t('What the roadmap said before {0} is not known.', formatDayShort(range.from, today));
}

/** The item's own end, and the freeze and date of its release. */
function dates<T>(item: WorkItem, { trace: { plan }, targetOf }: PageQuestion<T>): Moment<T>[] {
  const release = releaseFor(item, plan);
  const target = targetOf({ kind: 'place', place: { path: item.path, span: item.headline } });
  const releaseTarget = release && targetOf({ kind: 'place', place: { path: release.path, span: release.headline } });
  const moment = (key: string, label: string, day: Day | undefined, to: T | undefined): Moment<T>[] =>
    day === undefined
      ? []
      : [{ day, row: { key, sign: 'event', label, facts: [], ...(to !== undefined && { target: to }) } }];
  return [
    ...moment('due', t('Due'), item.due?.last, target),
    ...(release
      ? [
          ...moment('freeze', t('Freeze of {0}', itemName(release)), release.freeze?.last, releaseTarget),
          ...moment('release', t('Date of {0}', itemName(release)), release.date?.last, releaseTarget),
        ]
      : []),
  ];
}

function planMoments<T>(
  item: WorkItem,
  history: PlanHistory | undefined,
  { trace, today, targetOf }: PageQuestion<T>,
): Moment<T>[] {
  const events = history?.eventsOf(item.id) ?? [];
  const subjects = new Map(trace.evidenceOf(item).commits.map(({ commit }) => [commit.sha, commit.subject]));
  return events.toReversed().map((event) => ({
    day: event.moment.day,
    row: {
      key: `${event.moment.sha} ${event.kind}`,
      sign: 'event',
      label: eventWords(event, trace.plan, today),
      facts: [event.moment.author, subjects.get(event.moment.sha) ?? ''].filter((words) => words !== ''),
      target: targetOf({ kind: 'commit', sha: event.moment.sha }),
    },
  }));
}

/** Those that changed what the roadmap says of the item are told by that. */
function commitMoments<T>(
  item: WorkItem,
  history: PlanHistory | undefined,
  { trace, targetOf }: PageQuestion<T>,
): Moment<T>[] {
  const told = new Set(history?.eventsOf(item.id).map(({ moment }) => moment.sha));
  const commits = trace.evidenceOf(item).commits.filter(({ commit }) => !told.has(commit.sha));
  return commits.map(({ commit }) => ({
    day: dayOfCommit(commit),
    row: {
      key: commit.sha,
      sign: 'commit',
      label: commit.subject === '' ? commit.sha.slice(0, 10) : commit.subject,
      facts: [...commitFacts(commit, trace), commit.author],
      target: targetOf({ kind: 'commit', sha: commit.sha }),
    },
  }));
}
