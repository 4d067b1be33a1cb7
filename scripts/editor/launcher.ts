#!/usr/bin/env -S node --import=tsx
/**
 * Runs a test suite in the extension host of the editor from npm. It takes the place of the desktop editor's program
 * in `runTests` of @vscode/test-electron: the same arguments, the suite's output, and the suite's exit code.
 */
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { outFolder } from '../project';
import { suiteLine } from '../test/suiteLine';
import { launchBrowser } from './browser';
import { startEditorServer } from './editorServer';
import { EDITOR_AGE, installNpmEditor } from './npmEditor';

/** How long a suite may take, to the end of its last test. */
const suiteDeadline = 5 * 60_000;

const logFile = join(outFolder, 'host', 'editor.log');

async function launch(): Promise<number> {
  const { extension, suite, folder, ...folders } = readArguments();
  const server = await startEditorServer(
    await installNpmEditor(process.env[EDITOR_AGE] === 'oldest' ? 'oldest' : 'newest'),
    { ...folders, runsTests: true },
  );
  try {
    const browser = await launchBrowser();
    try {
      return await runSuite(await browser.newPage(), server.address({ extension, suite, folder }));
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
  }
}

/** The arguments that `runTests` gives to the desktop editor; the others have no meaning here. */
function readArguments() {
  const { values, positionals } = parseArgs({
    strict: false,
    options: {
      extensionDevelopmentPath: { type: 'string' },
      extensionTestsPath: { type: 'string' },
      'extensions-dir': { type: 'string' },
      'user-data-dir': { type: 'string' },
    },
  });
  return {
    extension: absolute(values['extensionDevelopmentPath']),
    suite: absolute(values['extensionTestsPath']),
    extensionsFolder: absolute(values['extensions-dir']),
    dataFolder: absolute(values['user-data-dir']),
    folder: absolute(positionals[0]),
  };
}

function absolute(path: string | boolean | undefined): string {
  if (typeof path !== 'string') throw new Error(`A path is missing in: ${process.argv.slice(2).join(' ')}`);
  return resolve(path);
}

/** Opens the page and waits for the suite's exit code. The editor calls two functions of the page meanwhile. */
async function runSuite(page: Page, address: string): Promise<number> {
  mkdirSync(dirname(logFile), { recursive: true });
  const log = createWriteStream(logFile);
  await page.exposeFunction('codeAutomationLog', (level: string, messages: readonly unknown[]) => {
    log.write(`[${level}] ${messages.map(String).join(' ')}\n`);
    const line = suiteLine.read(messages[0]);
    if (line !== undefined) console.log(line);
  });
  return new Promise((finish, reject) => {
    const fail = (reason: string) => reject(new Error(`${reason} The editor's log is ${logFile}.`));
    page.once('crash', () => fail('The page of the editor crashed.'));
    setTimeout(() => fail(`The suite did not end in ${suiteDeadline / 60_000} minutes.`), suiteDeadline);
    page
      .exposeFunction('codeAutomationExit', finish)
      .then(() => page.goto(address))
      .catch(reject);
  });
}

launch().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
