import { t } from '../words/t';
import type { Roadmap } from '../model/roadmap';
import { fieldNamed } from '../roadmap/fields';
import { type ExpressionError, fieldsIn, parseScore, type ScoreExpression } from './scoreExpression';

/** How a roadmap scores its items. */
export interface ScoreFormula {
  /** As the roadmap writes it: `RICE`. */
  readonly name: string;
  readonly expression: ScoreExpression;
  /** Canonical names of the fields that it takes values of, each once, in its order. */
  readonly fields: readonly string[];
}

type Scoring = Pick<Roadmap, 'scoring' | 'weights'>;

/** The ways of scoring that have a name. Work is known from its estimate too, see `inputOf`. */
const NAMED: ReadonlyMap<string, string> = new Map([
  // RICE: reach x impact x confidence / effort (Sean McBride, Intercom, 2016).
  ['rice', 'reach * impact * confidence / effort'],
  // WSJF: cost of delay / job size (Reinertsen, The Principles of Product Development Flow, 2009). SAFe adds up the cost of
  // delay from value, time criticality and risk or opportunity; the roadmap has fields for the first two.
  ['wsjf', '(value + urgency) / effort'],
]);

export const SCORING_WORDS: readonly string[] = [...NAMED.keys(), 'weighted'];

const NUMERIC: ReadonlySet<string> = new Set(['number', 'score', 'level', 'share', 'amount', 'estimate']);

/** undefined: the roadmap declares no scoring, words that are no formula, or one that cannot be read. */
export function formulaOf({ scoring, weights }: Scoring): ScoreFormula | undefined {
  const text = scoring?.name.trim() ?? '';
  const word = text.toLowerCase();
  if (word === 'weighted') {
    return named(text, weightedSum(weights));
  }
  const formula = NAMED.get(word) ?? (isFormula(text) ? text : undefined);
  const read = formula === undefined ? undefined : parseScore(formula, canonical);
  return read && 'kind' in read ? named(text, read) : undefined;
}

const writeAnother = () => t('Write rice, wsjf, weighted, or an expression such as `impact * confidence / effort`.');

/** What is wrong with a scoring that is meant as a formula, as a sentence; undefined: it is one, or plain words, or none. */
export function scoringProblem(scoring: Scoring): ExpressionError | undefined {
  const error = errorIn(scoring);
  return error && { ...error, message: t('`scoring` {0}', error.message) };
}

function errorIn({ scoring, weights }: Scoring): ExpressionError | undefined {
  const text = scoring?.name ?? '';
  const word = text.trim().toLowerCase();
  const whole = { start: 0, end: text.length };
  if (word === 'weighted') {
    return Object.keys(weights).length > 0
      ? undefined
      : {
          ...whole,
          message: t(
            'is weighted, but `weights` says of no field how much it counts. Add `weights: { impact: 3, feedback: 2 }`, say.',
          ),
        };
  }
  if (NAMED.has(word) || !isFormula(text)) {
    return undefined;
  }
  const read = parseScore(text, canonical);
  if (!('kind' in read)) {
    return { ...read, message: `${t('{0}.', read.message)} ${writeAnother()}` };
  }
  const fields = fieldsIn(read);
  const wordy = fields.find((field) => !isNumeric(field));
  if (wordy !== undefined) {
    return { ...whole, message: `${t('reckons with `{0}`, which is no number.', wordy)} ${writeAnother()}` };
  }
  return fields.length > 0
    ? undefined
    : { ...whole, message: `${t('names no field, so every item would score the same.')} ${writeAnother()}` };
}

/** The name under which a field of a formula is known. */
export function canonical(name: string): string {
  return fieldNamed('story', name)?.name ?? name.toLowerCase().replace(/[\s-]+/g, '_');
}

/** Words are no formula, but for one that is a numeric field: that ranks by the field alone. */
function isFormula(text: string): boolean {
  const field = fieldNamed('story', text.trim());
  return field ? NUMERIC.has(field.type) : /[-+*/×÷()]/.test(text);
}

/** Fields of the team's own can hold anything, so they may be numbers. */
function isNumeric(name: string): boolean {
  const field = fieldNamed('story', name);
  return field === undefined || NUMERIC.has(field.type);
}

function named(name: string, expression: ScoreExpression | undefined): ScoreFormula | undefined {
  return expression && { name, expression, fields: fieldsIn(expression) };
}

/** `3 × impact + 2 × feedback`; undefined: nothing has a weight. */
function weightedSum(weights: Roadmap['weights']): ScoreExpression | undefined {
  const products = Object.entries(weights).map(
    ([name, value]): ScoreExpression => ({
      kind: 'binary',
      operator: '*',
      left: { kind: 'number', value },
      right: { kind: 'field', name: canonical(name) },
    }),
  );
  return products.length === 0
    ? undefined
    : products.reduce((left, right) => ({ kind: 'binary', operator: '+', left, right }));
}
