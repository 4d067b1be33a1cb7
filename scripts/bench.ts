import { join } from 'node:path';
import { build } from 'esbuild';
import { buildProduct } from './build';
import { reportFailure } from './fail';
import { exitCode, start } from './processes';
import { outFolder, projectFolder } from './project';

/** Measures the product as it is shipped: bundled, and each run in a process that has done nothing else. */
async function main(): Promise<void> {
  const outfile = join(outFolder, 'bench.js');
  await buildProduct({ production: true });
  await build({
    absWorkingDir: projectFolder,
    entryPoints: ['scripts/bench/main.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    // Measured as its users have it; playwright cannot be bundled.
    external: ['leasot', 'playwright-core', 'esbuild'],
    logLevel: 'warning',
  });
  process.exitCode = await exitCode(start(process.execPath, [outfile, ...process.argv.slice(2)], { stdio: 'inherit' }));
}

main().catch(reportFailure);
