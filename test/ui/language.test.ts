import assert from 'node:assert/strict';
import { pollUntil } from '../support/pollUntil';
import { openFromRow } from './storyPanel';
import { withWorkbench, type Workbench } from './workbench';

const STORY = 'HUT-11 Hold a bed while the guest pays';

const words = async ({ page }: Workbench, view: string): Promise<string> =>
  page.locator(`.pane:has(> .pane-header[aria-label^="${view}"])`).innerText();

describe('An editor that speaks another language', () => {
  it('is answered in German, in its views, in the Problems panel and on the page of a story', () =>
    withWorkbench(
      async (workbench) => {
        await workbench.openSideBar('Waymark');
        await pollUntil('the plan is shown', async () =>
          (await words(workbench, 'Roadmap')).includes('Befunde zum Plan'),
        );
        await pollUntil('what nobody planned is shown', async () =>
          (await words(workbench, 'Ungeplant')).includes('Commits ohne Story'),
        );
        const found = (await workbench.problems()).map(({ label }) => label);
        assert.ok(
          found.some((label) =>
            label.includes('HUT-11 ist erledigt, aber in 2 Dateien sind noch 2 Annotationen offen'),
          ),
          found.join('\n'),
        );
        await workbench.runCommand('View: Hide Panel');
        const shown = await openFromRow(workbench, STORY, 'Story-Seite öffnen');
        await shown.getByText('Verknüpft', { exact: false }).first().waitFor();
        assert.equal(await shown.locator('html').getAttribute('lang'), 'de');
        await workbench.screenshot('german');
      },
      undefined,
      { locale: 'de' },
    ));

  it('is answered in Japanese', () =>
    withWorkbench(
      async (workbench) => {
        await workbench.openSideBar('Waymark');
        await pollUntil('the plan is shown', async () => (await words(workbench, 'ロードマップ')).includes('HUT-11'));
        await pollUntil('it says how far that is', async () => /指摘/.test(await words(workbench, 'ロードマップ')));
      },
      undefined,
      { locale: 'ja' },
    ));
});
