import type { Day } from '../model/calendar';
import type { ItemFolder, ItemKind } from '../model/roadmap';
import type { TextChange } from './textChange';

/** One thing of one file. Derived IDs count too; of two with the same ID the first is meant. */
export interface ItemAddress {
  /** The roadmap file, see {@link ../model/roadmap.Roadmap.path}. */
  readonly path: string;
  readonly id: string;
}

/** A field's value as a person says it: words, or a list of them. Dates in ISO form, numbers in digits. */
export type FieldText = string | readonly string[];

/** Where an item goes: directly behind a sibling, or as the first. */
export interface Destination {
  /** The ID of the item that holds it; undefined: nothing does, it stands at the top of its file. */
  readonly under: string | undefined;
  /** The ID of the item that it follows; undefined: it becomes the first there. */
  readonly after: string | undefined;
}

/** What a person changes in the plan. Each is one step of undo, and leaves every other letter of the file as it is. */
export type RoadmapEdit =
  /** `value` undefined takes the field away. `field` is a canonical name, see `roadmap/fields`. */
  | {
      readonly kind: 'setField';
      readonly item: ItemAddress;
      readonly field: string;
      readonly value: FieldText | undefined;
    }
  | {
      readonly kind: 'addItem';
      readonly path: string;
      readonly itemKind: Extract<ItemKind, 'epic' | 'story' | 'task' | 'risk'>;
      readonly to: Destination;
      /** undefined: it is written without one. */
      readonly id: string | undefined;
      readonly title: string;
      readonly fields: Readonly<Record<string, FieldText>>;
    }
  /** Within its file, with everything that it holds. */
  | { readonly kind: 'moveItem'; readonly item: ItemAddress; readonly to: Destination }
  /** The former ID stays as an alias; whoever names it (`depends`, `epic`, `mitigation` and so on), in any file, names the new one. */
  | { readonly kind: 'renameItem'; readonly item: ItemAddress; readonly newId: string }
  /** Writes an ID at an item that has only a derived one. */
  | { readonly kind: 'giveId'; readonly item: ItemAddress; readonly newId: string }
  /**
   * Of several things of one file with one ID, gives the one at this place among them, counted from 0, another ID. Whoever names
   * the former ID goes on to mean the first.
   */
  | { readonly kind: 'separate'; readonly item: ItemAddress; readonly nth: number; readonly newId: string }
  /** Lists a prefix of IDs under the `keys` that the file has. */
  | { readonly kind: 'addKey'; readonly path: string; readonly key: string }
  /** Says under the `workflow` of the file what a status that it uses counts as: a category's name. */
  | { readonly kind: 'addStatus'; readonly path: string; readonly name: string; readonly category: string }
  /** Writes down what a goal's metric, counted from 0, is on a day. `value` in digits. */
  | {
      readonly kind: 'measure';
      readonly item: ItemAddress;
      readonly metric: number;
      readonly value: string;
      readonly asOf: Day;
    }
  /** Of what an item ignores, changes the first entry that says this, or takes it away (`to` undefined). */
  | {
      readonly kind: 'changeSuppression';
      readonly item: ItemAddress;
      readonly entry: SuppressionWords;
      readonly to: Omit<SuppressionWords, 'rule'> | undefined;
    }
  /** `criterion` counts from 0 in the item's acceptance list; undefined: the item itself, a task say. */
  | {
      readonly kind: 'tick';
      readonly item: ItemAddress;
      readonly criterion: number | undefined;
      readonly done: boolean;
    }
  | {
      readonly kind: 'suppress';
      readonly item: ItemAddress;
      /** A finding's code. */
      readonly rule: string;
      readonly reason: string;
      readonly until: Day | undefined;
    };

/** What an `ignore` entry says, as it is written. */
export interface SuppressionWords {
  readonly rule: string;
  readonly reason: string | undefined;
  readonly until: string | undefined;
}

/** A roadmap file as it is on the screen. */
export interface RoadmapText {
  readonly path: string;
  readonly text: string;
  /** Set for a file that is one item of it, see {@link ../model/roadmap.Roadmap.itemFile}. */
  readonly folder?: ItemFolder | undefined;
}

/** The changes of one file; their spans are those of the text as it was given. */
export interface FileChanges {
  readonly path: string;
  readonly changes: readonly TextChange[];
  /** The file is not there yet: it is made, and the changes are those of an empty text. */
  readonly isNew?: true;
}

/** What an edit comes to, or one sentence for the person that says why it cannot be made. */
export type EditResult = { readonly files: readonly FileChanges[] } | { readonly refusal: string };
