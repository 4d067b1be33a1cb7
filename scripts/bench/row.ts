import type { Sample } from './statistics';

/** `compared`: a figure beside another one, without a target. */
export type Verdict = 'met' | 'missed' | 'too noisy' | 'not measured' | 'compared';

/** One line of the table. */
export interface Row {
  readonly what: string;
  readonly unit: 'ms' | 'MiB' | 'kB' | '';
  /** undefined: it cannot be measured yet, or not here; `note` says why. */
  readonly value: number | undefined;
  readonly floor?: { readonly what: string; readonly value: number };
  /** What it should be, in words. */
  readonly target: string;
  /** The most that the target allows in this run, in the same unit; undefined = there is no target. */
  readonly allowed?: number;
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
  const allowed = (base: number) => factor * base + extra;
  const sure = measured.high <= allowed(floor.low) === measured.low <= allowed(floor.high);
  return {
    what,
    unit: 'ms',
    value: measured.median,
    floor: { what: floorName, value: floor.median },
    target: extra === 0 ? `<= ${factor} x floor` : `<= ${factor} x floor + ${extra} ms`,
    allowed: allowed(floor.median),
    verdict: !sure ? 'too noisy' : measured.median <= allowed(floor.median) ? 'met' : 'missed',
    ...(note !== undefined && { note }),
  };
}

/** A figure with a limit of its own. A noisy machine can only make it look worse, see `judged`. */
export function rowWithLimit(what: string, unit: Row['unit'], value: number, limit: number, note?: string): Row {
  const verdict = value <= limit ? 'met' : 'missed';
  const target = `<= ${limit} ${unit}`.trim();
  return { what, unit, value, target, allowed: limit, verdict, ...(note !== undefined && { note }) };
}

/** A figure beside that of another program. */
export function rowBeside(what: string, unit: Row['unit'], value: number, other: Row['floor'], note?: string): Row {
  return {
    what,
    unit,
    value,
    ...(other && { floor: other }),
    target: '',
    verdict: 'compared',
    ...(note !== undefined && { note }),
  };
}

/** @param note why it is not measured */
export function rowWithout(what: string, target: string, note: string): Row {
  return { what, unit: '', value: undefined, target, verdict: 'not measured', note };
}
