import { Disposable, type TextEditor, type TreeView, window, workspace } from 'vscode';
import { SETTINGS_SECTION } from '../../protocol/contributions';
import type { LinksParams, TreeNode } from '../../protocol/messages';
import { type RevealParams, RevealRequest, type RevealResult } from '../../protocol/rowActions';
import { offer } from '../commands/runCommand';
import { sentences } from '../sentences';
import type { Services } from '../services';
import type { ShowingReason, ShownRows } from './backlogState';
import type { NodeTree } from './nodeTree';

/** Shows the row of the item that the cursor's line belongs to, or says why there is none. */
export async function revealInRoadmap(services: Services): Promise<void> {
  const editor = window.activeTextEditor;
  show(services, editor ? await rowsTo(services, lineOf(editor)) : { rows: [], sentence: sentences.noEditor });
}

/** Goes to the row of an item in the *Roadmap* view, or says why there is none. */
export async function revealItem(services: Services, item: LinksParams): Promise<void> {
  show(services, await rowsTo(services, item));
}

/**
 * Selects the row of an item that was added just now. The focus stays where the person has it: in the text, on the row that
 * gets a second story next, or in a list that was opened meanwhile and would close.
 */
export async function selectAddedItem(services: Services, item: LinksParams): Promise<void> {
  show(services, await rowsTo(services, item), 'added');
}

function show({ backlog }: Services, { rows, sentence }: RevealResult, reason: ShowingReason = 'asked'): void {
  if (rows.length > 0) {
    backlog.show(rows, reason);
  } else if (sentence !== undefined) {
    offer('information', sentence);
  }
}

/** Shows rows that are asked for; follows the cursor where a person has it so. */
export function registerRevealing(services: Services, view: TreeView<TreeNode>, tree: NodeTree): Disposable {
  const { backlog, log } = services;
  let last = '';
  const follow = async (editor: TextEditor): Promise<void> => {
    const { document, selection } = editor;
    const place = `${document.uri.toString()} ${selection.active.line}`;
    const settings = workspace.getConfiguration(SETTINGS_SECTION, document.uri);
    if (!view.visible || place === last || settings.get('roadmap.followCursor') !== true) {
      return;
    }
    last = place;
    try {
      const { rows } = await rowsTo(services, lineOf(editor));
      // The cursor may be elsewhere by now.
      if (rows.length > 0 && place === last) {
        backlog.show(rows, 'followed');
      }
    } catch (error) {
      log.debug(`The row of the cursor's line could not be found: ${String(error)}`);
    }
  };
  const reveal = async ({ rows, reason }: ShownRows): Promise<void> => {
    const isShown = await tree.reveal(view, rows, reason === 'asked');
    if (reason !== 'followed' && !isShown) {
      offer('information', sentences.rowNotShown(rows.at(-1)?.label ?? ''));
    }
  };
  return Disposable.from(
    backlog.onDidShow((shown) => void reveal(shown)),
    window.onDidChangeTextEditorSelection(({ textEditor }) => void follow(textEditor)),
  );
}

function lineOf({ document, selection }: TextEditor): RevealParams['of'] {
  return { uri: document.uri.toString(), line: selection.active.line };
}

function rowsTo({ server, backlog }: Services, of: RevealParams['of']): Promise<RevealResult> {
  const params = { of, wishes: backlog.wishes };
  return server.ask((client) => client.sendRequest(RevealRequest, params));
}
