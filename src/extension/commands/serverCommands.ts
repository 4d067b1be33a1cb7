import { commands, Uri, window } from 'vscode';
import { STATUS_DOCUMENT_URI, VIEWS } from '../../protocol/contributions';
import { refreshDocument } from '../client/serverDocuments';
import { RefreshRequest } from '../../protocol/messages';
import type { Services } from '../services';
import { showTarget } from './open';

/** Reads everything again. */
export async function refresh({ server }: Services): Promise<void> {
  await inRoadmapView(() => server.ask((client) => client.sendRequest(RefreshRequest)));
}

export async function restartServer({ server }: Services): Promise<void> {
  await server.restart();
}

export async function showLog({ log }: Services): Promise<void> {
  log.show();
}

/** Shows what was read, what was skipped and why. */
export async function showStatus(services: Services): Promise<void> {
  const uri = Uri.parse(STATUS_DOCUMENT_URI, true);
  await services.server.firstOverview();
  await services.server.ask(async (client) => refreshDocument(client, uri));
  try {
    await commands.executeCommand('markdown.showPreview', uri);
  } catch (error) {
    // The editor's Markdown extension can be switched off.
    services.log.debug(`The status is shown as text: ${String(error)}`);
    await showTarget(services, { uri: STATUS_DOCUMENT_URI });
  }
}

async function inRoadmapView(work: () => Promise<void>): Promise<void> {
  await window.withProgress({ location: { viewId: VIEWS.roadmap } }, work);
}
