import { type Disposable, EventEmitter, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ViewName } from '../../protocol/contributions';
import {
  type Overview,
  OverviewNotification,
  TreeChangedNotification,
  TrustGrantedNotification,
} from '../../protocol/messages';
import { StoryPagesChangedNotification } from '../../protocol/storyPage';
import type { ClientState, WaymarkClient } from './waymarkClient';

export type ServerPhase = 'starting' | 'running' | 'failed' | 'stopped';

/** A request was made while no server could answer it. */
export class ServerUnavailable extends Error {}

export interface ServerConnectionOptions {
  readonly createClient: () => Promise<WaymarkClient>;
  /** Told once for each time that the server is given up. */
  readonly onFailure: (failure: 'start' | 'crash') => void;
  readonly logError: (message: string, error: unknown) => void;
}

/**
 * The server, as the rest of the extension knows it. It lives as long as the extension, while client sessions, from a start
 * to a stop, come and go in it: what a session listens to is disposed with the session.
 */
export class ServerConnection implements Disposable {
  readonly #changed = new EventEmitter<void>();
  readonly #treeChanged = new EventEmitter<readonly ViewName[]>();
  readonly #storiesChanged = new EventEmitter<void>();
  readonly #options: ServerConnectionOptions;

  #client: WaymarkClient | undefined;
  #session: Disposable[] = [];
  #phase: ServerPhase = 'stopped';
  #overview: Overview | undefined;
  #isStopWanted = false;
  /** Starts and stops, one after the other. Never rejects. */
  #transitions: Promise<void> = Promise.resolve();

  /** The phase or the overview is another one. */
  readonly onDidChange = this.#changed.event;
  readonly onDidChangeTree = this.#treeChanged.event;
  /** What any story page says may be another thing. */
  readonly onDidChangeStories = this.#storiesChanged.event;

  constructor(options: ServerConnectionOptions) {
    this.#options = options;
  }

  get phase(): ServerPhase {
    return this.#phase;
  }

  /** undefined until the first reading is done. */
  get overview(): Overview | undefined {
    return this.#overview;
  }

  start(): Promise<void> {
    return this.#inTurn(() => this.#start());
  }

  restart(): Promise<void> {
    void this.stop();
    return this.start();
  }

  /** Also interrupts a start that is under way: a server may never answer. */
  stop(): Promise<void> {
    this.#isStopWanted = true;
    if (this.#client?.clientState === 'starting') {
      void this.#client.stop();
    }
    return this.#inTurn(() => this.#stop());
  }

  /** Asks the server, once it is up. @throws ServerUnavailable, or the server's own error */
  async ask<R>(send: (client: BaseLanguageClient) => Promise<R>): Promise<R> {
    await this.#transitions;
    if (this.#client === undefined || this.#isDown()) {
      throw new ServerUnavailable(this.#phase);
    }
    return send(this.#client);
  }

  /** The overview as soon as there is one; undefined when there will be none, because the server failed or was stopped. */
  async firstOverview(): Promise<Overview | undefined> {
    await this.#transitions;
    if (this.#overview !== undefined || this.#isDown()) {
      return this.#overview;
    }
    return new Promise((resolve) => {
      const listener = this.onDidChange(() => {
        if (this.#overview !== undefined || this.#isDown()) {
          listener.dispose();
          resolve(this.#overview);
        }
      });
    });
  }

  /** Ends the session without waiting for the server; {@link stop} waits. */
  dispose(): void {
    this.#endSession();
    this.#changed.dispose();
    this.#treeChanged.dispose();
    this.#storiesChanged.dispose();
  }

  #isDown(): boolean {
    return this.#phase === 'failed' || this.#phase === 'stopped';
  }

  #inTurn(transition: () => Promise<void>): Promise<void> {
    this.#transitions = this.#transitions.then(transition).catch((error: unknown) => {
      this.#options.logError('The server could not be started or stopped', error);
    });
    return this.#transitions;
  }

  async #start(): Promise<void> {
    this.#enter('starting');
    try {
      const client = this.#client ?? (await this.#options.createClient());
      if (this.#isStopWanted) {
        return;
      }
      this.#client = client;
      this.#beginSession(client);
      await client.start();
    } catch (error) {
      this.#options.logError('The server could not be started', error);
      this.#fail('start');
    }
  }

  #beginSession(client: WaymarkClient): void {
    this.#session.push(
      client.onNotification(OverviewNotification, (overview) => {
        if (this.#overview !== undefined || isTelling(overview)) {
          this.#overview = overview;
          this.#changed.fire();
        }
      }),
      client.onNotification(TreeChangedNotification, (views) => {
        // Before the first overview no rows were asked for, so none can be others.
        if (this.#overview !== undefined) {
          this.#treeChanged.fire(views);
        }
      }),
      client.onNotification(StoryPagesChangedNotification, () => this.#storiesChanged.fire()),
      client.onDidChangeClientState((state) => this.#follow(state)),
      workspace.onDidGrantWorkspaceTrust(() => {
        client.sendNotification(TrustGrantedNotification).catch((error: unknown) => {
          this.#options.logError('The server could not be told that the workspace is trusted', error);
        });
      }),
    );
  }

  async #stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    this.#isStopWanted = false;
    this.#endSession();
    this.#enter('stopped');
    await client?.stop();
    // A client that stopped well is used again, for the library never disposes some listeners of a client.
    if (client?.clientState === 'stopped') {
      this.#client = client;
    }
  }

  /** `stopped` stands between a crash and the next start; a stop that was asked for has ended the session before. */
  #follow(state: ClientState): void {
    if (state === 'failed') {
      this.#fail(this.#phase === 'running' ? 'crash' : 'start');
    } else if (state !== 'stopped') {
      this.#enter(state);
    }
  }

  #enter(phase: ServerPhase): void {
    if (phase !== 'running') {
      this.#overview = undefined;
    }
    this.#phase = phase;
    this.#changed.fire();
  }

  /** A client that failed is not used again: the library cannot start it a second time. */
  #fail(failure: 'start' | 'crash'): void {
    if (this.#isStopWanted || this.#phase === 'failed') {
      return;
    }
    this.#endSession();
    this.#client = undefined;
    this.#enter('failed');
    this.#options.onFailure(failure);
  }

  #endSession(): void {
    for (const disposable of this.#session.splice(0)) {
      disposable.dispose();
    }
  }
}

/** False for what is sent before anything was read: that nothing is there is no news then. */
function isTelling({ busy, folders }: Overview): boolean {
  return busy === undefined || folders.some((folder) => folder.items > 0);
}
