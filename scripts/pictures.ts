import { buildProduct } from './build';
import { reportFailure } from './fail';
import { runNodeLayer } from './test/nodeLayer';

/** Makes the pictures of the README and of the walkthrough from the sample, in the real editor. */
async function main(): Promise<void> {
  await buildProduct({ production: false });
  const { failed } = await runNodeLayer({ name: 'pictures', timeout: 120_000, parallel: false }, process.argv.slice(2));
  if (failed > 0) process.exitCode = 1;
}

main().catch(reportFailure);
