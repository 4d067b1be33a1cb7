import { type Lines, NO_CONTENT } from './lines';
import { LinesAhead } from './linesAhead';
import { dashless, exact, type OpenBlock, type OpenList, type OpenMap, type Placed, stray } from './placed';
import { namesList } from './wordLines';
import { isDashAt, keyAt, skipSpaces } from './lineStarts';

const COLON = 58;

/** How many columns nearer a block counts to which a line is likely to belong. */
const BONUS = 2.5;

/** The mappings and lists that are being read, from the outermost to the innermost, and which of them a line belongs to. */
export class OpenBlocks {
  private readonly blocks: OpenBlock[] = [];
  private readonly ahead: LinesAhead;
  private placedLine = NO_CONTENT;
  private placed: Placed | undefined;

  constructor(
    private readonly source: string,
    private readonly lines: Lines,
  ) {
    this.ahead = new LinesAhead(source, lines);
  }

  push(block: OpenBlock): void {
    this.blocks.push(block);
  }

  pop(): void {
    this.blocks.pop();
  }

  /** Whether a line is one more of this block as nearly all lines are: nothing has to be weighed. */
  isPlainlyIn(block: OpenBlock, line: number): boolean {
    const offset = this.lines.content[line] ?? 0;
    if (this.lines.indent[line] !== block.column || this.blocks[this.blocks.length - 1] !== block) {
      return false;
    }
    if (block.kind === 'list') {
      return isDashAt(this.source, offset);
    }
    return block.list
      ? !isDashAt(this.source, offset) && !this.source.startsWith(block.list.firstKey ?? '', offset)
      : !isDashAt(this.source, offset) && this.source.charCodeAt((this.lines.end[line] ?? 0) - 1) !== COLON;
  }

  /**
   * Where a line belongs. What is once said of it stays, while the blocks end that it does not belong to. undefined: it belongs to
   * nothing, since it is neither a field nor an item.
   */
  place(line: number): Placed | undefined {
    if (this.placedLine !== line) {
      this.placed = this.weigh(line);
      this.placedLine = line;
    }
    return this.placed;
  }

  private weigh(line: number): Placed | undefined {
    const column = this.lines.indent[line] ?? 0;
    const offset = this.lines.content[line] ?? 0;
    const isDash = isDashAt(this.source, offset);
    const top = this.blocks.at(-1);
    if (top && top.column === column && isDash === (top.kind === 'list')) {
      return top.kind === 'map' ? this.placeInTop(line, top) : exact(top);
    }
    if (isDash) {
      return this.placeDash(line, column);
    }
    return keyAt(this.source, offset) ? this.placeKey(line, column) : this.placeWord(line, column);
  }

  /** A line that may be the innermost mapping's next field, but also the next item of what that stands in. */
  private placeInTop(line: number, top: OpenMap): Placed {
    if (top.list && this.startsItem(line, top)) {
      return dashless(top.list);
    }
    const outer = this.blocks.at(-2);
    if (!top.list && outer?.kind === 'map' && this.opensTwins(line)) {
      return { ...exact(outer), isStray: true };
    }
    return exact(top);
  }

  /** A name with nothing behind it, and below it a field that the mapping has already: the name of the next thing. */
  private opensTwins(line: number): boolean {
    const offset = this.lines.content[line] ?? 0;
    if (this.source.charCodeAt((this.lines.end[line] ?? 0) - 1) !== COLON || !keyAt(this.source, offset)) {
      return false;
    }
    return this.isTwin(this.ahead.next(line));
  }

  /** A field that the mapping in whose column it stands has already. */
  private isTwin(line: number): boolean {
    const key = line < this.lines.count ? keyAt(this.source, this.lines.content[line] ?? 0) : undefined;
    const map = key && this.find('map', this.lines.indent[line] ?? 0);
    return map?.entries.some((entry) => entry.key === key?.text) ?? false;
  }

  private placeDash(line: number, column: number): Placed | undefined {
    const list = this.find('list', column);
    if (list) {
      return exact(list);
    }
    const first = this.dashlessFirst(line, column);
    if (first) {
      return exact(first);
    }
    const map = this.find('map', column);
    return stray(map?.holdsListInColumn ? map : (this.nearest('list', line, column) ?? this.blocks[0]));
  }

  /**
   * The mapping around one that starts like this item, but without a dash, and stands where the list should: that one is the list's
   * first item.
   */
  private dashlessFirst(line: number, column: number): OpenBlock | undefined {
    const offset = this.lines.content[line] ?? 0;
    const key = keyAt(this.source, skipSpaces(this.source, offset + 1, this.source.length))?.text;
    const at = this.blocks.findLastIndex(
      (block, index) =>
        block.kind === 'map' && !block.list && index > 0 && block.column >= column && block.entries[0]?.key === key,
    );
    const outer = this.blocks[at - 1];
    return key !== undefined && outer?.kind === 'map' && outer.column <= column ? outer : undefined;
  }

  private placeKey(line: number, column: number): Placed | undefined {
    const list = this.find('list', column);
    const map = this.find('map', column);
    if (list && this.isFirstKeyOf(list, line) && (!map || this.isFollowedByItem(line, list))) {
      return dashless(list);
    }
    if (map && !this.isInterruption(line, map)) {
      return map.list && this.startsItem(line, map) ? dashless(map.list) : exact(map);
    }
    const top = this.blocks.at(-1);
    if (top?.kind === 'list' && top.itemColumn === column && this.isFirstKeyOf(top, line)) {
      return dashless(top);
    }
    const nearest = this.nearest('map', line, column, map);
    if (nearest?.kind === 'map' && nearest.list && this.startsItem(line, nearest, nearest.list)) {
      return dashless(nearest.list);
    }
    const outer = nearest && this.blocks[this.blocks.indexOf(nearest) - 1];
    if (nearest?.kind === 'map' && !nearest.list && outer?.kind === 'map' && this.opensTwins(line)) {
      return { ...exact(outer), isStray: true };
    }
    return stray(nearest ?? this.blocks[0]);
  }

