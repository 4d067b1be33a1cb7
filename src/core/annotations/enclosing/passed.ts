/** Stretches of a text that are no code, as `lex` fills them in: beginning and end in turn, ascending. */
export type Passed = readonly number[];

/** The index in {@link Passed} of the last stretch that begins at or before an offset; -2: none does. */
export function stretchBefore(passed: Passed, offset: number): number {
  let low = 0;
  let high = passed.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((passed[2 * middle] ?? 0) <= offset) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return 2 * (low - 1);
}

/** The end of the stretch that holds the offset; undefined: it is code. */
export function endOfPassed(passed: Passed, offset: number): number | undefined {
  const end = passed[stretchBefore(passed, offset) + 1];
  return end !== undefined && end > offset ? end : undefined;
}
