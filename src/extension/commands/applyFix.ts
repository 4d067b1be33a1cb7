import { type QuickPickItem, window, workspace } from 'vscode';
import { type FixAnswerRow, type FixParams, FixRequest, type FixResult } from '../../protocol/fixes';
import { sentences } from '../sentences';
import type { Services } from '../services';
import { withoutIcons } from '../words';
import { fixParamsOf } from './commandArguments';
import { offer } from './runCommand';

type Asked = Extract<FixResult, { question: string }>;

/** Asks the person what a fix needs to know, and makes it. */
export async function applyFix(services: Services, argument: unknown): Promise<void> {
  const params = fixParamsOf(argument);
  if (params === undefined) {
    offer('error', sentences.badArguments);
    return;
  }
  const asked = await send(services, params);
  const answer = 'question' in asked ? await answerTo(services, params, asked) : '';
  if (answer === undefined) {
    return;
  }
  const result = 'question' in asked ? await send(services, { ...params, answer }) : asked;
  if ('refusal' in result) {
    offer('error', result.refusal);
  } else if ('edit' in result) {
    const edit = await services.server.ask((client) => client.protocol2CodeConverter.asWorkspaceEdit(result.edit));
    if (!(await workspace.applyEdit(edit))) {
      offer('error', sentences.fixNotMade);
    }
  }
}

function send({ server }: Services, params: FixParams): Promise<FixResult> {
  return server.ask((client) => client.sendRequest(FixRequest, params));
}

/** undefined: the person wants none of it. */
async function answerTo(services: Services, params: FixParams, asked: Asked): Promise<string | undefined> {
  if (asked.rows.length === 0) {
    return typed(services, params, asked);
  }
  const picked = await window.showQuickPick(asked.rows.map(toPick), {
    title: withoutIcons(asked.question),
    placeHolder: withoutIcons(asked.placeHolder),
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  return picked && (picked.answer ?? typed(services, params, asked));
}

/** What is no answer yet is said below the words while they are typed. */
function typed(services: Services, params: FixParams, { question, placeHolder }: Asked): Thenable<string | undefined> {
  return window.showInputBox({
    title: question,
    placeHolder,
    ignoreFocusOut: true,
    validateInput: async (answer) => {
      const result = await send(services, { ...params, answer });
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
