import type { Verdict } from '../model/roadmap';
import type { LinkedAnnotation, LinkedReference } from '../trace/evidence';
import type { Locate } from './locate';

/** Why a piece of evidence is linked to its item, in one sentence; each of these names the place of what accepts it. */
export function annotationWhy(link: LinkedAnnotation, locate: Locate): string {
  return because(`the comment's ${link.annotation.tag} names ${link.mention.written}`, link, locate);
}

export function referenceWhy(link: LinkedReference, locate: Locate): string {
  const { mention, role, via } = link.reference;
  const where = { code: 'a comment in code', test: 'a comment in a test', doc: 'a document' }[role];
  if (via === 'pattern') {
    return because(`a pattern of the settings finds ${mention.written} in ${where}`, link, locate);
  }
  const reason =
    via === 'bare' ? `${where} names ${mention.written}` : `a comment says that it ${SAYS[via]} ${mention.written}`;
  return because(reason, link, locate);
}

const SAYS = { story: 'belongs to', implements: 'implements', verifies: 'verifies' } as const;

/** The sentence around a reason. A probable link says what is unusual about it, an accepted one what accepts it. */
export function because(
  reason: string,
  { certainty, accepted }: { readonly certainty: 'certain' | 'probable'; readonly accepted?: Verdict },
  locate: Locate,
): string {
  if (accepted) {
    return `Linked because ${reason}, which ${accepted.path}:${locate(accepted).line + 1} accepts.`;
  }
  return certainty === 'certain'
    ? `Linked because ${reason}.`
    : `Probably linked: ${reason}, which is not how the roadmap writes it.`;
}
