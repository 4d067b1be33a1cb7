import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { installNpmBrowser } from './npmBrowser';

/** A browser program, and the environment it needs beside that of this process. */
export interface BrowserProgram {
  readonly executable: string;
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * Starts the first browser there is: the one named by CHROME_PATH, an installed one, the one that npm carries.
 * The caller closes it.
 */
export async function launchBrowser(): Promise<Browser> {
  const { executable, environment } = installedBrowser() ?? (await installNpmBrowser());
  return chromium.launch({
    executablePath: executable,
    env: { ...definedEnvironment(), ...environment },
    args: [
      // It opens nothing but the editor's own pages, and its sandbox needs rights that not every machine gives.
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

function installedBrowser(): BrowserProgram | undefined {
  const named = process.env['CHROME_PATH'];
  if (named !== undefined && !isProgram(named)) throw new Error(`CHROME_PATH names ${named}, which cannot be run.`);
  const executable = named ?? candidates().find(isProgram);
  return executable === undefined ? undefined : { executable, environment: {} };
}

function candidates(): string[] {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  const [folders, names] = process.platform === 'win32' ? windowsPrograms() : unixPrograms();
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function windowsPrograms(): [folders: string[], names: string[]] {
  const folders = [process.env['ProgramFiles'], process.env['ProgramFiles(x86)'], process.env['LOCALAPPDATA']];
  const names = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];
  return [folders.filter((folder) => folder !== undefined), names];
}

function unixPrograms(): [folders: string[], names: string[]] {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return [folders, ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']];
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return existsSync(file);
  } catch {
    return false;
  }
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
