import { mkdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from '../project';

/**
 * Makes a folder of extensions that holds one: this project, linked. The editor takes it for an installed extension,
 * so that its pages need no more than a plain address, and reloading a page loads what was built since.
 */
export async function linkExtension(extensionsFolder: string): Promise<void> {
  await rm(extensionsFolder, { recursive: true, force: true });
  await mkdir(extensionsFolder, { recursive: true });
  await symlink(projectFolder, join(extensionsFolder, 'waymark'), 'junction');
}
