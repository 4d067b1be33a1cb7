import type { LogOutputChannel, Memento, Uri } from 'vscode';
import type { ServerConnection } from './client/serverConnection';
import type { StoryPanels } from './storyPage/storyPanels';
import type { BacklogState } from './views/backlogState';

/** What the parts of the extension are given; it lives as long as the extension. */
export interface Services {
  readonly server: ServerConnection;
  readonly log: LogOutputChannel;
  /** A folder of the extension's own, for all workspaces. It may not exist yet. */
  readonly storageUri: Uri;
  /** What is kept for the workspace. */
  readonly memory: Memento;
  readonly backlog: BacklogState;
  /** Where the extension lies. */
  readonly extensionUri: Uri;
  readonly pages: StoryPanels;
}
