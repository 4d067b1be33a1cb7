import type { Connection } from 'vscode-languageserver';
import { BacklogChoicesRequest, BacklogSummaryRequest } from '../../protocol/backlogView';
import {
  AddItemRequest,
  MoveRowsRequest,
  RevealRequest,
  RowActionRequest,
  RowLinksRequest,
} from '../../protocol/rowActions';
import type { ActionClient } from '../actionRequests';
import type { EditedTexts } from '../fileEdits';
import { uriOf } from '../folder';
import type { Folders } from '../folders';
import type { OpenTexts } from '../openTexts';
import { backlogChoices } from './choices';
import { rowsTo } from './reveal';
import { addItem, moveRows, rowAction, rowLinks } from './rowActions';
import { backlogSummary } from './summary';

/** Answers what can be chosen for the *Roadmap* view, how it says what is chosen, and what is done with its rows. */
export function handleBacklog(
  connection: Connection,
  folders: Folders,
  texts: OpenTexts,
  client: Readonly<ActionClient>,
): void {
  const edited = (): EditedTexts => ({ documentOf: (uri) => texts.get(uri), canCreateFiles: client.canCreateFiles });
  connection.onRequest(BacklogChoicesRequest, (params) => backlogChoices(folders.all, params));
  connection.onRequest(BacklogSummaryRequest, (wishes) => backlogSummary(folders.all, wishes));
  connection.onRequest(RowActionRequest, (params) => rowAction(folders, params, edited()));
  connection.onRequest(AddItemRequest, (params) => addItem(folders, params, edited()));
  connection.onRequest(RowLinksRequest, (rows) => rowLinks(folders, rows));
  connection.onRequest(RevealRequest, (params) => {
    const folder = 'id' in params.of ? folders.find(params.of.folder) : undefined;
    // What an edit added a moment ago is looked for in the texts as they are.
    folder?.engine.trace.plan.roadmaps.forEach(({ path }) => texts.readNow(uriOf(folder, path)));
    return rowsTo(folders, params);
  });
  connection.onRequest(MoveRowsRequest, (params) => moveRows(folders, params, edited()));
}
