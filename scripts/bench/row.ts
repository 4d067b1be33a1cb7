import type { Sample } from './statistics';

export type Verdict = 'ok' | 'missed' | 'too noisy' | 'not built' | 'no target';

/** One line of the table. */
export interface Row {
  readonly what: string;
  readonly unit: 'ms' | 'MiB' | 'kB' | 'x' | '';
  /** undefined: it cannot be measured yet, or not here; `note` says why. */
  readonly value: number | undefined;
  readonly floor?: { readonly what: string; readonly value: number };
  /** What it should be, in words. */
  readonly target: string;
  readonly verdict: Verdict;
  readonly note?: string;
}

interface AgainstFloor {
  readonly what: string;
  readonly measured: Sample;
  readonly floorName: string;
  readonly floor: Sample;
  readonly factor: number;
  /** Milliseconds beside the factor. */
  readonly extra: number;
  readonly note?: string;
}

/** Judges only when slow and quick repetitions of both sides lead to the same verdict. */
export function rowAgainstFloor({ what, measured, floorName, floor, factor, extra, note }: AgainstFloor): Row {
  const isMet = (value: number, base: number) => value <= factor * base + extra;
  const sure = isMet(measured.high, floor.low) === isMet(measured.low, floor.high);
  return {
    what,
    unit: 'ms',
    value: measured.median,
    floor: { what: floorName, value: floor.median },
    target: extra === 0 ? `<= ${factor} x floor` : `<= ${factor} x floor + ${extra} ms`,
    verdict: !sure ? 'too noisy' : isMet(measured.median, floor.median) ? 'ok' : 'missed',
    ...(note !== undefined && { note }),
  };
}

/** A figure with a limit of its own. A noisy machine can only make it look worse, see `report`. */
export function rowWithLimit(what: string, unit: Row['unit'], value: number, limit: number, note?: string): Row {
  const verdict = value <= limit ? 'ok' : 'missed';
  return { what, unit, value, target: `<= ${limit} ${unit}`.trim(), verdict, ...(note !== undefined && { note }) };
}

export function rowWithout(what: string, target: string, note: string, verdict: Verdict = 'not built'): Row {
  return { what, unit: '', value: undefined, target, verdict, note };
}

/** Rows of the plan that nothing can be measured of yet. */
export function notBuiltRows(): Row[] {
  return [
    rowWithout('warm start', '<= 1.3 x floor + 150 ms', 'there is no cache yet'),
    rowWithout('activation of the extension', '<= 60 ms', 'measured by no test yet'),
    rowWithout('first paint of the tree', '<= 100 ms', 'measured by no test yet'),
  ];
}
