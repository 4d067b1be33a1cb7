import { isIssueKey, issueNumberOf } from '../../../ids/canonicalId';
import { splitId, splitLevels } from '../../../ids/itemId';
import type { Plan } from '../../../trace/plan';
import { headlinePlace } from '../../places';
import type { Rule } from '../../rule';
import { listing } from '../../wording';

export const idOutsideKeys: Rule = {
  code: 'WM107',
  name: 'id-outside-keys',
  title: 'ID does not fit the keys',
  severity: 'information',
  scope: 'item',
  concerns: { having: ['ownId'] },
  documentation: {
    what: 'The roadmap lists its `keys`, and an epic, story or task has an ID with another prefix, or with none.',
    why: 'Usually it is a slip. If it is meant, the list of keys is incomplete and misleads whoever names IDs by it.',
    example: '`keys: [PAY]` and a story `PYA-12`.',
    answer: 'Correct the ID, or add its prefix to `keys`.',
  },
  *check(item, _evidence, { plan }) {
    const keys = keysOf(plan).get(item.path);
    if (keys && keys.length > 0 && !fits(item.id, keys)) {
      yield {
        message: `${item.id} has none of the prefixes that this roadmap lists under keys: ${listing(keys)}.`,
        place: headlinePlace(item),
        item: item.id,
        related: [],
      };
    }
  },
};

const known = new WeakMap<Plan, ReadonlyMap<string, readonly string[]>>();

/** By the path of the roadmap that lists them. */
function keysOf(plan: Plan): ReadonlyMap<string, readonly string[]> {
  let keys = known.get(plan);
  if (!keys) {
    keys = new Map(plan.roadmaps.map((roadmap) => [roadmap.path, roadmap.keys?.map(({ name }) => name) ?? []]));
    known.set(plan, keys);
  }
  return keys;
}

function fits(id: string, keys: readonly string[]): boolean {
  const parts = splitId(id) ?? splitLevels(id);
  return keys.includes(parts?.key ?? '') || (issueNumberOf(id) !== undefined && keys.some(isIssueKey));
}
