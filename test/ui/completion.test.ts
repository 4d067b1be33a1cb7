import { withWorkbench } from './workbench';

describe('Completion of story IDs', () => {
  it('opens by itself at the hyphen of a prefix in a comment', () =>
    withWorkbench(async (workbench) => {
      const { page } = workbench;
      const list = page.locator('.suggest-widget.visible');
      const story = list.locator('.monaco-list-row', { hasText: 'HUT-16 Check in' }).first();
      await workbench.openSideBar('Waymark');
      await page.locator('.statusbar-item', { hasText: 'HUT-14 ' }).first().waitFor();
      await workbench.openFile('booking/src/store.ts');
      await page.locator('.editor-group-container.active .view-lines').click();
      await page.keyboard.press('Control+Home');
      await page.keyboard.type('// see HUT-');
      await story.waitFor();
      await workbench.screenshot('completion-at-hyphen');
      await page.keyboard.type('16');
      await page.keyboard.press('Enter');
      await page
        .locator('.view-line', { hasText: /see\sHUT-16/ })
        .first()
        .waitFor();
    }));
});
