import type { WorkItem } from '../model/roadmap';
import {
  createEvidence,
  type Evidence,
  type LinkedAnnotation,
  type LinkedCommit,
  type LinkedReference,
  mentionOf,
} from './evidence';
import { type LinkPlace, verdictOn } from './verdicts';

/**
 * The evidence of an item with a person's word on it: accepted links are certain, rejected ones are left out.
 *
 * @param isPadded the ID differs from the item's own in leading zeros: that is one slip, so certain mentions are probable and
 *   probable ones nothing
 */
export function judgedEvidence(evidence: Evidence, item: WorkItem, isPadded: boolean): Evidence {
  if (!isPadded && item.verdicts.length === 0) {
    return evidence;
  }
  return createEvidence({
    annotations: evidence.annotations.flatMap((link) => judged(link, item, isPadded, link.file)),
    references: evidence.references.flatMap((link) => judged(link, item, isPadded, link.file)),
    commits: evidence.commits.flatMap((link) => judged(link, item, isPadded, link.commit)),
  });
}

function judged<T extends LinkedAnnotation | LinkedReference | LinkedCommit>(
  link: T,
  item: WorkItem,
  isPadded: boolean,
  place: LinkPlace,
): T[] {
  if (!isPadded && link.certainty === 'certain') {
    return [link];
  }
  const mention = mentionOf(link);
  if (isPadded && mention.certainty !== 'certain') {
    return [];
  }
  const verdict = verdictOn(item, mention.written ?? mention.id, place);
  if (!verdict) {
    return [{ ...link, certainty: 'probable' }];
  }
  return verdict.accepted ? [{ ...link, certainty: 'certain', accepted: verdict }] : [];
}
