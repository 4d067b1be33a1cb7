import { t } from '../../../words/t';
import type { WorkItem } from '../../../model/roadmap';
import { isFinished } from '../../../model/status';
import { categoryOf } from '../../../planning/progress';
import { scoresOf } from '../../../planning/score';
import type { ScoreFormula } from '../../../planning/scoreFormula';
import { hasInput } from '../../../planning/scoreInputs';
import type { Plan } from '../../../trace/plan';
import { headlinePlace } from '../../places';
import type { Rule, Threshold } from '../../rule';
import { listing, nameOf } from '../../wording';
import { translatable } from '../../../words/translatable';

const PERCENT: Threshold = {
  name: 'percent',
  default: 50,
  unit: translatable('percent'),
  description:
    'An item without any of the inputs is shown only where at least this share of the open items of its kind has all of them. 0 shows every one.',
};

export const scoreInputsMissing: Rule = {
  code: 'WM407',
  name: 'score-inputs-missing',
  title: translatable('Score inputs missing'),
  severity: 'hint',
  scope: 'plan',
  settings: [PERCENT],
  documentation: {
    what: 'The roadmap declares `scoring`, or says nothing of it while another file of the plan does, and an open epic or story states some of the fields that the formula needs, but not all; or it states none although most of its kind state all. RICE needs `reach`, `impact`, `confidence` and `effort`; WSJF `value`, `urgency` and `effort`; `weighted` each field of `weights`; an expression each field that it names. An `estimate` stands in for `effort`. Kinds of which nothing is scored are left alone.',
    why: translatable('It has no score, so it stands at the end of the backlog whatever it is worth.'),
    example: '`scoring: rice`; PAY-14 has `reach` and `impact`, but no `confidence`.',
    answer: 'Add the fields, or drop the item if nobody can say what it is worth.',
  },
  *check(plan, { setting }) {
    for (const { formula, items } of scoredAlike(plan)) {
      const scored = items.filter(({ missing }) => missing.length === 0).length;
      const isHabit = scored * 100 >= items.length * setting(PERCENT);
      for (const { item, missing } of items) {
        const isBegun = missing.length < formula.fields.length && statesOwnInput(item, formula.fields);
        if (missing.length > 0 && (isBegun || isHabit)) {
          yield {
            message: t(
              '{0} cannot be scored: {1} needs {2}, which it does not state.',
              nameOf(item),
              formula.name,
              listing(missing, 4),
            ),
            place: headlinePlace(item),
            item: item.id,
            related: [],
          };
        }
      }
    }
  },
};

interface ScoredAlike {
  readonly formula: ScoreFormula;
  readonly items: { readonly item: WorkItem; readonly missing: readonly string[] }[];
}

/** Open epics and stories: those of one kind and one formula together. */
function scoredAlike(plan: Plan): Iterable<ScoredAlike> {
  const groups = new Map<ScoreFormula, Map<WorkItem['kind'], ScoredAlike>>();
  scoresOf(plan).forEach((score, place) => {
    const item = plan.workItems[place];
    if (!score || !item || item.kind === 'task' || isFinished(categoryOf(item, plan))) {
      return;
    }
    const { formula, missing } = score;
    const byKind = groups.get(formula) ?? new Map<WorkItem['kind'], ScoredAlike>();
    groups.set(formula, byKind);
    const group = byKind.get(item.kind) ?? { formula, items: [] };
    byKind.set(item.kind, group);
    group.items.push({ item, missing });
  });
  return [...groups.values()].flatMap((byKind) => [...byKind.values()]);
}

/** An estimate alone is stated for other reasons. */
function statesOwnInput(item: WorkItem, needed: readonly string[]): boolean {
  return needed.some((field) => field !== 'estimate' && hasInput({ ...item, estimate: undefined }, field));
}
