import type { Estimate } from '../model/roadmap';

/** Working days and points in each unit; a working day has 8 hours, a week 5 days, a month 20. */
const UNITS: readonly { pattern: RegExp; unit: Estimate['unit']; factor: number }[] = [
  { pattern: /^(?:p|pts?|points?|sp|story ?points?)?$/, unit: 'points', factor: 1 },
  { pattern: /^(?:mins?|minutes?)$/, unit: 'days', factor: 1 / 480 },
  { pattern: /^(?:h|hrs?|hours?)$/, unit: 'days', factor: 1 / 8 },
  { pattern: /^(?:d|days?|pd|man-?days?|person-?days?)$/, unit: 'days', factor: 1 },
  { pattern: /^(?:w|wks?|weeks?)$/, unit: 'days', factor: 5 },
  { pattern: /^(?:mo|months?)$/, unit: 'days', factor: 20 },
];

/** T-shirt sizes in points. */
const SIZES: ReadonlyMap<string, number> = new Map([
  ['xs', 1],
  ['s', 2],
  ['m', 3],
  ['l', 5],
  ['xl', 8],
  ['xxl', 13],
]);

/** The points of a T-shirt size; undefined for any other text. */
export function pointsOfSize(text: string): number | undefined {
  return SIZES.get(text.trim().toLowerCase());
}

const NUMBER = '\\d{1,9}(?:\\.\\d{1,9})?|\\.\\d{1,9}';
const ESTIMATE = new RegExp(`^~?(${NUMBER})(?: *(?:-|–|to) *(${NUMBER}))?\\s*([a-z -]*)$`);

/**
 * `5`, `5pt`, `3d`, `2w` (10 days), `4h` (half a day), or a T-shirt size in points; of `3-4 weeks` the middle. undefined: it is none
 * of these.
 */
export function estimateOf(text: string): Omit<Estimate, 'span'> | undefined {
  const word = text.trim().toLowerCase();
  const size = pointsOfSize(word);
  if (size !== undefined) {
    return { value: size, unit: 'points' };
  }
  const [, from, to, name = ''] = ESTIMATE.exec(word) ?? [];
  const unit = from === undefined ? undefined : UNITS.find(({ pattern }) => pattern.test(name));
  return unit && { value: ((Number(from) + Number(to ?? from)) / 2) * unit.factor, unit: unit.unit };
}

/** Whether it is an estimate that says its unit: a number alone can be anything. */
export function readsAsEstimate(text: string): boolean {
  return !/^[\s\d.]*$/.test(text) && estimateOf(text) !== undefined;
}
