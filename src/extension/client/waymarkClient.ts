import { workspace, type Uri, type LogOutputChannel } from 'vscode';
import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  type ServerOptions,
  State,
  TransportKind,
} from 'vscode-languageclient/node';
import { SETTINGS_SECTION } from '../../protocol/contributions';
import type { InitializationOptions } from '../../protocol/messages';
import { createRestartPolicy } from './restartPolicy';
import { linkRules } from './ruleLinks';

export interface WaymarkClientOptions {
  readonly serverModule: Uri;
  readonly log: LogOutputChannel;
  readonly ripgrepPath: string | undefined;
}

/**
 * The library's client, except that it only logs: who started it tells the person, once and in plain words. A client
 * whose start failed cannot be started again; one that was stopped can.
 */
export class WaymarkClient extends LanguageClient {
  constructor({ serverModule, log, ripgrepPath }: WaymarkClientOptions) {
    const run = { module: serverModule.fsPath, transport: TransportKind.ipc };
    const server: ServerOptions = { run, debug: run };
    super(SETTINGS_SECTION, 'Waymark', server, {
      ...clientOptions(log, ripgrepPath),
      errorHandler: {
        error: (_error, _message, count) => ({
          action: (count ?? 0) <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown,
          handled: true,
        }),
        closed: () => ({ action: this.#actionWhenClosed(), handled: true }),
      },
    });
  }

  readonly #mayRestart = createRestartPolicy(Date.now);

  /** True when the server ended by itself and is not started again: the client's `Stopped` is for good then. */
  hasGivenUp = false;

  #actionWhenClosed(): CloseAction {
    this.hasGivenUp = this.state !== State.Running || !this.#mayRestart();
    return this.hasGivenUp ? CloseAction.DoNotRestart : CloseAction.Restart;
  }

  /** Unlike the library's, also ends a server that is still starting or failed to, instead of throwing. */
  override async stop(timeout?: number): Promise<void> {
    if (this.state === State.Starting || this.state === State.StartFailed) {
      this.serverProcess?.kill();
      return;
    }
    await super.stop(timeout);
  }

  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

function clientOptions(log: LogOutputChannel, ripgrepPath: string | undefined): LanguageClientOptions {
  return {
    documentSelector: [{ scheme: 'file' }],
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    // Asked at each start: trust may have been granted since the last one.
    initializationOptions: (): InitializationOptions => ({
      trusted: workspace.isTrusted,
      ...(ripgrepPath !== undefined && { ripgrepPath }),
    }),
    initializationFailedHandler: () => false,
    middleware: {
      handleDiagnostics: (uri, diagnostics, next) => {
        linkRules(diagnostics);
        next(uri, diagnostics);
      },
    },
  };
}
