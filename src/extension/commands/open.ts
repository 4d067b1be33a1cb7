import { Range, Uri, type ViewColumn, window } from 'vscode';
import { DOCUMENT_SCHEME } from '../../protocol/contributions';
import type { OpenTarget } from '../../protocol/messages';
import { sentences } from '../sentences';
import type { Services } from '../services';
import { isOpenTarget } from './commandArguments';
import { offer } from './runCommand';

/** Opens what a row, a lens or a link leads to. */
export async function open(services: Services, argument: unknown): Promise<void> {
  if (!isOpenTarget(argument)) {
    offer('error', sentences.badArguments);
    return;
  }
  await showTarget(services, argument);
}

/**
 * Shows a target in the middle of the editor, as a tab that the next one replaces.
 *
 * @param column undefined: where the person is at work
 */
export async function showTarget({ server }: Services, target: OpenTarget, column?: ViewColumn): Promise<void> {
  const uri = Uri.parse(target.uri, true);
  if (uri.scheme === DOCUMENT_SCHEME) {
    // The editor asks for the text at once, and the one that can answer is the server.
    await server.ask(() => Promise.resolve());
  }
  const selection = target.range && toRange(target.range);
  await window.showTextDocument(uri, {
    preview: true,
    ...(column !== undefined && { viewColumn: column }),
    ...(selection && { selection }),
  });
}

function toRange({ start, end }: NonNullable<OpenTarget['range']>): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
