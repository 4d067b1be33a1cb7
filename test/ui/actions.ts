import type { Locator, Page } from 'playwright-core';
import { pollUntil } from '../support/pollUntil';
import { readRows, showRow } from './rows';
import type { Row } from './rows';

/** What a person does in the workbench, and sees there. */
export interface WorkbenchActions {
  /** Shows a side bar by its icon in the activity bar; does nothing when it is shown. */
  readonly openSideBar: (title: string) => Promise<void>;
  /** Every row of a tree view, from top to bottom, including those that have to be scrolled to. */
  readonly treeRows: (view: string) => Promise<readonly Row[]>;
  /** Clicks the first row of a tree view with that label. */
  readonly clickRow: (view: string, label: string) => Promise<void>;
  /** Opens the first row of a tree view with that label, without selecting it; does nothing when it is open. */
  readonly openRow: (view: string, label: string) => Promise<void>;
  /** Takes the first entry with these words of the list that asks something. */
  readonly pick: (label: string) => Promise<void>;
  /** Takes an entry of the menu that is open. */
  readonly pickFromMenu: (label: string) => Promise<void>;
  /** Asks what can be done where the cursor is, until that is offered; returns the offer. */
  readonly offerAtCursor: (label: string) => Promise<Locator>;
  /** Runs a command by its full title, `Category: Title`, from the palette. */
  readonly runCommand: (title: string) => Promise<void>;
  /** Opens a file by its path in the workspace. */
  readonly openFile: (path: string) => Promise<void>;
  /** The code lenses that the active editor shows, from top to bottom. */
  readonly codeLenses: () => Promise<readonly string[]>;
  /** The rows of the Problems panel: files, and under each its problems. */
  readonly problems: () => Promise<readonly Row[]>;
}

/** How long nothing has changed where nothing more is expected to, in milliseconds. */
const QUIET = 700;

export function workbenchActions(page: Page): WorkbenchActions {
  return {
    openSideBar: (title) => openSideBar(page, title),
    treeRows: (view) => readRows(treeOf(page, view)),
    clickRow: async (view, label) => (await showRow(treeOf(page, view), label)).click(),
    openRow: (view, label) => openRow(page, view, label),
    pick: (label) => page.locator('.quick-input-list .monaco-list-row', { hasText: label }).first().click(),
    pickFromMenu: (label) => pickFromMenu(page, label),
    offerAtCursor: (label) => offerAtCursor(page, label),
    runCommand: (title) => runCommand(page, title),
    openFile: (path) => openFile(page, path),
    codeLenses: () => page.locator('.editor-group-container.active .codelens-decoration').allInnerTexts(),
    problems: () => problems(page),
  };
}

async function openSideBar(page: Page, title: string): Promise<void> {
  const icon = page.locator(`.activitybar .action-item:has(> .action-label[aria-label^="${title}"])`);
  await icon.waitFor();
  const shown = icon.and(page.locator('.checked'));
  if ((await shown.count()) === 0) await icon.click();
  await shown.waitFor();
  // Away from the icon, whose hint would cover what it opened.
  await page.mouse.move(0, 0);
  await staysAsItIs(page.locator('.part.sidebar'));
}

/** A tree that is told new rows forgets what was picked for one, so nobody picks while a folder is still being read. */
async function staysAsItIs(part: Locator): Promise<void> {
  let seen: string | undefined;
  let since = Date.now();
  await pollUntil('the side bar stays as it is', async () => {
    const text = await part.innerText();
    if (text !== seen) {
      [seen, since] = [text, Date.now()];
    }
    return Date.now() - since >= QUIET;
  });
}

function treeOf(page: Page, view: string): Locator {
  return page.locator(`.pane:has(> .pane-header[aria-label^="${view}"])`);
}

async function openRow(page: Page, view: string, label: string): Promise<void> {
  // A tree that is told new rows at that moment forgets the click.
  await pollUntil(`"${label}" is open`, async () => {
    const row = await showRow(treeOf(page, view), label);
    if ((await row.getAttribute('aria-expanded')) === 'true') return true;
    await row.locator('.monaco-tl-twistie').click();
    return row
      .and(page.locator('[aria-expanded="true"]'))
      .waitFor({ timeout: 2_000 })
      .then(() => true);
  });
}

async function pickFromMenu(page: Page, label: string): Promise<void> {
  const entry = page.locator('.monaco-menu .action-item', { hasText: label }).first();
  await entry.hover();
  // The editor takes Enter for the entry that has the focus, which follows the mouse a moment later.
  await entry.and(page.locator('.focused')).waitFor();
  await page.keyboard.press('Enter');
}

async function offerAtCursor(page: Page, label: string): Promise<Locator> {
  const offer = page.locator('.action-widget .action', { hasText: label }).first();
  // The editor drops the question where the problems of the text change before it has an answer.
  await pollUntil(`"${label}" is offered`, async () => {
    await page.keyboard.press('Control+.');
    await offer.waitFor({ timeout: 5_000 });
    return true;
  });
  return offer;
}

async function runCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  await acceptQuickPick(page, `>${title}`, title);
}

async function openFile(page: Page, path: string): Promise<void> {
  const name = path.slice(path.lastIndexOf('/') + 1);
  await page.keyboard.press('Control+P');
  await acceptQuickPick(page, path, name);
  await page.locator(`.editor-group-container.active .tab.active[data-resource-name="${name}"]`).waitFor();
}

/** Types into the quick input that is open and accepts the entry with that label, once it is the first. */
async function acceptQuickPick(page: Page, text: string, label: string): Promise<void> {
  const input = page.locator('.quick-input-widget input[type="text"]');
  await input.fill(text);
  const first = page.locator('.quick-input-list .monaco-list-row[data-index="0"]');
  await first.getByText(label, { exact: true }).first().waitFor();
  await input.press('Enter');
}

async function problems(page: Page): Promise<readonly Row[]> {
  const panel = page.locator('.markers-panel');
  if (!(await panel.isVisible())) await runCommand(page, 'Problems: Focus on Problems View');
  await panel.waitFor();
  return readRows(panel);
}
