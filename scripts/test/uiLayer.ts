import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildProduct } from '../build';
import { outFolder } from '../project';
import { runNodeLayer } from './nodeLayer';
import type { Counts } from './reporter';

/**
 * Runs the tests that click through the editor. It has races of its own (it loses a row that is clicked while its tree is given new
 * ones), which a person answers by a second click; so a test has a second try, of which the report tells.
 */
export async function runUiLayer(mochaArguments: readonly string[]): Promise<Counts> {
  rmSync(join(outFolder, 'screenshots'), { recursive: true, force: true });
  await buildProduct({ production: false });
  return runNodeLayer({ name: 'ui', timeout: 90_000, parallel: false, retries: 1 }, mochaArguments);
}
