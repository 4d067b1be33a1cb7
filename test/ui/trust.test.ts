import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { pollUntil } from '../support/pollUntil';
import { writeFiles } from '../support/tempRepo';
import { gitCallsOfAsking, withWorkbench } from './workbench';

/** A plan with code for it, and commits of which one names no story. */
function repository(folder: string): void {
  writeFiles(folder, {
    'roadmap.yaml': 'stories:\n  - id: PAY-1\n    title: Refunds\n    status: active\n',
    'src/refund.ts': '// TODO(PAY-1): begin\n',
  });
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Ana', '-c', 'user.email=ana@example.org', ...args], { cwd: folder });
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-q', '-m', 'PAY-1: begin');
  git('commit', '-q', '--allow-empty', '-m', 'Tidy up');
}

describe('A folder that is not trusted', () => {
  it('shows the plan and the code without starting git, and commits once the person trusts it', () =>
    withWorkbench(
      async (workbench) => {
        const { page } = workbench;
        const pane = (view: string) => page.locator(`.pane:has(> .pane-header[aria-label^="${view}"])`);
        const labels = async (view: string) => (await workbench.treeRows(view)).map(({ label }) => label);
        await workbench.openSideBar('Waymark');
        await workbench.openRow('Roadmap', 'PAY-1 Refunds');
        await pollUntil('the annotation is shown', async () => (await labels('Roadmap')).includes('Annotations'));
        await pane('Roadmap').locator('.message', { hasText: 'This folder is not trusted' }).waitFor();
        await pane('Unplanned').getByText('git is not started').waitFor();
        await workbench.screenshot('not-trusted');
        assert.deepEqual(await labels('Unplanned'), []);
        assert.ok(!(await labels('Roadmap')).includes('Commits'), 'no commit is shown');
        assert.deepEqual(await gitCallsOfAsking(), []);

        await pane('Unplanned').locator('a', { hasText: 'Manage Workspace Trust' }).click();
        await page.locator('.workspace-trust-editor .monaco-button', { hasText: 'Trust' }).first().click();
        await page.locator('.workspace-trust-editor', { hasText: 'You trust this folder' }).waitFor();
        await page.locator('.monaco-modal-editor-block .codicon-close').first().click();
        await page.locator('.workspace-trust-editor').waitFor({ state: 'hidden' });
        await workbench.openRow('Unplanned', 'Commits with no story');
        await pollUntil('commits are shown', async () => {
          const [planned, unplanned] = [await labels('Roadmap'), await labels('Unplanned')];
          return planned.includes('Commits') && unplanned.includes('Tidy up');
        });
        await pane('Roadmap').locator('.message', { hasText: 'not trusted' }).waitFor({ state: 'hidden' });
        await workbench.screenshot('trusted');
        assert.notDeepEqual(await gitCallsOfAsking(), []);
      },
      repository,
      { asksForTrust: true },
    ));
});
