import { statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { buildProduct } from './build';
import { reportFailure } from './fail';
import { run } from './processes';
import { projectFolder } from './project';

/** In bytes: what a person downloads. */
const largestSize = 2 * 1024 * 1024;

/** Builds and packages the extension; returns the package's absolute path. */
export async function packageExtension(): Promise<string> {
  const vsix = join(projectFolder, 'waymark.vsix');
  const vsce = join(projectFolder, 'node_modules/@vscode/vsce/vsce');
  await buildProduct({ production: true });
  await run(process.execPath, [vsce, 'package', '--no-dependencies', '--allow-missing-repository', '--out', vsix], {
    cwd: projectFolder,
  });
  const { size } = statSync(vsix);
  const sizes = `${Math.ceil(size / 1024)} kB, at most ${largestSize / 1024} kB`;
  if (size > largestSize) throw new Error(`${relative('', vsix)} is too large: ${sizes}.`);
  console.log(`${relative('', vsix)}: ${sizes}`);
  return vsix;
}

if (require.main === module) packageExtension().catch(reportFailure);
