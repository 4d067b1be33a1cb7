import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Internals } from '../../src/extension/extension';
import { EXTENSION_ID, type ViewName } from '../../src/protocol/contributions';
import {
  type ItemSummary,
  ItemsRequest,
  LinksRequest,
  type LinkSummary,
  type Overview,
  type TreeNode,
} from '../../src/protocol/messages';
import { pollUntil } from '../support/pollUntil';

/** The extension under development, active, with the sample workspace read. */
export async function openWaymark(): Promise<Internals> {
  const extension = vscode.extensions.getExtension<Internals>(EXTENSION_ID);
  assert.ok(extension, `the editor does not know ${EXTENSION_ID}`);
  const waymark = await extension.activate();
  await overviewWith(waymark, 'everything is read', (overview) => overview.busy === undefined);
  return waymark;
}

/** Waits for an overview that fulfils the condition. */
export function overviewWith(
  { server }: Internals,
  condition: string,
  isFulfilled: (overview: Overview) => boolean,
): Promise<Overview> {
  return pollUntil(condition, () => (server.overview && isFulfilled(server.overview) ? server.overview : undefined));
}

/** The rows that a view shows under a row; without one, at the top. */
export function rowsOf({ trees }: Internals, view: ViewName, parent?: TreeNode): Promise<TreeNode[]> {
  return trees[view].getChildren(parent);
}

/** An item of the sample's roadmap that code and commits speak of. */
export async function linkedItem({ server }: Internals): Promise<{ item: ItemSummary; links: readonly LinkSummary[] }> {
  // By name: the tests have a copy of the protocol's classes, which the extension's copy does not know.
  const items = await server.ask((client) => client.sendRequest<ItemSummary[]>(ItemsRequest.method));
  for (const item of items) {
    const params = { folder: item.folder, id: item.id };
    const links = await server.ask((client) => client.sendRequest<LinkSummary[]>(LinksRequest.method, params));
    if (['annotations', 'commits'].every((group) => links.some((link) => link.group === group))) {
      return { item, links };
    }
  }
  throw new Error('The sample has no item with annotations and commits.');
}

export function firstOf(links: readonly LinkSummary[], group: LinkSummary['group']): LinkSummary {
  const link = links.find((candidate) => candidate.group === group);
  assert.ok(link, `there is no link of the group ${group}`);
  return link;
}

export function roadmapUri({ server }: Internals): vscode.Uri {
  const uri = server.overview?.folders[0]?.roadmaps[0];
  assert.ok(uri, 'the sample has no roadmap');
  return vscode.Uri.parse(uri, true);
}

/** The findings that the Problems panel lists for a file. */
export function findingsIn(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Waymark');
}

/** The code of a finding, without its link. */
export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

export async function lensesOf(uri: vscode.Uri): Promise<readonly vscode.CodeLens[]> {
  // The editor knows lenses of open documents alone.
  await vscode.workspace.openTextDocument(uri);
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri);
  return lenses.filter(({ command }) => command?.command.startsWith('waymark.'));
}

/** The tabs of all groups, by what they are labelled with. */
export function tabLabels(): string[] {
  return vscode.window.tabGroups.all.flatMap((group) => group.tabs).map(({ label }) => label);
}

/** Waits until a file is in the active editor. */
export async function activeEditorOf(uri: vscode.Uri): Promise<vscode.TextEditor> {
  return pollUntil(`the active editor shows ${uri.path}`, () => {
    const editor = vscode.window.activeTextEditor;
    return editor?.document.uri.toString() === uri.toString() ? editor : undefined;
  });
}

export function activeUri(): string | undefined {
  return vscode.window.activeTextEditor?.document.uri.toString();
}

/** Takes the first entry of the list that a command shows, as soon as it has one. */
export async function acceptFirst(condition: string, isDone: () => boolean): Promise<void> {
  await pollUntil(condition, async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return isDone();
  });
}

export async function textOf(uri: vscode.Uri): Promise<string> {
  return (await vscode.workspace.openTextDocument(uri)).getText();
}

/** Replaces the text of a file in an editor, without saving. */
export async function typeInto(uri: vscode.Uri, text: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  // Refused while the editor hears of another change.
  await pollUntil('the editor takes the edit', async () => {
    const editor = await vscode.window.showTextDocument(document);
    const all = new vscode.Range(new vscode.Position(0, 0), document.lineAt(document.lineCount - 1).range.end);
    return editor.edit((edit) => edit.replace(all, text));
  });
}

/** Takes back all that is not saved, wherever it was typed, and closes every editor. */
export async function closeEditors(): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter(({ isDirty, isUntitled }) => isDirty && !isUntitled)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
