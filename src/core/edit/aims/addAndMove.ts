import type { Item, Roadmap } from '../../model/roadmap';
import type { Aim } from '../aim';
import { findItem, isWork, itemsOf, withDerivedIds, withItems } from '../items';
import { Refusal } from '../refusal';
import type { OpenProperties } from '../saySame';
import type { NewItem, Place } from '../writer';
import { withItemAt } from './place';
import { itemOfFields } from './readFields';
import { INHERITED, isShownAs } from './setField';

/** What is wanted where a thing is added. */
export function aimOfAddition(roadmap: Roadmap, { kind, id, title, fields }: NewItem, place: Place): Aim | Refusal {
  const read = itemOfFields(roadmap, kind, { ...fields, ...(id !== undefined && { id }), title });
  if (read instanceof Refusal) {
    return read;
  }
  const marked: Item = { ...read };
  const wanted = withDerivedIds(withItemAt(roadmap, marked, place));
  // Its derived ID is given last, so it is known by its place only.
  const added = id === undefined ? itemsOf(wanted).find((each) => each.fields === marked.fields) : marked;
  const open = new Map(openOf(added ? [added] : []));
  const isShown = added && roadmap.format === 'markdown' && isWork(marked) && marked.status !== undefined;
  if (isShown) {
    open.set(added.id, new Set([...(open.get(added.id) ?? []), 'status']));
  }
  return {
    wanted,
    open,
    ...(isShown && { holds: (found: Roadmap) => isShownAs(marked, findItem(found, added.id)) }),
    ...(id === undefined && { mayReport: 'WM108' }),
  };
}

/** What is wanted where an item moves with all that it holds. */
export function aimOfMove(roadmap: Roadmap, item: Item, place: Place): Aim {
  const without: Roadmap = {
    ...roadmap,
    work: roadmap.work.filter((each) => each !== item),
    risks: roadmap.risks.filter((each) => each !== item),
  };
  const isChild = isWork(item) && !roadmap.work.includes(item);
  const taken = isChild
    ? withItems(without, (each) =>
        isWork(each) && each.children.some((child) => child === item)
          ? { ...each, children: each.children.filter((child) => child !== item) }
          : each,
      )
    : without;
  const wanted = withItemAt(taken, item, place);
  return { wanted: withDerivedIds(wanted), open: openOf([item]) };
}

/** A check box, which a heading above may overrule: three signs without a key. */
function isBox({ fields }: Item): boolean {
  const status = fields.get('status');
  return status !== undefined && status.key === undefined && status.value.end - status.value.start === '[ ]'.length;
}

/** What these and all that they hold may take from the place where they stand. */
function openOf(items: readonly Item[]): OpenProperties {
  const open = new Map<string, ReadonlySet<string>>();
  const add = (item: Item) => {
    const takes = (property: string) => !item.fields.has(property) || (property === 'status' && isBox(item));
    open.set(item.id, new Set([...INHERITED].filter(takes)));
    if (isWork(item)) {
      item.children.forEach(add);
    }
  };
  items.forEach(add);
  return open;
}
