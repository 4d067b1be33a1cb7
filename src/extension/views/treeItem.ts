import {
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCheckboxState,
  TreeItemCollapsibleState,
  Uri,
} from 'vscode';
import { COMMANDS } from '../../protocol/contributions';
import type { NodeIcon, TreeNode } from '../../protocol/messages';

const COLLAPSIBLE: Readonly<Record<TreeNode['collapsible'], TreeItemCollapsibleState>> = {
  none: TreeItemCollapsibleState.None,
  collapsed: TreeItemCollapsibleState.Collapsed,
  expanded: TreeItemCollapsibleState.Expanded,
};

export function toTreeItem(node: TreeNode): TreeItem {
  const item = new TreeItem(node.label, COLLAPSIBLE[node.collapsible]);
  item.id = node.id;
  item.description = node.description ?? '';
  item.tooltip = toTooltip(node.tooltip);
  item.iconPath = toThemeIcon(node.icon);
  item.contextValue = node.context;
  item.accessibilityInformation = { label: node.accessibilityLabel };
  if (node.box !== undefined) {
    const { isTicked, tooltip } = node.box;
    item.checkboxState = {
      state: isTicked ? TreeItemCheckboxState.Checked : TreeItemCheckboxState.Unchecked,
      tooltip,
      accessibilityInformation: { label: tooltip },
    };
  }
  if (node.resource !== undefined) {
    item.resourceUri = Uri.parse(node.resource, true);
  }
  if (node.open !== undefined) {
    item.command = { command: COMMANDS.open, title: 'Open', arguments: [node.open] };
  }
  return item;
}

export function toThemeIcon({ id, color }: NodeIcon): ThemeIcon {
  return color === undefined ? new ThemeIcon(id) : new ThemeIcon(id, new ThemeColor(color));
}

/** Icons, but neither HTML nor command links: the words come from the workspace. */
export function toTooltip(markdown: string): MarkdownString {
  return new MarkdownString(markdown, true);
}
