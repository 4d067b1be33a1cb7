import * as vscode from 'vscode';
import type { Internals } from '../../src/extension/extension';
import { EXTENSION_ID, VIEW_CONTAINER } from '../../src/protocol/contributions';
import { suiteLine } from '../test/suiteLine';
import { type EditorTimes, PLAN_NAME } from './editorTimes';

/** The entry that the extension host calls, in a folder in which nothing activates the extension by itself. */
export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension<Internals>(EXTENSION_ID);
  if (!extension) {
    throw new Error(`The editor does not know ${EXTENSION_ID}.`);
  }
  const [plan] = await vscode.workspace.findFiles(`${PLAN_NAME}.*`, undefined, 1);
  if (plan) {
    // Opening the view activates the extension, so that its rows are asked for before the server is there.
    await vscode.commands.executeCommand(`workbench.view.extension.${VIEW_CONTAINER}`);
  }
  const began = performance.now();
  const waymark = await extension.activate();
  const activation = performance.now() - began;
  const times: EditorTimes = plan ? { ready: await isReady(waymark) } : { activation };
  await settled(waymark);
  console.log(suiteLine.write(JSON.stringify(times)));
}

/** @returns when the server has read everything, in milliseconds since 1970; undefined when it had before */
function isReady({ server }: Internals): Promise<number | undefined> {
  const hasRead = () =>
    server.overview?.busy === undefined && server.overview?.folders.some(({ items }) => items > 0) === true;
  if (hasRead()) {
    return Promise.resolve(undefined);
  }
  return new Promise((resolve) => {
    const listener = server.onDidChange(() => {
      if (hasRead()) {
        listener.dispose();
        resolve(Date.now());
      }
    });
  });
}

/** Leaves the page the time to show the rows. */
async function settled({ trees }: Internals): Promise<void> {
  await trees.roadmap.settled;
  await new Promise((resolve) => setTimeout(resolve, 1_000));
}
