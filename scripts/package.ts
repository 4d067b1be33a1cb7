import { statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { buildProduct } from './build';
import { reportFailure } from './fail';
import { projectFolder } from './project';

/** In bytes: what a person downloads. */
const largestSize = 2 * 1024 * 1024;

/** Builds and packages the extension; returns the package's absolute path. */
export async function packageExtension(): Promise<string> {
  const vsix = join(projectFolder, 'waymark.vsix');
  await buildProduct({ production: true });
  await createVSIX({
    cwd: projectFolder,
    packagePath: vsix,
    // The bundles hold them already.
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
  const { size } = statSync(vsix);
  const sizes = `${Math.ceil(size / 1024)} kB, at most ${largestSize / 1024} kB`;
  if (size > largestSize) throw new Error(`${relative('', vsix)} is too large: ${sizes}.`);
  console.log(`${relative('', vsix)}: ${sizes}`);
  return vsix;
}

if (require.main === module) packageExtension().catch(reportFailure);
