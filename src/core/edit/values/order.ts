import type { Item } from '../../model/roadmap';
import { FIELDS, type FieldSpec, fieldNamed } from '../../roadmap/fields';
import type { MapEntry, MapNode, ValueNode } from '../../roadmap/valueNode';
import { itemsOf } from '../items';
import type { Scene } from '../scene';
import { isOwn } from './blocks';
import { siteOf } from './site';

/** How another thing of the file writes the same field. */
export interface Neighbour {
  readonly node: MapNode;
  readonly entry: MapEntry;
}

/** Where a neighbour is looked for. */
export interface Near {
  /** What holds the thing, or will. */
  readonly container: ValueNode | undefined;
  /** The thing itself; undefined: it is not there yet. */
  readonly self: ValueNode | undefined;
  readonly offset: number;
}

/** The nearest thing of the same kind that has the field, those of the same list first; undefined: none has. */
export function neighbourWith(scene: Scene, kind: Item['kind'], field: string, near: Near): Neighbour | undefined {
  const beside = nodesIn(near.container).filter((node) => node !== near.self);
  const found = nearest(kind, field, beside, near.offset);
  if (found) {
    return found;
  }
  const others = itemsOf(scene.roadmap).filter((item) => item.fields.get(field)?.key && !isAt(item, near));
  const alike = others.filter((item) => item.kind === kind);
  // Epics, stories and tasks have the same fields.
  const akin = alike.length > 0 || !WORK.has(kind) ? alike : others.filter((item) => WORK.has(item.kind));
  const closest = akin.sort((a, b) => distance(a, near.offset) - distance(b, near.offset))[0];
  const node = closest && siteOf(scene, closest)?.node;
  return node?.kind === 'map' ? nearest(kind, field, [node], near.offset) : undefined;
}

const WORK: ReadonlySet<Item['kind']> = new Set<Item['kind']>(['epic', 'story', 'task']);

function isAt({ span }: Item, { self }: Near): boolean {
  return span.start === self?.span.start;
}

function nodesIn(container: ValueNode | undefined): readonly MapNode[] {
  const nodes =
    container?.kind === 'list'
      ? container.items
      : container?.kind === 'map'
        ? container.entries.map((entry) => entry.value)
        : [];
  return nodes.filter((node) => node.kind === 'map');
}

function nearest(kind: Item['kind'], field: string, nodes: readonly MapNode[], offset: number): Neighbour | undefined {
  let best: Neighbour | undefined;
  for (const node of nodes) {
    const entry = node.entries.find((each) => isOwn(node, each) && fieldNamed(kind, each.key)?.name === field);
    if (entry && (!best || distance(node, offset) < distance(best.node, offset))) {
      best = { node, entry };
    }
  }
  return best;
}

function distance({ span }: Pick<ValueNode, 'span'>, offset: number): number {
  return Math.abs(span.start - offset);
}

const PLACE_OF: ReadonlyMap<FieldSpec, number> = new Map(FIELDS.map((spec, index) => [spec, index]));
const HOLDING: ReadonlySet<FieldSpec['type']> = new Set(['epics', 'stories', 'tasks', 'items']);

/** The field behind which a new one goes: as its neighbour has it, else in the documentation's order. undefined: as the first. */
export function anchorFor(
  kind: Item['kind'],
  node: MapNode,
  field: string,
  neighbour: Neighbour | undefined,
): MapEntry | undefined {
  const own = node.entries.filter((entry) => isOwn(node, entry));
  const named = (entry: MapEntry) => fieldNamed(kind, entry.key);
  if (neighbour) {
    const before = neighbour.node.entries.slice(0, neighbour.node.entries.indexOf(neighbour.entry)).reverse();
    const like = before.map((each) => own.find((entry) => isSameField(kind, entry, each))).find(Boolean);
    if (like || before.length === 0) {
      return like;
    }
  }
  const spec = fieldNamed(kind, field);
  const place = (spec && PLACE_OF.get(spec)) ?? FIELDS.length;
  const holdsWork = HOLDING.has(spec?.type ?? 'text') && kind !== 'risk';
  const short = own.filter((entry) => !HOLDING.has(named(entry)?.type ?? 'text') || kind === 'risk');
  if (holdsWork) {
    return own.at(-1);
  }
  const placeOf = (entry: MapEntry) => {
    const other = named(entry);
    return other === undefined ? -1 : (PLACE_OF.get(other) ?? -1);
  };
  const before = short.filter((entry) => placeOf(entry) >= 0 && placeOf(entry) < place);
  const nearestBefore = before.sort((a, b) => placeOf(b) - placeOf(a))[0];
  if (nearestBefore === undefined) {
    return field === 'id' ? undefined : short.at(-1);
  }
  // Never between what an item is called.
  const names = before.filter((entry) => named(entry)?.name === 'id' || named(entry)?.name === 'title');
  return own.findLast((entry) => entry === nearestBefore || names.includes(entry));
}

function isSameField(kind: Item['kind'], a: MapEntry, b: MapEntry): boolean {
  return a.key === b.key || (fieldNamed(kind, a.key)?.name ?? a.key) === (fieldNamed(kind, b.key)?.name ?? b.key);
}
