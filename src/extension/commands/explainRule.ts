import { commands, Uri } from 'vscode';
import { ruleDocumentUri } from '../../protocol/contributions';
import { sentences } from '../sentences';
import type { Services } from '../services';
import { showTarget } from './open';
import { offer } from './runCommand';

/**
 * Shows what the rule of a finding's code looks for, as a document of its own: the editor's preview of a long one does not
 * always come to rest at the heading that is asked for.
 */
export async function explainRule(services: Services, argument: unknown): Promise<void> {
  if (typeof argument !== 'string' || !/^WM\d+$/.test(argument)) {
    offer('error', sentences.badArguments);
    return;
  }
  const uri = ruleDocumentUri(argument);
  // The editor asks for the text at once, and the one that can answer is the server.
  await services.server.ask(() => Promise.resolve());
  try {
    await commands.executeCommand('markdown.showPreview', Uri.parse(uri, true));
  } catch (error) {
    // The editor's Markdown extension can be switched off.
    services.log.debug(`The rule is shown as text: ${String(error)}`);
    await showTarget(services, { uri });
  }
}
