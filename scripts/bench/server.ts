import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import {
  ConfigurationRequest,
  createProtocolConnection,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type ProtocolConnection,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { OverviewNotification } from '../../src/protocol/messages';
import { projectFolder } from '../project';
import { runGit } from './commands';
import { type Row, rowWithLimit, rowWithout } from './row';
import type { Tree } from './tree';

const IDLE_MS = 3_000;

/** The server of one folder, started as an editor starts it: what it keeps in memory, and what it does when nothing happens. */
export async function measureServer(tree: Tree): Promise<Row[]> {
  if (!existsSync('/proc/self/status')) {
    return [rowWithout('memory of the server', '<= 120 MiB', 'it can be read on Linux only')];
  }
  const server = spawn(process.execPath, [join(projectFolder, 'dist/server.js'), '--stdio'], { stdio: 'pipe' });
  server.stderr.resume();
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  try {
    await readFolder(connection, tree);
    const { pid = 0 } = server;
    const note = `${memoryOf(pid, 'VmHWM').toFixed(0)} MiB at its highest`;
    const rows = [rowWithLimit('memory of the server', 'MiB', memoryOf(pid, 'VmRSS'), memoryLimit(tree), note)];
    return [...rows, ...(await measureIdle(pid))];
  } finally {
    await stop(connection, server);
  }
}

async function readFolder(connection: ProtocolConnection, tree: Tree): Promise<void> {
  const ready = new Promise<void>((resolve) => {
    connection.onNotification(OverviewNotification, ({ folders, busy }) => {
      if (busy === undefined && folders.some(({ items }) => items > 0)) {
        resolve();
      }
    });
  });
  connection.onRequest(RegistrationRequest.type, () => undefined);
  connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => null));
  connection.listen();
  await connection.sendRequest(InitializeRequest.type, {
    // As the extension does: its server ends with the channel to it. Given a number, the protocol's library looks every 3 s
    // whether that process still lives.
    processId: null,
    rootUri: null,
    workspaceFolders: [{ uri: pathToFileURL(tree.folder).href, name: 'bench' }],
    initializationOptions: { trusted: true },
    capabilities: { workspace: { configuration: true, workspaceFolders: true } },
  });
  await connection.sendNotification(InitializedNotification.type, {});
  await ready;
}

/** What the process does while nothing happens. */
async function measureIdle(pid: number): Promise<Row[]> {
  await settled(pid);
  const before = activityOf(pid);
  await wait(IDLE_MS);
  const after = activityOf(pid);
  const seconds = `in ${IDLE_MS / 1000} s`;
  return [
    rowWithLimit(`idle server, processes started ${seconds}`, '', startedBetween(before, after), 0),
    rowWithLimit(`idle server, processor time ${seconds}`, 'ms', after.cpuMs - before.cpuMs, 0),
    rowWithLimit(`idle server, wake-ups ${seconds}`, '', after.wakeUps - before.wakeUps, 0),
  ];
}

/** Waits until what follows a reading, the collection of garbage say, is done: half a second without any work. */
async function settled(pid: number): Promise<void> {
  for (let former = -1, now = activityOf(pid).cpuMs; now !== former; ) {
    await wait(500);
    [former, now] = [now, activityOf(pid).cpuMs];
  }
}

interface Activity {
  readonly cpuMs: number;
  /** How often its main thread went to sleep, and so had been woken. */
  readonly wakeUps: number;
  /** That run now. */
  readonly children: number;
  /** Pages of memory that ended children had asked for: it grows with each of them. */
  readonly endedChildren: number;
}

/** At least so many: of those that ended in between, only that there were some can be told. */
function startedBetween(before: Activity, after: Activity): number {
  return after.children + (after.endedChildren > before.endedChildren ? 1 : 0);
}

/** The kernel counts time in hundredths of a second. */
const TICK_MS = 10;

function activityOf(pid: number): Activity {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const switches = /^voluntary_ctxt_switches:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  const children = readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8')
      .split(' ')
      .filter((child) => child !== ''),
  );
  return {
    cpuMs: (Number(fields[11]) + Number(fields[12])) * TICK_MS,
    wakeUps: Number(switches?.[1]),
    children: children.length,
    endedChildren: Number(fields[8]),
  };
}

/** MiB: of a tree of the usual size, and of the largest that is thought of. */
function memoryLimit(tree: Tree): number {
  const files = runGit(tree.folder, ['ls-files', '-z']).split('\0').length;
  const commits = Number(runGit(tree.folder, ['rev-list', '--count', 'HEAD']));
  return files < 7_000 && commits < 15_000 ? 120 : 400;
}

/** MiB. */
function memoryOf(pid: number, field: 'VmRSS' | 'VmHWM'): number {
  const line = new RegExp(`^${field}:\\s*(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line?.[1]) / 1024;
}

async function stop(connection: ProtocolConnection, server: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => server.once('exit', resolve));
  await connection.sendRequest(ShutdownRequest.type);
  await connection.sendNotification(ExitNotification.type);
  connection.dispose();
  await ended;
}
