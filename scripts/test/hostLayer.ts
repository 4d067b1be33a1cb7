import { engines } from '../../package.json';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isatty } from 'node:tty';
import { parseArgs } from 'node:util';
import { runTests, TestRunFailedError } from '@vscode/test-electron';
import { createSampleWorkspace } from '../../src/engine/sample/createSample';
import { buildHostTests, buildProduct } from '../build';
import { installExtension } from '../editor/editorServer';
import { EDITOR_AGE, type EditorAge, installNpmEditor } from '../editor/npmEditor';
import { packageExtension } from '../package';
import { outFolder, projectFolder } from '../project';
import { countTests, sumOf } from './counts';
import type { Counts } from './reporter';
import { writeWishes } from './suiteWishes';
import type { SuiteWishes } from './suiteWishes';

/**
 * Runs the tests in the editor's extension host: of the extension as developed, in the newest editor and in the oldest that it
 * claims to run in, then of its package, installed.
 */
export async function runHostLayer(mochaArguments: readonly string[]): Promise<Counts> {
  const wishes = { color: isatty(process.stdout.fd), ...readGrep(mochaArguments) };
  const folder = mkdtempSync(join(tmpdir(), 'waymark-host-'));
  try {
    const vsix = await packageExtension();
    await buildProduct({ production: false });
    await buildHostTests();
    const developed = await runSuite(join(folder, 'developed'), projectFolder, 'host/index.js', wishes);
    console.log(`\nThe same in the oldest editor, ${await oldestVersion()}`);
    const inOldest = await runSuite(join(folder, 'oldest'), projectFolder, 'host/index.js', wishes, 'oldest');

    const installed = join(folder, 'installed');
    await installExtension(await installNpmEditor(), vsix, extensionsFolder(installed));
    const packaged = await runSuite(installed, emptyExtension(installed), 'host/installed/index.js', wishes);
    return sumOf([developed, inOldest, packaged]);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** @throws when it is not the one that the manifest names: nobody would notice that a promise is not tested */
async function oldestVersion(): Promise<string> {
  const { version } = await installNpmEditor('oldest');
  const [major, minor] = version.split('.');
  if (engines.vscode !== `^${major}.${minor}.0`) {
    throw new Error(`package.json names ${engines.vscode} as the oldest editor, but the tests run in ${version}.`);
  }
  return version;
}

/** Runs one suite on a sample workspace of its own, in an editor without a past. */
function runSuite(
  home: string,
  extension: string,
  suite: string,
  wishes: SuiteWishes,
  age: EditorAge = 'newest',
): Promise<Counts> {
  return countTests(async (environment) => {
    const workspace = join(home, 'workspace');
    await createSampleWorkspace(workspace);
    await runTests({
      vscodeExecutablePath: join(projectFolder, 'scripts/editor/launcher.ts'),
      extensionDevelopmentPath: extension,
      extensionTestsPath: join(outFolder, suite),
      extensionTestsEnv: { ...environment, ...writeWishes(wishes), [EDITOR_AGE]: age },
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
