import type { RoadmapRule } from '../../rule';
import { faultsOfWishes } from '../../wishes';
import { problemRule } from './problemRule';
import { translatable } from '../../../words/translatable';

const OF_THE_READER = problemRule({
  code: 'WM105',
  name: 'invalid-value',
  title: translatable('Invalid value'),
  severity: 'warning',
  documentation: {
    what: 'A field holds something that it cannot mean: a status that nobody knows, a day that is in no calendar, an estimate that is no number; in `rules` a rule, a severity or a number that does not exist.',
    why: translatable(
      'The value is left out, so dates, scores and statuses that build on it are wrong. An unknown status counts as *planned*.',
    ),
    example: '`due: 2026-02-30`, or `status: simmering` where `workflow` does not list it.',
    answer:
      'Correct the value. Names that your team uses for a status go under `workflow`, for example `simmering: planned`.',
  },
});

export const invalidValue: RoadmapRule = {
  ...OF_THE_READER,
  *check(roadmap, context) {
    yield* OF_THE_READER.check(roadmap, context);
    // The reader knows no rules.
    for (const { span, ...fault } of faultsOfWishes(roadmap.rules, context.rules)) {
      yield { ...fault, place: { path: roadmap.path, span }, item: undefined, related: [] };
    }
  },
};
