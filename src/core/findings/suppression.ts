import type { Day } from '../model/calendar';
import type { Item, Suppression } from '../model/roadmap';
import type { Rule } from './rule';

/** True when the item's `ignore` list names the rule, by code or name, and its date has not passed. */
export function isIgnored(item: Item, rule: Rule, today: Day): boolean {
  return (
    item.ignore.length > 0 &&
    item.ignore.some((suppression) => namesRule(suppression, rule) && !isExpired(suppression, today))
  );
}

/** The last day of `until` still counts. */
export function isExpired({ until }: Suppression, today: Day): boolean {
  return until !== undefined && until.last < today;
}

function namesRule(suppression: Suppression, { code, name }: Rule): boolean {
  const written = suppression.rule.trim();
  return written.toUpperCase() === code || written.toLowerCase() === name;
}
