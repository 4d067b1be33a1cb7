import { Disposable, type StatusBarItem, StatusBarAlignment, window } from 'vscode';
import { COMMANDS } from '../protocol/contributions';
import type { LinksParams } from '../protocol/messages';
import { activeFolderUri } from './folders';
import type { Services } from './services';
import { toStatus, type Status } from './status';
import { toTooltip } from './views/treeItem';

/** The story that the branch names, and what is being done; hidden when there is neither. */
export function registerStatusBar({ server }: Services): Disposable {
  const item = window.createStatusBarItem('waymark.story', StatusBarAlignment.Left);
  item.name = 'Waymark';
  const update = (): void => show(item, server.overview && toStatus(server.overview, activeFolderUri()));
  update();
  return Disposable.from(item, server.onDidChange(update), window.onDidChangeActiveTextEditor(update));
}

function show(item: StatusBarItem, status: Status | undefined): void {
  if (status === undefined) {
    item.hide();
    return;
  }
  const { story } = status;
  const links: LinksParams | undefined = story && { folder: story.folder, id: story.id };
  item.text = status.text;
  item.tooltip = story ? toTooltip(story.tooltip) : status.label;
  item.accessibilityInformation = { label: status.label };
  item.command = links && { command: COMMANDS.storyActions, title: status.label, arguments: [links] };
  item.show();
}
