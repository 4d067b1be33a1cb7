import { linksParamsOf } from '../commands/commandArguments';
import { pickItem } from '../commands/pickItem';
import { offer } from '../commands/runCommand';
import { sentences } from '../sentences';
import type { Services } from '../services';
import { converse } from './converse';
import { folderOfBranch } from './folderOfBranch';

/** Begins work on a story: of the row that was clicked, else on one that the person picks. */
export async function startWork(services: Services, argument: unknown): Promise<void> {
  const item = linksParamsOf(argument) ?? (await pickItem(services));
  if (item) {
    await converse(services, { about: 'start', folder: item.folder, id: item.id });
  }
}

/** Ends work on the story of the row, else on that of the branch. */
export function finishWork(services: Services, argument: unknown): Promise<void> {
  return ofItemOrBranch(services, 'finish', argument);
}

/** Goes on with another active story. */
export function switchStory(services: Services): Promise<void> {
  return ofItemOrBranch(services, 'switch', undefined);
}

/** Lists what can be done with the story. */
export function storyActions(services: Services, argument: unknown): Promise<void> {
  return ofItemOrBranch(services, 'actions', argument);
}

async function ofItemOrBranch(
  services: Services,
  about: 'finish' | 'switch' | 'actions',
  argument: unknown,
): Promise<void> {
  const item = linksParamsOf(argument);
  const folder = item?.folder ?? (await folderOfBranch(services));
  if (folder === undefined) {
    offer('error', sentences.noFolder);
    return;
  }
  await converse(services, { about, folder, ...(item && { id: item.id }) });
}
