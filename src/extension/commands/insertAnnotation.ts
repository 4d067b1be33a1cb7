import { window } from 'vscode';
import { AnnotateRequest } from '../../protocol/fixes';
import { sentences } from '../sentences';
import type { Services } from '../services';
import { askAndEdit } from './askAnswer';
import { offer } from './runCommand';

/** Writes an annotation for a story that the person picks above the line with the cursor. */
export async function insertAnnotation(services: Services): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) {
    offer('information', sentences.noCode);
    return;
  }
  const params = { uri: editor.document.uri.toString(), line: editor.selection.active.line };
  await askAndEdit(services, (answer) =>
    services.server.ask((client) =>
      client.sendRequest(AnnotateRequest, { ...params, ...(answer !== undefined && { answer }) }),
    ),
  );
}
