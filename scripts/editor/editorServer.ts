import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { run, start, stop } from '../processes';
import { ownEnvironment } from './environment';
import type { NpmEditor } from './npmEditor';
import { writeUserSettings } from './userSettings';

/** How long the server may take until it listens. */
const startDeadline = 60_000;

export interface EditorServerOptions {
  /** Where the editor keeps settings, state and logs. */
  readonly dataFolder: string;
  /** Where the editor looks for installed extensions. */
  readonly extensionsFolder: string;
  /** The folder that the plain address opens. */
  readonly folder?: string;
  /** Lets a page name an extension and a test suite to run. */
  readonly runsTests?: boolean;
  /** A folder is not trusted until a person says so; otherwise all are. */
  readonly asksForTrust?: boolean;
  /** The language that it speaks, such as `de`; it must have a pack of it. */
  readonly locale?: string;
}

/** A page of the editor: the folder or the file of a workspace that it opens, and the extension and suite to load, as absolute paths. */
interface EditorPage {
  readonly folder?: string;
  readonly workspace?: string;
  readonly extension?: string;
  readonly suite?: string;
}

export interface EditorServer {
  /** The address to give to a browser. It holds the token without which the server answers nobody. */
  readonly address: (page?: EditorPage) => string;
  readonly stop: () => Promise<void>;
  /** Settles when the server has ended, whoever ended it. */
  readonly ended: Promise<void>;
}

/** Starts the editor's server on a free port of this machine alone. */
export async function startEditorServer(editor: NpmEditor, options: EditorServerOptions): Promise<EditorServer> {
  await writeUserSettings(join(options.dataFolder, 'data', 'User'), options);
  const token = randomBytes(12).toString('hex');
  const child = start(editor.node, [editor.serverScript, ...serverArguments(token, options)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // As if a shell had started it: otherwise the editor asks a login shell for another environment, with a PATH of its own.
    env: { ...ownEnvironment(), VSCODE_CLI: '1' },
  });
  const port = await listeningPort(child).catch(async (error: unknown) => {
    await stop(child);
    throw error;
  });
  return {
    address: (page) => addressOf(`127.0.0.1:${port}`, token, page ?? {}),
    stop: () => stop(child),
    ended: new Promise((resolve) => child.once('exit', () => resolve())),
  };
}

/** Installs a packaged extension as a person would. */
export async function installExtension(editor: NpmEditor, vsix: string, extensionsFolder: string): Promise<void> {
  await run(editor.node, [editor.serverScript, '--install-extension', vsix, '--extensions-dir', extensionsFolder], {
    env: ownEnvironment(),
  });
}

function serverArguments(token: string, options: EditorServerOptions): string[] {
  const flags = ['--accept-server-license-terms'];
  if (!options.asksForTrust) flags.push('--disable-workspace-trust');
  if (options.runsTests) flags.push('--enable-smoke-test-driver');
  const values = {
    host: '127.0.0.1',
    port: '0',
    'connection-token': token,
    'telemetry-level': 'off',
    'server-data-dir': options.dataFolder,
    'extensions-dir': options.extensionsFolder,
    ...(options.folder === undefined ? {} : { 'default-folder': options.folder }),
    ...(options.locale === undefined ? {} : { locale: options.locale }),
  };
  return [...flags, ...Object.entries(values).map(([name, value]) => `--${name}=${value}`)];
}

/** Waits for the line in which the server names the port that it was given. */
function listeningPort(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = (reason: string) => {
      clearTimeout(deadline);
      reject(new Error(`The editor did not start: ${reason}.\n${output.trim()}`));
    };
    const deadline = setTimeout(() => fail(`no answer in ${startDeadline / 1000} seconds`), startDeadline);
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const port = /listening on (\d+)/.exec(output)?.[1];
      if (port === undefined) return;
      clearTimeout(deadline);
      // From here on only drained: a full pipe would block the server.
      child.stdout?.off('data', read).resume();
      child.stderr?.off('data', read).resume();
      resolve(port);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', (error) => fail(error.message));
    child.once('exit', (code) => fail(`it ended with exit code ${code}`));
  });
}

function addressOf(host: string, token: string, page: EditorPage): string {
  const url = new URL(`http://${host}/?tkn=${token}`);
  if (page.folder !== undefined) url.searchParams.set('folder', page.folder);
  if (page.workspace !== undefined) url.searchParams.set('workspace', page.workspace);
  const payload = [
    ['extensionDevelopmentPath', page.extension],
    ['extensionTestsPath', page.suite],
  ].flatMap(([key, path]) => (path === undefined ? [] : [[key, `vscode-remote://${host}${path}`]]));
  if (payload.length > 0) url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}
