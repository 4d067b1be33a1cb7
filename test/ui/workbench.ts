import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../scripts/editor/browser';
import { startEditorServer } from '../../scripts/editor/editorServer';
import type { EditorServer } from '../../scripts/editor/editorServer';
import { linkExtension } from '../../scripts/editor/linkExtension';
import { installNpmEditor } from '../../scripts/editor/npmEditor';
import { outFolder } from '../../scripts/project';
import { createSampleWorkspace } from '../../src/engine/sample/createSample';
import { workbenchActions } from './actions';
import type { WorkbenchActions } from './actions';

export interface Workbench extends WorkbenchActions {
  readonly page: Page;
  /** Absolute path of the open folder, which is this test's own. */
  readonly workspace: string;
  /** Saves what the page shows as out/screenshots/NAME.png. */
  readonly screenshot: (name: string) => Promise<void>;
}

/** Fills the empty folder that a test opens. */
export type PrepareWorkspace = (folder: string) => Promise<void> | void;

/**
 * Opens the editor, with Waymark installed, on a folder of the test's own, and closes it when the test is done.
 * The editor has no past: no open files, no remembered layout. When the test fails, a screenshot says what it saw.
 *
 * @param prepare makes the folder's content; the sample workspace unless given
 */
export async function withWorkbench(
  test: (workbench: Workbench) => Promise<void>,
  prepare: PrepareWorkspace = copySample,
): Promise<void> {
  const { browser, server, home } = await (run ??= startRun());
  const workspace = mkdtempSync(join(home, 'workspace-'));
  await prepare(workspace);
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, reducedMotion: 'reduce' });
  context.setDefaultTimeout(25_000);
  const page = await context.newPage();
  const screenshot = (name: string) => saveScreenshot(page, name);
  try {
    await page.goto(server.address({ folder: workspace }));
    await page.locator('.activitybar .action-label[aria-label^="Waymark"]').waitFor();
    await test({ page, workspace, screenshot, ...workbenchActions(page) });
  } catch (error) {
    await screenshot(`failed-${++failures}`);
    throw error;
  } finally {
    await context.close();
    rmSync(workspace, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** What all tests of a run share: starting it takes longer than most of them. */
interface Run {
  readonly browser: Browser;
  readonly server: EditorServer;
  readonly home: string;
  readonly sample: string;
}

let run: Promise<Run> | undefined;
let failures = 0;

async function startRun(): Promise<Run> {
  const home = mkdtempSync(join(tmpdir(), 'waymark-ui-'));
  const extensionsFolder = join(home, 'extensions');
  const sample = join(home, 'sample');
  await Promise.all([createSampleWorkspace(sample), linkExtension(extensionsFolder)]);
  const browser = await launchBrowser();
  try {
    const options = { dataFolder: join(home, 'data'), extensionsFolder };
    return { browser, server: await startEditorServer(await installNpmEditor(), options), home, sample };
  } catch (error) {
    // Left open, it would keep the test process alive.
    await browser.close();
    throw error;
  }
}

async function endRun({ browser, server, home }: Run): Promise<void> {
  await browser.close();
  await server.stop();
  rmSync(home, { recursive: true, force: true, maxRetries: 5 });
}

// Of the whole run, whichever file asks for it first. A run that could not start has failed its tests already.
after(async () => {
  const started = await run?.catch(() => undefined);
  if (started !== undefined) await endRun(started);
});

async function copySample(folder: string): Promise<void> {
  const { sample } = await (run ??= startRun());
  cpSync(sample, folder, { recursive: true });
}

async function saveScreenshot(page: Page, name: string): Promise<void> {
  const folder = join(outFolder, 'screenshots');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
