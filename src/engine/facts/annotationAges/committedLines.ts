/**
 * Where lines of a changed text stand in the text that is committed: the nearest line that says the same, white space at its
 * ends aside.
 *
 * @param lines from 0, as `\n` ends them
 * @returns committed lines by the lines asked for, without those that are not committed
 */
export function committedLines(text: string, committed: string, lines: readonly number[]): ReadonlyMap<number, number> {
  const places = new Map<string, number[]>();
  for (const [index, line] of committed.split('\n').entries()) {
    const same = places.get(line.trim()) ?? [];
    places.set(line.trim(), same);
    same.push(index);
  }
  const current = text.split('\n');
  const found = new Map<number, number>();
  for (const line of lines) {
    const candidates = places.get(current[line]?.trim() ?? '') ?? [];
    const [first, ...others] = candidates;
    if (first !== undefined) {
      found.set(
        line,
        others.reduce((best, each) => (Math.abs(each - line) < Math.abs(best - line) ? each : best), first),
      );
    }
  }
  return found;
}
