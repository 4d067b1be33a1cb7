import type { DayRange } from '../model/calendar';
import type { Until } from '../model/marks';
import type { Item, Release } from '../model/roadmap';
import type { Plan } from './plan';

/** What an annotation waits for. */
export type Deadline =
  | { readonly kind: 'release'; readonly release: Release }
  | { readonly kind: 'item'; readonly item: Exclude<Item, Release> }
  | { readonly kind: 'days'; readonly days: DayRange }
  /** Neither a date nor anything that a roadmap declares. */
  | { readonly kind: 'unknown' };

/**
 * What the `until` of an annotation points at. What the roadmap declares goes before a date, so that a release with the name
 * `2026-Q3` answers for itself.
 */
export function deadlineOf({ text, days, id }: Until, plan: Plan): Deadline {
  const release = namesOfRelease(text).flatMap((name) => plan.findRelease(name) ?? [])[0];
  if (release) {
    return { kind: 'release', release };
  }
  const item = plan.find(text) ?? (id === undefined ? undefined : plan.find(id));
  if (item) {
    return item.kind === 'release' ? { kind: 'release', release: item } : { kind: 'item', item };
  }
  return days ? { kind: 'days', days } : { kind: 'unknown' };
}

/** `v2.0` where the roadmap says `2.0`, and the other way round; `release 2.0`. */
function namesOfRelease(text: string): string[] {
  const name = text.trim().replace(/^(?:release|version)\s+/i, '');
  return [text, name, /^v\d/i.test(name) ? name.slice(1) : `v${name}`];
}
