import { t } from '../words/t';
import type { Verdict } from '../model/roadmap';
import type { LinkedAnnotation, LinkedReference } from '../trace/evidence';
import type { Locate } from './locate';

/** Why a piece of evidence is linked to its item, in one sentence; each of these names the place of what accepts it. */
export function annotationWhy(link: LinkedAnnotation, locate: Locate): string {
  return because(t("the comment's {0} names {1}", link.annotation.tag, link.mention.written), link, locate);
}

export function referenceWhy(link: LinkedReference, locate: Locate): string {
  const { mention, role, via } = link.reference;
  const where = { code: t('a comment in code'), test: t('a comment in a test'), doc: t('a document') }[role];
  if (via === 'pattern') {
    return because(t('a pattern of the settings finds {0} in {1}', mention.written, where), link, locate);
  }
  const reason = via === 'bare' ? t('{0} names {1}', where, mention.written) : SAYS[via](mention.written);
  return because(reason, link, locate);
}

const SAYS = {
  story: (id: string) => t('a comment says that it belongs to {0}', id),
  implements: (id: string) => t('a comment says that it implements {0}', id),
  verifies: (id: string) => t('a comment says that it verifies {0}', id),
} as const;

/** The sentence around a reason. A probable link says what is unusual about it, an accepted one what accepts it. */
export function because(
  reason: string,
  { certainty, accepted }: { readonly certainty: 'certain' | 'probable'; readonly accepted?: Verdict },
  locate: Locate,
): string {
  if (accepted) {
    return t('Linked because {0}, which {1} accepts.', reason, `${accepted.path}:${locate(accepted).line + 1}`);
  }
  return certainty === 'certain'
    ? t('Linked because {0}.', reason)
    : t('Probably linked: {0}, which is not how the roadmap writes it.', reason);
}
