import { pollUntil } from '../support/pollUntil';
import { withWorkbench } from './workbench';

describe('What is explained over an ID', () => {
  it('sets the status of the story by a click', () =>
    withWorkbench(async (workbench) => {
      const { page } = workbench;
      await workbench.openSideBar('Waymark');
      await pollUntil('the roadmap is shown', async () =>
        (await workbench.treeRows('Roadmap')).some(({ label }) => label.startsWith('HUT-15 ')),
      );
      await workbench.openFile('booking/src/availability.ts');
      await page
        .locator('.editor-group-container.active .codelens-decoration', { hasText: 'HUT-15' })
        .first()
        .waitFor();
      await page.locator('.editor-group-container.active .view-lines').click();
      await page.keyboard.press('Control+F');
      await page.keyboard.type('HUT-15');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+K');
      await page.keyboard.press('Control+I');
      const hover = page.locator('.monaco-hover:visible', { hasText: 'Group bookings' }).first();
      await hover.waitFor();
      await workbench.screenshot('hover-actions');
      await hover.locator('a', { hasText: 'Set status…' }).click();
      await page.locator('.quick-input-list .monaco-list-row', { hasText: 'waiting' }).first().waitFor();
      await page.locator('.quick-input-widget input[type="text"]').fill('waiting');
      await page.keyboard.press('Enter');
      await page.locator('.monaco-list-row[aria-label*="HUT-15 "][aria-label*="is waiting"]').waitFor();
    }));
});
