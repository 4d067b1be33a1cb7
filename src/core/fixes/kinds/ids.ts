import { t } from '../../words/t';
import { nextIdFor, nextIdsFor } from '../../edit/nextId';
import { suggestName } from '../../findings/didYouMean';
import { splitId } from '../../ids/itemId';
import type { WorkItem } from '../../model/roadmap';
import type { Plan } from '../../trace/plan';
import type { Fix, FixKind } from '../fix';
import { addressOf, workOf } from '../subjects';

/** Lists the prefix of an ID under the `keys` of its file. */
export const addKey: FixKind = (finding, context) => {
  const item = workOf(finding, context);
  const key = item && splitId(item.id)?.key;
  return item && key !== undefined
    ? [
        {
          title: t('Add {0} to the keys of {1}', key, item.path),
          edit: { roadmap: [{ kind: 'addKey', path: item.path, key }] },
        },
      ]
    : [];
};

/** Gives an item whose prefix is almost one of the file's keys the same number under that key, where it is free. */
export const useKey: FixKind = (finding, context) => {
  const item = workOf(finding, context);
  const { plan } = context.trace;
  const parts = item && splitId(item.id);
  const keys = plan.roadmaps.find(({ path }) => path === item?.path)?.keys?.map(({ name }) => name) ?? [];
  const key = parts && suggestName(parts.key, keys);
  const newId = key === undefined || !item ? undefined : key + item.id.slice(parts?.key.length);
  return item && newId !== undefined && !plan.find(newId)
    ? [
        {
          title: t('Rename {0} to {1}', item.id, newId),
          edit: { roadmap: [{ kind: 'renameItem', item: addressOf(item), newId }] },
        },
      ]
    : [];
};

/** More IDs are not given at once: each is a reading of the file. */
const MOST_AT_ONCE = 50;

/** Gives an item its first ID, and all of its file where several have none. */
export const giveId: FixKind = ({ place }, { trace: { plan } }) => {
  const lacking = itemsWithoutId(place.path, plan);
  const item = lacking.find(({ headline }) => headline.start === place.span.start);
  const own = item && nextIdFor(plan, placeOf(item, plan));
  if (!item || own === undefined) {
    return [];
  }
  const give = (each: WorkItem, newId: string) => ({ kind: 'giveId' as const, item: addressOf(each), newId });
  const one: Fix = {
    title: t('Give this item an ID: {0}', own),
    edit: { roadmap: [give(item, own)] },
    isPreferred: true,
  };
  const ids = nextIdsFor(own, lacking.length);
  const isMany = lacking.length > 1 && lacking.length <= MOST_AT_ONCE;
  // From the last to the first, since the IDs that are made of titles count those above that have the same.
  const steps = lacking.map((each, index) => give(each, ids[index] ?? own)).reverse();
  const all: Fix = {
    title: t('Give all {0} items of this file an ID: {1} to {2}', lacking.length, own, ids.at(-1) ?? own),
    edit: { roadmap: steps },
  };
  return isMany ? [one, all] : [one];
};

/** In the file's order. */
function itemsWithoutId(path: string, plan: Plan): readonly WorkItem[] {
  const problems = plan.roadmaps.find((each) => each.path === path)?.problems ?? [];
  const places = new Set(problems.flatMap(({ code, span }) => (code === 'WM108' ? [span.start] : [])));
  return plan.workItems.filter((item) => item.path === path && item.derivedId && places.has(item.headline.start));
}

function placeOf(item: WorkItem, plan: Plan) {
  return { kind: item.kind, path: item.path, parent: plan.parentOf(item) };
}
