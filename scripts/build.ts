import { version } from '../package.json';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { chmod, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { build, context } from 'esbuild';
import type { BuildOptions } from 'esbuild';
import { reportFailure } from './fail';
import { outFolder, projectFolder } from './project';
import { leanLibraries } from './leanLibraries';

/** What runs in the editor's panels, on their own page. */
const forBrowser: BuildOptions = { platform: 'browser', format: 'iife', target: 'es2022' };

/** The programs that Waymark consists of. */
const bundles: readonly BuildOptions[] = [
  {
    entryPoints: ['src/extension/extension.ts'],
    outfile: 'dist/extension.js',
    external: ['vscode'],
  },
  { entryPoints: ['src/server/main.ts'], outfile: 'dist/server.js' },
  { entryPoints: ['src/webview/storyPage/main.ts'], outfile: 'dist/storyPage.js', ...forBrowser },
  { entryPoints: ['src/cli/main.ts'], outfile: 'dist/cli.js', banner: { js: '#!/usr/bin/env node' } },
];

/** Builds everything into dist/. For production: small, and without source maps. */
export async function buildProduct({ production }: { readonly production: boolean }): Promise<void> {
  await Promise.all(bundles.map((bundle) => build(optionsOf(bundle, production))));
  await chmod(join(projectFolder, 'dist/cli.js'), 0o755);
}

/** Bundles the tests that run inside the editor, file by file, into out/host/. */
export async function buildHostTests(): Promise<void> {
  const source = join(projectFolder, 'test/host');
  const target = join(outFolder, 'host');
  await rm(target, { recursive: true, force: true });
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' });
  const bundle: BuildOptions = {
    entryPoints: files.filter((file) => /(^|[\\/])index\.ts$|\.test\.ts$/.test(file)).map((file) => join(source, file)),
    outbase: source,
    outdir: target,
    external: ['vscode', 'mocha'],
  };
  await build(optionsOf(bundle, false));
}

function optionsOf(bundle: BuildOptions, production: boolean): BuildOptions {
  return {
    absWorkingDir: projectFolder,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    // The main file of some packages hides their modules from the bundler.
    mainFields: ['module', 'main'],
    minify: production,
    sourcemap: !production,
    logLevel: 'warning',
    plugins: [leanLibraries],
    define: { WAYMARK_BUILD: JSON.stringify(sourceHash()), WAYMARK_VERSION: JSON.stringify(version) },
    ...bundle,
  };
}

/** Tells caches that were written by another program from its own. */
function sourceHash(): string {
  const hash = createHash('sha256');
  const source = join(projectFolder, 'src');
  const files = readdirSync(source, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  for (const path of [...paths, join(projectFolder, 'package-lock.json')]) {
    hash.update(relative(projectFolder, path)).update(readFileSync(path));
  }
  return hash.digest('hex').slice(0, 16);
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { production: { type: 'boolean' }, watch: { type: 'boolean' } } });
  const production = values.production ?? false;
  await buildProduct({ production });
  if (!values.watch) return;
  console.log('Watching for changes; stop with Ctrl+C.');
  for (const bundle of bundles) {
    await (await context({ ...optionsOf(bundle, production), logLevel: 'info' })).watch();
  }
}

if (require.main === module) main().catch(reportFailure);
