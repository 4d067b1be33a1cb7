import { RequestType } from 'vscode-languageserver-protocol';

/** How far the making of a first roadmap is. The client only starts it, with the folder; everything else comes from the server. */
export interface DraftParams {
  /** URI of the workspace folder. */
  readonly folder: string;
  /** What it is made from; missing: that is asked. */
  readonly from?: 'template' | 'repository' | 'commits';
  /** What is taken of what was found; missing: that is asked, where there are several things. */
  readonly groups?: readonly string[];
}

/** One row to pick, complete as shown, and what happens when it is picked: the conversation goes on, or a command is run. */
export interface DraftRow {
  readonly label: string;
  readonly detail: string;
  readonly next: DraftParams | { readonly command: string };
}

/** One row of which several can be picked. */
export interface DraftGroup {
  readonly label: string;
  readonly description: string;
  /** Picked unless the person says otherwise. */
  readonly isPicked: boolean;
  readonly group: string;
}

export type DraftAnswer =
  | { readonly title: string; readonly placeHolder: string; readonly rows: readonly DraftRow[] }
  /** The conversation goes on with `next` and the groups that are picked. */
  | {
      readonly title: string;
      readonly placeHolder: string;
      readonly groups: readonly DraftGroup[];
      readonly next: DraftParams;
    }
  /** A text for a file that is not there yet: the client shows it, and nothing is written before the person saves it. */
  | { readonly uri: string; readonly text: string; readonly sentence: string }
  /** There is a roadmap, which is shown instead. */
  | { readonly existing: string; readonly sentence: string }
  | { readonly refusal: string };

/** Client to server: the next question about a first roadmap, or what came of it. Looks through the folder, and can be cancelled. */
export const DraftRequest = new RequestType<DraftParams, DraftAnswer, void>('waymark/draft');
