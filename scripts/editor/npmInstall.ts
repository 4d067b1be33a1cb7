import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../processes';

/**
 * Installs packages into a folder of its own, outside the project's dependencies: these are tools of hundreds of
 * megabytes that not everybody needs. Their install scripts do not run.
 *
 * @param packages `name@version`; none means what the folder's own package.json asks for
 */
export async function npmInstall(folder: string, packages: readonly string[] = []): Promise<void> {
  const manifest = join(folder, 'package.json');
  if (!existsSync(manifest)) await writeFile(manifest, '{ "private": true }\n');

  const flags = ['--ignore-scripts', '--omit=dev', '--no-save', '--no-package-lock', '--no-audit', '--no-fund'];
  const [command, ...before] = npmCommand();
  await run(command, [...before, 'install', ...flags, '--loglevel=error', ...packages], { cwd: folder });
}

/** Inside `npm run` the npm that runs is known, and starting its file works on every platform. */
function npmCommand(): [string, ...string[]] {
  const file = process.env['npm_execpath'];
  return file?.endsWith('.js') ? [process.execPath, file] : ['npm'];
}
