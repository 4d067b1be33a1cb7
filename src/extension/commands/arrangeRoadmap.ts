import { type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import { type BacklogChoice, type BacklogChoicesParams, BacklogChoicesRequest } from '../../protocol/backlogView';
import { sentences } from '../sentences';
import type { Services } from '../services';
import { withoutIcons } from '../words';

interface ChoicePick extends QuickPickItem {
  /** undefined: a separator. */
  readonly choice?: BacklogChoice;
}

/** What rows stand under, which come first, and which are shown: the server offers, the person picks. */
export function groupRoadmap(services: Services): Promise<void> {
  return choose(services, 'grouping');
}

export function sortRoadmap(services: Services): Promise<void> {
  return choose(services, 'sorting');
}

export function filterRoadmap(services: Services): Promise<void> {
  return choose(services, 'filter');
}

/** An empty answer shows everything again. */
export async function filterRoadmapByWords({ backlog }: Services): Promise<void> {
  const words = await window.showInputBox({
    title: sentences.filterWords,
    placeHolder: sentences.filterWordsExample,
    value: backlog.wishes.words ?? '',
  });
  if (words !== undefined) {
    await backlog.change({ ...backlog.wishes, words });
  }
}

export async function clearRoadmapFilter({ backlog }: Services): Promise<void> {
  const { words: _words, only: _only, ...rest } = backlog.wishes;
  await backlog.change(rest);
}

async function choose({ server, backlog }: Services, about: BacklogChoicesParams['about']): Promise<void> {
  const { wishes } = backlog;
  const choices = await server.ask((client) => client.sendRequest(BacklogChoicesRequest, { about, wishes }));
  const { title, placeHolder } = choices;
  if (choices.several) {
    const picked = await window.showQuickPick(choices.rows.flatMap(toPicks), { title, placeHolder, canPickMany: true });
    if (picked) {
      await backlog.change({ ...wishes, only: picked.flatMap(({ choice }) => choice?.adds.only ?? []) });
    }
    return;
  }
  const picked = await window.showQuickPick(choices.rows.map(toPick), { title, placeHolder });
  if (picked?.choice) {
    await backlog.change({ ...wishes, ...picked.choice.adds });
  }
}

function toPicks(choice: BacklogChoice): ChoicePick[] {
  const heading: ChoicePick[] =
    choice.heading === undefined ? [] : [{ label: choice.heading, kind: QuickPickItemKind.Separator }];
  return [...heading, { label: withoutIcons(choice.label), picked: choice.isChosen, choice }];
}

function toPick(choice: BacklogChoice): ChoicePick {
  const description = choice.isChosen ? { description: sentences.chosen } : {};
  return { label: withoutIcons(choice.label), ...description, choice };
}
