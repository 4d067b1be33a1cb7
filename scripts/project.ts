import { join, resolve } from 'node:path';

/** Absolute path of the repository. */
export const projectFolder = resolve(__dirname, '..');

/** Everything the scripts install or make for themselves; git ignores it, and it may be deleted at any time. */
export const cacheFolder = join(projectFolder, '.vscode-test');

/** What a test run leaves behind for people to look at; git ignores it. */
export const outFolder = join(projectFolder, 'out');
