import { t } from '../../../words/t';
import { isIssueKey, issueNumberOf } from '../../../ids/canonicalId';
import { isKey, splitId, splitLevels } from '../../../ids/itemId';
import type { Roadmap } from '../../../model/roadmap';
import type { Plan } from '../../../trace/plan';
import { headlinePlace } from '../../places';
import type { Rule } from '../../rule';
import { listing } from '../../wording';
import { translatable } from '../../../words/translatable';

export const idOutsideKeys: Rule = {
  code: 'WM107',
  name: 'id-outside-keys',
  title: translatable('ID does not fit the keys'),
  severity: 'information',
  scope: 'item',
  concerns: { having: ['ownId'] },
  documentation: {
    what: 'The roadmap lists its `keys`, and an epic, story or task has an ID with another prefix, or with none.',
    why: translatable(
      'Usually it is a slip. If it is meant, the list of keys is incomplete and misleads whoever names IDs by it.',
    ),
    example: '`keys: [PAY]` and a story `PYA-12`.',
    answer: 'Correct the ID, or add its prefix to `keys`.',
  },
  check(item, _evidence, { plan }) {
    const keys = keysOf(plan).get(item.path);
    if (keys && keys.names.length > 0 && !fits(item.id, keys)) {
      return {
        message: t(
          '{0} has none of the prefixes that this roadmap lists under keys: {1}.',
          item.id,
          listing(keys.names),
        ),
        place: headlinePlace(item),
        item: item.id,
        related: [],
      };
    }
    return undefined;
  },
};

interface Keys {
  readonly names: readonly string[];
  /** An ID of one of the keys and a number, which nearly all are. */
  readonly numbered: RegExp;
}

const known = new WeakMap<Plan, ReadonlyMap<string, Keys>>();

/** By the path of the roadmap that lists them. */
function keysOf(plan: Plan): ReadonlyMap<string, Keys> {
  let keys = known.get(plan);
  if (!keys) {
    keys = new Map(plan.roadmaps.map((roadmap) => [roadmap.path, readKeys(roadmap)]));
    known.set(plan, keys);
  }
  return keys;
}

function readKeys({ keys = [] }: Roadmap): Keys {
  const names = keys.map(({ name }) => name);
  return { names, numbered: new RegExp(`^(?:${names.filter(isKey).join('|') || '(?!)'})-\\d+$`) };
}

function fits(id: string, { names, numbered }: Keys): boolean {
  if (numbered.test(id)) {
    return true;
  }
  const parts = splitId(id) ?? splitLevels(id);
  return names.includes(parts?.key ?? '') || (issueNumberOf(id) !== undefined && names.some(isIssueKey));
}
