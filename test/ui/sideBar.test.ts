import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually, pollUntil } from '../support/pollUntil';
import { withSharedWorkbench, withWorkbench, type Workbench } from './workbench';

/** The tree once it shows an item whose label begins so. */
async function rowsWith({ openSideBar, treeRows }: Workbench, label: string, view = 'Roadmap') {
  await openSideBar('Waymark');
  return pollUntil(`the view ${view} shows ${label}`, async () => {
    const rows = await treeRows(view);
    return rows.some((row) => row.label.startsWith(label)) ? rows : undefined;
  });
}

const activeTab = (workbench: Workbench) => workbench.page.locator('.editor-group-container.active .tab.active');

/** What the documents show that the editor renders in frames of their own; it keeps a frame hidden until it is complete. */
async function shownTexts({ page }: Workbench): Promise<string[]> {
  const frames = page.frames().filter((frame) => frame !== page.mainFrame());
  return Promise.all(
    frames.map(async (frame) => {
      try {
        const isShown = await (await frame.frameElement()).isVisible();
        return isShown ? await frame.locator('body').innerText({ timeout: 1000 }) : '';
      } catch {
        // The frame was replaced meanwhile.
        return '';
      }
    }),
  );
}

describe('The side bar', () => {
  it('shows the epics and stories of the sample, and under a story what belongs to it', () =>
    withSharedWorkbench(async (workbench) => {
      await eventually('all epics and stories are shown', async () => {
        const rows = await rowsWith(workbench, 'HUT-1 ');
        assert.deepEqual(
          rows.filter(({ level }) => level === 1).map(({ label }) => label.split(' ')[0]),
          ['HUT-1', 'HUT-2', 'PAY-1', 'Findings'],
        );
        assert.equal(rows.filter(({ level }) => level === 2).length, 15);
      });
      await workbench.openRow('Roadmap', 'HUT-11 Hold a bed while the guest pays');
      await eventually('its groups are shown', async () => {
        const labels = (await rowsWith(workbench, 'Commits')).map(({ label }) => label);
        assert.ok(labels.includes('Findings') && labels.includes('Annotations'), labels.join('\n'));
      });
      await workbench.screenshot('side-bar-story');
    }));

  it('leads from an annotation to its line, and from a commit to its message and patch', () =>
    withSharedWorkbench(async (workbench) => {
      await rowsWith(workbench, 'HUT-11 ');
      await workbench.openRow('Roadmap', 'HUT-11 Hold a bed while the guest pays');
      await rowsWith(workbench, 'Annotations');
      await workbench.openRow('Roadmap', 'Annotations');
      const annotation = (await rowsWith(workbench, 'FIXME')).find(({ label }) => label.startsWith('FIXME'));
      await workbench.clickRow('Roadmap', annotation?.label ?? '');
      await activeTab(workbench).and(workbench.page.locator('[data-resource-name="reservations.ts"]')).waitFor();
      // A tree that is told new rows just then closes it again.
      const commit = await pollUntil('the commits are listed', async () => {
        await workbench.openRow('Roadmap', 'Commits');
        return (await workbench.treeRows('Roadmap')).find(({ label }) => label.startsWith('HUT-11:'));
      });
      await workbench.clickRow('Roadmap', commit.label);
      await activeTab(workbench).and(workbench.page.locator('[data-resource-name$=".diff"]')).waitFor();
      await workbench.page.locator('.view-line', { hasText: commit.label }).first().waitFor();
      await workbench.screenshot('commit');
    }));

  it('lists what nobody planned, and the commits only when they are asked for', () =>
    withSharedWorkbench(async (workbench) => {
      const rows = await rowsWith(workbench, 'Commits with no story', 'Unplanned');
      assert.deepEqual(
        rows.map(({ label }) => label),
        ['Annotations with no story', 'IDs that no roadmap knows', 'Commits with no story'],
      );
      const count = Number(rows[2]?.description);
      await workbench.openRow('Unplanned', 'Commits with no story');
      assert.ok(count > 0);
      await eventually('the commits are listed', async () => {
        const opened = await workbench.treeRows('Unplanned');
        assert.equal(opened.filter(({ level }) => level === 2).length, count);
      });
    }));

  it('follows a saved file, a commit and a branch made in a terminal, without being asked', () =>
    withWorkbench(async (workbench) => {
      const { workspace, page } = workbench;
      const git = (...args: string[]) =>
        execFileSync('git', ['-c', 'user.name=Maren', '-c', 'user.email=maren@example.org', ...args], {
          cwd: workspace,
        });
      await rowsWith(workbench, 'HUT-16 ');
      const description = async () =>
        (await workbench.treeRows('Roadmap')).find(({ label }) => label.startsWith('HUT-16 '))?.description ?? '';
      await pollUntil('the mark is counted', async () => /1 open mark/.test(await description()));
      writeFileSync(join(workspace, 'web', 'print.ts'), '// TODO(HUT-16): print the code\n');
      await pollUntil('the file is followed', async () => /2 open marks/.test(await description()));
      git('checkout', '-q', '-b', 'feature/HUT-16-check-in');
      git('add', '-A');
      git('commit', '-q', '-m', 'HUT-16: print the code');
      await pollUntil('the commit is followed', async () => /1 commit/.test(await description()));
      await page.locator('.statusbar-item', { hasText: 'HUT-16 Check in' }).waitFor();
    }));
});

