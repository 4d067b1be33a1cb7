import assert from 'node:assert/strict';
import { toStatus } from '../../../src/extension/status';
import type { BranchItem, Overview } from '../../../src/protocol/messages';

function item(folder: string, label: string): BranchItem {
  return { folder, id: label, label, tooltip: label };
}

function overview(branchItems: readonly BranchItem[], busy?: string): Overview {
  return { folders: [], branchItems, busy, errors: 0 };
}

describe('the status bar', () => {
  const shop = item('file:///shop', 'SHOP-1 Cart');
  const pay = item('file:///pay', 'PAY-12 Refund API');

  it('names the story of the folder that the active editor is in', () => {
    assert.equal(toStatus(overview([shop, pay]), 'file:///pay')?.text, '$(milestone) PAY-12 Refund API');
  });

  it('names the first story there is when the active editor is in no such folder', () => {
    assert.equal(toStatus(overview([shop, pay]), undefined)?.story, shop);
  });

  it('spins while something is being done, and says what to a screen reader', () => {
    const status = toStatus(overview([shop], 'Reading history'), undefined);
    assert.equal(status?.text, '$(sync~spin) SHOP-1 Cart');
    assert.equal(status?.label, 'Waymark: SHOP-1 Cart, Reading history');
  });

  it('says what is being done when no branch names a story', () => {
    assert.equal(toStatus(overview([], 'Reading history'), undefined)?.text, '$(sync~spin) Reading history');
  });

  it('says nothing when there is nothing to say', () => {
    assert.equal(toStatus(overview([]), undefined), undefined);
  });

  it('shows the words of a title where they look like an icon', () => {
    const status = toStatus(overview([item('file:///shop', 'SHOP-2 Show $(flame) at sales')]), undefined);
    assert.equal(status?.text, '$(milestone) SHOP-2 Show \\$(flame) at sales');
  });
});
