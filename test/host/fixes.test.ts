import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Internals } from '../../src/extension/extension';
import { COMMANDS } from '../../src/protocol/contributions';
import { pollUntil } from '../support/pollUntil';
import { acceptFirst, closeEditors, codeOf, findingsIn, openWaymark, roadmapUri, textOf } from './editor';

describe('a fix that asks', () => {
  let waymark: Internals;
  let roadmap: vscode.Uri;

  before(async () => {
    waymark = await openWaymark();
    roadmap = roadmapUri(waymark);
    await vscode.window.showTextDocument(roadmap);
  });

  after(async () => {
    await vscode.window.showTextDocument(roadmap);
    await closeEditors();
  });

  it('is offered at its finding, asks, and writes what was picked', async () => {
    const before = await textOf(roadmap);
    const overdue = () => findingsIn(roadmap).filter((each) => codeOf(each) === 'WM301');
    const [finding, ...others] = await pollUntil('something is overdue', () =>
      overdue().length > 0 ? overdue() : undefined,
    );
    assert.ok(finding);
    const action = await pollUntil('the fix is offered', async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        roadmap,
        finding.range,
        vscode.CodeActionKind.QuickFix.value,
      );
      return actions.find(({ title }) => /^Move the due date of .*…$/.test(title));
    });
    assert.equal(action.command?.command, COMMANDS.applyFix);

    void vscode.commands.executeCommand(COMMANDS.applyFix, ...(action.command.arguments ?? []));

    await acceptFirst('the date is another one', () => overdue().length === others.length);
    assert.notEqual(await textOf(roadmap), before);
  });

  it('takes no argument that is none of its own, and does not throw at the person', async () => {
    for (const argument of [undefined, 'WM203', { folder: 1 }]) {
      await vscode.commands.executeCommand(COMMANDS.applyFix, argument);
    }
  });
});
