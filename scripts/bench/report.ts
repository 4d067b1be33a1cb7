import { cpus, platform, release } from 'node:os';
import type { Row } from './row';
import { type Calm, isCalm } from './yardstick';

/** Rows that were measured together, and how calm the machine was just before and after. */
export interface Measured {
  readonly rows: readonly Row[];
  readonly calm: Calm;
}

const HEADINGS = ['what', 'measured', 'floor', 'x floor', 'target', 'of target', ''];
/** Columns of figures, which stand to the right. */
const FIGURES = new Set([1, 2, 3, 5]);

/** The table for people, what its floors are, and whether the machine was calm. */
export function textReport(title: string, measured: readonly Measured[]): string {
  const rows = measured.flatMap(judged);
  const cells = [HEADINGS, ...rows.map(cellsOf)];
  const widths = HEADINGS.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const lines = cells.map((row) =>
    row
      .map((cell, column) =>
        FIGURES.has(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
  const notes = rows.flatMap(({ what, floor, note, allowed }) => [
    ...(floor === undefined ? [] : [`${what}: ${allowed === undefined ? 'beside' : 'the floor is'} ${floor.what}.`]),
    ...(note === undefined ? [] : [`${what}: ${note}.`]),
  ]);
  return [title, machine(), '', ...lines, '', ...new Set(notes), '', conclusion(measured)].join('\n');
}

/** `schemaVersion` 2. Figures are those of the table, not rounded. */
export function jsonReport(title: string, measured: readonly Measured[]): string {
  const steps = measured.map((step) => ({ ...step.calm, calm: isCalm(step.calm), rows: judged(step).map(withRatios) }));
  return JSON.stringify({ schemaVersion: 2, tree: title, machine: machine(), steps }, undefined, 2);
}

function withRatios(row: Row) {
  return { ...row, ofFloor: ofFloor(row) ?? null, ofTarget: ofTarget(row) ?? null };
}

function cellsOf(row: Row): string[] {
  return [
    row.what,
    row.value === undefined ? '-' : figure(row.value, row.unit),
    row.floor === undefined ? '' : figure(row.floor.value, row.unit),
    ofFloor(row)?.toFixed(2) ?? '',
    row.target,
    ofTarget(row)?.toFixed(2) ?? '',
    row.verdict,
  ];
}

function ofFloor({ value, floor }: Row): number | undefined {
  return value === undefined || !floor?.value ? undefined : value / floor.value;
}

/** 1 is exactly what is allowed. undefined: there is no target, or it allows nothing at all. */
function ofTarget({ value, allowed }: Row): number | undefined {
  return value === undefined || !allowed ? undefined : value / allowed;
}

/** On a noisy machine no verdict is given that the noise may have made. */
export function judged({ rows, calm }: Measured): Row[] {
  return isCalm(calm) ? [...rows] : rows.map((row) => (isDoubtful(row) ? { ...row, verdict: 'too noisy' } : row));
}

/**
 * What else the machine does can make a time miss its limit, but not meet it. A ratio means nothing at all then: what runs
 * on several processors at once suffers more than a floor that runs on one.
 */
function isDoubtful({ unit, verdict, floor }: Row): boolean {
  return unit === 'ms' && (verdict === 'missed' || floor !== undefined);
}

function conclusion(measured: readonly Measured[]): string {
  const spread = Math.max(...measured.map(({ calm }) => calm.spread));
  const others = Math.max(...measured.map(({ calm }) => calm.others));
  const noisy = measured.filter(({ calm }) => !isCalm(calm)).length;
  const facts = `the slowest repetitions of a task that is always the same took up to ${spread.toFixed(2)} times the usual, and other programs used up to ${(others * 100).toFixed(0)} % of the processors`;
  return noisy === 0
    ? `The machine was calm: ${facts}.`
    : `The machine was too noisy in ${noisy} of ${measured.length} steps to conclude from ratios, or from times that miss their limit: ${facts}. Measure again when it does nothing else.`;
}

function figure(value: number, unit: Row['unit']): string {
  const digits = value < 10 ? 2 : value < 100 ? 1 : 0;
  return `${value.toFixed(unit === '' ? 0 : digits)} ${unit}`.trim();
}

function machine(): string {
  const processors = cpus();
  return `${processors.length} x ${processors[0]?.model ?? 'unknown processor'}, ${platform()} ${release()}, Node ${process.version}`;
}