describe('The editor', () => {
  it('says above an annotated line which story it belongs to, and shows its links on a click', () =>
    withSharedWorkbench(async (workbench) => {
      await workbench.openFile('booking/src/reservations.ts');
      const lens = workbench.page.locator('.codelens-decoration a', { hasText: 'HUT-11 Hold a bed' }).first();
      await lens.waitFor();
      await workbench.screenshot('code-lens');
      await lens.click();
      await workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: 'FIXME' }).first().waitFor();
      await workbench.screenshot('links');
    }));

  it('follows an edit that is not saved', () =>
    withWorkbench(async (workbench) => {
      const { page } = workbench;
      await rowsWith(workbench, 'HUT-16 ');
      await workbench.openFile('booking/src/reservations.ts');
      // Reading rows leaves the focus in the tree, and the file opens beside it.
      await page.locator('.editor-group-container.active .view-line').first().click();
      await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
      await page.keyboard.press('Control+Home');
      await page.keyboard.type('// TODO(HUT-16): typed, not saved\n');
      await page.locator('.codelens-decoration', { hasText: 'HUT-16 Check in' }).first().waitFor();
      await pollUntil('the tree counts it', async () => {
        const row = (await workbench.treeRows('Roadmap')).find(({ label }) => label.startsWith('HUT-16 '));
        return /2 open marks/.test(row?.description ?? '');
      });
    }));

  it('shows findings on both sides in the Problems panel, and explains a rule on a click on its code', () =>
    withSharedWorkbench(async (workbench) => {
      await rowsWith(workbench, 'HUT-11 ');
      await eventually('the findings are shown', async () => {
        const text = (await workbench.problems()).map(({ label }) => label).join('\n');
        for (const code of ['WM201', 'WM202', 'WM203', 'WM204', 'WM205', 'WM206', 'WM301', 'WM302']) {
          assert.ok(text.includes(code), `${code} is not among\n${text}`);
        }
      });
      await workbench.screenshot('problems');
      const link = workbench.page.locator('.markers-panel a', { hasText: /WM\d{3}/ }).last();
      const code = /WM\d{3}/.exec(await link.innerText())?.[0] ?? '';
      await link.click();
      await pollUntil(`${code} is explained`, async () =>
        (await shownTexts(workbench)).some((shown) => shown.includes(code)),
      );
      await workbench.screenshot('rule');
    }));

  it('shows tree, lenses and findings side by side', () =>
    withSharedWorkbench(async (workbench) => {
      await rowsWith(workbench, 'HUT-11 ');
      await workbench.problems();
      await workbench.openFile('booking/src/reservations.ts');
      await workbench.page.locator('.codelens-decoration').first().waitFor();
      await workbench.openRow('Roadmap', 'HUT-11 Hold a bed while the guest pays');
      await rowsWith(workbench, 'Commits');
      await workbench.openRow('Roadmap', 'Annotations');
      await rowsWith(workbench, 'FIXME');
      await workbench.page.mouse.move(700, 20);
      await workbench.screenshot('overview');
    }));

  it('goes to a story by words', () =>
    withSharedWorkbench(async (workbench) => {
      const { page } = workbench;
      await rowsWith(workbench, 'HUT-11 ');
      await workbench.runCommand('Waymark: Go to story…');
      await page.locator('.quick-input-widget input[type="text"]').fill('waiting');
      await page.locator('.quick-input-list .monaco-list-row', { hasText: 'HUT-13 Waiting list' }).first().waitFor();
      await page.keyboard.press('Enter');
      await activeTab(workbench).and(page.locator('[data-resource-name="roadmap.yaml"]')).waitFor();
    }));

  it('goes to the story whose ID is typed, not to a task of it with a shorter title', () =>
    withSharedWorkbench(async (workbench) => {
      const { page } = workbench;
      await rowsWith(workbench, 'HUT-12 ');
      await workbench.runCommand('Waymark: Go to story…');
      await page.locator('.quick-input-widget input[type="text"]').fill('hut-12');
      await page
        .locator('.quick-input-list .monaco-list-row.focused', { hasText: 'HUT-12 Cancel or change' })
        .waitFor();
      await page.keyboard.press('Escape');
    }));

  it('says what was read, and how long it took', () =>
    withSharedWorkbench(async (workbench) => {
      await rowsWith(workbench, 'HUT-11 ');
      await workbench.runCommand('Waymark: Show status');
      await pollUntil('the status is shown', async () =>
        (await shownTexts(workbench)).some((text) => /commits read, \d+ with an ID/.test(text)),
      );
      await workbench.screenshot('status');
    }));
});

describe('A broken roadmap', () => {
  it('shows every item that can be read, and one plain sentence where it is broken', () =>
    withWorkbench(
      async (workbench) => {
        await rowsWith(workbench, 'PAY-2 ');
        const problems = await pollUntil('the problem is shown', async () => {
          const seen = await workbench.problems();
          return seen.some(({ label }) => label.includes('WM101')) ? seen : undefined;
        });
        await workbench.screenshot('broken-roadmap');
        assert.ok(problems.length > 0);
      },
      (folder) => {
        const text =
          'epics:\n  - id: PAY-1\n    title: "Refunds" now\n    stories:\n      - id: PAY-2\n        title: Refund API\n';
        writeFileSync(join(folder, 'roadmap.yaml'), text);
      },
    ));
});
