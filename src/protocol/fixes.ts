import { type Position, RequestType, type WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { LinksParams } from './messages';

/** A fix that a person picked and that needs an answer first; the client passes it on without looking into it. */
export interface FixParams {
  /** URI of the workspace folder. */
  readonly folder: string;
  readonly fix: unknown;
  /** Missing: the question is wanted. */
  readonly answer?: string;
}

/** One answer to pick. */
export interface FixAnswerRow {
  readonly label: string;
  readonly description?: string;
  /** Missing: the person types one. */
  readonly answer?: string;
}

export type FixResult =
  | {
      readonly question: string;
      /** Empty: the person types the answer. */
      readonly rows: readonly FixAnswerRow[];
      /** What an answer that is typed may look like. */
      readonly placeHolder: string;
      /** What the box for a typed answer begins with; missing: nothing. */
      readonly value?: string;
    }
  /** Names the versions of the texts that it was made for. The client makes it, so that undo works. */
  | {
      readonly edit: WorkspaceEdit;
      /** The item that it adds, where a person wants to see that in the *Roadmap* view. */
      readonly adds?: LinksParams;
      /** Where the person goes on writing; missing: where they are. */
      readonly cursor?: { readonly uri: string; readonly position: Position };
    }
  /** One sentence for the person: why nothing was changed, or why the answer is none. */
  | { readonly refusal: string };

/** Client to server: what a fix asks, and with an answer what it comes to. */
export const FixRequest = new RequestType<FixParams, FixResult, void>('waymark/fix');

/** A line of a document above which an annotation is to be written. */
export interface AnnotateParams {
  readonly uri: string;
  /** From 0. */
  readonly line: number;
  /** ID of the story; missing: the question is wanted. */
  readonly answer?: string;
}

/** Client to server: which stories an annotation could be for, and with one the edit that writes it. */
export const AnnotateRequest = new RequestType<AnnotateParams, FixResult, void>('waymark/annotate');
