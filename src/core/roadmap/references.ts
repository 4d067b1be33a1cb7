import { canonicalId } from '../ids/canonicalId';
import type { Roadmap, WorkItem } from '../model/roadmap';
import type { Draft } from './itemBase';
import type { ReadContext } from './readContext';

/**
 * Whether a word that stands alone in a list of work names what is declared elsewhere. Asked of a roadmap whose references were not
 * taken out.
 */
export function hasReferences({ bareNames }: Pick<ReadContext, 'bareNames'>, { work }: Pick<Roadmap, 'work'>): boolean {
  if (bareNames.size === 0) {
    return false;
  }
  const names = new Set(Array.from(bareNames, nameOf));
  const isDeclared = (item: WorkItem): boolean =>
    (!item.derivedId && !bareNames.has(item) && names.has(canonicalId(item.id))) || item.children.some(isDeclared);
  return work.some(isDeclared);
}

function nameOf(item: WorkItem): string {
  return canonicalId(item.derivedId ? item.title : item.id);
}

/**
 * `stories: [PAY-1, PAY-2]` where PAY-1 is declared elsewhere in the file says to which epic, release or goal it belongs, and
 * declares nothing. What is declared nowhere else stays: it is declared there.
 */
export function withoutReferences(context: ReadContext, roadmap: Roadmap): Roadmap {
  if (!hasReferences(context, roadmap)) {
    return roadmap;
  }
  const { bareNames } = context;
  const declared = new Map<string, Draft<WorkItem>>();
  const nested = new Set<WorkItem>();
  const collect = (items: readonly WorkItem[]) => {
    for (const item of items) {
      if (!item.derivedId && !bareNames.has(item) && !declared.has(nameOf(item))) {
        declared.set(nameOf(item), item);
      }
      item.children.forEach((child) => nested.add(child));
      collect(item.children);
    }
  };
  collect(roadmap.work);

  const resolve = (items: readonly WorkItem[], parent: Draft<WorkItem> | undefined): readonly WorkItem[] => {
    const kept = items.filter((item) => {
      const target = bareNames.has(item) ? declared.get(nameOf(item)) : undefined;
      if (target && target !== parent) {
        belong(target, item, parent && !nested.has(target) ? parent : undefined);
      }
      return target === undefined;
    });
    for (const item of kept) {
      const draft: Draft<WorkItem> = item;
      draft.children = item.children.length === 0 ? item.children : resolve(item.children, draft);
    }
    return kept;
  };
  return { ...roadmap, work: resolve(roadmap.work, undefined) };
}

/** What the place of the reference says counts where the item does not say it itself. */
function belong(target: Draft<WorkItem>, reference: WorkItem, parent: WorkItem | undefined): void {
  if (parent) {
    target.epic ??= { name: parent.id, span: reference.headline };
  }
  target.release ??= reference.release;
  target.goal ??= reference.goal;
  target.status ??= reference.status;
}
