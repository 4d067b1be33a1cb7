import { statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createSampleWorkspace } from '../src/engine/sample/createSample';
import { buildProduct } from './build';
import { findDesktopEditor } from './editor/desktopEditor';
import { startEditorServer } from './editor/editorServer';
import { ownEnvironment } from './editor/environment';
import { linkExtension } from './editor/linkExtension';
import { installNpmEditor } from './editor/npmEditor';
import { writeUserSettings } from './editor/userSettings';
import { reportFailure } from './fail';
import { exitCode, start } from './processes';
import { cacheFolder, projectFolder } from './project';

const usage = 'Usage: npm start [-- FOLDER]   opens FOLDER, or a fresh sample, in an editor with Waymark';

async function main(): Promise<void> {
  const [folder, ...others] = process.argv.slice(2);
  if (folder?.startsWith('-') || others.length > 0) return refuse(usage);
  if (folder !== undefined && !isFolder(absolute(folder))) return refuse(`There is no folder ${absolute(folder)}.`);

  await buildProduct({ production: false });
  const opened = folder === undefined ? await makeSample() : absolute(folder);
  const desktop = await findDesktopEditor();
  // From here on an interruption is the way to end, not a failure.
  process.exitCode = 0;
  await (desktop === undefined ? openInBrowser(opened) : openOnDesktop(desktop, opened));
}

/** npm runs scripts in the project's folder, and says where the person was. */
function absolute(folder: string): string {
  return resolve(process.env['INIT_CWD'] ?? '', folder);
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function refuse(sentence: string): void {
  console.error(sentence);
  process.exitCode = 2;
}

async function makeSample(): Promise<string> {
  const sample = join(cacheFolder, 'sample');
  await rm(sample, { recursive: true, force: true });
  await createSampleWorkspace(sample);
  return sample;
}

async function openInBrowser(folder: string): Promise<void> {
  const home = join(cacheFolder, 'start');
  const extensionsFolder = join(home, 'extensions');
  const editor = await installNpmEditor();
  await linkExtension(extensionsFolder);
  const server = await startEditorServer(editor, { dataFolder: home, extensionsFolder, folder });
  console.log(`Waymark is open at ${server.address()}`);
  console.log('Stop it with Ctrl+C.');
  await server.ended;
  console.log('The editor has stopped.');
}

async function openOnDesktop(program: string, folder: string): Promise<void> {
  const data = join(cacheFolder, 'desktop');
  await writeUserSettings(join(data, 'User'));
  const args = [
    `--extensionDevelopmentPath=${projectFolder}`,
    `--user-data-dir=${data}`,
    `--extensions-dir=${join(data, 'extensions')}`,
    '--disable-workspace-trust',
    '--skip-welcome',
    '--skip-release-notes',
    '--new-window',
    folder,
  ];
  const editor = start(program, args, { env: ownEnvironment(), stdio: 'ignore' });
  console.log('Waymark is open in Visual Studio Code.');
  console.log('Stop it with Ctrl+C, or close the window.');
  await exitCode(editor);
}

main().catch(reportFailure);
