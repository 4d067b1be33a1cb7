import type { SearchPattern } from '../../core/ids/searchPattern';

/** A part of a file. What lies behind it is unknown unless it is the last. */
export interface Piece {
  readonly bytes: Buffer;
  /** Matches begin here or later. What lies before is only looked at: it belongs to the piece before. */
  readonly from: number;
  readonly isLast: boolean;
}

/** Whether a piece holds at least one of some patterns. */
export type PatternMatcher = (piece: Piece) => boolean;

/** Up to so many patterns, looking for each in turn is quicker than looking for all at once. */
const FEW_PATTERNS = 12;

/** From so many on, finding out which patterns decide costs more than it saves. */
const MANY_PATTERNS = 200;

interface Needle {
  readonly bytes: Buffer;
  readonly before: SearchPattern['before'];
  readonly next: SearchPattern['next'];
}

/** The empty text is in every file; without patterns nothing matches. */
export function patternMatcher(patterns: readonly SearchPattern[]): PatternMatcher {
  const needles = decidingPatterns(patterns).map(
    ({ text, before, next }): Needle => ({ bytes: Buffer.from(text, 'utf8'), before, next }),
  );
  if (needles.some((needle) => needle.bytes.length === 0)) {
    return () => true;
  }
  return needles.length <= FEW_PATTERNS
    ? (piece) => needles.some((needle) => holds(piece, needle))
    : manyPatternsMatcher(needles);
}

/** So many bytes of a piece have to be looked at again together with the next one. */
export function overlapOf(patterns: readonly SearchPattern[]): number {
  return 1 + Math.max(0, ...patterns.map(({ text }) => Buffer.byteLength(text)));
}

/** Whatever holds `TODOS` anywhere holds `TODO` anywhere. */
export function decidingPatterns(patterns: readonly SearchPattern[]): SearchPattern[] {
  if (patterns.length > MANY_PATTERNS) {
    return [...patterns];
  }
  const byLength = patterns.toSorted((a, b) => a.text.length - b.text.length);
  const kept: SearchPattern[] = [];
  for (const pattern of byLength) {
    const decided = kept.some(
      ({ text, before, next }) => before === 'anything' && next === 'anything' && pattern.text.includes(text),
    );
    if (!decided) {
      kept.push(pattern);
    }
  }
  return kept;
}

function holds(piece: Piece, needle: Needle): boolean {
  const { bytes, from } = piece;
  for (let at = bytes.indexOf(needle.bytes, from); at !== -1; at = bytes.indexOf(needle.bytes, at + 1)) {
    if (isAllowed(piece, needle, at)) {
      return true;
    }
  }
  return false;
}

/** Of a needle whose bytes stand at `start`. */
function isAllowed({ bytes, isLast }: Piece, { bytes: letters, before, next }: Needle, start: number): boolean {
  if (before === 'break' && start > 0 && isWordByte(bytes[start - 1])) {
    return false;
  }
  const end = start + letters.length;
  if (next === 'anything') {
    return true;
  }
  if (end === bytes.length) {
    return isLast && next === 'break';
  }
  return next === 'digit' ? isDigit(bytes[end]) : !isWordByte(bytes[end]);
}

function isDigit(byte = 0): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

/** An ASCII letter, a digit, `_` or `$`. */
function isWordByte(byte = 0): boolean {
  const lower = byte | 0x20;
  return (lower >= 0x61 && lower <= 0x7a && byte < 0x80) || isDigit(byte) || byte === 0x5f || byte === 0x24;
}

/**
 * Wu and Manber's algorithm (A Fast Algorithm for Multi-Pattern Searching, 1994) with blocks of two bytes: time does not
 * grow with the number of needles. `skips` says how far a window as long as the shortest needle may move on, given its last
 * two bytes; where it may not, the needles with these two bytes there are compared.
 */
function manyPatternsMatcher(needles: readonly Needle[]): PatternMatcher {
  const width = Math.min(...needles.map((needle) => needle.bytes.length));
  if (width < 2) {
    return (piece) => needles.some((needle) => holds(piece, needle));
  }
  const skips = new Uint8Array(0x10000).fill(Math.min(width - 1, 255));
  const candidates = new Map<number, Needle[]>();
  for (const needle of needles) {
    for (let end = 1; end < width; end++) {
      const block = needle.bytes.readUInt16LE(end - 1);
      skips[block] = Math.min(skips[block] ?? 0, width - 1 - end);
    }
    const last = needle.bytes.readUInt16LE(width - 2);
    candidates.set(last, [...(candidates.get(last) ?? []), needle]);
  }
  return (piece) => {
    const { bytes, from } = piece;
    for (let end = from + width - 1; end < bytes.length; ) {
      const block = (bytes[end - 1] ?? 0) | ((bytes[end] ?? 0) << 8);
      const skip = skips[block] ?? 0;
      if (skip > 0) {
        end += skip;
        continue;
      }
      const start = end - width + 1;
      if (
        candidates.get(block)?.some((needle) => standsAt(needle.bytes, bytes, start) && isAllowed(piece, needle, start))
      ) {
        return true;
      }
      end++;
    }
    return false;
  };
}

function standsAt(needle: Buffer, bytes: Buffer, start: number): boolean {
  const end = start + needle.length;
  return end <= bytes.length && bytes.compare(needle, 0, needle.length, start, end) === 0;
}
