import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pollUntil } from '../support/pollUntil';
import { type Workbench, withWorkbench } from './workbench';

const story = (id: string, title: string, fields: readonly string[]) =>
  [`  - id: ${id}`, `title: ${title}`, ...fields].join('\n    ');

const ROADMAP = `scoring: value / effort
stories:
${story('PAY-1', 'Refund API', ['value: 8', 'effort: 2', 'owner: ana'])}
${story('PAY-2', 'Ledger', ['value: 3', 'effort: 1'])}
${story('PAY-3', 'Audit', ['value: 5'])}
${story('PAY-4', 'Report', ['depends: [PAY-1]'])}
`;

const WAITING = `stories:
${story('PAY-1', 'Login', ['status: active'])}
${story('PAY-2', 'Logout', ['depends: [PAY-1]'])}
`;

/** The rows of the view, `label | description`, once they are as wanted. */
async function rowsAre(workbench: Workbench, wanted: readonly string[]): Promise<void> {
  let rows: readonly string[] = [];
  await pollUntil(`the view shows ${wanted.join(', ')}`, async () => {
    rows = (await workbench.treeRows('Next up')).map(({ label, description }) => `${label} | ${description}`);
    return rows.join() === wanted.join();
  });
  assert.deepEqual(rows, wanted);
}

describe('Next up', () => {
  it('lists what is ready by score, leads to a story, and shows after a number was typed what moved', () =>
    withWorkbench(
      async (workbench) => {
        const { page } = workbench;
        await workbench.openSideBar('Waymark');
        await rowsAre(workbench, [
          'PAY-1 Refund API | score 4 · ana',
          'PAY-2 Ledger | score 3',
          'PAY-3 Audit | no score: effort is missing',
        ]);
        await workbench.screenshot('next-up');
        await workbench.clickRow('Next up', 'PAY-2 Ledger');
        await page.locator('.editor-group-container.active .tab.active[data-resource-name="roadmap.yaml"]').waitFor();
        await page.locator('.editor-group-container.active .view-line', { hasText: 'value: 3' }).click();
        await page.keyboard.press('End');
        await page.keyboard.press('0');
        await rowsAre(workbench, [
          'PAY-2 Ledger | ▲ 1 · score 30',
          'PAY-1 Refund API | ▼ 1 · score 4 · ana',
          'PAY-3 Audit | no score: effort is missing',
        ]);
        await workbench.screenshot('next-up-moved');
      },
      (folder) => writeFileSync(join(folder, 'roadmap.yaml'), ROADMAP),
    ));

  it('says why nothing is ready', () =>
    withWorkbench(
      async (workbench) => {
        await workbench.openSideBar('Waymark');
        const pane = workbench.page.locator('.pane:has(> .pane-header[aria-label^="Next up"])');
        await pane.getByText('Nothing is ready to be started. The one planned story waits: for PAY-1 Login.').waitFor();
        await workbench.screenshot('next-up-nothing');
      },
      (folder) => writeFileSync(join(folder, 'roadmap.yaml'), WAITING),
    ));
});
