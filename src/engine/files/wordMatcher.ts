/** Whether bytes hold at least one of some fixed strings. */
export type WordMatcher = (bytes: Buffer) => boolean;

/** Up to so many words, looking for each in turn is quicker than looking for all at once. */
const FEW_WORDS = 12;

/** From so many on, finding out which words decide costs more than it saves. */
const MANY_WORDS = 200;

/** Case counts. The empty word is in every text; without words nothing matches. */
export function wordMatcher(words: readonly string[]): WordMatcher {
  const needles = shortestWords(words).map((word) => Buffer.from(word, 'utf8'));
  if (needles.some((needle) => needle.length === 0)) {
    return () => true;
  }
  return needles.length <= FEW_WORDS
    ? (bytes) => needles.some((needle) => bytes.includes(needle))
    : manyWordsMatcher(needles);
}

/** The words that decide: whatever holds `TODOS` holds `TODO`. */
export function shortestWords(words: readonly string[]): string[] {
  const byLength = [...new Set(words)].sort((a, b) => a.length - b.length);
  if (byLength.length > MANY_WORDS) {
    return byLength;
  }
  const kept: string[] = [];
  for (const word of byLength) {
    if (!kept.some((shorter) => word.includes(shorter))) {
      kept.push(word);
    }
  }
  return kept;
}

/**
 * Wu and Manber's algorithm (A Fast Algorithm for Multi-Pattern Searching, 1994) with blocks of two bytes: time does not
 * grow with the number of words. `skips` says how far a window as long as the shortest word may move on, given its last
 * two bytes; where it may not, the words with these two bytes there are compared.
 */
function manyWordsMatcher(needles: readonly Buffer[]): WordMatcher {
  const width = Math.min(...needles.map((needle) => needle.length));
  if (width < 2) {
    return (bytes) => needles.some((needle) => bytes.includes(needle));
  }
  const skips = new Uint8Array(0x10000).fill(Math.min(width - 1, 255));
  const candidates = new Map<number, Buffer[]>();
  for (const needle of needles) {
    for (let end = 1; end < width; end++) {
      const block = needle.readUInt16LE(end - 1);
      skips[block] = Math.min(skips[block] ?? 0, width - 1 - end);
    }
    const last = needle.readUInt16LE(width - 2);
    candidates.set(last, [...(candidates.get(last) ?? []), needle]);
  }
  return (bytes) => {
    for (let end = width - 1; end < bytes.length; ) {
      const block = (bytes[end - 1] ?? 0) | ((bytes[end] ?? 0) << 8);
      const skip = skips[block] ?? 0;
      if (skip > 0) {
        end += skip;
        continue;
      }
      const start = end - width + 1;
      if (candidates.get(block)?.some((needle) => standsAt(needle, bytes, start))) {
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
