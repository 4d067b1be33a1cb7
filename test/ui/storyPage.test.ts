import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually, pollUntil } from '../support/pollUntil';
import {
  accessibilityProblems,
  evaluateIn,
  openFromRow,
  pageIn,
  reload,
  scrollOf,
  scrollTo,
  THEMES,
  useTheme,
} from './storyPanel';
import { writeFiles } from '../support/tempRepo';
import { type Workbench, withWorkbench } from './workbench';

const STORY = 'HUT-11 Hold a bed while the guest pays';
const CRITERION = 'Two guests never get the same bed';

const activeTab = ({ page }: Workbench, name: string) =>
  page.locator(`.editor-group-container.active .tab.active[data-resource-name="${name}"]`);

function roadmapOf({ workspace }: Workbench): { readonly text: () => string; readonly write: (text: string) => void } {
  const path = join(workspace, 'roadmap.yaml');
  return { text: () => readFileSync(path, 'utf8'), write: (text) => writeFileSync(path, text) };
}

describe('The story page', () => {
  it('leads from each piece of evidence to its place, and is as it was when one comes back', () =>
    withWorkbench(async (workbench) => {
      const { page } = workbench;
      const shown = await openFromRow(workbench, STORY);
      await shown.getByRole('button', { name: /^Acceptance/ }).click();
      await shown.getByText(CRITERION).waitFor({ state: 'hidden' });
      await scrollTo(shown, 'evidence');
      const scroll = await scrollOf(shown);
      assert.ok(scroll > 0);
      await shown.getByRole('button', { name: /^FIXME the lock is taken/ }).click();
      await activeTab(workbench, 'reservations.ts').waitFor();
      await page.locator('.editor-group-container.active .view-line', { hasText: 'FIXME(@jonas, HUT-11)' }).waitFor();
      await page.locator('.statusbar-item', { hasText: /^Ln 2\d/ }).waitFor();
      await page.locator('.tab', { hasText: STORY }).click();
      await shown.getByRole('heading', { level: 1, name: STORY }).waitFor();
      await eventually('it is scrolled as before', async () => assert.equal(await scrollOf(pageIn(workbench)), scroll));
      assert.equal(await shown.getByText(CRITERION).isVisible(), false);
    }));

  it('leads from a finding to the ways out of it, and accepts a link that is only probable', () =>
    withWorkbench(
      async (workbench) => {
        const { page, workspace } = workbench;
        const shown = await openFromRow(workbench, 'PAY-2 Refund API');
        await shown.getByRole('button', { name: 'Accept…' }).first().click();
        await page.locator('.quick-input-list .monaco-list-row', { hasText: 'src/refund.ts' }).first().click();
        await shown.getByText('accepted', { exact: true }).waitFor();
        await workbench.screenshot('story-page-accepted');
        await shown.getByRole('button', { name: 'Fix…' }).first().click();
        await page.locator('.action-widget .action').first().waitFor();
        await workbench.screenshot('story-page-fix');
        await page.locator('.action-widget .action', { hasText: 'due date' }).first().waitFor();
        assert.doesNotMatch(readFileSync(join(workspace, 'roadmap.yaml'), 'utf8'), /accepts/, 'it can be undone');
      },
      (folder) =>
        writeFiles(folder, {
          'roadmap.yaml': 'stories:\n  - id: PAY-2\n    title: Refund API\n    status: active\n    due: 2020-01-31\n',
          'src/refund.ts': '// begins what pay-2 asks for\nexport const a = 1;\n',
        }),
    ));

  it('ticks a criterion in the roadmap, and follows the undo', () =>
    withWorkbench(async (workbench) => {
      const { page } = workbench;
      const shown = await openFromRow(workbench, STORY);
      const box = shown.getByRole('checkbox', { name: CRITERION });
      assert.equal(await box.isChecked(), false);
      await box.click();
      await shown.getByRole('button', { name: 'Acceptance 2 of 2 met' }).waitFor();
      assert.equal(await box.isChecked(), true);
      await shown.getByRole('button', { name: 'Open in Roadmap' }).click();
      await activeTab(workbench, 'roadmap.yaml').waitFor();
      const line = page.locator('.editor-group-container.active .view-line', { hasText: CRITERION });
      await line.filter({ hasText: 'done: true' }).waitFor();
      await line.click();
      await page.keyboard.press('Control+Z');
      await line.filter({ hasNotText: 'done: true' }).waitFor();
      await page.locator('.tab', { hasText: STORY }).click();
      await shown.getByRole('button', { name: 'Acceptance 1 of 2 met' }).waitFor();
      assert.equal(await box.isChecked(), false);
    }));

  it('follows an edit without losing what has the focus, where it is scrolled to, or any of its elements', () =>
    withWorkbench(async (workbench) => {
      const shown = await openFromRow(workbench, STORY);
      const roadmap = roadmapOf(workbench);
      await scrollTo(shown, 'evidence');
      await shown.getByRole('button', { name: /^TODO let go of the hold/ }).focus();
      await evaluateIn(shown, `document.querySelectorAll('.row').forEach((row) => { row.isMarked = true; })`);
      const scroll = await scrollOf(shown);
      roadmap.write(roadmap.text().replace('title: Hold a bed while the guest pays', 'title: Hold a bed for a while'));
      await shown.getByRole('heading', { level: 1, name: 'HUT-11 Hold a bed for a while' }).waitFor();
      await workbench.page.locator('.tab', { hasText: 'HUT-11 Hold a bed for a while' }).waitFor();
      const focused = await evaluateIn<string>(shown, 'document.activeElement.textContent');
      assert.match(focused, /^TODO let go of the hold/);
      assert.equal(await scrollOf(shown), scroll);
      const news = await evaluateIn<number>(
        shown,
        `[...document.querySelectorAll('.group .row')].filter((row) => !row.isMarked).length`,
      );
      assert.equal(news, 0, 'rows that were made anew');
    }));

  it('goes on to other stories, by keyboard too, and comes back after a reload', () =>
    withWorkbench(async (workbench) => {
      const { page } = workbench;
      const shown = await openFromRow(workbench, STORY);
      await shown.getByRole('button', { name: /^Timeline/ }).click();
      await shown.getByRole('button', { name: 'HUT-10 Show free beds in a calendar' }).focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      const other = 'HUT-12 Cancel or change a booking';
      await pageIn(workbench).getByRole('heading', { level: 1, name: other }).waitFor();
      await pollUntil(
        'each story has a tab',
        async () => (await page.locator('.tab', { hasText: 'HUT-1' }).count()) === 2,
      );
      await page.locator('.tab', { hasText: STORY }).click();
      await shown.getByRole('heading', { level: 1, name: STORY }).waitFor();
      await reload(workbench, other);
      // The editor may have written down its tabs before the first one was in front again.
      await page.locator('.tab', { hasText: STORY }).click();
      const again = pageIn(workbench);
      await again.getByRole('heading', { level: 1, name: STORY }).waitFor();
      await again.getByRole('button', { name: /^Timeline/, expanded: false }).waitFor();
      await workbench.screenshot('story-page-after-reload');
    }));

  it('is opened from the palette, and from the actions of the branch’s story', () =>
    withWorkbench(async (workbench) => {
      const { page } = workbench;
      const heading = (name: string) => pageIn(workbench).getByRole('heading', { level: 1, name });
      await workbench.openSideBar('Waymark');
      await pollUntil('the actions are offered', async () => {
        await page.locator('.statusbar-item', { hasText: 'HUT-14 Map' }).click({ timeout: 5_000 });
        await page
          .locator('.quick-input-list .monaco-list-row', { hasText: 'Open story page' })
          .click({ timeout: 5_000 });
        return true;
      });
      await heading('HUT-14 Map and booking without a signal').waitFor();
      await workbench.runCommand('Waymark: Open story page…');
      await page.locator('.quick-input-widget input[type="text"]').fill('PAY-12');
      await page.locator('.quick-input-list .monaco-list-row', { hasText: 'PAY-12 Refund' }).first().click();
      await heading('PAY-12 Refund a cancelled booking').waitFor();
    }));

  it('can be read by everybody in each kind of theme', () =>
    withWorkbench(async (workbench) => {
      await openFromRow(workbench, STORY);
      const shown = pageIn(workbench);
      const problems: string[] = [];
      for (const [name, theme, mark] of THEMES) {
        await useTheme(workbench, theme, mark);
        await workbench.screenshot(`story-page-${name}`);
        problems.push(...(await accessibilityProblems(shown)).map((each) => `${name}: ${each}`));
        for (const part of ['evidence', 'decisions', 'dependencies'] as const) {
          await scrollTo(shown, part);
          await workbench.screenshot(`story-page-${name}-${part}`);
        }
        await scrollTo(shown, 'findings');
      }
      assert.deepEqual(problems, []);
    }));
});
