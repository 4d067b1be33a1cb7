import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildProduct } from '../build';
import { outFolder } from '../project';
import { runNodeLayer } from './nodeLayer';
import type { Counts } from './reporter';

/** Runs the tests that click through the editor. */
export async function runUiLayer(mochaArguments: readonly string[]): Promise<Counts> {
  rmSync(join(outFolder, 'screenshots'), { recursive: true, force: true });
  await buildProduct({ production: false });
  return runNodeLayer({ name: 'ui', timeout: 90_000, parallel: false }, mochaArguments);
}
