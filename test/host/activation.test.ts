import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the extension in the editor', () => {
  it('is found and activates', async () => {
    const extension = vscode.extensions.getExtension('waymark.waymark');
    assert.ok(extension, 'the editor does not know waymark.waymark');

    await extension.activate();

    assert.equal(extension.isActive, true);
  });
});
