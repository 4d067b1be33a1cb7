const HOURS: ReadonlyMap<string, number> = new Map([
  ['mo', 160],
  ['w', 40],
  ['d', 8],
  ['h', 1],
  ['m', 1 / 60],
  ['s', 1 / 3600],
]);

/** Sizes as GitHub and people write them, and the letters that a roadmap knows. */
const SIZES: ReadonlyMap<string, string> = new Map([
  ['tiny', 'XS'],
  ['extra small', 'XS'],
  ['x-small', 'XS'],
  ['small', 'S'],
  ['medium', 'M'],
  ['large', 'L'],
  ['x-large', 'XL'],
  ['extra large', 'XL'],
]);

/**
 * An estimate as a roadmap writes it: `5`, `3d`, `4h`, `XL`. Decimal commas and sums of units (`1w 2d 3h`) are read; nothing
 * and zero are no estimate. undefined: it is none.
 *
 * @param unit what a bare number counts
 */
export function estimateOf(cell: string, unit: 'points' | 'hours' | 'seconds'): string | undefined {
  const text = cell.trim().toLowerCase();
  const size = SIZES.get(text) ?? (/^(?:xs|s|m|l|xl|xxl)$/.test(text) ? text.toUpperCase() : undefined);
  if (size !== undefined) {
    return size;
  }
  const number = /^\d{1,9}(?:[.,]\d{1,9})?$/.test(text) ? Number(text.replace(',', '.')) : undefined;
  if (number !== undefined && unit === 'points') {
    return number > 0 ? String(number) : undefined;
  }
  const hours = number === undefined ? hoursOf(text) : unit === 'hours' ? number : number / 3600;
  return hours === undefined || !(hours > 0) ? pointsOf(text) : durationOf(hours);
}

/** `5pt`, `5 points`. */
function pointsOf(text: string): string | undefined {
  const match = /^(\d{1,9}(?:[.,]\d{1,9})?) ?(?:p|pts?|points?|sp)$/.exec(text);
  return match?.[1]?.replace(',', '.');
}

function hoursOf(text: string): number | undefined {
  const parts = [
    ...text.matchAll(
      /(\d{1,9}(?:[.,]\d{1,9})?)\s*(mo|[wdhms])(?:onths?|eeks?|ays?|ours?|rs?|inutes?|in|econds?)?\b[\s,]*/g,
    ),
  ];
  const isAll = parts.reduce((length, part) => length + part[0].length, 0) === text.length;
  return parts.length > 0 && isAll
    ? parts.reduce((sum, part) => sum + Number(part[1]?.replace(',', '.')) * (HOURS.get(part[2] ?? '') ?? 0), 0)
    : undefined;
}

/** Whole days as days, all else as hours; minutes as a share of one. */
function durationOf(hours: number): string {
  return hours % 8 === 0 ? `${hours / 8}d` : `${Math.round(hours * 100) / 100}h`;
}
