/**
 * Measures how much of a damaged roadmap is still read: made-up roadmaps, as different as people write them, with one to five
 * random damages each. Of the items whose own text holds no damage it counts how many are read just as without the damage, and
 * what is wrong: other fields, another parent, or an item that nobody wrote.
 *
 *   npm run recovery -- [--texts N] [--seed N] [--format yaml|json] [--show N] [--kind NAME]
 *
 * Prints a row for all texts, and one for each kind of damage, from texts with this damage alone. `--show` prints the first
 * texts in which an item is missed, with what is missed.
 *
 * Exit code 1: less than 98 % are read, or one is wrong.
 */
import { parseArgs } from 'node:util';
import { type Measured, measureRecovery } from '../test/support/recovery/measure';
import { reportFailure } from './fail';

const LEAST_READ = 0.98;

function main(): void {
  const { values } = parseArgs({
    options: {
      texts: { type: 'string', default: '500' },
      seed: { type: 'string', default: '1' },
      format: { type: 'string' },
      show: { type: 'string', default: '0' },
      kind: { type: 'string' },
    },
  });
  for (const format of ['yaml', 'json'] as const) {
    if ((values.format ?? format) === format) {
      const measured = measureRecovery(format, Number(values.texts), Number(values.seed), 40);
      print(format, measured);
      printMisses(measured, Number(values.show), values.kind);
    }
  }
}

function print(format: string, { total, byKind }: Measured): void {
  const rows = [[format, total] as const, ...byKind];
  const width = Math.max(...rows.map(([name]) => name.length));
  console.log(`${''.padEnd(width)}  texts  undamaged  read     wrong  damages  problems`);
  for (const [name, tally] of rows) {
    const share = `${((100 * tally.read) / tally.undamaged).toFixed(2)} %`;
    const counts = [tally.wrong, tally.damages, tally.problems].map((each) => String(each).padStart(7)).join('');
    console.log(
      `${name.padEnd(width)} ${String(tally.texts).padStart(6)} ${String(tally.undamaged).padStart(10)} ${share.padStart(9)} ${counts}`,
    );
  }
  if (total.read < LEAST_READ * total.undamaged || total.wrong > 0) {
    process.exitCode = 1;
  }
}

function printMisses({ misses }: Measured, most: number, kind: string | undefined): void {
  const seen = new Set<number>();
  for (const { seed, kinds, changes, what } of misses) {
    if (seen.size < most && !seen.has(seed) && (kind === undefined || kinds.every((each) => each === kind))) {
      seen.add(seed);
      console.log(`\n=== seed ${seed}: ${kinds.join(', ')}\n${changes}--- ${what}`);
    }
  }
}

try {
  main();
} catch (error) {
  reportFailure(error);
}
