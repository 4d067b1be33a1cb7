import { commands, Range, Uri, window, workspace } from 'vscode';
import { sentences } from '../sentences';
import type { Services } from '../services';
import { headingFragment } from '../words';
import { offer } from './runCommand';

/** Opens the section of the rule reference that explains a finding's code. */
export async function explainRule({ extensionUri, log }: Services, argument: unknown): Promise<void> {
  if (typeof argument !== 'string' || !/^WM\d+$/.test(argument)) {
    offer('error', sentences.badArguments);
    return;
  }
  const reference = Uri.joinPath(extensionUri, 'docs', 'rules.md');
  const document = await workspace.openTextDocument(reference);
  const heading = new RegExp(`^#+ (${argument}\\b.*)$`, 'm').exec(document.getText());
  try {
    const fragment = heading?.[1] === undefined ? '' : headingFragment(heading[1]);
    await commands.executeCommand('markdown.showPreview', reference.with({ fragment }));
  } catch (error) {
    // The editor's Markdown extension can be switched off.
    log.debug(`The rule reference is shown as text: ${String(error)}`);
    const position = document.positionAt(heading?.index ?? 0);
    await window.showTextDocument(document, { selection: new Range(position, position) });
  }
}
