import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually, pollUntil } from '../support/pollUntil';
import { writeFiles } from '../support/tempRepo';
import { clickAction } from './rows';
import { withWorkbench, type Workbench } from './workbench';

/** A repository that has no roadmap yet: TODOs in two parts, and commits that name the stories of a tracker. */
function unplanned(folder: string): void {
  writeFiles(folder, {
    'src/billing/refund.ts': '// TODO: retry when the ledger is locked\n',
    'src/mail/receipt.ts': '// FIXME: the language of the guest\n',
  });
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Ana', '-c', 'user.email=ana@example.org', ...args], { cwd: folder });
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  for (const subject of ['PAY-11: Refund API', 'PAY-12: Keep the ledger', 'PAY-13: Vouchers']) {
    git('commit', '-q', '--allow-empty', '-m', subject);
  }
}

const PLANNED = (key: string) => `epics:
  - id: ${key}-1
    title: Refunds
    stories:
      - id: ${key}-2
        title: Refund API
        status: active
`;

function planned(folder: string): void {
  writeFiles(folder, {
    'roadmap.yaml': PLANNED('PAY'),
    'src/refund.ts': '// TODO(PAY-2): begin\n// TODO: retry. Twice\nexport const a = 1;\n',
  });
}

const pane = ({ page }: Workbench, view: string) => page.locator(`.pane:has(> .pane-header[aria-label^="${view}"])`);
const picker = ({ page }: Workbench) => page.locator('.quick-input-widget');
const button = (workbench: Workbench, words: string) =>
  pane(workbench, 'Roadmap').locator('a.monaco-button', { hasText: words }).first();

async function begin(workbench: Workbench, from: string): Promise<void> {
  await workbench.openSideBar('Waymark');
  await button(workbench, 'Create a Roadmap').click();
  await workbench.pick(from);
}

/** What is written into the roadmap when the person saves it, and not before. */
async function saved(workbench: Workbench): Promise<string> {
  const { page, workspace } = workbench;
  const file = join(workspace, 'roadmap.yaml');
  await page.locator('.editor-group-container.active .tab.active[data-resource-name="roadmap.yaml"]').waitFor();
  await page.locator('.editor-group-container.active .view-line', { hasText: 'A first draft' }).first().waitFor();
  assert.ok(!existsSync(file), 'it is written before it is saved');
  await page.locator('.editor-group-container.active .view-line').first().click();
  await page.keyboard.press('Control+S');
  await pollUntil('it is saved', () => existsSync(file) && readFileSync(file, 'utf8') !== '');
  return readFileSync(file, 'utf8');
}

async function rowsBegin(workbench: Workbench, view: string, beginning: string): Promise<void> {
  await pollUntil(`${view} shows ${beginning}`, async () =>
    (await workbench.treeRows(view)).some(({ label }) => label.startsWith(beginning)),
  );
}

describe('The first start', () => {
  it('opens nothing and says nothing on its own', () =>
    withWorkbench(async (workbench) => {
      const { page } = workbench;
      await workbench.openSideBar('Waymark');
      await rowsBegin(workbench, 'Roadmap', 'HUT-1 ');
      assert.equal(await page.locator('.notification-toast').count(), 0);
      assert.equal(await page.locator('.editor-group-container .tab').count(), 0);
    }));

  it('leads from an empty window to a folder, a sample and the walkthrough with its pictures', () =>
    withWorkbench(
      async (workbench) => {
        const { page } = workbench;
        await workbench.openSideBar('Waymark');
        await button(workbench, 'Open Folder').waitFor();
        await workbench.screenshot('welcome-no-folder');
        await pane(workbench, 'Roadmap').locator('a', { hasText: 'walkthrough' }).click();
        const step = page.locator('.getting-started-step.expanded, .getting-started-step').first();
        await step.waitFor();
        await page.locator('.getting-started-media img, img.getting-started-media').first().waitFor();
        await workbench.screenshot('walkthrough');
      },
      () => undefined,
      { workspaceFile: '' },
    ));
});

