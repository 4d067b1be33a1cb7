import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { projectFolder } from '../../scripts/project';
import { pollUntil } from '../support/pollUntil';
import { openFromRow } from '../ui/storyPanel';
import { withWorkbench, type Workbench } from '../ui/workbench';
import { compactPng } from './compactPng';

/** High, so that nothing has to be scrolled to; the pictures are cut out of it. */
const LOOK = { width: 1100, height: 1200, scale: 2 };

interface Cut {
  /** In pixels of the page; missing: to the end. */
  readonly width?: number;
  readonly height?: number;
  /** So much of what stands above the place is shown too, and all three are those of the picture. */
  readonly above?: number;
}

/** Saves what stands at a place of the page, relative to the project's folder. */
async function save(page: Page, name: string, place: Locator, { width, height, above }: Cut = {}): Promise<void> {
  // Away from what shows a hint.
  await page.mouse.move(0, 0);
  const box = await place.boundingBox();
  if (!box) throw new Error(`There is nothing to take the picture ${name} of.`);
  const clip =
    above === undefined
      ? { ...box, width: Math.min(box.width, width ?? box.width), height: Math.min(box.height, height ?? box.height) }
      : { x: box.x - 40, y: box.y - above, width: width ?? box.width, height: height ?? box.height };
  const file = join(projectFolder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, compactPng(await page.screenshot({ clip })));
}

const walkthrough = (step: string) => `media/walkthrough/${step}.png`;

async function showRoadmap(workbench: Workbench): Promise<void> {
  await workbench.openSideBar('Waymark');
  await pollUntil('the roadmap is shown', async () =>
    (await workbench.treeRows('Roadmap')).some(({ label }) => label.startsWith('HUT-11 ')),
  );
}

async function openStory(workbench: Workbench): Promise<void> {
  await workbench.openRow('Roadmap', 'HUT-11 Hold a bed while the guest pays');
  for (const group of ['Annotations', 'Commits']) {
    await pollUntil(`${group} are shown`, async () =>
      (await workbench.treeRows('Roadmap')).some(({ label }) => label === group),
    );
    await workbench.openRow('Roadmap', group);
  }
}

const sideBar = (page: Page) => page.locator('.part.sidebar');

describe('The pictures of the walkthrough', () => {
  it('show the roadmap, a story with its evidence, and what can be begun', () =>
    withWorkbench(
      async (workbench) => {
        const { page } = workbench;
        await showRoadmap(workbench);
        await save(page, walkthrough('sample'), sideBar(page), { height: 420 });
        await workbench.runCommand('Waymark: Start work on a story…');
        const pick = page.locator('.quick-input-widget');
        await pick.locator('.monaco-list-row', { hasText: 'HUT-' }).first().waitFor();
        await save(page, walkthrough('next'), pick, { height: 250 });
        await page.keyboard.press('Escape');
        await openStory(workbench);
        await pollUntil('the evidence is shown', async () =>
          (await workbench.treeRows('Roadmap')).some(({ label }) => label.startsWith('HUT-11:')),
        );
        await page.locator('.pane:has(> .pane-header[aria-label^="Roadmap"]) .monaco-list').press('Home');
        await save(page, walkthrough('roadmap'), sideBar(page), { height: 420 });
      },
      undefined,
      LOOK,
    ));

  it('show a story above the line that names it, and what is found', () =>
    withWorkbench(
      async (workbench) => {
        const { page } = workbench;
        await showRoadmap(workbench);
        await workbench.problems();
        await page.locator('.markers-panel .monaco-list').first().press('Home');
        await page.locator('.markers-panel .monaco-list-row', { hasText: 'WM' }).first().waitFor();
        await save(page, walkthrough('problems'), page.locator('.part.panel'), { width: 640, height: 360 });
        await workbench.runCommand('View: Hide Panel');
        await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
        await workbench.openFile('booking/src/reservations.ts');
        await page.keyboard.press('Control+G');
        await page.locator('.quick-input-widget input[type="text"]').fill(':24');
        await page.keyboard.press('Enter');
        await page.locator('.codelens-decoration', { hasText: 'HUT-11' }).first().waitFor();
        await page.locator('.squiggly-warning').first().waitFor();
        const lens = page.locator('.codelens-decoration', { hasText: 'HUT-11' }).first();
        await save(page, walkthrough('name'), lens, { above: 50, width: 640, height: 250 });
      },
      undefined,
      LOOK,
    ));

  it('show what a roadmap can be made from', () =>
    withWorkbench(
      async (workbench) => {
        const { page } = workbench;
        await workbench.openSideBar('Waymark');
        await page.locator('.pane-body a.monaco-button', { hasText: 'Create a Roadmap' }).first().click();
        const pick = page.locator('.quick-input-widget');
        await pick.locator('.monaco-list-row', { hasText: 'Keys found in commit messages' }).waitFor();
        await save(page, walkthrough('create'), pick);
      },
      makeUnplanned,
      LOOK,
    ));
});

describe('The picture of the README', () => {
  it('shows tree, lenses and findings side by side', () =>
    withWorkbench(async (workbench) => {
      const { page } = workbench;
      await showRoadmap(workbench);
      await workbench.problems();
      await workbench.openFile('booking/src/reservations.ts');
      await page.locator('.codelens-decoration').first().waitFor();
      await openStory(workbench);
      await page.locator('.pane:has(> .pane-header[aria-label^="Roadmap"]) .monaco-list').press('Home');
      await save(page, 'docs/images/waymark.png', page.locator('.monaco-workbench'));
    }));
});

describe('The picture of the story page', () => {
  it('shows what is known of one story', () =>
    withWorkbench(async (workbench) => {
      const { page } = workbench;
      const shown = await openFromRow(workbench, 'HUT-11 Hold a bed while the guest pays');
      await shown.getByText('Two guests never get the same bed').waitFor();
      await save(page, 'docs/images/story-page.png', page.locator('.part.editor'));
    }));
});

/** A repository that has no roadmap yet: a few TODOs, and commits that name a tracker's stories. */
function makeUnplanned(folder: string): void {
  const files: Readonly<Record<string, string>> = {
    'README.md': '# Acme\n\n## Roadmap\n\n- Vouchers\n- Gift cards\n- Refunds by the guest\n',
    'src/billing/refund.ts': '// TODO: retry when the ledger is locked\n// TODO: round up to cents\n',
    'src/mail/receipt.ts': '// FIXME: the language of the guest\n',
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Ana', '-c', 'user.email=ana@example.org', ...args], { cwd: folder });
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  const subjects = ['Refund API', 'Keep the ledger', 'Vouchers by mail', 'Retry payments', 'Receipts'];
  for (const [index, subject] of subjects.entries()) {
    git('commit', '-q', '--allow-empty', '-m', `PAY-${index + 11}: ${subject}`);
    git('commit', '-q', '--allow-empty', '-m', `PAY-${index + 11}: Tests`);
  }
}
