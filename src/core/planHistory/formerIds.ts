import { canonicalId } from '../ids/canonicalId';
import type { PlanVersion } from './historyOfPlan';
import type { StatedItem } from './statedItem';

/** Nobody renames an ID more often; a longer chain is a circle. */
const LONGEST_CHAIN = 10;

/**
 * Tells the canonical ID that an item has now, or had last, by one that it had before: through the aliases of today's plan, else
 * through those that a version of the past states.
 *
 * @param idNow the ID of the item of today's plan with this ID or alias; undefined: it has none
 */
export function createFormerIds(
  versions: readonly PlanVersion[],
  idNow: (id: string) => string | undefined,
): (id: string) => string {
  const later = aliasesOf(versions, idNow);
  const known = new Map<string, string>();
  return (written) => {
    const id = known.get(written) ?? latestOf(canonicalId(written));
    known.set(written, id);
    return id;
  };

  function latestOf(former: string): string {
    let id = former;
    for (let step = 0; step < LONGEST_CHAIN; step++) {
      const now = idNow(id);
      const next = now === undefined ? later.get(id) : canonicalId(now);
      if (next === undefined || next === id) {
        break;
      }
      id = next;
    }
    return id;
  }
}

/** Of all versions, the newest wins. An ID that another item of the same file bears is no former one. */
function aliasesOf(
  versions: readonly PlanVersion[],
  idNow: (id: string) => string | undefined,
): ReadonlyMap<string, string> {
  const later = new Map<string, string>();
  const seen = new Set<StatedItem>();
  for (const { files } of versions) {
    for (const stated of files.values()) {
      const named = (stated?.items ?? []).filter((item) => item.aliases.length > 0 && !seen.has(item));
      const own = new Set(named.length === 0 ? [] : stated?.items.map(({ id }) => canonicalId(id)));
      for (const item of named) {
        seen.add(item);
        for (const alias of item.aliases.map(canonicalId)) {
          if (!own.has(alias) && idNow(alias) === undefined) {
            later.set(alias, canonicalId(item.id));
          }
        }
      }
    }
  }
  return later;
}
