import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { eventually, pollUntil } from '../support/pollUntil';
import type { Row } from './rows';
import { withWorkbench, type Workbench } from './workbench';

function rowOf({ page }: Workbench, beginning: string): Locator {
  const rows = page.locator('.pane:has(> .pane-header[aria-label^="Roadmap"]) .monaco-list-row');
  return rows.filter({ hasText: new RegExp(`^${beginning}`) }).first();
}

/** As a hand does it: the editor takes a press for a drag only when the mouse moves on from there. */
async function drag(workbench: Workbench, [from, to]: readonly [string, string], under: string, test: TestIds) {
  const { mouse } = workbench.page;
  const label = (beginning: string) => rowOf(workbench, beginning).locator('.label-name');
  await label(from).hover();
  await mouse.down();
  try {
    const target = await label(to).boundingBox();
    assert.ok(target, `${to} is in sight`);
    await mouse.move(target.x + 20, target.y + target.height / 2, { steps: 10 });
    await rowOf(workbench, to).and(workbench.page.locator('.drop-target')).waitFor();
  } finally {
    await mouse.up();
  }
  await standUnder(workbench, under, test);
}

type TestIds = (ids: readonly string[]) => void;

/** The IDs of the rows under one, in their order. */
function idsUnder(rows: readonly Row[], beginning: string): string[] {
  const start = rows.findIndex(({ label }) => label.startsWith(beginning));
  const level = rows[start]?.level ?? 0;
  const behind = rows.slice(start + 1);
  const end = behind.findIndex((row) => row.level <= level);
  return behind
    .slice(0, end < 0 ? behind.length : end)
    .filter((row) => row.level === level + 1)
    .map(({ label }) => label.split(' ')[0] ?? '');
}

async function standUnder(workbench: Workbench, beginning: string, test: TestIds) {
  await eventually(`the rows under ${beginning} are as expected`, async () =>
    test(idsUnder(await workbench.treeRows('Roadmap'), beginning)),
  );
}

/** @returns the IDs under an epic, as they are at first */
async function openRoadmapView(workbench: Workbench, epic: string): Promise<readonly string[]> {
  await workbench.openSideBar('Waymark');
  const ids = await pollUntil('the roadmap is shown', async () => {
    const shown = idsUnder(await workbench.treeRows('Roadmap'), epic).filter((id) => id.startsWith('HUT-'));
    return shown.length > 2 ? shown : undefined;
  });
  await workbench.openFile('roadmap.yaml');
  return ids;
}

async function undo({ page }: Workbench): Promise<void> {
  await page.keyboard.press('Control+1');
  await page.keyboard.press('Control+Z');
}

describe('Dragging rows of the Roadmap view', () => {
  it('puts a story in the place of another one, and undo puts it back', () =>
    withWorkbench(async (workbench) => {
      const before = await openRoadmapView(workbench, 'HUT-1 ');
      const [first = '', second = '', third = '', ...others] = before;
      await drag(workbench, [first, third], 'HUT-1 ', (ids) =>
        assert.deepEqual(
          ids.filter((id) => before.includes(id)),
          [second, third, first, ...others],
        ),
      );
      await undo(workbench);
      await standUnder(workbench, 'HUT-1 ', (ids) =>
        assert.deepEqual(
          ids.filter((id) => before.includes(id)),
          before,
        ),
      );
    }));

  it('moves all selected stories to another epic', () =>
    withWorkbench(async (workbench) => {
      const [first = '', second = ''] = await openRoadmapView(workbench, 'HUT-1 ');
      await rowOf(workbench, first).click();
      await rowOf(workbench, second).click({ modifiers: ['Control'] });
      await drag(workbench, [second, 'HUT-2 '], 'HUT-2 ', (ids) => assert.deepEqual(ids.slice(-2), [first, second]));
      await workbench.screenshot('drag-to-epic');
      await undo(workbench);
      await standUnder(workbench, 'HUT-1 ', (ids) => assert.deepEqual(ids.slice(0, 2), [first, second]));
    }));

  it('gives a story the release of the group that it is dropped on', () =>
    withWorkbench(async (workbench) => {
      const { page } = workbench;
      await openRoadmapView(workbench, 'HUT-1 ');
      await workbench.runCommand('Waymark: Group the roadmap…');
      await page.locator('.quick-input-widget input[type="text"]').fill('Release');
      await page.keyboard.press('Enter');
      const groups = await pollUntil('the releases are shown', async () => {
        const rows = (await workbench.treeRows('Roadmap')).filter(({ level }) => level === 1);
        return rows.some(({ label }) => label.startsWith('HUT-')) ? undefined : rows;
      });
      const [from, to] = groups.map(({ label }) => label);
      assert.ok(from && to);
      const story = idsUnder(await workbench.treeRows('Roadmap'), from).at(-1) ?? '';
      await drag(workbench, [story, to], to, (ids) => assert.ok(ids.includes(story), ids.join(' ')));
      await workbench.screenshot('drag-to-release');
      await undo(workbench);
      await standUnder(workbench, from, (ids) => assert.equal(ids.at(-1), story));
    }));
});
