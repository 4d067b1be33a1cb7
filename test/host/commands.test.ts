import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Internals } from '../../src/extension/extension';
import { COMMANDS } from '../../src/protocol/contributions';
import { pollUntil } from '../support/pollUntil';
import {
  acceptFirst,
  activeEditorOf,
  activeUri,
  closeEditors,
  firstOf,
  linkedItem,
  openWaymark,
  overviewWith,
  roadmapUri,
  tabLabels,
} from './editor';

describe('the commands', () => {
  let waymark: Internals;

  before(async () => {
    waymark = await openWaymark();
  });

  afterEach(closeEditors);

  it('go to the line of the story that is picked', async () => {
    void vscode.commands.executeCommand(COMMANDS.goToStory);

    await acceptFirst('the roadmap is shown', () => activeUri() === roadmapUri(waymark).toString());
    await pollUntil('its line is selected', () => vscode.window.activeTextEditor?.selection.isEmpty === false);
  });

  it('show the links of an item, and open the one that is picked', async () => {
    const { item, links } = await linkedItem(waymark);

    void vscode.commands.executeCommand(COMMANDS.showLinks, { folder: item.folder, id: item.id });

    await acceptFirst('the first annotation is shown', () => activeUri() === firstOf(links, 'annotations').open.uri);
  });

  it('open the only roadmap without asking', async () => {
    await vscode.commands.executeCommand(COMMANDS.openRoadmap);

    await activeEditorOf(roadmapUri(waymark));
  });

  it('explain a rule in the Markdown preview', async () => {
    await vscode.commands.executeCommand(COMMANDS.explainRule, 'WM203');

    await pollUntil('the explanation is shown', () => tabLabels().some((label) => label.includes('WM203.md')));
  });

  it('leave what was copied before where the editor does not say which row is meant', async () => {
    await vscode.env.clipboard.writeText('kept');
    await vscode.commands.executeCommand(COMMANDS.copyId, undefined);
    await vscode.commands.executeCommand(COMMANDS.copyLink, undefined);
    assert.equal(await vscode.env.clipboard.readText(), 'kept');
    await vscode.commands.executeCommand(COMMANDS.copyId, { id: 'row', item: { folder: 'file:///a', id: 'HUT-11' } });
    assert.equal(await vscode.env.clipboard.readText(), 'HUT-11');
  });

  it('take no argument that is none of theirs, and do not throw at the person', async () => {
    for (const argument of [undefined, 'file:///a', { uri: 1 }]) {
      await vscode.commands.executeCommand(COMMANDS.open, argument);
    }
    await vscode.commands.executeCommand(COMMANDS.open, { uri: 'file:///there/is/no/such/file' });
    await vscode.commands.executeCommand(COMMANDS.explainRule, 203);
  });

  it('show the roadmap that there is instead of creating another one', async () => {
    const text = (await vscode.workspace.openTextDocument(roadmapUri(waymark))).getText();

    await vscode.commands.executeCommand(COMMANDS.createRoadmap);

    const { document } = await activeEditorOf(roadmapUri(waymark));
    assert.equal(document.getText(), text);
  });

  it('create a roadmap of what the person picks, which is written only when it is saved', async () => {
    const uri = roadmapUri(waymark);
    const content = await vscode.workspace.fs.readFile(uri);
    await vscode.workspace.fs.delete(uri);
    try {
      await overviewWith(waymark, 'no roadmap is left', ({ folders }) => folders[0]?.roadmaps.length === 0);

      const unsaved = uri.with({ scheme: 'untitled' });
      const created = vscode.commands.executeCommand(COMMANDS.createRoadmap);
      await acceptFirst(
        'the roadmap is shown',
        () => vscode.window.activeTextEditor?.document.uri.toString() === unsaved.toString(),
      );
      await created;
      const { document } = await activeEditorOf(unsaved);
      assert.match(document.getText(), /^# A first draft of the plan/);
      assert.ok(await isMissing(uri), 'it was written before it was saved');

      assert.ok(await document.save());
      await overviewWith(waymark, 'the new roadmap is read', ({ folders }) => (folders[0]?.items ?? 0) > 0);
    } finally {
      await vscode.workspace.fs.writeFile(uri, content);
    }
    await overviewWith(waymark, 'the roadmap is back', ({ folders }) => folders[0]?.roadmaps.length === 1);
  });

  it('import a table into a new roadmap that one step of undo takes back', async () => {
    const uri = roadmapUri(waymark);
    const table = vscode.Uri.joinPath(uri, '..', 'table.csv');
    const content = await vscode.workspace.fs.readFile(uri);
    await vscode.workspace.fs.writeFile(table, Buffer.from('Key,Summary\nTAB-1,From a table\n'));
    await vscode.workspace.fs.delete(uri);
    try {
      await overviewWith(waymark, 'no roadmap is left', ({ folders }) => folders[0]?.roadmaps.length === 0);

      const imported = vscode.commands.executeCommand(COMMANDS.importRoadmap, table);
      await acceptFirst(
        'the roadmap is made',
        () => vscode.window.activeTextEditor?.document.uri.toString() === uri.toString(),
      );
      await imported;
      assert.match((await activeEditorOf(uri)).document.getText(), /- id: TAB-1\n {4}title: From a table\n/);
      await overviewWith(waymark, 'the new roadmap is read', ({ folders }) => folders[0]?.items === 1);

      await vscode.commands.executeCommand('undo');
      await pollUntil('the new roadmap is gone', () => isMissing(uri));
    } finally {
      await vscode.workspace.fs.delete(table);
      await vscode.workspace.fs.writeFile(uri, content);
    }
    await overviewWith(waymark, 'the roadmap is back', ({ folders }) => folders[0]?.roadmaps.length === 1);
  });

  it('export the roadmap into a document that is saved nowhere', async () => {
    const exported = vscode.commands.executeCommand(COMMANDS.exportRoadmap);
    const text = () => vscode.window.activeTextEditor?.document.getText() ?? '';
    await acceptFirst('a table is shown', () => text().startsWith('ID,Kind,Parent,Title,'));
    await exported;
    assert.equal(vscode.window.activeTextEditor?.document.isUntitled, true);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});

async function isMissing(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return false;
  } catch {
    return true;
  }
}
