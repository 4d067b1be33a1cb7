import { commands, ProgressLocation, Uri, window, workspace } from 'vscode';
import { CreateSampleRequest } from '../../protocol/messages';
import { sentences } from '../sentences';
import type { Services } from '../services';
import { offer } from './runCommand';

const OPEN_FOLDER = 'vscode.openFolder';

/** Makes the sample workspace in the extension's own storage, and opens it: in this window when it is empty, else in a new one. */
export async function openSample({ server, storageUri }: Services): Promise<void> {
  const folder = Uri.joinPath(storageUri, 'sample');
  await window.withProgress({ location: ProgressLocation.Notification, title: sentences.makingSample }, async () => {
    await workspace.fs.createDirectory(storageUri);
    await server.ask((client) => client.sendRequest(CreateSampleRequest, folder.fsPath));
  });
  if (workspace.workspaceFolders === undefined) {
    await commands.executeCommand(OPEN_FOLDER, folder);
  } else {
    offer('information', sentences.sampleIsReady, [
      sentences.openInNewWindow,
      OPEN_FOLDER,
      folder,
      { forceNewWindow: true },
    ]);
  }
}
