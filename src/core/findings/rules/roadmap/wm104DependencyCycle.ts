import { t } from '../../../words/t';
import type { Named, WorkItem } from '../../../model/roadmap';
import { isFinished } from '../../../model/status';
import { findCycles } from '../../../planning/cycles';
import { madeWithin } from '../../../planning/derived';
import { categoryOf } from '../../../planning/progress';
import { workTable } from '../../../planning/workTable';
import { itemsAt, type Plan } from '../../../trace/plan';
import type { Rule } from '../../rule';
import { nameOf } from '../../wording';
import { translatable } from '../../../words/translatable';

export const dependencyCycle: Rule = {
  code: 'WM104',
  name: 'dependency-cycle',
  title: translatable('Dependency cycle'),
  severity: 'error',
  scope: 'plan',
  documentation: {
    what: 'Items wait for each other in a circle, and not all of them are finished. Each circle is shown once, by its shortest way round, at the item that stands first.',
    why: translatable(
      'None of them can start, and nothing that builds on the order of work (the timeline, *Next up*, forecasts) can be right.',
    ),
    example: 'PAY-1 depends on PAY-2, which depends on PAY-1.',
    answer: 'Remove the dependency that is not meant. Often it is one story that should be two.',
  },
  *check(plan) {
    for (const places of cyclesOf(plan.frame, workTable(plan).needs)) {
      const cycle = itemsAt(places, plan);
      // Nothing waits any more for what is over.
      if (cycle.every((item) => isFinished(categoryOf(item, plan)))) {
        continue;
      }
      const edges = cycle.flatMap((item, at) => edgeBetween(item, cycle[(at + 1) % cycle.length], plan) ?? []);
      const [first, ...others] = edges;
      if (first) {
        const path = [...cycle.map(nameOf), first.from.id].join(' → ');
        yield {
          message:
            cycle.length === 1
              ? t('{0} depends on itself.', first.from.id)
              : t('These wait for each other, so none can start: {0}.', path),
          place: { path: first.from.path, span: first.named.span },
          item: first.from.id,
          related: others.map(({ from, named }) => ({
            message: t('{0} depends on {1}', nameOf(from), named.name),
            place: { path: from.path, span: named.span },
          })),
        };
      }
    }
  },
};

const cyclesOf = madeWithin((needs: readonly (readonly number[])[]) =>
  findCycles(candidates(needs), (place) => needs[place] ?? NOBODY),
);

/** Whoever is on a circle waits for somebody who waits, and so on: few do beside them. */
function candidates(needs: readonly (readonly number[])[]): readonly number[] {
  let waiting = needs.flatMap((needed, place) => (needed.length > 0 ? [place] : NOBODY));
  for (let before = Number.POSITIVE_INFINITY; waiting.length < before && waiting.length > 0; ) {
    before = waiting.length;
    const isWaiting = new Set(waiting);
    waiting = waiting.filter((place) => needs[place]?.some((needed) => isWaiting.has(needed)));
    // A long chain loses one item a time; to look for circles in what is left costs less than to shorten it on.
    if (waiting.length > before / 2) {
      break;
    }
  }
  return waiting;
}

const NOBODY: number[] = [];

function edgeBetween(
  from: WorkItem,
  to: WorkItem | undefined,
  plan: Plan,
): { from: WorkItem; named: Named } | undefined {
  const named = from.depends.find(({ name }) => plan.findWork(name) === to);
  return named && { from, named };
}
