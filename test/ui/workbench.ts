import assert from 'node:assert/strict';
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
import { callsOfGit } from '../support/callsOfGit';
import { pollUntil } from '../support/pollUntil';
import { workbenchActions } from './actions';
import type { WorkbenchActions } from './actions';
import { installLanguagePack } from './languagePack';

export interface Workbench extends WorkbenchActions {
  readonly page: Page;
  /** Absolute path of the open folder, which is this test's own. */
  readonly workspace: string;
  /** Saves what the page shows as out/screenshots/NAME.png. */
  readonly screenshot: (name: string) => Promise<void>;
}

/** How large a page is, how many dots of a picture make one of its pixels, and what it opens. */
export interface PageLook {
  readonly width?: number;
  readonly height?: number;
  readonly scale?: number;
  /** The language of the editor, such as `de`; English unless given. */
  readonly locale?: string;
  /** Of a file of a workspace in the test's folder, which is opened in place of the folder; empty: nothing is opened. */
  readonly workspaceFile?: string;
  /** Opened by a server of its own, for which a folder is not trusted until a person says so. */
  readonly asksForTrust?: boolean;
}

/** Fills the empty folder that a test opens. */
export type PrepareWorkspace = (folder: string) => Promise<void> | void;

/**
 * Opens the editor, with Waymark installed, on a folder of the test's own, and closes it when the test is done.
 * The editor has no past: no open files, no remembered layout. When the test fails, a screenshot says what it saw.
 *
 * @param prepare makes the folder's content; the sample workspace unless given
 * @param look the usual page on the folder unless given
 */
export async function withWorkbench(
  test: (workbench: Workbench) => Promise<void>,
  prepare: PrepareWorkspace = copySample,
  look: PageLook = {},
): Promise<void> {
  const opened = await openWorkbench(prepare, look);
  try {
    await test(opened.workbench);
  } catch (error) {
    await opened.workbench.screenshot(`failed-${++failures}`);
    throw error;
  } finally {
    await opened.close();
  }
}

/**
 * As {@link withWorkbench} on the sample workspace, for tests that change no file: they take turns on one page, since opening
 * it takes longer than they do. No editor, panel or list is open, but rows of trees may be.
 */
export async function withSharedWorkbench(test: (workbench: Workbench) => Promise<void>): Promise<void> {
  const opened = shared ?? (await openWorkbench(copySample));
  shared = undefined;
  try {
    await test(opened.workbench);
    await tidy(opened.workbench);
    shared = opened;
  } catch (error) {
    await opened.workbench.screenshot(`failed-${++failures}`);
    await opened.close();
    throw error;
  }
}

async function tidy({ page, runCommand }: Workbench): Promise<void> {
  await page.keyboard.press('Escape');
  await runCommand('View: Close All Editors');
  await page.locator('.editor-group-container .tab').first().waitFor({ state: 'detached' });
  if (await page.locator('.part.panel').isVisible()) {
    await runCommand('View: Hide Panel');
    await page.locator('.part.panel').waitFor({ state: 'hidden' });
  }
}

interface OpenedWorkbench {
  readonly workbench: Workbench;
  readonly close: () => Promise<void>;
}

