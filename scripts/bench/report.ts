import { cpus, platform, release } from 'node:os';
import type { Row } from './row';
import type { Tree } from './tree';
import type { Calm } from './yardstick';

/** The table for people. */
export function textReport(tree: Tree, rows: readonly Row[], calm: Calm): string {
  const cells = [
    ['what', 'measured', 'floor', 'ratio', 'target', ''],
    ...judged(rows, calm).map((row) => [
      row.what,
      row.value === undefined ? '-' : figure(row.value, row.unit),
      row.floor === undefined ? '' : figure(row.floor.value, row.unit),
      row.floor === undefined || row.value === undefined ? '' : (row.value / row.floor.value).toFixed(2),
      row.target,
      row.verdict,
    ]),
  ];
  const widths = cells[0]?.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0))) ?? [];
  const lines = cells.map((row) =>
    row
      .map((cell, column) =>
        column >= 1 && column <= 3 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
  const notes = rows.flatMap(({ what, floor, note }) => [
    ...(floor === undefined ? [] : [`${what}: the floor is ${floor.what}.`]),
    ...(note === undefined ? [] : [`${what}: ${note}.`]),
  ]);
  return [tree.name, machine(), '', ...lines, '', ...new Set(notes), '', conclusion(calm)].join('\n');
}

export function jsonReport(tree: Tree, rows: readonly Row[], calm: Calm): string {
  const report = { schemaVersion: 1, tree: tree.name, machine: machine(), spread: calm.spread, calm: calm.isCalm };
  return JSON.stringify({ ...report, rows: judged(rows, calm) }, undefined, 2);
}

function judged(rows: readonly Row[], { isCalm }: Calm): Row[] {
  return rows.map((row) => (!isCalm && isDoubtful(row) ? { ...row, verdict: 'too noisy' } : row));
}

/**
 * What else the machine does can make a time miss its limit, but not meet it. A ratio means nothing at all then: what runs
 * on several processors at once suffers more than a floor that runs on one.
 */
function isDoubtful({ unit, verdict, floor }: Row): boolean {
  return unit === 'ms' && (verdict === 'missed' || floor !== undefined);
}

function conclusion(calm: Calm): string {
  const spread = `the slowest repetitions of a task that is always the same took ${calm.spread.toFixed(2)} times the usual`;
  return calm.isCalm
    ? `The machine was calm: ${spread}.`
    : `The machine was too noisy to conclude from ratios, or from times that miss their limit: ${spread}. Measure again when it does nothing else.`;
}

function figure(value: number, unit: Row['unit']): string {
  const digits = value < 10 ? 2 : value < 100 ? 1 : 0;
  return `${value.toFixed(unit === '' ? 0 : digits)} ${unit}`.trim();
}

function machine(): string {
  const processors = cpus();
  return `${processors.length} x ${processors[0]?.model ?? 'unknown processor'}, ${platform()} ${release()}, Node ${process.version}`;
}
