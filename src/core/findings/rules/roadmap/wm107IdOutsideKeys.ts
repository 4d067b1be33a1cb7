import { isIssueKey, issueNumberOf } from '../../../ids/canonicalId';
import { splitId, splitLevels } from '../../../ids/itemId';
import type { WorkItem } from '../../../model/roadmap';
import { headlinePlace } from '../../places';
import type { Rule } from '../../rule';
import { listing } from '../../wording';

export const idOutsideKeys: Rule = {
  code: 'WM107',
  name: 'id-outside-keys',
  title: 'ID does not fit the keys',
  severity: 'information',
  scope: 'roadmap',
  documentation: {
    what: 'The roadmap lists its `keys`, and an epic, story or task has an ID with another prefix, or with none.',
    why: 'Usually it is a slip. If it is meant, the list of keys is incomplete and misleads whoever names IDs by it.',
    example: '`keys: [PAY]` and a story `PYA-12`.',
    answer: 'Correct the ID, or add its prefix to `keys`.',
  },
  *check(roadmap) {
    const keys = roadmap.keys?.map(({ name }) => name) ?? [];
    for (const item of keys.length > 0 ? roadmap.work.flatMap(withDescendants) : []) {
      if (!item.derivedId && !fits(item.id, keys)) {
        yield {
          message: `${item.id} has none of the prefixes that this roadmap lists under keys: ${listing(keys)}.`,
          place: headlinePlace(item),
          item: item.id,
          related: [],
        };
      }
    }
  },
};

function fits(id: string, keys: readonly string[]): boolean {
  const parts = splitId(id) ?? splitLevels(id);
  return keys.includes(parts?.key ?? '') || (issueNumberOf(id) !== undefined && keys.some(isIssueKey));
}

function withDescendants(item: WorkItem): WorkItem[] {
  return [item, ...item.children.flatMap(withDescendants)];
}
