import { type ChildProcess, fork } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { LogOutputChannel } from 'vscode';

/** How long a server may live on after it was told to end. */
const END_DEADLINE_MS = 2000;

/**
 * Starts the server in a process of its own. It speaks over the channel between parent and child, which closes when either
 * ends, so that neither has to look after the other with a timer. What it prints goes to the log.
 * A process that cannot be started emits `error` in place of `spawn`.
 */
export function startServerProcess(serverModule: string, log: LogOutputChannel): ChildProcess {
  const child = fork(serverModule, ['--node-ipc'], {
    silent: true,
    // Those of the extension host are its own: a debugger's port, say.
    execArgv: [],
    // The desktop editor's program is Node only when it is told to be.
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', ELECTRON_NO_ASAR: '1' },
  });
  forwardLines(child.stdout, (line) => log.info(line));
  forwardLines(child.stderr, (line) => log.error(line));
  child.once('exit', (code, signal) => log.info(`The server's process ended: ${signal ?? `exit code ${code}`}`));
  return child;
}

/** Makes sure that a server that was told to end does. */
export function endServerProcess(child: ChildProcess): void {
  if (child.exitCode !== null || child.signalCode !== null) {
    return;
  }
  const deadline = setTimeout(() => child.kill('SIGKILL'), END_DEADLINE_MS);
  child.once('exit', () => clearTimeout(deadline));
}

function forwardLines(stream: Readable | null, write: (line: string) => void): void {
  if (stream !== null) {
    createInterface({ input: stream }).on('line', write);
  }
}
