import { activeFolderUri, localFolders } from '../folders';
import type { Services } from '../services';
import { branchItem } from '../status';

/** The folder that a command without an item is about: that of the active editor, else one whose branch names a story, else the first. */
export async function folderOfBranch({ server }: Services): Promise<string | undefined> {
  const overview = await server.firstOverview();
  return (
    activeFolderUri() ?? branchItem(overview?.branchItems ?? [], undefined)?.folder ?? localFolders()[0]?.uri.toString()
  );
}
