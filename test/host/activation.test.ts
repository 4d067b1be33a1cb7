import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { COMMANDS, EXTENSION_ID } from '../../src/protocol/contributions';
import { pollUntil } from '../support/pollUntil';
import { openWaymark, tabLabels } from './editor';

describe('the extension in the editor', () => {
  it('activates by itself in a folder with a roadmap', async () => {
    const extension = vscode.extensions.getExtension(EXTENSION_ID);
    assert.ok(extension, `the editor does not know ${EXTENSION_ID}`);

    await pollUntil('it is active', () => extension.isActive);
  });

  it('opens nothing on its own, and would show the walkthrough only from then on', async () => {
    const waymark = await openWaymark();

    assert.equal(waymark.server.phase, 'running');
    assert.deepEqual(tabLabels(), []);
  });

  it('registers every command', async () => {
    const registered = new Set(await vscode.commands.getCommands(true));

    assert.deepEqual(
      Object.values(COMMANDS).filter((command) => !registered.has(command)),
      [],
    );
  });
});
