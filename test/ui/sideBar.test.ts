import assert from 'node:assert/strict';
import { pollUntil } from '../support/pollUntil';
import { withWorkbench } from './workbench';

describe('the side bar', () => {
  it('shows the roadmap of the sample as a tree', async () => {
    await withWorkbench(async ({ openSideBar, treeRows, screenshot }) => {
      await openSideBar('Waymark');
      const rows = await pollUntil('the tree has rows', async () => {
        const seen = await treeRows('Roadmap');
        return seen.length > 0 ? seen : undefined;
      });
      await screenshot('roadmap');
      assert.equal(rows[0]?.level, 1);
    });
  });
});
