import type { Item, Metric, Suppression, WorkItem } from '../model/roadmap';
import type { StatusCategory } from '../model/status';
import type { FieldText } from './roadmapEdit';
import type { Scene } from './scene';
import type { TextChange } from './textChange';

/**
 * Ways to write one edit, the nicest first. None needs to be right in every file: each is tried, the result is read again, and
 * the first that says exactly what is wanted is taken. They are made one by one as they are needed.
 */
export type Ways = Iterable<readonly TextChange[]>;

/** A thing that is to be written down. */
export interface NewItem {
  readonly kind: 'epic' | 'story' | 'task' | 'risk';
  readonly id: string | undefined;
  readonly title: string;
  /** By canonical name, without `id` and `title`. */
  readonly fields: Readonly<Record<string, FieldText>>;
}

/** Where an item is written. */
export interface Place {
  /** The item that holds it; undefined: it stands at the top of the file. */
  readonly parent: WorkItem | undefined;
  /** Those of its kind that stand there, in the file's order, without the item itself. */
  readonly siblings: readonly Item[];
  /** The sibling that it follows; undefined: it comes before all of them. */
  readonly after: Item | undefined;
  /** A thing of another kind that it follows even more closely, where one list holds both; undefined: there is none. */
  readonly beside: Item | undefined;
}

/** A finding that is not to be shown for an item. */
export type NewSuppression = Pick<Suppression, 'rule' | 'reason'> & {
  /** A day in ISO form. */
  readonly until: string | undefined;
};

/** What knows one written form. Items are those of the scene's roadmap. */
export interface Writer {
  /**
   * Writes, replaces or takes away (`value` undefined) one field. `value` is a list exactly where the field takes one, and then
   * all that it shall hold: entries that stay are best left as they are written. A status may be written in any way that reads
   * as that status, a check box say.
   */
  setField(scene: Scene, item: Item, field: string, value: FieldText | undefined): Ways;
  addItem(scene: Scene, item: NewItem, place: Place): Ways;
  /** A sentence for the person when it could not be added, where the written form itself is the reason. */
  whyNotAdd?(scene: Scene, item: NewItem, place: Place): string | undefined;
  /** With everything that it holds, and the comments that belong to it. */
  moveItem(scene: Scene, item: Item, place: Place): Ways;
  /** Writes an ID at an item that has only a derived one. */
  giveId(scene: Scene, item: Item, id: string): Ways;
  /** Ticks the criterion at this index of the item's acceptance list, or takes the tick away. */
  tickCriterion(scene: Scene, item: WorkItem, index: number, done: boolean): Ways;
  suppress(scene: Scene, item: Item, suppression: NewSuppression): Ways;
  /** Rewrites one entry of what the item ignores, or takes it away (`to` undefined). */
  changeSuppression(scene: Scene, item: Item, entry: Suppression, to: NewSuppression | undefined): Ways;
  /** One prefix more under the `keys` of the file, of which there are some. */
  addKey(scene: Scene, key: string): Ways;
  /** What one more status counts as, under the `workflow` of the file, which is made where there is none. */
  addStatus(scene: Scene, name: string, category: StatusCategory): Ways;
  /** What a metric is and since which day, in ISO form. */
  measure(scene: Scene, metric: Metric, value: string, asOf: string): Ways;
}
