import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from '../support/pollUntil';
import { withWorkbench } from './workbench';

describe('Renaming an ID by hand', () => {
  it('in a comment of code changes the file and the roadmap, which keeps the former ID', () =>
    withWorkbench(
      async ({ page, workspace, openSideBar, treeRows, openFile, screenshot }) => {
        await openSideBar('Waymark');
        await eventually('the roadmap is read', async () => {
          const labels = (await treeRows('Roadmap')).map(({ label }) => label);
          assert.ok(
            labels.some((label) => label.startsWith('PAY-12 Refund API')),
            labels.join(),
          );
        });
        await openFile('refund.py');
        // The keys are for the text, and go elsewhere until it has the cursor.
        await page.locator('.editor-instance .view-line', { hasText: 'PAY-12' }).click();
        await page.locator('.editor-instance.focused, .monaco-editor.focused').first().waitFor();
        await page.keyboard.press('End');
        await page.keyboard.press('F2');
        const box = page.locator('.rename-box input');
        await box.waitFor();
        assert.equal(await box.inputValue(), 'PAY-12');
        await box.fill('PAY-20');
        await screenshot('rename');
        await box.press('Enter');
        await eventually('both files are other ones', () => {
          assert.equal(readFileSync(join(workspace, 'refund.py'), 'utf8'), '# see PAY-20\n');
          assert.equal(
            readFileSync(join(workspace, 'roadmap.yaml'), 'utf8'),
            'keys: [PAY]\nstories:\n  - id: PAY-20\n    title: Refund API\n    aliases: [PAY-12]\n',
          );
        });
      },
      (folder) => {
        writeFileSync(join(folder, 'refund.py'), '# see PAY-12\n');
        writeFileSync(join(folder, 'roadmap.yaml'), 'keys: [PAY]\nstories:\n  - id: PAY-12\n    title: Refund API\n');
      },
    ));
});
