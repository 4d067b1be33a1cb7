import { RequestType, type WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { BacklogWishes } from './backlogView';
import type { FixResult } from './fixes';

/** What a person does with rows of the *Roadmap* view. */
export interface RowActionParams {
  readonly action: 'setStatus' | 'setOwner' | 'setRelease' | 'rename' | 'addBelow' | 'tick' | 'untick';
  /** IDs of rows, see `TreeNode.id`; rows that are no items are passed over. */
  readonly rows: readonly string[];
  /** Missing: the question is wanted, where the action asks one. */
  readonly answer?: string;
}

/** Client to server: what an action asks, and with an answer the one edit that does it to all rows. */
export const RowActionRequest = new RequestType<RowActionParams, FixResult, void>('waymark/rowAction');

/** Rows that a person drops somewhere. */
export interface MoveRowsParams {
  readonly rows: readonly string[];
  /** ID of the row that they are dropped on. */
  readonly target: string;
  /** How the view is looked at, which says what a place means. */
  readonly wishes: BacklogWishes;
}

export type MoveRowsResult = { readonly edit: WorkspaceEdit } | { readonly refusal: string };

/** Client to server: the one edit that brings rows to where they were dropped. */
export const MoveRowsRequest = new RequestType<MoveRowsParams, MoveRowsResult, void>('waymark/moveRows');
