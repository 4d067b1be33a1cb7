import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Internals } from '../../src/extension/extension';
import { COMMANDS, STORY_PAGE_PANEL } from '../../src/protocol/contributions';
import type { ItemSummary } from '../../src/protocol/messages';
import { pollUntil } from '../support/pollUntil';
import { closeEditors, linkedItem, openWaymark, tabLabels } from './editor';

const labelled = (label: string) => tabLabels().filter((each) => each === label).length;

const newPanel = () =>
  vscode.window.createWebviewPanel(STORY_PAGE_PANEL, 'From before the reload', vscode.ViewColumn.Active);

async function isDisposed(panel: vscode.WebviewPanel): Promise<void> {
  await pollUntil('the panel is gone', () => {
    try {
      return panel.webview === undefined;
    } catch {
      return true;
    }
  });
}

describe('the story page', () => {
  let waymark: Internals;
  let item: ItemSummary;

  before(async () => {
    waymark = await openWaymark();
    ({ item } = await linkedItem(waymark));
  });

  afterEach(closeEditors);

  it('is opened by its command, in one tab for each story, and again after it was closed', async () => {
    for (let round = 0; round < 2; round += 1) {
      await vscode.commands.executeCommand(COMMANDS.openStoryPage, item);
      await pollUntil('the tab says which story it is', () => labelled(item.label) === 1);
      await vscode.commands.executeCommand(COMMANDS.openStoryPage, { item });
      assert.equal(labelled(item.label), 1);
      await closeEditors();
      await pollUntil('the tab is closed', () => labelled(item.label) === 0);
    }
  });

  it('takes back a panel from before a reload', async () => {
    waymark.pages.restore(waymark, newPanel(), { item: { folder: item.folder, id: item.id }, scroll: 100 });
    await pollUntil('the tab says which story it is', () => labelled(item.label) === 1);
  });

  it('closes a panel whose state is of nothing, or of a story that has a panel already', async () => {
    const ofNothing = newPanel();
    waymark.pages.restore(waymark, ofNothing, { item: { id: 7 } });
    await isDisposed(ofNothing);
    await vscode.commands.executeCommand(COMMANDS.openStoryPage, item);
    const second = newPanel();
    waymark.pages.restore(waymark, second, { item: { folder: item.folder, id: item.id } });
    await isDisposed(second);
    assert.equal(labelled('From before the reload'), 0);
  });
});