  /** A line without colon closes nothing, unless what follows says that it was meant to. */
  private placeWord(line: number, column: number): Placed | undefined {
    const map = this.find('map', column);
    const next = this.ahead.next(line);
    const isName = namesList(this.source.slice(this.lines.content[line], this.lines.end[line]));
    return map && (isName || this.isTwin(next) || !this.fitsAbove(next, map)) ? exact(map) : undefined;
  }

  /** The innermost block in exactly this column. */
  private find<Kind extends OpenBlock['kind']>(
    kind: Kind,
    column: number,
  ): Extract<OpenBlock, { kind: Kind }> | undefined {
    for (let at = this.blocks.length - 1; at >= 0; at -= 1) {
      const block = this.blocks[at];
      if (block?.kind === kind && block.column === column) {
        return block as Extract<OpenBlock, { kind: Kind }>;
      }
    }
    return undefined;
  }

  /** The block to whose lines the line is most alike, and the next line too. */
  private nearest(kind: OpenBlock['kind'], line: number, column: number, except?: OpenBlock): OpenBlock | undefined {
    let best: OpenBlock | undefined;
    let least = Number.POSITIVE_INFINITY;
    const next = this.ahead.lineBehind(line);
    const isOpening = this.ahead.opensBlock(line);
    // What follows belongs to a block that is open, so this one does not end it.
    const from = this.blockOf(next, kind);
    for (const block of this.blocks.slice(from)) {
      const isLikely =
        kind === 'list' ? this.isLikeItsItems(line, next, block) : block === this.blocks.at(-1) && !isOpening;
      const far = Math.abs(block.column - column) - (isLikely ? BONUS : 0);
      // Of two that are equally near, what has more below it belongs to the outer one.
      if (block.kind === kind && block !== except && (isOpening && kind === 'map' ? far < least : far <= least)) {
        best = block;
        least = far;
      }
    }
    return best;
  }

  /** Where the innermost block stands among those that are open to which a line belongs by its column; 0: to none. */
  private blockOf(line: number, kind: OpenBlock['kind']): number {
    const shape = this.ahead.shapeOf(line);
    const column = this.lines.indent[line];
    if (shape === 'other' || (kind === 'list' && shape === 'key')) {
      return 0;
    }
    const at = this.blocks.findLastIndex(
      (block) => block.column === column && shape === (block.kind === 'map' ? 'key' : 'dash'),
    );
    return Math.max(at, 0);
  }

  /** A line with a dash is like the items of a list: words as they are, or followed by fields in the same column as theirs. */
  private isLikeItsItems(line: number, next: number, list: OpenBlock): boolean {
    const offset = this.lines.content[line] ?? 0;
    const key = keyAt(this.source, skipSpaces(this.source, offset + 1, this.lines.end[line] ?? offset));
    if (list.kind === 'map' || key === undefined) {
      return list.kind === 'list' && list.itemColumn === undefined;
    }
    const column = this.lines.indent[next];
    return this.ahead.shapeOf(next) === 'key' ? column === list.itemColumn : column === list.column;
  }

  /**
   * A field in the column of an outer mapping, with nothing below it, where the next line goes on with an inner one: it was meant
   * for that one.
   */
  private isInterruption(line: number, map: OpenMap): boolean {
    const next = this.ahead.next(line);
    const mayFit = (this.lines.indent[next] ?? 0) >= map.column && this.blocks.at(-1) !== map;
    if (!mayFit || this.ahead.opensBlock(line) || !this.ahead.endsPlainly(line)) {
      return false;
    }
    return this.fitsAbove(this.ahead.lineBehind(line), map);
  }

  /** Whether a line stands exactly in a block inside of this one, or in a list in its column. */
  private fitsAbove(line: number, map: OpenMap): boolean {
    const column = this.lines.indent[line];
    const shape = this.ahead.shapeOf(line);
    for (let at = this.blocks.length - 1; at >= 0; at -= 1) {
      const block = this.blocks[at];
      if (!block || block === map) {
        return false;
      }
      if (block.column === column && shape === (block.kind === 'map' ? 'key' : 'dash')) {
        return true;
      }
    }
    return false;
  }

  /**
   * The first key of the mapping comes again, with further keys below it: a dash is missing. `list`: the next item of this
   * list may follow as well.
   */
  private startsItem(line: number, map: OpenMap, list?: OpenList): boolean {
    const [first] = map.entries;
    const offset = this.lines.content[line] ?? 0;
    if (!first || !this.source.startsWith(first.key, offset) || keyAt(this.source, offset)?.text !== first.key) {
      return false;
    }
    const next = this.ahead.next(line);
    if (list && this.ahead.shapeOf(next) === 'dash' && this.lines.indent[next] === list.column) {
      return true;
    }
    const key = next < this.lines.count ? keyAt(this.source, this.lines.content[next] ?? 0) : undefined;
    const isTwin = key !== undefined && map.entries.some((entry) => entry.key === key.text);
    return isTwin || (key !== undefined && map.entries.length > 1 && this.lines.indent[next] === map.column);
  }

  private isFirstKeyOf(list: OpenList, line: number): boolean {
    return list.firstKey !== undefined && keyAt(this.source, this.lines.content[line] ?? 0)?.text === list.firstKey;
  }

  private isFollowedByItem(line: number, list: OpenList): boolean {
    const next = this.ahead.next(line);
    return this.ahead.shapeOf(next) === 'key' && this.lines.indent[next] === list.itemColumn;
  }
}
