import { type QuickPickItem, window, workspace } from 'vscode';
import { type JudgeableLink, type JudgeLinkParams, JudgeLinkRequest } from '../../protocol/messages';
import { sentences } from '../sentences';
import type { Services } from '../services';
import { withoutIcons } from '../words';
import { judgeableLinkOf } from './commandArguments';
import { offer } from './runCommand';

/** Remembers in the roadmap that a probable link is meant. */
export function acceptLink(services: Services, argument: unknown): Promise<void> {
  return judge(services, argument, true);
}

/** Remembers in the roadmap that a probable link is not meant. */
export function rejectLink(services: Services, argument: unknown): Promise<void> {
  return judge(services, argument, false);
}

async function judge({ server }: Services, argument: unknown, accepted: boolean): Promise<void> {
  const link = judgeableLinkOf(argument);
  if (link === undefined) {
    offer('error', sentences.rowLost);
    return;
  }
  const place = await window.showQuickPick(placesOf(link), {
    title: (accepted ? sentences.acceptLink : sentences.rejectLink)(withoutIcons(link.written), link.item),
    placeHolder: sentences.pickPlace,
  });
  if (place === undefined) {
    return;
  }
  const { folder, item, written } = link;
  const params: JudgeLinkParams = { folder, item, written, accepted, ...(place.isHere && { where: link.where }) };
  const answer = await server.ask(async (client) => {
    const result = await client.sendRequest(JudgeLinkRequest, params);
    return 'refusal' in result ? result.refusal : client.protocol2CodeConverter.asWorkspaceEdit(result.edit);
  });
  if (typeof answer === 'string') {
    offer('error', answer);
  } else if (!(await workspace.applyEdit(answer))) {
    offer('error', sentences.linkNotJudged);
  }
}

function placesOf({ where }: JudgeableLink): (QuickPickItem & { readonly isHere: boolean })[] {
  return [
    { label: sentences.here, description: withoutIcons(where), isHere: true },
    { label: sentences.everywhere, isHere: false },
  ];
}
