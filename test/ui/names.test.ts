import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pollUntil } from '../support/pollUntil';
import { withWorkbench, type Workbench } from './workbench';

const activeTab = ({ page }: Workbench, name: string) =>
  page.locator(`.editor-group-container.active .tab.active[data-resource-name="${name}"]`);

/** Puts the cursor into the HUT-11 of the fourth line, once the server has read the file. */
async function goToName(workbench: Workbench): Promise<void> {
  const { page } = workbench;
  await workbench.openSideBar('Waymark');
  await workbench.openFile('booking/src/reservations.ts');
  await page.locator('.codelens-decoration', { hasText: 'HUT-11' }).first().waitFor();
  await page.keyboard.press('Control+G');
  await page.locator('.quick-input-widget input[type="text"]').fill(':4:17');
  await page.keyboard.press('Enter');
  await page.locator('.statusbar-item', { hasText: 'Ln 4, Col 17' }).waitFor();
}

describe('The name of a story in code', () => {
  it('leads to where the story is planned', () =>
    withWorkbench(async (workbench) => {
      const { workspace } = workbench;
      const plan = readFileSync(join(workspace, 'roadmap.yaml'), 'utf8').split('\n');
      const planned = plan.findIndex((line) => line.includes('id: HUT-11')) + 1;
      await goToName(workbench);
      await workbench.page.keyboard.press('F12');
      await activeTab(workbench, 'roadmap.yaml').waitFor();
      const line = workbench.page.locator('.statusbar-item', { hasText: /^Ln \d+, Col \d+/ });
      await pollUntil('the line of the story is shown', async () =>
        (await line.innerText()).startsWith(`Ln ${planned}, `),
      );
    }));

  it('leads to all that names it: plan, code, tests, documents and commits', () =>
    withWorkbench(async (workbench) => {
      await goToName(workbench);
      await workbench.runCommand('References: Find All References');
      const text = await pollUntil('the references are listed', async () => {
        const words = await workbench.page.locator('.part.sidebar').innerText();
        return words.includes('.diff') ? words : undefined;
      });
      await workbench.screenshot('references');
      for (const name of ['roadmap.yaml', 'reservations.ts', 'reservations.test.ts', '0003-lock-the-hut.md']) {
        assert.ok(text.includes(name), `${name} is not in:\n${text}`);
      }
    }));
});
