import {
  CodeLensRefreshRequest,
  type Connection,
  InlayHintRefreshRequest,
  type WorkspaceClientCapabilities,
} from 'vscode-languageserver';
import type { ViewName } from '../protocol/contributions';
import { OverviewNotification, TreeChangedNotification } from '../protocol/messages';
import { StoryPagesChangedNotification } from '../protocol/storyPage';
import type { Folders } from './folders';
import { overviewOf } from './overview';

/** Tells the client that views, lenses and hints are others: they change together, and one message serves all changes of a turn. */
export class Announcements {
  /** What the client can do; told when it starts. */
  client: WorkspaceClientCapabilities = {};
  private readonly changedViews = new Set<ViewName>();
  private waiting: NodeJS.Immediate | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly folders: Folders,
  ) {}

  /** @param views that have to ask again; none where only what is being done is another thing */
  tell(views: readonly ViewName[]): void {
    views.forEach((view) => this.changedViews.add(view));
    this.waiting ??= setImmediate(() => {
      this.waiting = undefined;
      if (this.changedViews.size > 0) {
        void this.connection.sendNotification(TreeChangedNotification, [...this.changedViews]);
        this.changedViews.clear();
        this.refresh();
      }
      // A page tells of facts too, which become known without any row being another one.
      void this.connection.sendNotification(StoryPagesChangedNotification);
      // Last: a client asks for its first rows when it comes, and need not be told then that they are others.
      void this.connection.sendNotification(OverviewNotification, overviewOf(this.folders.all));
    });
  }

  dispose(): void {
    clearImmediate(this.waiting);
  }

  private refresh(): void {
    if (this.client.codeLens?.refreshSupport) {
      void this.connection.sendRequest(CodeLensRefreshRequest.type);
    }
    if (this.client.inlayHint?.refreshSupport && this.folders.all.some(({ settings }) => settings.inlayHints.enabled)) {
      void this.connection.sendRequest(InlayHintRefreshRequest.type);
    }
  }
}
