import { RequestType, type WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { NodeIcon } from './messages';

/** A branch that the client checks out, through the editor's own git where it has one. */
export interface WorkBranch {
  readonly name: string;
  /** True: it is made first, where HEAD is. */
  readonly isNew: boolean;
}

/**
 * How far a person's beginning, ending or changing of work is. The client only starts it, with the folder and perhaps the item;
 * everything else comes from the server and goes back to it.
 */
export interface WorkParams {
  /** `actions`: what can be done with the item. */
  readonly about: 'start' | 'finish' | 'switch' | 'actions';
  /** URI of the workspace folder. */
  readonly folder: string;
  /** ID of the item; missing: the one that the branch names. */
  readonly id?: string;
  /** The branch that the person wants. */
  readonly branch?: WorkBranch;
  /** The branch is checked out. */
  readonly isThere?: boolean;
  /** What git said where it did not check the branch out. */
  readonly failure?: string;
}

/** One row to pick, complete as shown, and what happens when it is picked: the conversation goes on, or a command is run. */
export interface WorkRow {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  readonly icon?: NodeIcon;
  readonly next: WorkParams | { readonly command: string; readonly arguments: readonly unknown[] };
}

export type WorkAnswer =
  | { readonly title: string; readonly placeHolder: string; readonly rows: readonly WorkRow[] }
  /** The client checks the branch out in the repository of the root, a URI, and goes on with `next`. */
  | { readonly branch: WorkBranch; readonly root: string; readonly next: WorkParams }
  /** The end: what is to be changed in the roadmap, what is to stand in an empty commit message, and what can be done next. */
  | {
      readonly edit?: WorkspaceEdit;
      readonly prefix?: string;
      /** URI of the repository; missing: there is none. */
      readonly root?: string;
      readonly sentence: string;
      readonly offers: readonly WorkRow[];
    }
  | { readonly refusal: string };

/** Client to server: the next step of beginning, ending or changing work. */
export const WorkRequest = new RequestType<WorkParams, WorkAnswer, void>('waymark/work');

export interface SwitchBranchParams {
  /** URI of the workspace folder. */
  readonly folder: string;
  readonly branch: WorkBranch;
}

/** Client to server: check a branch out, where the editor's own git cannot. Answers what git said against it; null: it is done. */
export const SwitchBranchRequest = new RequestType<SwitchBranchParams, string | null, void>('waymark/switchBranch');

export interface MentionStoryParams {
  /** URI of the workspace folder. */
  readonly folder: string;
  /** The message of the commit as it is. */
  readonly text: string;
}

export type MentionStoryResult = { readonly text: string } | { readonly refusal: string };

/** Client to server: the message of a commit with the ID of the branch's story in it. */
export const MentionStoryRequest = new RequestType<MentionStoryParams, MentionStoryResult, void>(
  'waymark/mentionStory',
);
