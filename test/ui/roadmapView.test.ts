import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually, pollUntil } from '../support/pollUntil';
import { actOnRow, clickAction } from './rows';
import { withWorkbench, type Workbench } from './workbench';

async function type({ page }: Workbench, words: string): Promise<void> {
  const input = page.locator('.quick-input-widget input[type="text"]');
  await input.waitFor();
  await input.fill(words);
  await input.press('Enter');
}

/** The labels of the rows of a level, once they begin so. */
async function rowsBegin({ treeRows }: Workbench, level: number, beginnings: readonly string[]): Promise<void> {
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
      await workbench.pick('Status');
      await rowsBegin(workbench, 1, ['Blocked', 'In progress', 'Planned', 'Done', 'Dropped', 'Findings on the plan']);
      await workbench.screenshot('roadmap-by-status');
      await runCommand('Waymark: Filter the roadmap by words…');
      await type(workbench, 'waiting');
      await message.filter({ hasText: 'Only “waiting”: ' }).waitFor();
      assert.ok(!(await workbench.treeRows('Roadmap')).some(({ label }) => label.startsWith('HUT-11')));
      // A press on a row that is open already closes it, which is remembered too.
      const [group] = (await workbench.treeRows('Roadmap')).filter(({ level }) => level === 1);
      await workbench.clickRow('Roadmap', group?.label ?? '');
      await rowsBegin(workbench, 2, []);
      await workbench.screenshot('roadmap-filtered');
      await page.reload();
      await workbench.openSideBar('Waymark');
      await message.filter({ hasText: 'Only “waiting”: ' }).waitFor();
      await rowsBegin(workbench, 1, [group?.label ?? '']);
      await rowsBegin(workbench, 2, []);
      await page.locator('.pane-header[aria-label^="Roadmap"]').hover();
      await page.locator('.pane-header[aria-label^="Roadmap"] [aria-label^="Clear the filter"]').click();
      await message.waitFor({ state: 'hidden' });
      await rowsBegin(workbench, 1, ['Blocked', 'In progress', 'Planned', 'Done', 'Dropped', 'Findings on the plan']);
    }));

  it('has the same rows open, in the same order, after a reload: also where all were closed', () =>
    withWorkbench(async (workbench) => {
      const { page, runCommand } = workbench;
      const inOrder = ['HUT-1 ', 'HUT-2 ', 'PAY-1 ', 'Findings on the plan'];
      await openRoadmapView(workbench);
      await runCommand('Waymark: Sort the roadmap…');
      await type(workbench, 'Score');
      await page.locator('.pane-header[aria-label^="Roadmap"]', { hasText: 'sorted by score' }).waitFor();
      const sorted = await pollUntil('the roadmap is shown', async () => {
        const rows = (await workbench.treeRows('Roadmap')).filter(({ level }) => level === 1);
        return rows.length === inOrder.length ? rows.map(({ label }) => label) : undefined;
      });
      await page.locator('.pane-header[aria-label^="Roadmap"]').hover();
      await page.locator('.pane-header[aria-label^="Roadmap"] [aria-label="Collapse All"]').click();
      await rowsBegin(workbench, 2, []);
      await workbench.openRow('Roadmap', sorted[1] ?? '');
      const open = (await workbench.treeRows('Roadmap')).map(({ label }) => label);
      assert.ok(open.length > sorted.length);
      await workbench.screenshot('roadmap-collapsed');
      await page.reload();
      await workbench.openSideBar('Waymark');
      await page.locator('.pane-header[aria-label^="Roadmap"]', { hasText: 'sorted by score' }).waitFor();
      await eventually('the same rows are open', async () =>
        assert.deepEqual(
          (await workbench.treeRows('Roadmap')).map(({ label }) => label),
          open,
        ),
      );
    }));

  it('adds an epic by the button of its title, and shows it', () =>
    withWorkbench(async (workbench) => {
      const { page } = workbench;
      await openRoadmapView(workbench);
      await page.locator('.pane-header[aria-label^="Roadmap"]').hover();
      await page.locator('.pane-header[aria-label^="Roadmap"] [aria-label="Add an epic…"]').click();
      await type(workbench, 'Huts in winter');
      await roadmapPane(workbench).locator('.monaco-list-row.selected', { hasText: 'Huts in winter' }).waitFor();
      await workbench.screenshot('roadmap-epic-added');
    }));

  it('starts work on a planned story by a click in its row, and shows one of Next up', () =>
    withWorkbench(async (workbench) => {
      const { page } = workbench;
      await openRoadmapView(workbench);
      const next = page.locator('.pane:has(> .pane-header[aria-label^="Next up"]) .monaco-list-row').first();
      await next.click({ button: 'right' });
      await workbench.pickFromMenu('Show in the roadmap view');
      const id = (await next.locator('.label-name').innerText()).split(' ')[0] ?? '';
      const row = roadmapPane(workbench).locator('.monaco-list-row.selected', { hasText: `${id} ` });
      await row.waitFor();
      await row.hover();
      await workbench.screenshot('roadmap-inline');
      await clickAction(row, 'Start work', page.locator('.statusbar-item', { hasText: `${id} ` }).first());
    }));

  it('sets the status of all selected rows at once, and one undo takes it back', () =>
    withWorkbench(async (workbench) => {
      const { page } = workbench;
      await openRoadmapView(workbench);
      await workbench.openFile('roadmap.yaml');
      const row = (id: string) =>
        roadmapPane(workbench)
          .locator('.monaco-list-row', { hasText: `${id} ` })
          .first();
      await row('HUT-13').click();
      await row('HUT-15').click({ modifiers: ['Control'] });
      const waiting = page.locator('.quick-input-list .monaco-list-row', { hasText: 'waiting' }).first();
      await clickAction(row('HUT-15'), 'Set status', waiting);
      await waiting.click();
      await said(workbench, 'HUT-13', 'waiting');
      await said(workbench, 'HUT-15', 'waiting');
      await workbench.screenshot('roadmap-set-status');
      await page.keyboard.press('Control+1');
      await page.keyboard.press('Control+Z');
      await said(workbench, 'HUT-13', 'planned');
      await said(workbench, 'HUT-15', 'planned');
    }));

  it('leads from the row of a release to the line that declares it', () =>
    withWorkbench(async (workbench) => {
      const { page } = workbench;
      await openRoadmapView(workbench);
      await workbench.runCommand('Waymark: Group the roadmap…');
      await workbench.pick('Release');
      const [release] = await pollUntil('releases are shown', async () => {
        const labels = (await workbench.treeRows('Roadmap'))
          .filter(({ level }) => level === 1)
          .map(({ label }) => label);
        return labels.some((label) => label.startsWith('HUT-')) ? undefined : labels;
      });
      await workbench.clickRow('Roadmap', release ?? '');
      await page.locator('.tab.active[data-resource-name="roadmap.yaml"]').waitFor();
      const [id = ''] = (release ?? '').split(' ');
      const plan = readFileSync(join(workbench.workspace, 'roadmap.yaml'), 'utf8').split('\n');
      const line = plan.findIndex((text) => text.includes(`id: ${id}`)) + 1;
      await page.locator('.statusbar-item', { hasText: new RegExp(`^Ln ${line}, `) }).waitFor();
      await workbench.screenshot('release-opened');
    }));

  it('moves a story to another epic by its menu', () =>
    withWorkbench(async (workbench) => {
      await openRoadmapView(workbench);
      const row = (id: string) =>
        roadmapPane(workbench)
          .locator('.monaco-list-row', { hasText: `${id} ` })
          .first();
      const epics = workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: 'HUT-2 On the trail' });
      await actOnRow(row('HUT-12'), epics.first(), async () => {
        await row('HUT-12').click({ button: 'right' });
        // A menu takes no click for a moment after it opened, so that the click which opens it does not choose.
        await workbench.pickFromMenu('Move to epic…');
      });
      await workbench.pick('HUT-2 On the trail');
      await eventually('the story stands in the other epic', async () => {
        const labels = (await workbench.treeRows('Roadmap')).map(({ label }) => label.split(' ')[0]);
        assert.ok(labels.indexOf('HUT-12') > labels.indexOf('HUT-2'), labels.join(' '));
      });
      await workbench.screenshot('roadmap-moved');
    }));

  it('ticks a task, which is done then', () =>
    withWorkbench(async (workbench) => {
      await openRoadmapView(workbench);
      const box = roadmapPane(workbench).locator('.custom-view-tree-node-item-checkbox[aria-checked="false"]').first();
      await pollUntil('a story with an open task is shown', async () => {
        for (const { label, level } of await workbench.treeRows('Roadmap')) {
          if (level === 2 && (await box.count()) === 0) {
            await workbench.openRow('Roadmap', label);
          }
        }
        return (await box.count()) > 0;
      });
      const name = (await box.getAttribute('aria-label'))?.replace(/^Mark (.*) as done$/, '$1') ?? '';
      await box.click();
      await roadmapPane(workbench).locator(`[aria-label="Untick ${name}"][aria-checked="true"]`).waitFor();
      await workbench.screenshot('roadmap-ticked');
    }));
});

function roadmapPane({ page }: Workbench) {
  return page.locator('.pane:has(> .pane-header[aria-label^="Roadmap"])');
}

/** What a screen reader says of the row of an item. */
async function said(workbench: Workbench, id: string, word: string): Promise<void> {
  await roadmapPane(workbench).locator(`.monaco-list-row[aria-label*="${id} "][aria-label*="${word}"]`).waitFor();
}
