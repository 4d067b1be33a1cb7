import type { Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** Has the editor ask the server again for the text of a document that may be open already. */
export function refreshDocument(client: BaseLanguageClient, uri: Uri): void {
  for (const provider of client.getFeature('workspace/textDocumentContent')?.getProviders() ?? []) {
    if (provider.scheme === uri.scheme) {
      provider.onDidChangeEmitter.fire(uri);
    }
  }
}
