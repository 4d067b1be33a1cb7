import { looksLikeId } from '../../ids/itemId';
import type { ExtraField, ItemFolder, Named, WorkItem } from '../../model/roadmap';
import { isFinished } from '../../model/status';
import type { Draft } from '../itemBase';
import { idInFileName } from './itemFields';
import type { PlaceInFolder } from './placeInFolder';

/** What is known of an item beside its own text. */
interface Surroundings {
  readonly path: string;
  readonly place: PlaceInFolder;
  readonly folder: ItemFolder;
  readonly noted: readonly ExtraField[];
}

/** Gives an item that was just read from its file what the file's name and folder say of it. */
export function finishItem(item: Draft<WorkItem>, { path, place, folder, noted }: Surroundings): void {
  identify(item, path, place, folder);
  const respelt = (named: Named): Named => ({ ...named, name: inFoldersSpelling(fileOrId(named.name), folder) });
  item.epic = item.epic && respelt(item.epic);
  item.depends = item.depends.map(respelt);
  item.extras = [...noted, ...item.extras].sort((a, b) => a.key.start - b.key.start);
  const { status } = item;
  if (place.isArchived && !(status && isFinished(status.category))) {
    const name = 'archived';
    item.status = { name, category: 'dropped', span: status?.span ?? item.headline };
  }
  keepOwnId(item, item.id);
}

/** Gives an item of its own file its ID, and the tasks in it that have none the ID that tells whose they are. */
export function keepOwnId(item: Draft<WorkItem>, id: string): void {
  item.id = id;
  for (const child of item.children) {
    ownChild(child, id);
  }
}

/** An item without an ID has that of its file's name, or else that name for one: it stays the same when the title changes. */
function identify(item: Draft<WorkItem>, path: string, place: PlaceInFolder, folder: ItemFolder): void {
  const written = item.id;
  const named = item.derivedId ? idInFileName(path) : undefined;
  if (named !== undefined) {
    item.id = named;
    item.derivedId = false;
  } else if (item.derivedId) {
    item.id = idOfFile(path);
  } else {
    item.id = inFoldersSpelling(written, folder);
    item.derivedId = place.isDraft && /^draft-/i.test(written);
    if (!item.derivedId) {
      addSpellings(item, written, folder);
    }
  }
}

/**
 * The ID as its file has it, and in small letters where the folder is Backlog.md's: whatever the file says, its name and so
 * people's commits have small ones.
 */
function addSpellings(item: Draft<WorkItem>, written: string, { backlogPrefix }: ItemFolder): void {
  const span = item.fields.get('id')?.value ?? item.headline;
  for (const name of new Set([written, ...(backlogPrefix === undefined ? [] : [item.id.toLowerCase()])])) {
    if (name !== item.id && !item.aliases.some((alias) => alias.name === name)) {
      item.aliases = [...item.aliases, { name, span }];
    }
  }
}

/**
 * Backlog.md takes `task-12`, `TASK-12` and `12` for one ID and shows it in capitals (`normalizeId` of its
 * `src/utils/prefix-config.ts`), so files of different age spell it differently.
 */
function inFoldersSpelling(id: string, { backlogPrefix }: ItemFolder): string {
  if (backlogPrefix === undefined) {
    return id;
  }
  return /^\d[\d.]*$/.test(id) ? `${backlogPrefix}-${id}` : id.toUpperCase();
}

/** `refunds` of `[[refunds]]`, `[[refunds|Refunds]]`, `../epics/refunds.md`. */
function fileOrId(name: string): string {
  const linked = /^\[\[([^\]|#]*)[^\]]*\]\]$/.exec(name)?.[1]?.trim();
  const isFile = name.endsWith('.md') || (linked !== undefined && !looksLikeId(linked));
  return isFile ? idOfFile(linked ?? name) : (linked ?? name);
}

/** The ID in the name; else the name in lower case, since file systems differ in whether that counts. */
function idOfFile(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:md|markdown)$/i, '');
  return idInFileName(path) ?? name.toLowerCase().replace(/\s+/g, '-');
}

/** Tasks of many files are called `Write tests`: their IDs tell whose they are. */
function ownChild(child: Draft<WorkItem>, parent: string): void {
  if (child.derivedId) {
    child.id = `${parent}/${child.id}`;
  }
  for (const below of child.children) {
    ownChild(below, parent);
  }
}
