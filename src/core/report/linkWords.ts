import type { LinkedAnnotation, LinkedReference } from '../trace/evidence';

/** Why an annotation is linked, in words: `Linked because the comment's TODO names PAY-12.` */
export function annotationWhy({ annotation, mention }: LinkedAnnotation): string {
  return because(`the comment's ${annotation.tag} names ${mention.written}`, mention.certainty);
}

export function referenceWhy({ reference }: LinkedReference): string {
  const { mention, role, via } = reference;
  const where = { code: 'a comment in code', test: 'a comment in a test', doc: 'a document' }[role];
  const reason =
    via === 'bare'
      ? `${where} names ${mention.written}`
      : `a comment says that it ${VIA_REFERENCE[via]} ${mention.written}`;
  return because(reason, mention.certainty);
}

const VIA_REFERENCE = { story: 'belongs to', implements: 'implements', verifies: 'verifies' } as const;

/** The sentence around a reason. A probable link says what is unusual about it. */
export function because(reason: string, certainty: 'certain' | 'probable'): string {
  return certainty === 'certain'
    ? `Linked because ${reason}.`
    : `Probably linked: ${reason}, which is not how the roadmap writes it.`;
}
