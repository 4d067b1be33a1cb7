import { t } from '../../../words/t';
import { type Day, formatDayShort, type DayRange } from '../../../model/calendar';
import type { Related } from '../../../model/finding';
import type { Item } from '../../../model/roadmap';
import { isFinished } from '../../../model/status';
import type { PlanHistory } from '../../../planHistory/planHistory';
import { type Slip, slipsByItem } from '../../../planHistory/slips';
import { madeWithin } from '../../../planning/derived';
import { categoryOf } from '../../../planning/progress';
import { openStoriesOf, storiesByRelease } from '../../../planning/releases';
import { asWork, type Plan } from '../../../trace/plan';
import { fieldPlace } from '../../places';
import type { Rule, Threshold } from '../../rule';
import { count, nameOf } from '../../wording';
import { translatable } from '../../../words/translatable';

const TIMES: Threshold = {
  name: 'times',
  default: 3,
  unit: translatable('times'),
  description: 'A date that was put off so often has slipped.',
};

const DAYS: Threshold = {
  name: 'days',
  default: 30,
  unit: translatable('days'),
  description: 'So many days in all are normal.',
};

export const slipped: Rule = {
  code: 'WM308',
  name: 'slipped',
  title: translatable('Date put off again and again, or for long'),
  severity: 'information',
  scope: 'plan',
  needs: ['planHistory'],
  settings: [TIMES, DAYS],
  documentation: {
    what: 'The `due` date of open work, or the `date` of a release that is not over, was put off several times, or by many days in all, as the git history of the roadmap files has it. Moves of one day count as one, and a move that was taken back as none. A date that only became more exact (`2026-Q3`, then a day of it), or less, did not move. What is not committed yet does not count.',
    why: translatable(
      'A date that moves every time it comes near is a wish. The next one will move too, unless something else changes.',
    ),
    example: 'PAY-12 was due on 3 August, then on the 10th, then on the 24th, now on 7 September.',
    answer:
      'Find out what stands in the way and say it (*blocked*, a dependency, a risk), make the item smaller, or give it a date that the team believes in.',
  },
  *check(plan, { facts, setting, today, sameAsBefore }) {
    const history = facts.planHistory;
    for (const slip of history ? longSlips(history, history, setting(TIMES), setting(DAYS)) : []) {
      const item = plan.find(slip.id);
      if (item && endOf(item) && isOpen(item, plan, today)) {
        yield sameAsBefore(item, [item, history], () => ({
          message: sentence(nameOf(item), slip, today),
          place: fieldPlace(item, item.kind === 'release' ? 'date' : 'due'),
          item: item.id,
          related: slip.moves.map((move) => relatedMove(move, today)),
        }));
      }
    }
  },
};

interface LongSlip {
  readonly id: string;
  readonly moves: readonly Slip[];
  /** How often it was put off. */
  readonly putOff: number;
  /** By how many days in all. */
  readonly days: number;
}

/** A history stays the same through most changes of a plan. */
const longSlips = madeWithin((history: PlanHistory, times: number, normal: number) =>
  Array.from(slipsByItem(history), ([id, moves]): LongSlip => {
    const days = moves.reduce((sum, move) => sum + move.days, 0);
    return { id, moves, putOff: moves.filter((move) => move.days > 0).length, days };
  }).filter(({ putOff, days }) => days > 0 && (putOff >= times || days > normal)),
);

function sentence(name: string, { moves, putOff, days }: LongSlip, today: Day): string {
  const [first] = moves;
  const last = moves.at(-1);
  if (!first || !last) {
    return t('{0} was put off {1}.', name, count(putOff, 'time'));
  }
  const moved = t('it was due {0}, now {1}', rangeWords(first.from, today), rangeWords(last.to, today));
  const long = count(days, 'day');
  return first === last
    ? t('{0} was put off on {1} by {2}: {3}.', name, formatDayShort(first.moment.day, today), long, moved)
    : t('{0} was put off {1} by {2} in all: {3}.', name, count(putOff, 'time'), long, moved);
}

function endOf(item: Item): DayRange | undefined {
  return item.kind === 'release' ? item.date : asWork(item)?.due;
}

/** A release is over when its date has passed and nothing in it is open: few plans give it a status then. */
function isOpen(item: Item, plan: Plan, today: Day): boolean {
  if (item.kind !== 'release') {
    const work = asWork(item);
    return work !== undefined && !isFinished(categoryOf(work, plan));
  }
  const isPast = item.date !== undefined && item.date.last < today;
  const isStated = item.status !== undefined && isFinished(item.status.category);
  return !isStated && !(isPast && openStoriesOf(storiesByRelease(plan).get(item) ?? [], plan).length === 0);
}

function relatedMove({ from, to, days, moment }: Slip, today: Day): Related {
  const words = [
    formatDayShort(moment.day, today),
    moment.author,
    count(Math.abs(days), 'day'),
    dayWords(from, today),
    dayWords(to, today),
  ];
  return {
    message:
      days > 0
        ? t('{0}, {1}: put off by {2}, from {3} to {4}', ...words)
        : t('{0}, {1}: moved up by {2}, from {3} to {4}', ...words),
    commit: moment.sha,
  };
}

/** `on 3 Aug`, `by 30 Sep` for a month or a quarter. */
function rangeWords(range: DayRange, today: Day): string {
  return range.first === range.last ? t('on {0}', dayWords(range, today)) : t('by {0}', dayWords(range, today));
}

function dayWords({ last }: DayRange, today: Day): string {
  return formatDayShort(last, today);
}
