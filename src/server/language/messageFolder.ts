import path from 'node:path';
import { URI } from 'vscode-uri';
import { pathOfUri, type Folder } from '../folder';
import type { Folders } from '../folders';

/** The languages of commits' messages: the box of VS Code, its editor for git, and what Vim calls it. */
const MESSAGE_LANGUAGES: readonly string[] = ['scminput', 'git-commit', 'gitcommit'];

export function isCommitMessage(languageId: string): boolean {
  return MESSAGE_LANGUAGES.includes(languageId);
}

/**
 * The folder whose commits a message is for: the only one, else the one that is, or holds, or lies in the repository that the
 * message's URI names. undefined: nobody knows.
 */
export function folderOfMessage(uri: string, folders: Folders): Folder | undefined {
  const { all } = folders;
  if (all.length === 1) {
    return all[0];
  }
  const root = repositoryOf(uri);
  const within = (inner: string, outer: string) => inner === outer || inner.startsWith(outer + path.sep);
  const holders = root === undefined ? [] : all.filter(({ engine }) => within(root, engine.folder));
  const held = root === undefined ? [] : all.filter(({ engine }) => within(engine.folder, root));
  // Of folders within one another the inner one; of several beside one another none can be told.
  const [nearest] = holders.sort((a, b) => b.engine.folder.length - a.engine.folder.length);
  return nearest ?? (held.length === 1 ? held[0] : undefined);
}

/** The top of the repository: the box names it in its query, and a file of git's lies in its `.git`. */
function repositoryOf(uri: string): string | undefined {
  const root = new URLSearchParams(URI.parse(uri).query).get('rootUri');
  if (root !== null) {
    return pathOfUri(root);
  }
  const file = pathOfUri(uri);
  const inGit = file?.lastIndexOf(`${path.sep}.git${path.sep}`) ?? -1;
  return inGit > 0 ? file?.slice(0, inGit) : undefined;
}
