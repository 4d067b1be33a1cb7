import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from '../project';

/** The file that says an installation is complete; without it, the folder is what an interrupted one left. */
const stamp = '.complete';

/**
 * A folder of the cache, filled on first use.
 *
 * It is filled beside its final place and renamed when complete, so that an interrupted installation is done again and
 * two that run at once do not disturb each other.
 *
 * @param name names the content and its exact version: a new version is a new folder
 * @param announcement one line for people, printed before work that takes a while
 */
export async function installOnce(
  name: string,
  announcement: string,
  fill: (folder: string) => Promise<void>,
): Promise<string> {
  const folder = join(cacheFolder, name);
  if (isComplete(folder)) return folder;

  console.log(announcement);
  await removeAbandoned(name);
  const partial = `${folder}.partial-${process.pid}`;
  await mkdir(partial, { recursive: true });
  try {
    await fill(partial);
    await writeFile(join(partial, stamp), '');
    await moveInto(partial, folder);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  return folder;
}

/** Whether a folder of the cache is there and complete. */
export function isInstalled(name: string): boolean {
  return isComplete(join(cacheFolder, name));
}

function isComplete(folder: string): boolean {
  return existsSync(join(folder, stamp));
}

async function moveInto(partial: string, folder: string): Promise<void> {
  try {
    await rename(partial, folder);
  } catch (error) {
    // Somebody else was quicker: theirs is as good.
    if (!isComplete(folder)) throw error;
  }
}

async function removeAbandoned(name: string): Promise<void> {
  const marker = `${name}.partial-`;
  const entries = existsSync(cacheFolder) ? await readdir(cacheFolder) : [];
  for (const entry of entries.filter((candidate) => candidate.startsWith(marker))) {
    if (!isAlive(Number(entry.slice(marker.length))))
      await rm(join(cacheFolder, entry), { recursive: true, force: true });
  }
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch {
    return false;
  }
}
