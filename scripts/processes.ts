import { spawn } from 'node:child_process';
import type { ChildProcess, SpawnOptions } from 'node:child_process';
import { constants } from 'node:os';

/** How long a process that was asked to stop may take before it is ended, in milliseconds. */
const stopDeadline = 3_000;

/** How often to look whether the process that started this one is still there, in milliseconds. */
const parentCheckInterval = 500;

const running = new Set<ChildProcess>();

/**
 * Starts a process that does not outlive this one: when this process ends, by itself, by Ctrl+C or by SIGTERM, the
 * started one ends too, with all of its own children.
 */
export function start(command: string, args: readonly string[], options: SpawnOptions = {}): ChildProcess {
  stopAllAtExit();
  // A group of its own is what lets the whole family be ended at once. Windows has no groups; taskkill walks the tree.
  const child = spawn(command, [...args], { ...options, detached: process.platform !== 'win32' });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

/** The exit code of a process, or 1 when a signal ended it. Rejects when the process could not be started. */
export function exitCode(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** Asks a process and its children to stop, and ends them when they have not after a few seconds. */
export async function stop(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const stopped = new Promise((resolve) => child.once('exit', resolve));
  signalFamily(child, 'SIGTERM');
  const impatience = setTimeout(() => signalFamily(child, 'SIGKILL'), stopDeadline);
  await stopped;
  clearTimeout(impatience);
  // The parent may be gone before the last of its children.
  signalFamily(child, 'SIGKILL');
}

/** Runs a command to its end without showing its output. Rejects with that output when the command fails. */
export async function run(command: string, args: readonly string[], options: SpawnOptions = {}): Promise<string> {
  const child = start(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const keep = (chunk: Buffer) => (output += chunk.toString());
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const closed = new Promise((resolve) => child.once('close', resolve));
  const code = await exitCode(child);
  await closed;
  if (code === 0) return output;
  throw new Error(`"${command} ${args.join(' ')}" failed with exit code ${code}:\n${output.trim()}`);
}

let watching = false;

function stopAllAtExit(): void {
  if (watching) return;
  watching = true;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => stopAll(128 + constants.signals[signal]));
  }
  process.on('exit', () => {
    for (const child of running) signalFamily(child, 'SIGKILL');
  });
  // When npm is told to end, it ends the shell between, and nobody tells this process.
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stopAll(1), parentCheckInterval).unref();
}

/** Stops everything, then this process, with the code given or with `process.exitCode` where that is set. */
function stopAll(code: number): void {
  void Promise.all([...running].map(stop)).then(() => process.exit(process.exitCode ?? code));
}

function signalFamily(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') {
    spawn('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // Nobody of that family is left.
  }
}
