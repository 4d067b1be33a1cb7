import type { CommitVia } from '../model/commit';
import type { LinkedAnnotation, LinkedCommit, LinkedReference } from '../trace/evidence';

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

const VIA_WORDS: Readonly<Record<CommitVia, string>> = {
  subject: 'subject',
  body: 'message',
  trailer: 'trailer',
  merge: 'merged branch',
};

export function commitWhy({ mention }: LinkedCommit): string {
  const places = mention.via.map((via) => VIA_WORDS[via]).join(' and ');
  const closes = mention.closes ? ' and says that it is finished' : '';
  return because(`the commit's ${places} names ${mention.id}${closes}`, mention.certainty);
}

function because(reason: string, certainty: 'certain' | 'probable'): string {
  return certainty === 'certain'
    ? `Linked because ${reason}.`
    : `Probably linked: ${reason}, which is not how the roadmap writes it.`;
}
