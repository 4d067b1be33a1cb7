import { access, constants } from 'node:fs/promises';
import { env, type ExtensionContext, ExtensionMode, type LogOutputChannel, Uri, window } from 'vscode';
import { findRipgrep } from './client/ripgrep';
import { ServerConnection } from './client/serverConnection';
import { registerCommands } from './commands/registerCommands';
import { offer, showLog } from './commands/runCommand';
import { COMMANDS } from '../protocol/contributions';
import { sentences } from './sentences';
import type { Services } from './services';
import { registerStatusBar } from './statusBar';
import { registerStoryPages, StoryPanels } from './storyPage/storyPanels';
import { BacklogState } from './views/backlogState';
import { createTrees, registerViews, type Trees } from './views/registerViews';

let server: ServerConnection | undefined;

/** What the tests of the extension look into. */
export interface Internals extends Services {
  readonly trees: Trees;
}

/** @returns undefined, but for the tests of the extension */
export function activate(context: ExtensionContext): Internals | undefined {
  const log = window.createOutputChannel('Waymark', { log: true });
  server = createServerConnection(context, log);
  const services: Services = {
    server,
    log,
    storageUri: context.globalStorageUri,
    memory: context.workspaceState,
    backlog: new BacklogState(context.workspaceState),
    extensionUri: context.extensionUri,
    pages: new StoryPanels(),
  };
  const trees = createTrees(services);
  context.subscriptions.push(
    log,
    server,
    services.backlog,
    services.pages,
    registerCommands(services),
    registerViews(services, trees),
    registerStatusBar(services),
    registerStoryPages(services),
  );
  // Not awaited: the views show that it is starting, and a failure is told where it happens.
  void server.start();
  return context.extensionMode === ExtensionMode.Test ? { ...services, trees } : undefined;
}

/** The editor does not wait for what it disposes, but it waits for this. */
export async function deactivate(): Promise<void> {
  await server?.stop();
}

function createServerConnection(
  { extensionUri, globalStorageUri }: ExtensionContext,
  log: LogOutputChannel,
): ServerConnection {
  return new ServerConnection({
    createClient: async () => {
      // The library is most of the extension's code; loaded here, it does not keep the editor waiting.
      const { WaymarkClient } = await import('./client/waymarkClient');
      const serverModule = Uri.joinPath(extensionUri, 'dist', 'server.js');
      const cacheFolder = Uri.joinPath(globalStorageUri, 'cache').fsPath;
      return new WaymarkClient({ serverModule, log, cacheFolder, ripgrepPath: await ripgrep() });
    },
    onFailure: (failure) => {
      const sentence = failure === 'start' ? sentences.startFailed : sentences.crashed;
      offer('error', sentence, [sentences.restart, COMMANDS.restartServer], showLog);
    },
    logError: (message, error) => log.error(message, error),
  });
}

function ripgrep(): Promise<string | undefined> {
  return findRipgrep({ appRoot: env.appRoot, platform: process.platform, arch: process.arch }, isExecutable);
}

async function isExecutable(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
