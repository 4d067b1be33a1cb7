import type { Annotation, Mention, Reference, ReferenceRole } from '../model/marks';
import type { Comment } from './comments';
import { startOfLine } from '../model/lineEnds';
import { FARTHEST_TAG, roleOfReference, type Via, viaOf } from './traceTags';

/**
 * The IDs of a comment that no annotation names, each with the trace tag that it follows. `mentions` and `annotations` are
 * the comment's own, in order.
 *
 * @param byPattern those of the mentions that a pattern of a person's own found
 */
export function referencesOf(
  text: string,
  comment: Comment,
  mentions: readonly Mention[],
  annotations: readonly Annotation[],
  { role, byPattern }: { readonly role: ReferenceRole; readonly byPattern: ReadonlySet<Mention> },
): Reference[] {
  const references: Reference[] = [];
  let next = 0;
  let last: Reference | undefined;
  for (const mention of mentions) {
    while (next < annotations.length && (annotations[next]?.span.end ?? 0) <= mention.span.start) {
      next++;
    }
    const annotation = annotations[next];
    if (!annotation || annotation.span.start > mention.span.start) {
      const via = byPattern.has(mention) ? 'pattern' : viaAt(text, comment, mention, last);
      last = { mention, role: roleOfReference(via, role), via };
      references.push(last);
    }
  }
  return references;
}

/** A trace tag holds for the ID behind it and for all that are listed after: `@story PAY-12, PAY-13`. */
function viaAt(text: string, comment: Comment, { span }: Mention, last: Reference | undefined): Via {
  const from = Math.max(comment.span.start, span.start - FARTHEST_TAG);
  const line = Math.max(from, startOfLineNear(text, span.start, from));
  if (
    last &&
    last.via !== 'pattern' &&
    last.mention.span.end >= line &&
    /^[\s,;&+]*(?:and\s+)?$/.test(text.slice(last.mention.span.end, span.start))
  ) {
    return last.via;
  }
  return viaOf(text.slice(line, span.start), text, span.end);
}

function startOfLineNear(text: string, index: number, from: number): number {
  return from + startOfLine(text.slice(from, index), index - from);
}
