const WORDS: Readonly<Record<string, number>> = { critical: 0, urgent: 0, high: 1, medium: 2, low: 3 };

/**
 * Reads what stands for a priority in the brackets of a tag: `p1`, `P0`, `high`, `priority: 2`, `prio=low`.
 *
 * @returns 0, the most urgent, to 9; undefined: the words are something else
 */
export function readPriority(words: string): number | undefined {
  const match = /^(?:(?:priority|prio)\s*[:=\s]\s*)?(?:p?([0-9])|(\p{L}+))$/iu.exec(words.trim());
  const [whole = '', digit, word] = match ?? [];
  if (digit !== undefined) {
    // A digit alone may be anything.
    return whole === digit ? undefined : Number(digit);
  }
  return word === undefined ? undefined : WORDS[word.toLowerCase()];
}

/** `TODO!` is high, with more signs it is critical. */
export function priorityOfSigns(signs: string): number | undefined {
  return signs === '' ? undefined : signs.length === 1 ? 1 : 0;
}
