import type { Locator } from 'playwright-core';

/** A row of a tree as a person sees it. */
export interface Row {
  /** 1 at the top of the tree. */
  readonly level: number;
  readonly label: string;
  readonly description: string;
}

interface IndexedRow extends Row {
  readonly index: number;
}

/**
 * Reads every row of a tree. The editor keeps only the visible ones in the page, so the tree is paged from top to
 * bottom; a tree that is hidden or empty has no rows.
 */
export async function readRows(tree: Locator): Promise<readonly Row[]> {
  const rows = new Map<number, Row>();
  await pageThrough(tree, (visible) => {
    for (const { index, ...row } of visible) rows.set(index, row);
    return false;
  });
  return [...rows].sort(([a], [b]) => a - b).map(([, row]) => row);
}

/**
 * Pages a tree until its first row with that label is in the page.
 *
 * @throws when there is no such row, with the labels that there are
 */
export async function showRow(tree: Locator, label: string): Promise<Locator> {
  const seen = new Set<string>();
  const index = await pageThrough(tree, (visible) => {
    for (const row of visible) seen.add(row.label);
    return visible.find((row) => row.label === label)?.index ?? false;
  });
  if (index === false) throw new Error(`There is no row "${label}" among: ${[...seen].join(', ')}.`);
  return tree.locator(`.monaco-list-row[data-index="${index}"]`);
}

/** Clicks an action of a row, see {@link actOnRow}. */
export async function clickAction(row: Locator, action: string, effect: Locator): Promise<void> {
  await actOnRow(row, effect, async () => {
    await row.hover();
    await row.locator(`[aria-label^="${action}"]`).click();
  });
}

/**
 * Does something with a row. One that is clicked while its view is given new rows is lost to the editor, and the program says so:
 * only then it is done a second time.
 *
 * @param effect what is on the page when it was done
 */
export async function actOnRow(row: Locator, effect: Locator, act: () => Promise<void>): Promise<void> {
  await act();
  const lost = row.page().locator('.notification-toast', { hasText: 'The view was given new rows' });
  await effect.or(lost).first().waitFor();
  if (await lost.isVisible()) {
    await act();
    await effect.waitFor();
  }
}

/** Goes page by page, by keyboard, until `visit` has found what it looks for or nothing new comes into view. */
async function pageThrough(
  tree: Locator,
  visit: (visible: readonly IndexedRow[]) => number | false,
): Promise<number | false> {
  const list = tree.locator('.monaco-list').first();
  if (!(await list.isVisible())) return false;
  await press(list, 'Home');
  let lastSeen = -1;
  let pressedInVain = 0;
  // The first press within a page only goes to its end; the one that follows shows the next page.
  while (pressedInVain < 2) {
    const visible = await visibleRows(list);
    const found = visit(visible);
    if (found !== false) return found;
    const last = Math.max(-1, ...visible.map((row) => row.index));
    pressedInVain = last > lastSeen ? 0 : pressedInVain + 1;
    lastSeen = last;
    await press(list, 'PageDown');
  }
  return false;
}

async function press(list: Locator, key: string): Promise<void> {
  await list.focus();
  await list.press(key);
  // The list moves on the next frame and is drawn on the one after it.
  await list.page().evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
}

/** As much of the page's element as is read here. */
interface RowElement {
  readonly getAttribute: (name: string) => string | null;
  readonly querySelector: (selector: string) => { readonly textContent: string | null } | null;
  readonly textContent: string | null;
}

function visibleRows(list: Locator): Promise<IndexedRow[]> {
  // What a row stands under is shown a second time at the top of a long tree, without its level.
  return list.locator('.monaco-list-row:not(.monaco-tree-sticky-row)').evaluateAll((elements: RowElement[]) =>
    elements.map((element) => ({
      index: Number(element.getAttribute('data-index')),
      level: Number(element.getAttribute('aria-level')),
      label: (element.querySelector('.label-name') ?? element).textContent ?? '',
      description: element.querySelector('.label-description')?.textContent ?? '',
    })),
  );
}
