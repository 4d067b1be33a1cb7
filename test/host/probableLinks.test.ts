import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Internals } from '../../src/extension/extension';
import { COMMANDS } from '../../src/protocol/contributions';
import { eventually, pollUntil } from '../support/pollUntil';
import {
  acceptFirst,
  activeEditorOf,
  closeEditors,
  codeOf,
  findingsIn,
  firstOf,
  linkedItem,
  openWaymark,
  roadmapUri,
  textOf,
  typeInto,
} from './editor';

describe('a probable link', () => {
  let waymark: Internals;
  let source: vscode.Uri;
  let item: { readonly folder: string; readonly id: string };
  let written: string;

  before(async () => {
    waymark = await openWaymark();
    const linked = await linkedItem(waymark);
    item = linked.item;
    written = item.id.toLowerCase();
    source = vscode.Uri.parse(firstOf(linked.links, 'annotations').open.uri, true);
  });

  beforeEach(async () => {
    await typeInto(source, `${await textOf(source)}\n// TODO(${written}): later\n`);
    await pollUntil('the link is pointed out', () => probableLinks().length > 0);
  });

  afterEach(async () => {
    for (const uri of [source, roadmapUri(waymark)]) {
      await vscode.window.showTextDocument(uri);
      await closeEditors();
    }
    await pollUntil('nothing is left of it', () => probableLinks().length === 0);
  });

  it('is accepted by a quick fix, which can be undone', async () => {
    const before = await textOf(roadmapUri(waymark));
    const edit = await pollUntil('there is a fix with an edit', async () => {
      const [finding] = probableLinks();
      assert.ok(finding);
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        source,
        finding.range,
        vscode.CodeActionKind.QuickFix.value,
        20,
      );
      return actions.find(({ title }) => title === `Accept "${written}" as ${item.id} everywhere`)?.edit;
    });

    assert.ok(await vscode.workspace.applyEdit(edit));

    assert.ok((await textOf(roadmapUri(waymark))).includes(`accepts: [${written}]`));
    await pollUntil('the link is certain', () => probableLinks().length === 0);
    await vscode.window.showTextDocument(roadmapUri(waymark));
    await activeEditorOf(roadmapUri(waymark));
    await vscode.commands.executeCommand('undo');
    await eventually('it is taken back', async () => assert.equal(await textOf(roadmapUri(waymark)), before));
    await pollUntil('the link is probable again', () => probableLinks().length > 0);
  });

  it('is rejected from its row, where the person says', async () => {
    const link = { folder: item.folder, item: item.id, written, where: vscode.workspace.asRelativePath(source) };
    void vscode.commands.executeCommand(COMMANDS.rejectLink, { link });

    const entry = `rejects: [${written} in ${link.where}]`;
    let text = '';
    await acceptFirst('the roadmap says so', () => {
      void textOf(roadmapUri(waymark)).then((now) => {
        text = now;
      });
      return text.includes(entry);
    });
    await pollUntil('the link is gone', () => probableLinks().length === 0);
  });

  function probableLinks(): vscode.Diagnostic[] {
    return findingsIn(source).filter((finding) => codeOf(finding) === 'WM211');
  }
});
