import { window, workspace, type WorkspaceFolder } from 'vscode';

/** The workspace folders that lie on a disk: the others cannot be read by the server. */
export function localFolders(): WorkspaceFolder[] {
  return (workspace.workspaceFolders ?? []).filter((folder) => folder.uri.scheme === 'file');
}

/** The URI of the folder that holds the file in the active editor; undefined: there is none. */
export function activeFolderUri(): string | undefined {
  const document = window.activeTextEditor?.document;
  return document && workspace.getWorkspaceFolder(document.uri)?.uri.toString();
}
