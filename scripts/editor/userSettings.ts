import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** An editor that shows the folder and the extension, and nothing that greets, advises, signs in or calls home. */
const settings = {
  'chat.agentHost.enabled': false,
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  // As on the desktop: what is typed is kept when the person says so.
  'files.autoSave': 'off',
  'git.autofetch': false,
  'git.openRepositoryInParentFolders': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
};

/** Where folders are not trusted, nothing asks at the start: the editor is used as it is then. */
const trustSettings = (asksForTrust: boolean) =>
  asksForTrust ? { 'security.workspace.trust.startupPrompt': 'never' } : { 'security.workspace.trust.enabled': false };

/**
 * Gives an editor its user settings, unless it has some: a person may have changed them.
 *
 * @param userFolder the folder "User" of the editor's data
 */
export async function writeUserSettings(
  userFolder: string,
  { asksForTrust = false }: { readonly asksForTrust?: boolean } = {},
): Promise<void> {
  const file = join(userFolder, 'settings.json');
  if (existsSync(file)) return;
  await mkdir(userFolder, { recursive: true });
  await writeFile(file, `${JSON.stringify({ ...settings, ...trustSettings(asksForTrust) }, undefined, 2)}\n`);
}
