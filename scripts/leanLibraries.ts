import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';
import { isUnusedFeature, standInOf, withoutUnusedFeatures } from './unusedFeatures';
import { projectFolder } from './project';

const HELPERS = join(projectFolder, 'scripts/compilerHelpers.ts');

/** A helper's declaration: from its name to the first line that closes it at the margin. */
const DECLARATION =
  /^var (__createBinding|__setModuleDefault|__importStar|__importDefault|__exportStar) = \(this && this\.\1\)[^]*?^\}.*;$/gm;

/**
 * Takes from the libraries of the language server protocol what the bundles need not hold: features of the client that the
 * server does not have, and the compiler's helpers. The libraries are a hundred modules that TypeScript compiled, each with
 * its own copy of the same helpers, which are left out here; one copy takes their place.
 */
export const leanLibraries: Plugin = {
  name: 'lean libraries',
  setup(build) {
    const { initialOptions } = build;
    initialOptions.inject = [...(initialOptions.inject ?? []), HELPERS];
    build.onLoad({ filter: /[\\/]node_modules[\\/]vscode-[\w-]+[\\/].*\.js$/ }, async ({ path }) => ({
      contents: isUnusedFeature(path) ? standInOf(path) : lean(path, await readFile(path, 'utf8')),
      loader: 'js',
    }));
  },
};

function lean(path: string, source: string): string {
  return withoutUnusedFeatures(path, source).replace(DECLARATION, '');
}
