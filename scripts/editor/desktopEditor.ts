import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { downloadAndUnzipVSCode, SilentReporter } from '@vscode/test-electron';
import { run } from '../processes';
import { cacheFolder } from '../project';

/** How long a download may bring nothing before it counts as impossible, in milliseconds. */
const downloadTimeout = 10_000;

/** The oldest editor that the extension runs in: `engines.vscode` of package.json. */
const oldestMinor = 100;

/**
 * The program of a desktop Visual Studio Code: the installed one, else one that can be downloaded into the cache.
 * `undefined` where there is no display to show it on, or no way to get it.
 */
export async function findDesktopEditor(): Promise<string | undefined> {
  if (!hasDisplay()) return undefined;
  return (await findInstalled()) ?? (await download());
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return process.env['CI'] === undefined;
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

/** The program behind the command `code`, which itself starts it and returns at once. */
async function findInstalled(): Promise<string | undefined> {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const command = folders.map((folder) => join(folder, 'code')).find(existsSync);
  if (command === undefined) return undefined;
  const folder = dirname(realpathSync(command));
  const programs = ['../code', '../../../MacOS/Electron', '../../../MacOS/Code', '../Code.exe'];
  const program = programs.map((path) => join(folder, path)).find(existsSync);
  return program !== undefined && (await isRecent(command)) ? program : undefined;
}

async function isRecent(command: string): Promise<boolean> {
  const version = await run(command, ['--version']).catch(() => '');
  const minor = /^1\.(\d+)\./.exec(version)?.[1];
  return minor !== undefined && Number(minor) >= oldestMinor;
}

async function download(): Promise<string | undefined> {
  console.log('Looking for Visual Studio Code to download …');
  try {
    return await downloadAndUnzipVSCode({
      version: 'stable',
      cachePath: cacheFolder,
      timeout: downloadTimeout,
      reporter: new SilentReporter(),
    });
  } catch {
    console.log('It cannot be downloaded here; using the editor that npm carries.');
    return undefined;
  }
}
