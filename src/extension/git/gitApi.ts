import { extensions, type Uri } from 'vscode';

/** What is used of a repository of the editor's own git extension, API version 1. */
export interface GitRepository {
  readonly inputBox: { value: string };
  createBranch(name: string, checkout: boolean): Promise<void>;
  checkout(treeish: string): Promise<void>;
}

interface GitApi {
  getRepository(uri: Uri): GitRepository | null;
  openRepository?(root: Uri): Promise<GitRepository | null>;
}

interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): GitApi;
}

/** The repository of a root as the editor's own git knows it; undefined: that is switched off, or does not open it. */
export async function gitRepository(root: Uri): Promise<GitRepository | undefined> {
  const extension = extensions.getExtension<GitExtension>('vscode.git');
  const git = await extension?.activate();
  if (!git?.enabled) {
    return undefined;
  }
  const api = git.getAPI(1);
  return api.getRepository(root) ?? (await api.openRepository?.(root)) ?? undefined;
}

/** What git said, where the extension tells it, of what it threw. */
export function wordsOfGit(error: unknown): string {
  const stderr = typeof error === 'object' && error !== null && 'stderr' in error ? error.stderr : undefined;
  return typeof stderr === 'string' && stderr !== '' ? stderr : error instanceof Error ? error.message : String(error);
}
