import { t } from '../words/t';
import { listing } from '../findings/wording';
import type { WorkItem } from '../model/roadmap';
import { isOpen } from '../planning/progress';
import { type Score, type ScoreFailure, scoreOf } from '../planning/score';
import { expressionWords } from './expressionWords';
import type { Plan } from '../trace/plan';
import { groupDigits } from '../words/count';
import { estimateWords } from './eventWords';

/** `1,280`, `3.33`, `0.042`: as exact as anybody ranks by. */
export function scoreNumber(value: number): string {
  const size = Math.abs(value);
  const rounded = size >= 100 ? Math.round(value) : Number(value.toPrecision(3));
  if (size >= 1e15) {
    return rounded.toExponential(2);
  }
  return Number.isInteger(rounded) ? groupDigits(rounded) : String(rounded);
}

/** `12 = 3 × 4 × 1 ÷ 1`; of what has no score what it lacks: `no score: effort is missing`. */
export function scoreWorking({ formula, value, inputs, missing, failure }: Score): string {
  return value === undefined
    ? t('no score: {0}', failure ? failureWords(failure) : missingWords(missing))
    : `${scoreNumber(value)} = ${expressionWords(formula.expression, (field) => String(inputs.get(field)))}`;
}

/** `RICE: reach × impact × confidence ÷ effort`; the formula alone where it has no name. */
function formulaWords({ formula }: Score): string {
  const words = expressionWords(formula.expression, (field) => field);
  return /^[a-z]+$/i.test(formula.name) && formula.name !== words ? `${formula.name}: ${words}` : words;
}

/**
 * What a person is told of an item's score, one part each: how it comes about, by which formula, and whether an estimate stands
 * in for the effort. Nothing where no scoring holds for the item, and of what is finished, which nobody ranks any more.
 */
export function scoreSentences(item: WorkItem, plan: Plan): string[] {
  const score = isOpen(item, plan) ? scoreOf(item, plan) : undefined;
  if (!score) {
    return [];
  }
  const estimate = item.estimate;
  const standsIn = score.inputs.has('effort') && item.scores.effort === undefined && estimate !== undefined;
  return [
    score.value === undefined ? capital(scoreWorking(score)) : t('Score {0}', scoreWorking(score)),
    formulaWords(score),
    ...(standsIn ? [t('the effort is the estimate of {0}', estimateWords(estimate))] : []),
  ];
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function missingWords(missing: readonly string[]): string {
  return missing.length === 1 ? t('{0} is missing', listing(missing, 4)) : t('{0} are missing', listing(missing, 4));
}

function failureWords(failure: ScoreFailure): string {
  return failure.kind === 'zero'
    ? t(
        '{0} is 0, and nothing can be divided by that',
        expressionWords(failure.divisor, (field) => field),
      )
    : t('no number comes out of these values');
}

/** As the command line prints it; null where no scoring holds for the item. Inputs stand in the order of the formula. */
export function scoreJson(item: WorkItem, plan: Plan) {
  const score = scoreOf(item, plan);
  return score
    ? {
        value: score.value ?? null,
        scoring: score.formula.name,
        formula: expressionWords(score.formula.expression, (field) => field),
        inputs: [...score.inputs].map(([field, value]) => ({ field, value })),
        missing: score.missing,
        words: scoreWorking(score),
      }
    : null;
}
