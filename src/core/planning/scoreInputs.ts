import type { ScoreField, WorkItem } from '../model/roadmap';
import { canonical } from './scoreFormula';

/** Whether an item states what a field of the formula needs. */
export function hasInput(item: WorkItem, field: string): boolean {
  return inputOf(item, field) !== undefined;
}

/** The number that an item states for a field of a formula, by its canonical name. An estimate stands in for an effort. */
export function inputOf(item: WorkItem, field: string): number | undefined {
  if (field === 'estimate' || (field === 'effort' && !Object.hasOwn(item.scores, field))) {
    return item.estimate?.value ?? extraOf(item, field);
  }
  return (isScore(field, item) ? item.scores[field]?.value : undefined) ?? extraOf(item, field);
}

function isScore(field: string, { scores }: WorkItem): field is ScoreField {
  return Object.hasOwn(scores, field);
}

/** Of a field of the team's own: `4`, `4,000 users`, `80%` = 0.8. */
function extraOf(item: WorkItem, field: string): number | undefined {
  if (item.extras.length === 0) {
    return undefined;
  }
  const extra = item.extras.find(({ name, text }) => canonical(name) === field && NUMBER.test(text));
  const [, digits = '', percent] = NUMBER.exec(extra?.text ?? '') ?? [];
  const number = Number.parseFloat(digits.replace(/[,_]/g, ''));
  return Number.isFinite(number) ? (percent ? number / 100 : number) : undefined;
}

const NUMBER = /^\s*([-+]?(?:\d[\d,_]*(?:\.\d+)?|\.\d+))\s*(%?)/;
