import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { type Disposable, env, extensions, type LogOutputChannel, type Uri, workspace } from 'vscode';
import {
  BaseLanguageClient,
  CloseAction,
  ErrorAction,
  type LanguageClientOptions,
  type MessageTransports,
  RevealOutputChannelOn,
  State,
} from 'vscode-languageclient';
import { IPCMessageReader, IPCMessageWriter } from 'vscode-languageserver-protocol/node';
import { COMMANDS, LINK_COMMANDS, SETTINGS_SECTION } from '../../protocol/contributions';
import type { InitializationOptions } from '../../protocol/messages';
import { trustLinks } from './hoverLinks';
import { createRestartPolicy } from './restartPolicy';
import { linkRules } from './ruleLinks';
import { endServerProcess, startServerProcess } from './serverProcess';

/** `failed`: the server could not be started, or ended by itself too often; this client starts it no more. */
export type ClientState = 'starting' | 'running' | 'stopped' | 'failed';

export interface WaymarkClientOptions {
  readonly serverModule: Uri;
  readonly log: LogOutputChannel;
  readonly ripgrepPath: string | undefined;
  /** Where the server keeps what it read until the next time. */
  readonly cacheFolder: string;
}

/**
 * The client of the server, which it runs in a process of its own. It only logs: who started it tells the person, once and
 * in plain words. A client whose start failed cannot be started again; one that was stopped can.
 *
 * The library's ready-made client for Node is not used, since it has the server look every three seconds whether the
 * editor still lives.
 */
export class WaymarkClient extends BaseLanguageClient {
  readonly #serverModule: string;
  readonly #log: LogOutputChannel;
  readonly #mayRestart = createRestartPolicy(Date.now);
  #process: ChildProcess | undefined;
  /** The server ended by itself and is not started again: the library's `Stopped` is for good then. */
  #hasGivenUp = false;

  constructor(options: WaymarkClientOptions) {
    const { serverModule, log } = options;
    super(SETTINGS_SECTION, 'Waymark', {
      ...clientOptions(options),
      errorHandler: {
        error: (_error, _message, count) => ({
          action: (count ?? 0) <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown,
          handled: true,
        }),
        closed: () => ({ action: this.#actionWhenClosed(), handled: true }),
      },
    });
    this.#serverModule = serverModule.fsPath;
    this.#log = log;
  }

  get clientState(): ClientState {
    if (this.state === State.Running) {
      return 'running';
    }
    if (this.state === State.Starting) {
      return 'starting';
    }
    return this.state === State.StartFailed || this.#hasGivenUp ? 'failed' : 'stopped';
  }

  onDidChangeClientState(listener: (state: ClientState) => void): Disposable {
    return this.onDidChangeState(() => listener(this.clientState));
  }

  /** Unlike the library's, also ends a server that is still starting or failed to, instead of throwing. */
  override async stop(timeout?: number): Promise<void> {
    const child = this.#process;
    if (this.state === State.Starting || this.state === State.StartFailed) {
      child?.kill();
      return;
    }
    try {
      await super.stop(timeout);
    } finally {
      if (child !== undefined) {
        endServerProcess(child);
      }
    }
  }

  /** The library's own says English, whatever the editor speaks. */
  protected override getLocale(): string {
    return env.language;
  }

  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }

  protected override async createMessageTransports(): Promise<MessageTransports> {
    const child = startServerProcess(this.#serverModule, this.#log);
    this.#process = child;
    await once(child, 'spawn');
    return { reader: new IPCMessageReader(child), writer: new IPCMessageWriter(child) };
  }

  #actionWhenClosed(): CloseAction {
    this.#hasGivenUp = this.state !== State.Running || !this.#mayRestart();
    return this.#hasGivenUp ? CloseAction.DoNotRestart : CloseAction.Restart;
  }
}

function clientOptions({ log, ripgrepPath, cacheFolder }: WaymarkClientOptions): LanguageClientOptions {
  return {
    // The box for a commit's message is no file.
    documentSelector: [{ scheme: 'file' }, { language: 'scminput' }, { language: 'git-commit' }],
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    // Asked at each start: trust may have been granted since the last one.
    initializationOptions: (): InitializationOptions => ({
      trusted: workspace.isTrusted,
      cacheFolder,
      schemaFormats: extensions.getExtension('redhat.vscode-yaml') ? ['json', 'yaml'] : ['json'],
      suggestCommand: 'editor.action.triggerSuggest',
      askCommand: COMMANDS.applyFix,
      carriesOutWork: true,
      linkCommands: LINK_COMMANDS,
      ...(ripgrepPath !== undefined && { ripgrepPath }),
    }),
    initializationFailedHandler: () => false,
    middleware: {
      provideHover: async (document, position, token, next) => {
        const hover = await next(document, position, token);
        trustLinks(hover);
        return hover;
      },
      handleDiagnostics: (uri, diagnostics, next) => {
        linkRules(diagnostics);
        next(uri, diagnostics);
      },
    },
  };
}
