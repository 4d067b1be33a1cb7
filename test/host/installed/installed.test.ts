import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { pollUntil } from '../../support/pollUntil';

describe('the packaged extension, installed', () => {
  it('activates by itself on a folder with a roadmap', async () => {
    const extension = vscode.extensions.getExtension('waymark.waymark');
    assert.ok(extension, 'the editor does not know waymark.waymark');
    assert.match(extension.extensionPath, /extensions/, 'not the installed one');

    await pollUntil('the extension is active', () => extension.isActive);
  });
});
