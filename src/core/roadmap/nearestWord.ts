import { distance } from 'fastest-levenshtein';

const SHORTEST_WORD = 4;
const LONG_WORD = 8;

/**
 * The known word that a misspelt one most likely means, of equally near ones the first; undefined when none is close. One
 * slip is allowed, two in a long word: more would take `tests` for `tasks`.
 */
export function nearestWord(written: string, known: Iterable<string>): string | undefined {
  if (written.length < SHORTEST_WORD) {
    return undefined;
  }
  let nearest: string | undefined;
  let nearestDistance = 3;
  for (const word of known) {
    if (Math.abs(word.length - written.length) >= nearestDistance || word.length < SHORTEST_WORD) {
      continue;
    }
    // Letters that changed places count as two slips, but are one.
    const edits = distance(written, word);
    const slips = edits - (edits > 1 && edits < 4 && sortedLetters(word) === sortedLetters(written) ? 1 : 0);
    if (slips <= (word.length >= LONG_WORD ? 2 : 1) && slips < nearestDistance) {
      nearest = word;
      nearestDistance = slips;
    }
  }
  return nearest;
}

function sortedLetters(word: string): string {
  return [...word].sort().join('');
}
