import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isatty } from 'node:tty';
import { parseArgs } from 'node:util';
import { runTests, TestRunFailedError } from '@vscode/test-electron';
import { createSampleWorkspace } from '../../src/engine/sample/createSample';
import { buildHostTests, buildProduct } from '../build';
import { installExtension } from '../editor/editorServer';
import { installNpmEditor } from '../editor/npmEditor';
import { packageExtension } from '../package';
import { outFolder, projectFolder } from '../project';
import { countTests, sumOf } from './counts';
import type { Counts } from './reporter';
import { writeWishes } from './suiteWishes';
import type { SuiteWishes } from './suiteWishes';

/** Runs the tests in the editor's extension host: of the extension as developed, then of its package, installed. */
export async function runHostLayer(mochaArguments: readonly string[]): Promise<Counts> {
  const wishes = { color: isatty(process.stdout.fd), ...readGrep(mochaArguments) };
  const folder = mkdtempSync(join(tmpdir(), 'waymark-host-'));
  try {
    const vsix = await packageExtension();
    await buildProduct({ production: false });
    await buildHostTests();
    const developed = await runSuite(join(folder, 'developed'), projectFolder, 'host/index.js', wishes);

    const installed = join(folder, 'installed');
    await installExtension(await installNpmEditor(), vsix, extensionsFolder(installed));
    const packaged = await runSuite(installed, emptyExtension(installed), 'host/installed/index.js', wishes);
    return sumOf([developed, packaged]);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Runs one suite on a sample workspace of its own, in an editor without a past. */
function runSuite(home: string, extension: string, suite: string, wishes: SuiteWishes): Promise<Counts> {
  return countTests(async (environment) => {
    const workspace = join(home, 'workspace');
    await createSampleWorkspace(workspace);
    await runTests({
      vscodeExecutablePath: join(projectFolder, 'scripts/editor/launcher.ts'),
      extensionDevelopmentPath: extension,
      extensionTestsPath: join(outFolder, suite),
      extensionTestsEnv: { ...environment, ...writeWishes(wishes) },
      launchArgs: [workspace, `--user-data-dir=${join(home, 'data')}`, `--extensions-dir=${extensionsFolder(home)}`],
    }).catch(allowFailedTests);
  });
}

function extensionsFolder(home: string): string {
  return join(home, 'extensions');
}

/** An extension that does nothing: the editor runs a suite only beside one that is under development. */
function emptyExtension(home: string): string {
  const folder = join(home, 'empty');
  mkdirSync(folder, { recursive: true });
  const manifest = { name: 'empty', publisher: 'waymark', version: '0.0.0', engines: { vscode: '*' } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  return folder;
}

function allowFailedTests(error: unknown): void {
  if (!(error instanceof TestRunFailedError)) throw error;
}

/** Of mocha's arguments the suites in the editor know one. */
function readGrep(mochaArguments: readonly string[]): Pick<SuiteWishes, 'grep'> {
  const { values } = parseArgs({
    args: [...mochaArguments],
    strict: false,
    options: { grep: { type: 'string', short: 'g' } },
  });
  return typeof values['grep'] === 'string' ? { grep: values['grep'] } : {};
}
