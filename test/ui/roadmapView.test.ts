import assert from 'node:assert/strict';
import { eventually, pollUntil } from '../support/pollUntil';
import { withWorkbench, type Workbench } from './workbench';

/** Takes an entry of the quick pick that is open. */
async function pick({ page }: Workbench, label: string): Promise<void> {
  await page.locator('.quick-input-list .monaco-list-row', { hasText: label }).first().click();
}

async function type({ page }: Workbench, words: string): Promise<void> {
  const input = page.locator('.quick-input-widget input[type="text"]');
  await input.waitFor();
  await input.fill(words);
  await input.press('Enter');
}

/** The labels of the rows of a level, once they begin so. */
async function labels({ treeRows }: Workbench, level: number, beginnings: readonly string[]): Promise<void> {
  await eventually(`the rows are ${beginnings.join(', ')}`, async () => {
    const rows = (await treeRows('Roadmap')).filter((row) => row.level === level);
    assert.deepEqual(
      rows.map(({ label }, index) => label.slice(0, beginnings[index]?.length ?? label.length)),
      beginnings,
    );
  });
}

async function openRoadmapView(workbench: Workbench): Promise<void> {
  await workbench.openSideBar('Waymark');
  await pollUntil('the roadmap is shown', async () =>
    (await workbench.treeRows('Roadmap')).some(({ label }) => label.startsWith('HUT-1 ')),
  );
}

describe('The Roadmap view', () => {
  it('is grouped and filtered as a person likes, says so, and is the same after a reload', () =>
    withWorkbench(async (workbench) => {
      const { page, runCommand } = workbench;
      const message = page.locator('.pane:has(> .pane-header[aria-label^="Roadmap"]) .message');
      await openRoadmapView(workbench);
      await runCommand('Waymark: Group the roadmap…');
      await pick(workbench, 'Status');
      await labels(workbench, 1, ['Blocked', 'In progress', 'Planned', 'Done', 'Dropped', 'Findings on the plan']);
      await workbench.screenshot('roadmap-by-status');
      await runCommand('Waymark: Filter the roadmap by words…');
      await type(workbench, 'waiting');
      await message.filter({ hasText: 'Only “waiting”: ' }).waitFor();
      assert.ok(!(await workbench.treeRows('Roadmap')).some(({ label }) => label.startsWith('HUT-11')));
      // A press on a row that is open already closes it, which is remembered too.
      const [group] = (await workbench.treeRows('Roadmap')).filter(({ level }) => level === 1);
      await workbench.clickRow('Roadmap', group?.label ?? '');
      await labels(workbench, 2, []);
      await workbench.screenshot('roadmap-filtered');
      await page.reload();
      await workbench.openSideBar('Waymark');
      await message.filter({ hasText: 'Only “waiting”: ' }).waitFor();
      await labels(workbench, 1, [group?.label ?? '']);
      await labels(workbench, 2, []);
      await page.locator('.pane-header[aria-label^="Roadmap"]').hover();
      await page.locator('.pane-header[aria-label^="Roadmap"] [aria-label^="Clear the filter"]').click();
      await message.waitFor({ state: 'hidden' });
      await labels(workbench, 1, ['Blocked', 'In progress', 'Planned', 'Done', 'Dropped', 'Findings on the plan']);
    }));
});
