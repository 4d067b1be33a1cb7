import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { FrameLocator } from 'playwright-core';
import { pollUntil } from '../support/pollUntil';
import type { Workbench } from './workbench';

/** Themes of the editor, and what their body is marked with. */
export const THEMES = [
  ['light', 'Default Light Modern', 'vscode-light'],
  ['dark', 'Default Dark Modern', 'vscode-dark'],
  ['high-contrast-dark', 'Default High Contrast', 'vscode-high-contrast'],
  ['high-contrast-light', 'Default High Contrast Light', 'vscode-high-contrast-light'],
] as const;

/** The page in the active panel: the editor keeps it in a frame within a frame. */
export function pageIn({ page }: Workbench): FrameLocator {
  return page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
}

/** Opens the page of an item by the button in its row, as soon as the row is there. */
export async function openFromRow(
  workbench: Workbench,
  label: string,
  button = 'Open story page',
): Promise<FrameLocator> {
  const { page } = workbench;
  await workbench.openSideBar('Waymark');
  const row = page.locator('.pane:has(> .pane-header[aria-label^="Roadmap"]) .monaco-list-row', { hasText: label });
  const shown = pageIn(workbench);
  // A tree that is told new rows at that moment forgets the pointer and the click.
  await pollUntil(
    `the page of ${label} is open`,
    async () => {
      await row.first().hover({ timeout: 5_000 });
      await row.first().getByRole('button', { name: button }).click({ timeout: 2_000 });
      await page.mouse.move(0, 0);
      await shown.getByRole('heading', { level: 1, name: label }).waitFor({ timeout: 15_000 });
      return true;
    },
    60_000,
  );
  return shown;
}

export async function useTheme(workbench: Workbench, theme: string, mark: string): Promise<void> {
  const folder = join(workbench.workspace, '.vscode');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'settings.json'), JSON.stringify({ 'workbench.colorTheme': theme }));
  await pageIn(workbench).locator(`body.${mark}`).waitFor();
}

/** What axe finds wrong with the page, one sentence each. */
export async function accessibilityProblems(shown: FrameLocator): Promise<readonly string[]> {
  // By the debugger, so that the page's own policy need not allow it.
  await evaluateIn(shown, readFileSync(createRequire(__filename).resolve('axe-core'), 'utf8'));
  const { violations, passes } = await evaluateIn<AxeResults>(shown, 'axe.run(document)');
  assert.ok(
    passes.some(({ id }) => id === 'color-contrast'),
    'axe looked at colours',
  );
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`));
}

/** What an expression is in the page. */
export async function evaluateIn<T>(shown: FrameLocator, expression: string): Promise<T> {
  const handle = await shown.locator('main').elementHandle();
  const frame = await handle?.ownerFrame();
  assert.ok(frame, 'the page is in a frame');
  return frame.evaluate<T>(expression);
}

/** In the editor's page: whether a value of its own database holds all of some texts. */
const isKept = (texts: readonly string[]) => `(async () => {
  const names = (await indexedDB.databases()).map(({ name }) => name);
  const values = await Promise.all(names.map((name) => new Promise((resolve) => {
    const opening = indexedDB.open(name);
    opening.onsuccess = () => {
      const database = opening.result;
      const stores = [...database.objectStoreNames];
      if (stores.length === 0) return resolve([]);
      const reading = database.transaction(stores[0]).objectStore(stores[0]).getAll();
      reading.onsuccess = () => { database.close(); resolve(reading.result); };
    };
  })));
  return values.flat().some((value) => typeof value === 'string' && ${JSON.stringify(texts)}.every((text) => value.includes(text)));
})()`;

/**
 * Loads the editor's page again, as soon as it has written down which tabs are open, which it does when it is at rest.
 *
 * @param title of the page that was opened last, where there are several: what was written before it had less in it
 */
export async function reload({ page }: Workbench, title = ''): Promise<void> {
  await pollUntil(
    'the editor has kept its tabs',
    () => page.evaluate(isKept(['mainThreadWebview-waymark.storyPage', title])),
    70_000,
  );
  await page.reload();
}

/** Scrolls a part of the page to the top. */
export function scrollTo(shown: FrameLocator, heading: string): Promise<void> {
  return evaluateIn(shown, `document.getElementById('heading-${heading}').scrollIntoView()`);
}

/** Pixels from the top. */
export function scrollOf(shown: FrameLocator): Promise<number> {
  return evaluateIn(shown, 'window.scrollY');
}
