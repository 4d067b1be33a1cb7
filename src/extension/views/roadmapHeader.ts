import { Disposable, type TreeView } from 'vscode';
import { type BacklogSummary, BacklogSummaryRequest } from '../../protocol/backlogView';
import { CONTEXT_KEYS } from '../../protocol/contributions';
import type { TreeNode } from '../../protocol/messages';
import type { Services } from '../services';
import { createContextKey } from './contextKey';

/** Keeps what the *Roadmap* view says of its rows, in the server's words. */
export class RoadmapHeader implements Disposable {
  readonly #services: Services;
  readonly #view: TreeView<TreeNode>;
  readonly #setFiltered = createContextKey(CONTEXT_KEYS.roadmapFilter);
  readonly #onMessage: () => void;
  readonly #listeners: Disposable;
  /** Of several that are under way the last one counts. */
  #asked = 0;
  #message = '';
  #hidesAll = false;
  #wasReading = true;

  /** @param onMessage told when {@link message} is another one */
  constructor(services: Services, view: TreeView<TreeNode>, onMessage: () => void) {
    this.#services = services;
    this.#view = view;
    this.#onMessage = onMessage;
    const update = (): void => void this.#update();
    this.#listeners = Disposable.from(
      services.backlog.onDidChange(update),
      services.server.onDidChange(() => this.#followReading()),
      services.server.onDidChangeTree((names) => names.includes('roadmap') && update()),
    );
  }

  /** What is left out; empty: nothing. */
  get message(): string {
    return this.#message;
  }

  /** Nothing is left to show, which the view says with links. */
  get hidesAll(): boolean {
    return this.#hidesAll;
  }

  dispose(): void {
    this.#listeners.dispose();
  }

  /** Changes of the tree are told only once it was read. */
  #followReading(): void {
    const isReading = this.#services.server.overview === undefined;
    if (this.#wasReading && !isReading) {
      void this.#update();
    }
    this.#wasReading = isReading;
  }

  async #update(): Promise<void> {
    const asked = ++this.#asked;
    const summary = await this.#summary();
    if (summary && asked === this.#asked) {
      this.#view.description = summary.description;
      this.#setFiltered(summary.hidesAll ? 'hidesAll' : summary.isFiltered ? 'filtered' : '');
      this.#message = summary.message;
      this.#hidesAll = summary.hidesAll;
      this.#onMessage();
    }
  }

  /** undefined: there is no server to say it. */
  async #summary(): Promise<BacklogSummary | undefined> {
    const { server, backlog, log } = this.#services;
    try {
      return await server.ask((client) => client.sendRequest(BacklogSummaryRequest, backlog.wishes));
    } catch (error) {
      log.debug(`What the view roadmap shows could not be told: ${String(error)}`);
      return undefined;
    }
  }
}
