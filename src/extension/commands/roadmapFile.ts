import { Uri, window, workspace } from 'vscode';
import { localFolders } from '../folders';
import { sentences } from '../sentences';
import type { Services } from '../services';
import { offerRoadmap } from './offerRoadmap';

/** Opens the roadmap; where there are several, the person picks one. */
export async function openRoadmap({ server }: Services): Promise<void> {
  const overview = await server.firstOverview();
  const uris = (overview?.folders ?? []).flatMap((folder) => folder.roadmaps).map((uri) => Uri.parse(uri, true));
  if (overview === undefined) {
    await server.ask(() => Promise.resolve());
  } else if (uris.length === 0) {
    offerRoadmap();
  } else {
    const uri = uris.length === 1 ? uris[0] : await pickRoadmap(uris);
    if (uri !== undefined) {
      await window.showTextDocument(uri);
    }
  }
}

async function pickRoadmap(uris: readonly Uri[]): Promise<Uri | undefined> {
  const picks = uris.map((uri) => ({ label: workspace.asRelativePath(uri), uri }));
  return (await window.showQuickPick(picks, { placeHolder: sentences.pickRoadmap }))?.uri;
}

/** The folder that a roadmap is for; undefined: the person picked none, or has none open and was told. */
export async function pickFolder(): Promise<Uri | undefined> {
  const folders = localFolders();
  if (folders.length === 0) {
    offerRoadmap();
  }
  if (folders.length < 2) {
    return folders[0]?.uri;
  }
  const picks = folders.map(({ name, uri }) => ({ label: name, description: uri.fsPath, uri }));
  return (await window.showQuickPick(picks, { placeHolder: sentences.pickFolder }))?.uri;
}
