import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { pollUntil } from '../support/pollUntil';
import { withWorkbench, type Workbench } from './workbench';

const git = ({ workspace }: Workbench, ...args: string[]): string =>
  execFileSync('git', args, { cwd: workspace, encoding: 'utf8' }).trim();

const notification = ({ page }: Workbench, text: string) =>
  page.locator('.notification-toast', { hasText: text }).first();

/** On the branch of a story, writes a message that does not name it. */
async function writeMessage(workbench: Workbench): Promise<Locator> {
  const { page } = workbench;
  git(workbench, 'switch', '-q', '-c', 'HUT-16-check-in');
  await workbench.openSideBar('Waymark');
  await page.locator('.statusbar-item', { hasText: 'HUT-16 Check in' }).first().waitFor();
  await workbench.openSideBar('Source Control');
  const box = page.locator('.scm-editor').first();
  await box.click();
  await page.keyboard.type('Scan the code');
  await box.locator('.squiggly-info').first().waitFor();
  return box;
}

describe('Work on a story', () => {
  it('begins, is named in the status bar, and ends, all by clicks', () =>
    withWorkbench(async (workbench) => {
      const { page, workspace } = workbench;
      git(workbench, 'config', 'user.name', 'Maren');
      git(workbench, 'config', 'user.email', 'maren@example.org');
      git(workbench, 'switch', '-q', 'main');
      await workbench.openSideBar('Waymark');
      await pollUntil('the tree is there', async () =>
        (await workbench.treeRows('Roadmap')).some(({ label }) => label.startsWith('HUT-16 ')),
      );
      await workbench.runCommand('Waymark: Start work on a story…');
      await page.locator('.quick-input-widget input[type="text"]').fill('HUT-16');
      await workbench.pick('HUT-16 Check in');
      await notification(workbench, 'on the branch HUT-16-check-in').waitFor();
      await workbench.screenshot('start-work');
      assert.match(git(workbench, 'branch', '--show-current'), /^HUT-16-check-in/);
      const roadmap = () => readFileSync(join(workspace, 'roadmap.yaml'), 'utf8');
      await pollUntil('the roadmap is saved', () => git(workbench, 'status', '--porcelain').includes('roadmap.yaml'));
      assert.match(roadmap().slice(roadmap().indexOf('id: HUT-16')), /^[^]{0,300}status: (?:in.progress|active|doing)/);

      await workbench.openSideBar('Source Control');
      await page.locator('.scm-editor .view-line', { hasText: 'HUT-16:' }).first().waitFor();

      await page.locator('.statusbar-item', { hasText: 'HUT-16 Check in' }).first().click();
      await workbench.pick('Finish work');
      const done = notification(workbench, 'is done');
      await done.waitFor();
      await workbench.screenshot('finish-work');
      await done.locator('a.monaco-button', { hasText: 'Switch to main' }).click();
      await pollUntil('main is checked out', () => git(workbench, 'branch', '--show-current') === 'main');
      assert.match(git(workbench, 'branch', '--list'), /HUT-16-check-in/);
    }));

  it('is missed in the commit message, and written there by a command', () =>
    withWorkbench(async (workbench) => {
      const box = await writeMessage(workbench);
      await workbench.screenshot('commit-message');
      await workbench.runCommand('Waymark: Write the story of the branch into the commit message');
      await box.locator('.view-line', { hasText: 'HUT-16: Scan the code' }).waitFor();
      await box.locator('.squiggly-info').first().waitFor({ state: 'detached' });
    }));

  it('is offered as a quick fix in the box of the commit message', () =>
    withWorkbench(async (workbench) => {
      const { page } = workbench;
      const box = await writeMessage(workbench);
      await workbench.offerAtCursor('HUT-16 Check in');
      await workbench.screenshot('commit-quick-fix');
      await page.keyboard.press('Enter');
      await box.locator('.view-line', { hasText: 'HUT-16: Scan the code' }).waitFor();
      await box.locator('.squiggly-info').first().waitFor({ state: 'detached' });
    }));
});
