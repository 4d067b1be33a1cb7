import { distance } from 'fastest-levenshtein';
import { splitId } from '../ids/itemId';
import type { WorkItem } from '../model/roadmap';
import type { Plan } from '../trace/plan';

/**
 * The ID of the one work item that was plainly meant by a name that nothing answers to; undefined when none or several
 * come into question. A number is taken for a slip only when exactly one declared ID is one slip away, and never for another
 * digit: people miss digits, double and swap them, but an ID with another digit is nearly always another item that the
 * roadmap does not show.
 */
export function suggestId(name: string, plan: Plan): string | undefined {
  const byTitle = titlesOf(plan).get(name.trim().toLowerCase());
  if (byTitle && !byTitle.derivedId) {
    return byTitle.id;
  }
  const parts = splitId(name.trim().replace(/^(\p{L}+)[ _]?(?=\d)/u, '$1-'));
  if (!parts) {
    return suggestName(name, plan.vocabulary.literals);
  }
  const { keys } = plan.vocabulary;
  const sameKeys = keys.filter((known) => known.toLowerCase() === parts.key.toLowerCase());
  const key = keys.includes(parts.key) ? parts.key : (sameKeys[0] ?? suggestName(parts.key, keys));
  if (key === undefined) {
    return undefined;
  }
  const rest = `${parts.number}${parts.rest}`;
  const sameNumber = [key, ...sameKeys].flatMap((each) => [
    `${each}-${rest}`,
    `${each}-${rest.replace(/^0+(?=\d)/, '')}`,
  ]);
  const exact = sameNumber.find((id) => id !== name && plan.findWork(id));
  return exact ?? onlyNeighbour(key, parts.number, parts.rest, plan);
}

/** The release that was plainly meant: `2` or `v2` for `v2.0`, or one with a slip in its name. */
export function suggestRelease(name: string, plan: Plan): string | undefined {
  const ids = plan.releases.map(({ id }) => id);
  const same = ids.filter((id) => bareVersion(id) === bareVersion(name));
  return same.length === 1 ? same[0] : suggestName(name, ids);
}

function bareVersion(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/^v(?:ersion)?[ .]?(?=\d)/, '')
    .replace(/(?:\.0)+$/, '');
}

/**
 * The one of `names` that is nearest to `name` and near enough to be meant; undefined when two are equally near. Names that
 * differ in a number name different things: `v2.1` is no slip of `v2.0`.
 */
export function suggestName(name: string, names: readonly string[]): string | undefined {
  const wanted = name.trim().replace(/^@/, '').toLowerCase();
  const limit = wanted.length < 5 ? 1 : 2;
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of new Set(names)) {
    const mayBeMeant = withoutNumbers(candidate.toLowerCase()) !== withoutNumbers(wanted);
    if (mayBeMeant && Math.abs(candidate.length - wanted.length) <= limit) {
      const slips = slipsBetween(wanted, candidate.toLowerCase());
      if (slips < bestDistance) {
        best = candidate;
        bestDistance = slips;
      } else if (slips === bestDistance) {
        best = undefined;
      }
    }
  }
  // `ab` is no slip of `xb`: most of a word must be right.
  return bestDistance * 2 < wanted.length ? best : undefined;
}

function withoutNumbers(name: string): string {
  return name.replace(/^v(?=\d)/, '').replace(/\d+/g, '#');
}

/** Edits from one word to the other; two swapped letters are one slip. */
export function slipsBetween(a: string, b: string): number {
  const edits = distance(a, b);
  const isSwap = edits === 2 && a.length === b.length && [...a].sort().join('') === [...b].sort().join('');
  return isSwap ? 1 : edits;
}

function onlyNeighbour(key: string, number: string, rest: string, plan: Plan): string | undefined {
  let only: WorkItem | undefined;
  for (const neighbour of neighbours(number)) {
    const item = plan.findWork(`${key}-${neighbour}${rest}`);
    if (item && only && item !== only) {
      return undefined;
    }
    only ??= item;
  }
  return only?.id;
}

/** All numbers that are one slip away: a digit too few, too many, or two swapped. */
function* neighbours(number: string): Iterable<string> {
  for (let at = 0; at <= number.length; at++) {
    const before = number.slice(0, at);
    const here = number.charAt(at);
    const after = number.slice(at + 1);
    if (here !== '') {
      yield before + after;
      yield before + after.charAt(0) + here + after.slice(1);
    }
    for (const digit of '0123456789') {
      yield before + digit + here + after;
    }
  }
}

const titles = new WeakMap<Plan, ReadonlyMap<string, WorkItem>>();

function titlesOf(plan: Plan): ReadonlyMap<string, WorkItem> {
  let known = titles.get(plan);
  if (!known) {
    known = new Map(plan.workItems.map((item) => [item.title.trim().toLowerCase(), item]));
    titles.set(plan, known);
  }
  return known;
}
