import type { WorkItem } from '../../model/roadmap';
import { saysTheSame, type SpanPair } from '../../model/saysTheSame';
import { moveTo } from './movedSpans';

/**
 * Of items that were read again those that say something else than before; in the place of the others the former objects, which
 * stand where the text stands now. So an edit of one story leaves those beside it alone.
 */
export function keepItems(former: readonly WorkItem[], read: readonly WorkItem[]): readonly WorkItem[] {
  const byId = new Map<string, WorkItem>();
  note(former, byId);
  return kept(read, byId);
}

function note(items: readonly WorkItem[], byId: Map<string, WorkItem>): void {
  for (const item of items) {
    // An ID that is made of a title is given later, with a look at all others.
    if (!item.derivedId) {
      byId.set(item.id, item);
    }
    note(item.children, byId);
  }
}

/** Each former item is kept once, also where an ID is declared twice. */
function kept(items: readonly WorkItem[], byId: Map<string, WorkItem>): readonly WorkItem[] {
  return items.map((item) => {
    const children = kept(item.children, byId);
    const former = item.derivedId ? undefined : byId.get(item.id);
    const pairs: SpanPair[] = [];
    if (former && isSameList(former.children, children) && saysTheSame(former, item, pairs)) {
      byId.delete(item.id);
      pairs.forEach(([span, now]) => moveTo(span, now));
      return former;
    }
    return isSameList(item.children, children) ? item : { ...item, children };
  });
}

function isSameList(a: readonly WorkItem[], b: readonly WorkItem[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
