import { Uri, window, workspace, WorkspaceEdit, Position } from 'vscode';
import { RoadmapTemplateRequest } from '../../protocol/messages';
import { localFolders } from '../folders';
import { sentences } from '../sentences';
import type { Services } from '../services';
import { offerRoadmap } from './offerRoadmap';
import { offer } from './runCommand';

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

/** Writes a first roadmap as an edit of the workspace, so that it can be undone, and shows it. */
export async function createRoadmap({ server }: Services): Promise<void> {
  const folder = await pickFolder();
  if (folder === undefined) {
    return;
  }
  const template = await server.ask((client) => client.sendRequest(RoadmapTemplateRequest, folder.toString()));
  const uri = Uri.parse(template.uri, true);
  const name = workspace.asRelativePath(uri);
  if (await exists(uri)) {
    await window.showTextDocument(uri);
    offer('information', sentences.roadmapExists(name));
    return;
  }
  const edit = new WorkspaceEdit();
  edit.createFile(uri, { ignoreIfExists: false });
  edit.insert(uri, new Position(0, 0), template.text);
  if (!(await workspace.applyEdit(edit))) {
    offer('error', sentences.roadmapNotCreated(name));
    return;
  }
  const document = await workspace.openTextDocument(uri);
  await window.showTextDocument(document);
  await document.save();
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

async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
