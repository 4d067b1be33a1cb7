import { type Hover, MarkdownString } from 'vscode';
import { LINK_COMMANDS } from '../../protocol/contributions';

/** Lets the links of the server's explanations run the commands that are listed for them, and no others. */
export function trustLinks(hover: Hover | null | undefined): void {
  for (const content of hover?.contents ?? []) {
    if (content instanceof MarkdownString) {
      content.isTrusted = { enabledCommands: LINK_COMMANDS };
    }
  }
}
