import { commands, Range, Uri, window, workspace } from 'vscode';
import { sentences } from '../sentences';
import type { Services } from '../services';
import { offer } from './runCommand';

/** Opens the section of the rule reference that explains a finding's code. */
export async function explainRule({ extensionUri, log }: Services, argument: unknown): Promise<void> {
  if (typeof argument !== 'string') {
    offer('error', sentences.badArguments);
    return;
  }
  const reference = Uri.joinPath(extensionUri, 'docs', 'rules.md');
  try {
    await commands.executeCommand('markdown.showPreview', reference.with({ fragment: argument }));
  } catch (error) {
    // The editor's Markdown extension can be switched off.
    log.debug(`The rule reference is shown as text: ${String(error)}`);
    await showAsText(reference, argument);
  }
}

async function showAsText(reference: Uri, code: string): Promise<void> {
  const document = await workspace.openTextDocument(reference);
  const position = document.positionAt(Math.max(0, document.getText().indexOf(`# ${code}`)));
  await window.showTextDocument(document, { selection: new Range(position, position) });
}
