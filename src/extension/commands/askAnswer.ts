import { type QuickPickItem, Range, Uri, window, workspace } from 'vscode';
import type { FixAnswerRow, FixResult } from '../../protocol/fixes';
import { sentences } from '../sentences';
import type { Services } from '../services';
import { selectAddedItem } from '../views/revealRow';
import { withoutIcons } from '../words';
import { offer } from './runCommand';

type Cursor = NonNullable<Extract<FixResult, { edit: unknown }>['cursor']>;
type Asked = Extract<FixResult, { question: string }>;

/** Says what an edit comes to; without an answer the question, where there is one. */
export type Send = (answer?: string) => Promise<FixResult>;

/** Asks the person what an edit needs to know, and makes it. */
export async function askAndEdit(services: Services, send: Send): Promise<void> {
  const asked = await send();
  const answer = 'question' in asked ? await answerTo(send, asked) : '';
  if (answer === undefined) {
    return;
  }
  await makeEdit(services, 'question' in asked ? await send(answer) : asked);
}

/** Makes the edit that the server answered, as one step of undo, and shows what it adds; or says why there is none. */
export async function makeEdit(services: Services, result: FixResult): Promise<void> {
  if ('refusal' in result) {
    offer('error', result.refusal);
  } else if ('edit' in result) {
    const edit = await services.server.ask((client) => client.protocol2CodeConverter.asWorkspaceEdit(result.edit));
    if (!(await workspace.applyEdit(edit))) {
      offer('error', sentences.fixNotMade);
    } else if (result.adds) {
      await selectAddedItem(services, result.adds);
    } else if (result.cursor) {
      await goOnWriting(result.cursor);
    }
  }
}

async function goOnWriting({ uri, position }: Cursor): Promise<void> {
  const { line, character } = position;
  await window.showTextDocument(Uri.parse(uri, true), { selection: new Range(line, character, line, character) });
}

/** undefined: the person wants none of it. */
async function answerTo(send: Send, asked: Asked): Promise<string | undefined> {
  if (asked.rows.length === 0) {
    return typed(send, asked);
  }
  const picked = await window.showQuickPick(asked.rows.map(toPick), {
    title: withoutIcons(asked.question),
    placeHolder: withoutIcons(asked.placeHolder),
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  return picked && (picked.answer ?? typed(send, asked));
}

/** What is no answer yet is said below the words while they are typed. */
function typed(send: Send, { question, placeHolder, value }: Asked): Thenable<string | undefined> {
  return window.showInputBox({
    title: question,
    placeHolder,
    ...(value !== undefined && { value }),
    ignoreFocusOut: true,
    validateInput: async (answer) => {
      const result = await send(answer);
      return 'refusal' in result ? result.refusal : undefined;
    },
  });
}

function toPick({ label, description, answer }: FixAnswerRow): QuickPickItem & { readonly answer: string | undefined } {
  return {
    label: withoutIcons(label),
    ...(description !== undefined && { description: withoutIcons(description) }),
    answer,
  };
}
