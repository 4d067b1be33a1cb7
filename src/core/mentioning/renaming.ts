import { t } from '../words/t';
import type { Meaning } from '../authoring/navigation';
import { isItem } from '../authoring/names';
import { editRoadmaps } from '../edit/editRoadmaps';
import { Refusal } from '../edit/refusal';
import type { RoadmapText } from '../edit/roadmapEdit';
import type { TextChange } from '../edit/textChange';
import { isSpellingOf } from '../ids/canonicalId';
import type { Item } from '../model/roadmap';
import { asWork } from '../trace/plan';
import type { ReadonlyTrace } from '../trace/trace';
import { type Naming, namingsOf } from './namings';
import { renamedItemFile } from './renamedItemFile';

/**
 * How sure it is that a change is meant. `probable`: what stands there is the ID only probably; `former`: it is an ID that the
 * item had before, and means it for ever. A person must agree to both.
 */
export type RenameDoubt = 'probable' | 'former';

export interface RenameChange extends TextChange {
  /** undefined: the change is certainly meant. */
  readonly doubt: RenameDoubt | undefined;
}

export interface RenamedFile {
  readonly path: string;
  readonly changes: readonly RenameChange[];
}

export interface Renaming {
  readonly files: readonly RenamedFile[];
  /** The item's own file, where its name has the ID; undefined: no file is called by it. */
  readonly move: { readonly from: string; readonly to: string } | undefined;
}

/** The texts as they are on the screen. */
export interface RenameScene {
  readonly trace: ReadonlyTrace;
  /** All files of the plan. */
  readonly roadmaps: readonly RoadmapText[];
  /** Of any other file; undefined: it cannot be read. */
  sourceText(path: string): string | undefined;
}

/** Where no name stands that the plan knows. */
export function nothingToRename(): Refusal {
  return new Refusal(t('No ID of the roadmap stands here.'));
}

/**
 * The item whose ID stands at a place, or one sentence that says why it cannot be renamed there.
 *
 * @param written what stands there
 */
export function renamableAt({ thing, name }: Meaning, written: string): Item | Refusal {
  if (!thing) {
    return new Refusal(t('No roadmap declares {0}, so it cannot be renamed.', written));
  }
  if (!isItem(thing)) {
    return new Refusal(t('{0} names a person. Only IDs of the plan can be renamed.', written));
  }
  if (thing.derivedId) {
    return new Refusal(t('“{0}” has no ID that could be renamed. Give it one first.', thing.title));
  }
  if (name?.declares || isSpellingOf(written, thing.id)) {
    return thing;
  }
  return new Refusal(
    isFormerId(written, thing)
      ? t('{0} is a former ID of {1}, and old commits need it. Rename {1} instead.', written, thing.id)
      : t('{0} is not the ID {1} itself. Rename that where it stands alone.', written, thing.id),
  );
}

/**
 * Gives an item another ID wherever it is named: in the roadmaps, where its former one becomes an alias, and in code, tests and
 * documents. Ranges stay as they are, since the alias keeps them right; so do titles, descriptions and comments of roadmaps.
 *
 * @implements WAY-23
 */
export function renameEverywhere(item: Item, newId: string, scene: RenameScene): Renaming | Refusal {
  const { trace, roadmaps } = scene;
  const result = editRoadmaps(roadmaps, { kind: 'renameItem', item: { path: item.path, id: item.id }, newId });
  if ('refusal' in result) {
    return result instanceof Refusal ? result : new Refusal(result.refusal);
  }
  if (result.files.length === 0) {
    return { files: [], move: undefined };
  }
  const files = new Map<string, readonly RenameChange[]>(
    result.files.map(({ path, changes }) => [path, changes.map((change) => ({ ...change, doubt: undefined }))]),
  );
  const isRoadmap = new Set(roadmaps.map(({ path }) => path));
  for (const naming of namingsOf(item, trace)) {
    const doubt = doubtOf(naming, item);
    if (doubt === 'other' || isRoadmap.has(naming.path)) {
      continue;
    }
    const { path, span, written } = naming;
    if (scene.sourceText(path)?.slice(span.start, span.end) !== written) {
      return new Refusal(t('{0} was changed meanwhile, so nothing was changed. Rename {1} again.', path, item.id));
    }
    files.set(path, [...(files.get(path) ?? []), { span, text: newId, doubt }]);
  }
  const to = renamedItemFile(item, newId, trace.plan);
  return {
    files: Array.from(files, ([path, changes]) => ({ path, changes })),
    move: to === undefined ? undefined : { from: item.path, to },
  };
}

function doubtOf({ written, certainty }: Naming, item: Item): RenameDoubt | 'other' | undefined {
  if (isSpellingOf(written, item.id)) {
    // What a person accepted as it is written is certain too.
    return certainty === 'certain' ? undefined : 'probable';
  }
  return isFormerId(written, item) ? 'former' : 'other';
}

function isFormerId(written: string, item: Item): boolean {
  return asWork(item)?.aliases.some(({ name }) => isSpellingOf(written, name)) ?? false;
}