describe('A folder without a roadmap', () => {
  it('gets one of its TODOs, of which the person picks some', () =>
    withWorkbench(async (workbench) => {
      await begin(workbench, 'The headings and TODOs of this repository');
      await picker(workbench).locator('.monaco-list-row', { hasText: 'src/mail/' }).waitFor();
      await workbench.screenshot('create-groups');
      await workbench.pick('src/mail/');
      await picker(workbench).locator('.monaco-button', { hasText: 'OK' }).click();
      const text = await saved(workbench);
      await workbench.screenshot('created');
      assert.match(text, /title: Retry when the ledger is locked/);
      assert.doesNotMatch(text, /language of the guest/);
      await rowsBegin(workbench, 'Roadmap', 'W');
    }, unplanned));

  it('gets one of the keys in its commits', () =>
    withWorkbench(async (workbench) => {
      await begin(workbench, 'Keys found in commit messages');
      assert.match(await saved(workbench), /id: PAY-12\n {4}title: Keep the ledger\n {4}status: active/);
      await rowsBegin(workbench, 'Roadmap', 'PAY-12 Keep the ledger');
    }, unplanned));

  it('is told where it is in no repository', () =>
    withWorkbench(
      async (workbench) => {
        await workbench.openSideBar('Waymark');
        await button(workbench, 'Initialize Repository').waitFor();
        await workbench.screenshot('welcome-no-repository');
      },
      (folder) => writeFiles(folder, { 'a.py': '# TODO: begin\n' }),
    ));
});

describe('A view with nothing to show', () => {
  it('says what the filter hides and clears it, and what is known without a repository', () =>
    withWorkbench(async (workbench) => {
      const { page } = workbench;
      await workbench.openSideBar('Waymark');
      await rowsBegin(workbench, 'Roadmap', 'PAY-1 ');
      await pane(workbench, 'Roadmap').locator('.message', { hasText: 'is not in a Git repository' }).waitFor();
      await workbench.runCommand('Waymark: Filter the roadmap by words…');
      await picker(workbench).locator('input[type="text"]').fill('nothing has this');
      await page.keyboard.press('Enter');
      await button(workbench, 'Clear the Filter').waitFor();
      await workbench.screenshot('filter-hides-all');
      await button(workbench, 'Clear the Filter').click();
      await rowsBegin(workbench, 'Roadmap', 'PAY-1 ');
    }, planned));
});

/** Makes the TODO that names no story one of an epic, by its row. */
async function planTodo(workbench: Workbench, epic: string): Promise<void> {
  await rowsBegin(workbench, 'Unplanned', 'Annotations');
  await workbench.openRow('Unplanned', 'Annotations with no story');
  await rowsBegin(workbench, 'Unplanned', 'refund.ts');
  await workbench.openRow('Unplanned', 'refund.ts');
  const row = pane(workbench, 'Unplanned').locator('.monaco-list-row', { hasText: 'TODO retry' });
  const place = workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: epic }).first();
  await clickAction(row, 'Create a story', place);
  await place.click();
}

