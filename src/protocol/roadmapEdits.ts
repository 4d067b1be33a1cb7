import { RequestType, type WorkspaceEdit } from 'vscode-languageserver-protocol';

/** One thing of a roadmap file. */
export interface EditedItem {
  /** Relative to the folder; missing: the file that declares the ID. */
  readonly path?: string;
  readonly id: string;
}

/** Words, or a list of them. Dates in ISO form, numbers in digits. */
export type FieldWords = string | readonly string[];

/** Where an item goes. */
export interface EditTarget {
  /** ID of the item that holds it; missing: it stands at the top of its file. */
  readonly under?: string;
  /** ID of the item that it follows; missing: it becomes the first there. */
  readonly after?: string;
}

/** What a person changes in the plan. Each is one step of undo. */
export type RoadmapEditRequested =
  /** Without `value` the field is taken away. */
  | { readonly kind: 'setField'; readonly item: EditedItem; readonly field: string; readonly value?: FieldWords }
  | {
      readonly kind: 'addItem';
      /** The roadmap file, relative to the folder. */
      readonly path: string;
      readonly itemKind: 'epic' | 'story' | 'task' | 'risk';
      readonly to: EditTarget;
      readonly id?: string;
      readonly title: string;
      readonly fields?: Readonly<Record<string, FieldWords>>;
    }
  | { readonly kind: 'moveItem'; readonly item: EditedItem; readonly to: EditTarget }
  | { readonly kind: 'renameItem' | 'giveId'; readonly item: EditedItem; readonly newId: string }
  /** With `criterion` (from 0) that one of the item's acceptance criteria, else the item itself. */
  | { readonly kind: 'tick'; readonly item: EditedItem; readonly criterion?: number; readonly done: boolean }
  | {
      readonly kind: 'suppress';
      readonly item: EditedItem;
      /** A finding's code. */
      readonly rule: string;
      readonly reason: string;
      /** The last day, in ISO form. */
      readonly until?: string;
    };

export interface EditRoadmapParams {
  /** URI of the workspace folder. */
  readonly folder: string;
  readonly edit: RoadmapEditRequested;
}

export type EditRoadmapResult =
  /** Names the versions of the texts that it was made for; an edit without changes: the file says so already. */
  | { readonly edit: WorkspaceEdit }
  /** One sentence for the person: why it cannot be made, and what to do. */
  | { readonly refusal: string };

/** Client to server: the edit that writes a change into the roadmap files. The client makes it, so that undo works. */
export const EditRoadmapRequest = new RequestType<EditRoadmapParams, EditRoadmapResult, void>('waymark/editRoadmap');
