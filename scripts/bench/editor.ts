import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../editor/browser';
import { type EditorServer, startEditorServer } from '../editor/editorServer';
import { hasNpmEditor, installNpmEditor } from '../editor/npmEditor';
import { outFolder, projectFolder } from '../project';
import { suiteLine } from '../test/suiteLine';
import { isRoadmapPath } from '../../src/core/roadmap/readRoadmap';
import { type EditorTimes, paintAfter, PLAN_NAME } from './editorTimes';
import { scratchCopy } from './scratchCopy';
import { type Row, rowWithLimit, rowWithout } from './row';
import { Sample } from './statistics';
import type { Tree } from './tree';

/** Of each kind, by turns. */
const PAGES = 5;
const ACTIVATION = 'activation of the extension';
const PAINT = "tree's first paint after the server is ready";

/** The extension as it is shipped, in the editor that npm carries: its extension host, and what its page shows. */
export async function measureEditor(tree: Tree): Promise<Row[]> {
  if (!hasNpmEditor()) {
    const note = 'there is no editor to measure in; `npm test -- host` installs one';
    return [rowWithout(ACTIVATION, '<= 60 ms', note), rowWithout(PAINT, '<= 100 ms', note)];
  }
  const suite = await buildSuite();
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'waymark-bench-editor-')));
  const options = { dataFolder: join(home, 'data'), extensionsFolder: join(home, 'extensions'), runsTests: true };
  const planned = plannedCopy(tree);
  const empty = join(home, 'empty');
  mkdirSync(empty);
  const server = await startEditorServer(await installNpmEditor(), options);
  const browser = await launchBrowser();
  try {
    const activations: number[] = [];
    const paints: number[] = [];
    for (let index = 0; index < PAGES; index++) {
      const { times } = await runSuite(browser, server, { extension: projectFolder, suite, folder: empty });
      activations.push(...(times.activation === undefined ? [] : [times.activation]));
      const seen = await runSuite(browser, server, { extension: projectFolder, suite, folder: planned });
      const paint = seen.times.ready === undefined ? undefined : paintAfter(seen.times.ready, seen.painted);
      paints.push(...(paint === undefined ? [] : [paint]));
    }
    return [medianRow(ACTIVATION, activations, 60), medianRow(PAINT, paints, 100)];
  } finally {
    await browser.close();
    await server.stop();
    for (const folder of [home, planned]) {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  }
}

/** The tree with its roadmap under another name, which its settings tell. */
function plannedCopy(tree: Tree): string {
  const { folder } = scratchCopy(tree);
  const roadmap = readdirSync(tree.folder).find((name) => isRoadmapPath(name)) ?? 'roadmap.yaml';
  const plan = `${PLAN_NAME}${extname(roadmap)}`;
  rmSync(join(folder, roadmap), { force: true });
  copyFileSync(join(tree.folder, roadmap), join(folder, plan));
  mkdirSync(join(folder, '.vscode'), { recursive: true });
  writeFileSync(join(folder, '.vscode/settings.json'), JSON.stringify({ 'waymark.roadmap.files': [plan] }));
  return folder;
}

function medianRow(what: string, times: readonly number[], limit: number): Row {
  return times.length === 0
    ? rowWithout(what, `<= ${limit} ms`, 'the editor did not tell it')
    : rowWithLimit(
        what,
        'ms',
        new Sample(times).median,
        limit,
        `the median of ${times.length}, in the editor for the browser`,
      );
}

interface SuitePage {
  readonly extension: string;
  readonly suite: string;
  readonly folder: string;
}

/** Opens a page of its own, waits for the end of the suite in it, and tells when rows of the view appeared. */
async function runSuite(browser: Browser, server: EditorServer, suite: SuitePage) {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  try {
    await page.addInitScript({ content: WATCH_ROWS });
    const times = await endOfSuite(page, server.address(suite));
    const painted = await page.evaluate((): readonly number[] => Reflect.get(globalThis, 'waymarkPaints'));
    return { times, painted };
  } finally {
    await page.close();
  }
}

const SUITE_DEADLINE_MS = 180_000;

async function endOfSuite(page: Page, address: string): Promise<EditorTimes> {
  let times: EditorTimes | undefined;
  await page.exposeFunction('codeAutomationLog', (_level: string, messages: readonly unknown[]) => {
    const line = suiteLine.read(messages[0]);
    times = line === undefined ? times : JSON.parse(line);
  });
  let deadline: NodeJS.Timeout | undefined;
  await new Promise<unknown>((resolve, reject) => {
    deadline = setTimeout(() => reject(new Error('The suite in the editor did not end.')), SUITE_DEADLINE_MS);
    page
      .exposeFunction('codeAutomationExit', resolve)
      .then(() => page.goto(address))
      .catch(reject);
  }).finally(() => clearTimeout(deadline));
  if (!times) {
    throw new Error('The suite in the editor told nothing.');
  }
  return times;
}

/** Runs in the page: notes when rows of the view change, once they are on the screen. */
const WATCH_ROWS = `
  const paints = (globalThis.waymarkPaints = []);
  const rows = '.pane:has(> .pane-header[aria-label^="Roadmap"]) .monaco-list-rows';
  new MutationObserver((mutations) => {
    if (mutations.some(({ target }) => target.closest?.(rows))) {
      requestAnimationFrame(() => setTimeout(() => paints.push(Date.now())));
    }
  }).observe(document, { childList: true, subtree: true });
`;

async function buildSuite(): Promise<string> {
  const outfile = join(outFolder, 'benchEditor', 'suite.js');
  await build({
    absWorkingDir: projectFolder,
    entryPoints: ['scripts/bench/editorSuite.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['vscode'],
    logLevel: 'warning',
  });
  return outfile;
}