async function openWorkbench(
  prepare: PrepareWorkspace,
  { width = 1400, height = 900, scale = 1, workspaceFile, asksForTrust = false, locale }: PageLook = {},
): Promise<OpenedWorkbench> {
  const started = await (run ??= startRun());
  const { browser, home } = started;
  const server = await serverFor(started, asksForTrust, locale);
  const workspace = mkdtempSync(join(home, 'workspace-'));
  await prepare(workspace);
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(25_000);
  const page = await context.newPage();
  const screenshot = (name: string) => saveScreenshot(page, name);
  const close = async (): Promise<void> => {
    await context.close();
    rmSync(workspace, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const address = server.address(
      workspaceFile === undefined
        ? { folder: workspace }
        : workspaceFile === ''
          ? {}
          : { workspace: join(workspace, workspaceFile) },
    );
    await page.goto(address);
    if (workspaceFile) {
      await hasFolders(page);
    }
    await page.locator('.activitybar .action-label[aria-label^="Waymark"]').waitFor();
    // Until then it may still put the parts where they were, over what a click has opened.
    await page.waitForFunction(`performance.getEntriesByName('code/didStartWorkbench').length > 0`);
  } catch (error) {
    await screenshot(`failed-${++failures}`);
    await close();
    throw error;
  }
  return { workbench: { page, workspace, screenshot, ...workbenchActions(page) }, close };
}

/** An editor that reads the file of a workspace before it can takes it for an empty one, until the page is loaded again. */
async function hasFolders(page: Page): Promise<void> {
  const roots = page.locator('.explorer-folders-view .monaco-list-row');
  await pollUntil('the folders of the workspace are open', async () => {
    try {
      await roots.nth(1).waitFor({ timeout: 8_000 });
      return true;
    } catch (error) {
      await page.reload();
      throw error;
    }
  });
}

/** What all tests of a run share: starting it takes longer than most of them. */
interface Run {
  readonly browser: Browser;
  readonly server: EditorServer;
  readonly home: string;
  readonly sample: string;
  /** Started when a test first wants it. */
  asking?: Promise<EditorServer>;
  /** The same of servers that speak another language than English. */
  readonly speaking: Map<string, Promise<EditorServer>>;
}

let run: Promise<Run> | undefined;
let failures = 0;

/** Nobody's turn on it at the moment. */
let shared: OpenedWorkbench | undefined;

async function startRun(): Promise<Run> {
  const home = mkdtempSync(join(tmpdir(), 'waymark-ui-'));
  const extensionsFolder = join(home, 'extensions');
  const sample = join(home, 'sample');
  await Promise.all([createSampleWorkspace(sample), linkExtension(extensionsFolder)]);
  const browser = await launchBrowser();
  try {
    const options = { dataFolder: join(home, 'data'), extensionsFolder };
    const server = await startEditorServer(await installNpmEditor(), options);
    return { browser, server, home, sample, speaking: new Map() };
  } catch (error) {
    // Left open, it would keep the test process alive.
    await browser.close();
    throw error;
  }
}

function serverFor(started: Run, asksForTrust: boolean, locale: string | undefined): Promise<EditorServer> {
  if (asksForTrust) {
    return (started.asking ??= startAskingServer(started));
  }
  if (locale === undefined) {
    return Promise.resolve(started.server);
  }
  const speaking = started.speaking.get(locale) ?? startSpeakingServer(started, locale);
  started.speaking.set(locale, speaking);
  return speaking;
}

async function startSpeakingServer({ home }: Run, locale: string): Promise<EditorServer> {
  const dataFolder = join(home, `speaking-${locale}`);
  installLanguagePack(dataFolder, locale);
  return startEditorServer(await installNpmEditor(), {
    dataFolder,
    extensionsFolder: join(home, 'extensions'),
    locale,
  });
}

/** With a `git` that notes how it is called. */
async function startAskingServer({ home }: Run): Promise<EditorServer> {
  const options = { dataFolder: join(home, 'asking'), extensionsFolder: join(home, 'extensions'), asksForTrust: true };
  const editor = await installNpmEditor();
  const started: EditorServer[] = [];
  await callsOfGit(home, async () => started.push(await startEditorServer(editor, options)));
  const [server] = started;
  assert.ok(server);
  return server;
}

/** How the server that asks for trust, and all that it started, have called git until now. */
export async function gitCallsOfAsking(): Promise<readonly string[]> {
  const { home } = await (run ??= startRun());
  return callsOfGit(home, async () => undefined);
}

async function endRun({ browser, server, asking, speaking, home }: Run): Promise<void> {
  await browser.close();
  await server.stop();
  for (const further of [asking, ...speaking.values()]) {
    await (await further?.catch(() => undefined))?.stop();
  }
  rmSync(home, { recursive: true, force: true, maxRetries: 5 });
}

// Of the whole run, whichever file asks for it first. A run that could not start has failed its tests already.
after(async () => {
  await shared?.close();
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
