import type { Connection } from 'vscode-languageserver';
import { BacklogChoicesRequest, BacklogSummaryRequest } from '../../protocol/backlogView';
import type { Folders } from '../folders';
import { backlogChoices } from './choices';
import { backlogSummary } from './summary';

/** Answers what can be chosen for the *Roadmap* view, and how it says what is chosen. */
export function handleBacklog(connection: Connection, folders: Folders): void {
  connection.onRequest(BacklogChoicesRequest, (params) => backlogChoices(folders.all, params));
  connection.onRequest(BacklogSummaryRequest, (wishes) => backlogSummary(folders.all, wishes));
}
