import { RequestType, type WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { BacklogWishes } from './backlogView';
import type { FixResult } from './fixes';
import type { LinksParams, TreeNode } from './messages';

/** What a person does with rows of the *Roadmap* view, or with an annotation in *Unplanned*. */
export interface RowActionParams {
  readonly action:
    | 'setStatus'
    | 'setOwner'
    | 'setRelease'
    | 'moveToEpic'
    | 'rename'
    | 'addBelow'
    | 'tick'
    | 'untick'
    | 'createStory'
    | 'linkToStory';
  /** IDs of rows of any view, see `TreeNode.id`; rows that are no items are passed over. */
  readonly rows: readonly string[];
  /** Missing: the question is wanted, where the action asks one. */
  readonly answer?: string;
}

/** What a person adds that is part of nothing. */
export interface AddItemParams {
  /** URI of the workspace folder. */
  readonly folder: string;
  readonly kind: 'epic' | 'story';
  /** Its title; missing: the question is wanted. */
  readonly answer?: string;
}

/** Client to server: what adding asks, and with an answer the edit that adds it to the folder's roadmap. */
export const AddItemRequest = new RequestType<AddItemParams, FixResult, void>('waymark/addItem');

/** Client to server: the items of these rows as Markdown links to where they stand, one a line. */
export const RowLinksRequest = new RequestType<readonly string[], string, void>('waymark/rowLinks');

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

/** What is looked for, an item or that of a line of a document, and how the view is looked at. */
export interface RevealParams {
  readonly of: LinksParams | { readonly uri: string /** From 0. */; readonly line: number };
  readonly wishes: BacklogWishes;
}

export interface RevealResult {
  /** From the top row down to that of the line's item; empty: there is none. */
  readonly rows: readonly TreeNode[];
  /** Why there is none. */
  readonly sentence?: string;
}

/** Client to server: the row of an item. */
export const RevealRequest = new RequestType<RevealParams, RevealResult, void>('waymark/reveal');
