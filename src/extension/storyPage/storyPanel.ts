import { commands, Disposable, l10n, Uri, ViewColumn, type WebviewPanel } from 'vscode';
import { COMMANDS } from '../../protocol/contributions';
import type { LinksParams } from '../../protocol/messages';
import {
  type MessageFromPage,
  type MessageToPage,
  type PageTarget,
  StoryPageRequest,
  type StoryPageResult,
  TickCriterionRequest,
} from '../../protocol/storyPage';
import { makeEdit } from '../commands/askAnswer';
import { explainRule } from '../commands/explainRule';
import { acceptLink, rejectLink } from '../commands/judgeLink';
import { showTarget } from '../commands/open';
import { runCommand } from '../commands/runCommand';
import type { Services } from '../services';
import { pageHtml, pageRoots } from './pageHtml';
import { messageFromPage } from './pageMessages';

/** One panel with the page of one item: passes on what the server says of it, and does what is clicked. */
export class StoryPanel implements Disposable {
  readonly #services: Services;
  readonly #panel: WebviewPanel;
  readonly #item: LinksParams;
  readonly #listeners: Disposable;
  /** As it was last told, so that a page that comes back shows it at once; undefined: nothing was told yet. */
  #last: StoryPageResult | undefined;
  #isAsking = false;
  #isStale = true;
  #isReady = false;

  constructor(services: Services, panel: WebviewPanel, item: LinksParams) {
    this.#services = services;
    this.#panel = panel;
    this.#item = item;
    const { extensionUri, server } = services;
    const icon = (theme: string) => Uri.joinPath(extensionUri, 'media', `storyPage-${theme}.svg`);
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    panel.webview.options = { enableScripts: true, localResourceRoots: pageRoots(extensionUri) };
    this.#listeners = Disposable.from(
      panel.webview.onDidReceiveMessage((message) => this.#receive(messageFromPage(message))),
      panel.onDidChangeViewState(() => this.#followView()),
      server.onDidChangeStories(() => this.#changed()),
      server.onDidChange(() => this.#changed()),
    );
    panel.webview.html = pageHtml(panel.webview, extensionUri);
  }

  reveal(): void {
    this.#panel.reveal();
  }

  dispose(): void {
    this.#listeners.dispose();
  }

  /** A hidden page is told when it is shown again: its script does not run until then. */
  #followView(): void {
    if (!this.#panel.visible) {
      this.#isReady = false;
    } else if (this.#isStale) {
      void this.#ask();
    }
  }

  #changed(): void {
    this.#isStale = true;
    if (this.#panel.visible) {
      void this.#ask();
    }
  }

  /** Asks again until what was told is not stale any more; changes that come meanwhile are one. */
  async #ask(): Promise<void> {
    if (this.#isAsking || this.#services.server.overview === undefined) {
      return;
    }
    this.#isAsking = true;
    try {
      while (this.#isStale) {
        this.#isStale = false;
        const result = await this.#services.server.ask((client) => client.sendRequest(StoryPageRequest, this.#item));
        const isNews = JSON.stringify(result) !== JSON.stringify(this.#last);
        this.#last = result;
        if (isNews) {
          this.#tell(result);
        }
      }
    } catch (error) {
      // A server that is stopping answers nothing; the page asks again when it is back.
      this.#isStale = true;
      this.#services.log.debug(`The page of ${this.#item.id} could not be read: ${String(error)}`);
    } finally {
      this.#isAsking = false;
    }
  }

  #tell(result: StoryPageResult): void {
    if ('title' in result) {
      this.#panel.title = result.title;
    }
    this.#send({ kind: 'page', ...result });
  }

  #send(message: MessageToPage): void {
    if (this.#isReady) {
      void this.#panel.webview.postMessage(message);
    }
  }

  #receive(message: MessageFromPage | undefined): void {
    switch (message?.kind) {
      case 'ready':
        this.#isReady = true;
        this.#send({ kind: 'item', item: this.#item, translations: l10n.bundle ?? {} });
        if (this.#last) {
          this.#tell(this.#last);
        }
        void this.#ask();
        break;
      case 'open':
        void runCommand(
          this.#services,
          l10n.t('open this'),
          () => this.#open(message.target, message.beside),
          undefined,
        );
        break;
      case 'tick':
        void runCommand(this.#services, l10n.t('tick the criterion'), () => this.#tick(message), undefined);
        break;
      case 'actions':
        void commands.executeCommand(COMMANDS.storyActions, this.#item);
        break;
      case undefined:
        this.#services.log.warn(`The page of ${this.#item.id} sent something that no page sends.`);
    }
  }

  async #open(target: PageTarget, beside: boolean): Promise<void> {
    switch (target.kind) {
      case 'open':
        await showTarget(this.#services, target.open, beside ? ViewColumn.Beside : undefined);
        break;
      case 'rule':
        await explainRule(this.#services, target.code);
        break;
      case 'story':
        this.#services.pages.open(this.#services, target.item);
        break;
      case 'fixes':
        await showTarget(this.#services, target.open, beside ? ViewColumn.Beside : undefined);
        await commands.executeCommand('editor.action.quickFix');
        break;
      case 'judge':
        await (target.accepted ? acceptLink : rejectLink)(this.#services, target);
    }
  }

  async #tick({ criterion, text, done }: Extract<MessageFromPage, { kind: 'tick' }>): Promise<void> {
    const params = { ...this.#item, criterion, text, done };
    try {
      await makeEdit(
        this.#services,
        await this.#services.server.ask((client) => client.sendRequest(TickCriterionRequest, params)),
      );
    } finally {
      // A box whose edit was refused is as it was before.
      if (this.#last) {
        this.#tell(this.#last);
      }
    }
  }
}
