import { Uri } from 'vscode';
import { SwitchBranchRequest, type WorkAnswer } from '../../protocol/work';
import type { Services } from '../services';
import { gitRepository, wordsOfGit } from './gitApi';

type Wanted = Extract<WorkAnswer, { readonly next: unknown }>;

/**
 * Checks a branch out through the editor's own git, so that all of the editor knows it at once, else through the server.
 *
 * @returns what git said against it; undefined: it is checked out
 */
export async function checkOut({ server }: Services, { branch, root, next }: Wanted): Promise<string | undefined> {
  const repository = await gitRepository(Uri.parse(root, true));
  if (!repository) {
    const params = { folder: next.folder, branch };
    return (await server.ask((client) => client.sendRequest(SwitchBranchRequest, params))) ?? undefined;
  }
  try {
    await (branch.isNew ? repository.createBranch(branch.name, true) : repository.checkout(branch.name));
    return undefined;
  } catch (error) {
    return wordsOfGit(error);
  }
}
