import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';
import { projectFolder } from './project';

const HELPERS = join(projectFolder, 'scripts/compilerHelpers.ts');

/** A helper's declaration: from its name to the first line that closes it at the margin. */
const DECLARATION =
  /^var (__createBinding|__setModuleDefault|__importStar|__importDefault|__exportStar) = \(this && this\.\1\)[^]*?^\}.*;$/gm;

/**
 * The libraries of the language server protocol are a hundred modules that TypeScript compiled, each with its own copy of the
 * same helpers: a tenth of the extension's bundle. They are left out here, and one copy takes their place.
 */
export const shareCompilerHelpers: Plugin = {
  name: 'share compiler helpers',
  setup(build) {
    const { initialOptions } = build;
    initialOptions.inject = [...(initialOptions.inject ?? []), HELPERS];
    build.onLoad({ filter: /[\\/]node_modules[\\/]vscode-[\w-]+[\\/].*\.js$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replace(DECLARATION, ''),
      loader: 'js',
    }));
  },
};
