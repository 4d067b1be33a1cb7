import { env } from 'vscode';
import {
  AddItemRequest,
  type AddItemParams,
  type RowActionParams,
  RowActionRequest,
  RowLinksRequest,
} from '../../protocol/rowActions';
import { sentences } from '../sentences';
import type { Services } from '../services';
import { revealItem } from '../views/revealRow';
import { askAndEdit } from './askAnswer';
import { type RowArgument, rowsOf } from './commandArguments';
import { showTarget } from './open';
import { pickFolder } from './roadmapFile';
import { type Command, offer } from './runCommand';

/** Does something with the rows that a person chose: with all that are selected, where the one of the menu is among them. */
export function actOnRows(action: RowActionParams['action']): Command {
  return async (services, argument, selection) => {
    const rows = chosenRows(argument, selection).map(({ id }) => id);
    if (rows.length > 0) {
      await askAndEdit(services, (answer) => sendRowAction(services, action, rows, answer));
    }
  };
}

export function sendRowAction(
  { server }: Services,
  action: RowActionParams['action'],
  rows: readonly string[],
  answer?: string,
) {
  const params = { action, rows, ...(answer !== undefined && { answer }) };
  return server.ask((client) => client.sendRequest(RowActionRequest, params));
}

/** Copies the IDs of rows, one a line. */
export async function copyId(_services: Services, argument: unknown, selection: unknown): Promise<void> {
  const ids = chosenRows(argument, selection).flatMap(({ item }) => item?.id ?? []);
  await copy(ids);
}

/** Copies rows as links to their lines, one a line. */
export async function copyLink({ server }: Services, argument: unknown, selection: unknown): Promise<void> {
  const rows = chosenRows(argument, selection).map(({ id }) => id);
  if (rows.length > 0) {
    await copy([await server.ask((client) => client.sendRequest(RowLinksRequest, rows))]);
  }
}

/** What the person had copied before stays where there is nothing. */
async function copy(lines: readonly string[]): Promise<void> {
  if (lines.length > 0) {
    await env.clipboard.writeText(lines.join('\n'));
  }
}

/** Where it is none, the person is told: a view that is given new rows at that moment forgets the one that was chosen. */
function chosenRows(argument: unknown, selection?: unknown): readonly RowArgument[] {
  const rows = rowsOf(argument, selection);
  if (rows.length === 0) {
    offer('error', sentences.rowLost);
  }
  return rows;
}

/** Adds an epic or story that is part of nothing, and shows it. */
export function addAtTop(kind: AddItemParams['kind']): Command {
  return async (services) => {
    const folder = (await pickFolder())?.toString();
    if (folder !== undefined) {
      await askAndEdit(services, (answer) => {
        const params = { folder, kind, ...(answer !== undefined && { answer }) };
        return services.server.ask((client) => client.sendRequest(AddItemRequest, params));
      });
    }
  };
}

/** Shows an item of another view in the *Roadmap* view. */
export async function revealRow(services: Services, argument: unknown): Promise<void> {
  const item = chosenRows(argument)[0]?.item;
  if (item !== undefined) {
    await revealItem(services, item);
  }
}

/** Opens the line that a row stands for. */
export async function openRow(services: Services, argument: unknown): Promise<void> {
  const target = chosenRows(argument)[0]?.open;
  if (target !== undefined) {
    await showTarget(services, target);
  }
}
