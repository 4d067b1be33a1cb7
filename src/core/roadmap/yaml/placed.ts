import type { MapEntry, ValueNode } from '../valueNode';

/** A mapping that is being read. */
export interface OpenMap {
  readonly kind: 'map';
  /** Where its keys start. */
  column: number;
  readonly firstLine: number;
  readonly entries: MapEntry[];
  /** The list of which it is an item. */
  readonly list: OpenList | undefined;
  /** One of its fields was a list whose dashes stand in the mapping's own column. */
  holdsListInColumn: boolean;
}

/** A list that is being read. */
export interface OpenList {
  readonly kind: 'list';
  /** Where its dashes stand. */
  column: number;
  readonly firstLine: number;
  readonly items: ValueNode[];
  /** Where the keys of its last item start, and the first of them. */
  itemColumn: number | undefined;
  firstKey: string | undefined;
}

export type OpenBlock = OpenMap | OpenList;

/** Where a line belongs. */
export interface Placed {
  readonly block: OpenBlock;
  /** It is indented otherwise than the block's lines. */
  readonly isStray: boolean;
  /** It is an item of the list, but its dash is missing. */
  readonly isDashless: boolean;
  /** Other lines of the block may stand in this line's column. */
  readonly mayMoveBlock: boolean;
}

export function exact(block: OpenBlock): Placed {
  return { block, isStray: false, isDashless: false, mayMoveBlock: false };
}

export function stray(block: OpenBlock | undefined): Placed | undefined {
  return block && { block, isStray: true, isDashless: false, mayMoveBlock: true };
}

export function dashless(block: OpenList): Placed {
  return { block, isStray: false, isDashless: true, mayMoveBlock: false };
}
