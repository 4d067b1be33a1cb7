import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readText } from '../../engine/files/readText';
import type { EditedTexts } from '../fileEdits';
import { type Folder, uriOf } from '../folder';

/** How long an editor may take to see that git changed a file that it shows. */
const PATIENCE_MS = 2000;
const PAUSE_MS = 25;

/**
 * Reads the roadmaps as they are after git checked out another branch. A roadmap that the client shows is read again by the client first;
 * one that a person has changed and not saved never becomes that of the disk, so it is waited for only so long.
 */
export async function readAgain({ engine, ...folder }: Folder, { documentOf }: EditedTexts): Promise<void> {
  const paths = engine.trace.plan.roadmaps.map((roadmap) => roadmap.path);
  engine.filesChanged(paths);
  await engine.idle();
  const isBehind = (file: string): boolean => {
    const open = documentOf(uriOf({ engine, ...folder }, file));
    const read = open && readText(path.resolve(engine.folder, file));
    return read !== undefined && 'text' in read && read.text !== open?.getText();
  };
  const end = Date.now() + PATIENCE_MS;
  while (paths.some(isBehind) && Date.now() < end) {
    await pause(PAUSE_MS);
  }
  await engine.idle();
}
