import { commands, window } from 'vscode';
import { COMMANDS } from '../../protocol/contributions';
import { ServerUnavailable } from '../client/serverConnection';
import { sentences } from '../sentences';
import type { Services } from '../services';

/** A command's work. What it throws is told to the person in one sentence and written to the log. */
export type Command = (services: Services, argument: unknown, selection: unknown) => Promise<void>;

/** Runs a command for a person: it never rejects. `what` completes "Waymark could not …". */
export async function runCommand(
  services: Services,
  what: string,
  command: Command,
  argument: unknown,
  selection?: unknown,
): Promise<void> {
  try {
    await command(services, argument, selection);
  } catch (error) {
    services.log.error(`Waymark could not ${what}`, error);
    if (error instanceof ServerUnavailable) {
      offer('error', sentences.notRunning, [sentences.restart, COMMANDS.restartServer], showLog);
    } else {
      offer('error', sentences.failed(what, reasonOf(error)), showLog);
    }
  }
}

/** The words of a button, the command that it runs, and what that is given. */
export type Action = readonly [label: string, command: string, ...args: unknown[]];

export const showLog: Action = [sentences.showLog, COMMANDS.showLog];

/** Says a sentence with the actions that answer it. Does not wait: the person may never answer. */
export function offer(kind: 'information' | 'error', sentence: string, ...actions: Action[]): void {
  const show = kind === 'error' ? window.showErrorMessage : window.showInformationMessage;
  void show(sentence, ...actions.map(([label]) => label)).then((chosen) => {
    const action = actions.find(([label]) => label === chosen);
    if (action) {
      const [, command, ...args] = action;
      void commands.executeCommand(command, ...args);
    }
  });
}

/** The first line of what went wrong, without the words that the protocol puts before the server's own. */
function reasonOf(error: unknown): string {
  const [firstLine = ''] = (error instanceof Error ? error.message : String(error)).split('\n', 1);
  const reason = firstLine.replace(/^Request \S+ failed with message: /, '');
  return /[.!?]$/.test(reason) ? reason : `${reason}.`;
}
