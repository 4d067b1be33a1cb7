import { t } from '../../../words/t';
import { type Day, formatDayShort } from '../../../model/calendar';
import type { DateValue, Release, WorkItem } from '../../../model/roadmap';
import { isFinished } from '../../../model/status';
import type { Forecast } from '../../../planning/forecast';
import { planForecast, USUAL_WEEKS } from '../../../planning/planForecast';
import { EPIC, NO_DAY } from '../../../planning/statedColumns';
import { workTable } from '../../../planning/workTable';
import { basisWords, finishWords } from '../../../report/forecastWords';
import type { Draft, Rule, Threshold } from '../../rule';
import { nameOf } from '../../wording';
import { translatable } from '../../../words/translatable';

const WEEKS: Threshold = {
  name: 'weeks',
  default: USUAL_WEEKS,
  unit: translatable('weeks'),
  description: 'So far back the forecast looks at what was finished.',
};

export const forecastLate: Rule = {
  code: 'WM307',
  name: 'forecast-late',
  title: translatable('Forecast is after the date'),
  severity: 'warning',
  scope: 'plan',
  needs: ['planHistory'],
  settings: [WEEKS],
  documentation: {
    what: "The open stories of a release, or of an epic with a `due` date, would be finished after that date in more than one of five runs (P80) of a simulation that draws weeks at random from the last ones (Monte Carlo, 10,000 runs; the same plan and history always have the same answer). What was finished comes from the roadmap's own git history; weeks in which nothing was finished count. It is silent while fewer than 6 stories were finished, or in fewer than 3 of those weeks, and where the date has passed. It counts in points where everything open and finished is estimated in them. All of the team's work is taken to go there first, so the truth is later rather than sooner.",
    why: translatable('A date that the pace of the last weeks does not reach is missed, unless something changes now.'),
    example: 'v2.0 has 14 open stories; 11 were finished in the last 12 weeks, and its date is in 6 weeks.',
    answer: 'Move the date, move stories to a later release, or drop some.',
  },
  *check(plan, { today, facts, setting }) {
    const { planHistory } = facts;
    if (!planHistory) {
      return;
    }
    const forecast = planForecast(plan, planHistory, today, setting(WEEKS));
    for (const release of plan.releases) {
      const isOver = release.status && isFinished(release.status.category);
      if (release.date && !isOver && release.date.last >= today) {
        yield* lateDrafts(release, release.date, forecast.ofRelease(release), today);
      }
    }
    const { isOpen, stated } = workTable(plan);
    for (let place = 0; place < isOpen.length; place += 1) {
      const isOpenEpic = isOpen[place] === 1 && stated.kinds[place] === EPIC;
      const item = isOpenEpic && (stated.dueLast[place] ?? NO_DAY) >= today ? plan.workItems[place] : undefined;
      if (item?.due) {
        yield* lateDrafts(item, item.due, forecast.ofItem(item), today);
      }
    }
  },
};

function* lateDrafts(item: Release | WorkItem, date: DateValue, forecast: Forecast, today: Day): Iterable<Draft> {
  if (forecast.kind === 'forecast' && (forecast.p80 === undefined || forecast.p80 > date.last)) {
    const words = [nameOf(item), finishWords(forecast, today), basisWords(forecast), formatDayShort(date.last, today)];
    yield {
      message:
        item.kind === 'release'
          ? t('{0} is forecast for {1} from {2}, but its date is {3}.', ...words)
          : t('{0} is forecast for {1} from {2}, but it is due on {3}.', ...words),
      place: { path: item.path, span: date.span },
      item: item.id,
      related: [],
      ...(forecast.p80 !== undefined && {
        proposal: {
          item: item.id,
          field: item.kind === 'release' ? ('date' as const) : ('due' as const),
          day: forecast.p80,
          by: 'forecast' as const,
        },
      }),
    };
  }
}
