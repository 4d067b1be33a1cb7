import type { Roadmap, WorkItem } from '../../../model/roadmap';
import { isFinished } from '../../../model/status';
import { categoryOf } from '../../../planning/progress';
import { hasInput, scoreInputsOf } from '../../../planning/scoreInputs';
import type { Plan } from '../../../trace/plan';
import { headlinePlace } from '../../places';
import type { Rule, Threshold } from '../../rule';
import { listing, nameOf } from '../../wording';

const PERCENT: Threshold = {
  name: 'percent',
  default: 50,
  unit: 'percent',
  description:
    'An item without any of the inputs is shown only where at least this share of the open items of its kind has all of them. 0 shows every one.',
};

export const scoreInputsMissing: Rule = {
  code: 'WM407',
  name: 'score-inputs-missing',
  title: 'Score inputs missing',
  severity: 'hint',
  scope: 'plan',
  settings: [PERCENT],
  documentation: {
    what: 'The roadmap declares `scoring`, and an open epic or story states some of the fields that the formula needs, but not all; or it states none although most of its kind state all. RICE needs `reach`, `impact`, `confidence` and `effort`; WSJF `value`, `urgency` and `effort`; `weighted` each field of `weights`; an expression each field that it names. An `estimate` stands in for `effort`. Kinds of which nothing is scored are left alone.',
    why: 'It has no score, so it stands at the end of the backlog whatever it is worth.',
    example: '`scoring: rice`; PAY-14 has `reach` and `impact`, but no `confidence`.',
    answer: 'Add the fields, or drop the item if nobody can say what it is worth.',
  },
  *check(plan, { setting }) {
    for (const roadmap of plan.roadmaps) {
      const needed = scoreInputsOf(roadmap);
      for (const kind of needed.length > 0 ? (['epic', 'story'] as const) : []) {
        const open = openItems(roadmap, plan).filter((item) => item.kind === kind);
        const gaps = open.map((item) => ({ item, missing: needed.filter((field) => !hasInput(item, field)) }));
        const scored = gaps.filter(({ missing }) => missing.length === 0).length;
        const isHabit = scored * 100 >= open.length * setting(PERCENT);
        for (const { item, missing } of gaps) {
          const isBegun = missing.length < needed.length && statesOwnInput(item, needed);
          if (missing.length > 0 && (isBegun || isHabit)) {
            yield {
              message: `${nameOf(item)} cannot be scored: ${roadmap.scoring?.name ?? ''} needs ${listing(missing, 4)}, which it does not state.`,
              place: headlinePlace(item),
              item: item.id,
              related: [],
            };
          }
        }
      }
    }
  },
};

/** An estimate alone is stated for other reasons. */
function statesOwnInput(item: WorkItem, needed: readonly string[]): boolean {
  return needed.some((field) => field !== 'estimate' && hasInput({ ...item, estimate: undefined }, field));
}

function openItems({ path }: Roadmap, plan: Plan): WorkItem[] {
  return plan.workItems.filter((item) => item.path === path && !isFinished(categoryOf(item, plan)));
}
