import type { LogOutputChannel, Uri } from 'vscode';
import type { ServerConnection } from './client/serverConnection';

/** What the parts of the extension are given; it lives as long as the extension. */
export interface Services {
  readonly server: ServerConnection;
  readonly log: LogOutputChannel;
  /** A folder of the extension's own, for all workspaces. It may not exist yet. */
  readonly storageUri: Uri;
}
