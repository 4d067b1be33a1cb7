import type { Roadmap, WorkItem } from '../model/roadmap';
import { fieldNamed } from '../roadmap/fields';

/** What the named ways of scoring need of an item. Work is known from its estimate too. */
const FORMULAS: ReadonlyMap<string, readonly string[]> = new Map([
  // RICE: reach x impact x confidence / effort (Sean McBride, Intercom, 2016).
  ['rice', ['reach', 'impact', 'confidence', 'effort']],
  // WSJF: cost of delay / job size (Reinertsen, The Principles of Product Development Flow, 2009).
  ['wsjf', ['value', 'urgency', 'effort']],
]);

/**
 * The fields by which a roadmap's `scoring` ranks its items, by their canonical names; empty: it declares none, or words that
 * are no formula.
 */
export function scoreInputsOf({ scoring, weights }: Pick<Roadmap, 'scoring' | 'weights'>): readonly string[] {
  const formula = scoring?.name.trim().toLowerCase();
  if (formula === undefined) {
    return [];
  }
  const named = FORMULAS.get(formula);
  if (named) {
    return named;
  }
  const names = formula === 'weighted' ? Object.keys(weights) : namesIn(formula);
  return [...new Set(names.map(canonical))];
}

/** Whether an item states what a field of the formula needs. */
export function hasInput(item: WorkItem, field: string): boolean {
  if (field === 'estimate' || (field === 'effort' && item.estimate)) {
    return item.estimate !== undefined;
  }
  return (
    Object.hasOwn(item.scores, field) ||
    item.extras.some(({ name, text }) => canonical(name) === field && /^\s*[-+]?[\d.]/.test(text))
  );
}

/** Of `(impact + feedback) / effort`; the names of functions take no value of the item. Words are no formula. */
function namesIn(formula: string): readonly string[] {
  return /[-+*/]/.test(formula) ? (formula.match(/[a-z_]\w*\b(?!\s*\()/g) ?? []) : [];
}

function canonical(name: string): string {
  return fieldNamed('story', name)?.name ?? name.toLowerCase().replace(/[\s-]+/g, '_');
}
