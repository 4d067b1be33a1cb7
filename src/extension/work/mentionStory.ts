import { Uri } from 'vscode';
import { MentionStoryRequest } from '../../protocol/work';
import { offer } from '../commands/runCommand';
import { gitRepository } from '../git/gitApi';
import { sentences } from '../sentences';
import type { Services } from '../services';
import { folderOfBranch } from './folderOfBranch';

/** Writes the ID of the branch's story into the commit message of the source control view. */
export async function mentionStory(services: Services): Promise<void> {
  const folder = await folderOfBranch(services);
  const repository = folder === undefined ? undefined : await gitRepository(Uri.parse(folder, true));
  if (folder === undefined || !repository) {
    offer('error', sentences.noMessageBox);
    return;
  }
  const params = { folder, text: repository.inputBox.value };
  const result = await services.server.ask((client) => client.sendRequest(MentionStoryRequest, params));
  if ('refusal' in result) {
    offer('information', result.refusal);
  } else {
    repository.inputBox.value = result.text;
  }
}