describe('A TODO without a story', () => {
  it('becomes one by its row in Unplanned, in the roadmap and in the code at once', () =>
    withWorkbench(async (workbench) => {
      const { page } = workbench;
      await workbench.openSideBar('Waymark');
      await planTodo(workbench, 'PAY-1 Refunds');
      await rowsBegin(workbench, 'Roadmap', 'PAY-3 Retry');
      await workbench.openFile('src/refund.ts');
      await page.locator('.view-line', { hasText: 'TODO(PAY-3): retry' }).first().waitFor();
      await workbench.screenshot('story-of-todo');
    }, planned));

  it('becomes one by the light bulb on its line, under the epic that is picked', () =>
    withWorkbench(async (workbench) => {
      const { page } = workbench;
      await workbench.openSideBar('Waymark');
      await rowsBegin(workbench, 'Roadmap', 'PAY-1 ');
      await workbench.openFile('src/refund.ts');
      await page.locator('.editor-group-container.active .view-line', { hasText: 'TODO: retry' }).first().click();
      await page.locator('.editor-group-container.active [class*="gutter-lightbulb"]').first().waitFor();
      const offer = await workbench.offerAtCursor('Create story PAY-3 from this TODO under PAY-1');
      await workbench.screenshot('light-bulb-of-todo');
      await offer.click();
      await page.locator('.view-line', { hasText: 'TODO(PAY-3): retry' }).first().waitFor();
      await rowsBegin(workbench, 'Roadmap', 'PAY-3 Retry');
      assert.ok(!(await workbench.problems()).some(({ label }) => label.includes('TODO: retry')));
    }, planned));

  it('may be written for a story above any line, where the person writes on', () =>
    withWorkbench(async (workbench) => {
      const { page } = workbench;
      await workbench.openSideBar('Waymark');
      await rowsBegin(workbench, 'Roadmap', 'PAY-1 ');
      await workbench.openFile('src/refund.ts');
      await page.locator('.editor-group-container.active .view-line', { hasText: 'export' }).first().click();
      await workbench.runCommand('Waymark: Insert an annotation for a story…');
      await workbench.pick('PAY-2 Refund API');
      await page.locator('.view-line', { hasText: 'TODO(PAY-2): ' }).nth(1).waitFor();
      await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
      await page.locator('.statusbar-item', { hasText: `Ln 3, Col ${'// TODO(PAY-2): '.length + 1}` }).waitFor();
      await page.keyboard.type('round up');
      await page.locator('.view-line', { hasText: 'TODO(PAY-2): round up' }).first().waitFor();
    }, planned));
});

describe('A workspace of two folders', () => {
  it('has rows for each, and a TODO becomes a story of its own folder', () =>
    withWorkbench(
      async (workbench) => {
        const { workspace, page } = workbench;
        await workbench.openSideBar('Waymark');
        await eventually('both folders are shown', async () => {
          const labels = (await workbench.treeRows('Roadmap')).map(({ label }) => label);
          const seen = labels.join() || (await page.locator('.part.sidebar').innerText());
          assert.ok(labels.includes('shop') && labels.includes('stock'), seen);
        });
        await workbench.openRow('Unplanned', 'stock');
        await planTodo(workbench, 'INV-1 Refunds');
        await rowsBegin(workbench, 'Roadmap', 'INV-3 Retry');
        await workbench.screenshot('two-folders');
        // The editor opens a tab for a file that was edited without one a moment later, and saves what has a tab.
        for (const name of ['roadmap.yaml', 'refund.ts']) {
          await page.locator(`.tab.dirty[data-resource-name="${name}"]`).waitFor();
        }
        await workbench.runCommand('File: Save All Files');
        await pollUntil('it is saved', () =>
          readFileSync(join(workspace, 'stock/roadmap.yaml'), 'utf8').includes('INV-3'),
        );
        assert.equal(readFileSync(join(workspace, 'shop/roadmap.yaml'), 'utf8'), PLANNED('SHOP'));
        await workbench.runCommand('Waymark: Create a roadmap…');
        await workbench.pick('shop');
        await page.locator('.tab.active[data-resource-name="roadmap.yaml"]').waitFor();
      },
      (folder) => {
        const code = '// TODO: retry. Twice\n';
        writeFiles(folder, {
          'both.code-workspace': JSON.stringify({ folders: [{ path: 'shop' }, { path: 'stock' }] }),
          'shop/roadmap.yaml': PLANNED('SHOP'),
          'shop/src/refund.ts': code,
          'stock/roadmap.yaml': PLANNED('INV'),
          'stock/src/refund.ts': code,
        });
      },
      { workspaceFile: 'both.code-workspace' },
    ));
});
