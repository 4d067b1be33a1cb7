import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { ServerConnection, ServerUnavailable } from '../../src/extension/client/serverConnection';
import { WaymarkClient } from '../../src/extension/client/waymarkClient';
import type { Internals } from '../../src/extension/extension';
import { COMMANDS } from '../../src/protocol/contributions';
import { ItemsRequest } from '../../src/protocol/messages';
import { eventually, pollUntil } from '../support/pollUntil';
import {
  closeEditors,
  findingsIn,
  firstOf,
  lensesOf,
  linkedItem,
  openWaymark,
  overviewWith,
  roadmapUri,
} from './editor';

describe('a restart of the server', () => {
  let waymark: Internals;

  before(async () => {
    waymark = await openWaymark();
  });

  afterEach(closeEditors);

  it('leaves no listener behind: after two, everything is there and told once', async () => {
    const before = await pollUntil('everything is there', async () => {
      const counts = await countAll(waymark);
      return counts.findings > 0 && counts.lenses > 0 ? counts : undefined;
    });

    const phases = [await restart(waymark), await restart(waymark)];

    assert.deepEqual(phases[1], phases[0]);
    await eventually('everything is there again', async () => assert.deepEqual(await countAll(waymark), before));
  });

  it('reads files that are open and not saved as they are on the screen', async () => {
    const uri = roadmapUri(waymark);
    const editor = await vscode.window.showTextDocument(uri);
    const items = waymark.server.overview?.folders[0]?.items ?? 0;
    const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
    await editor.edit((edit) => edit.insert(end, '\nstories:\n  - { id: HUT-99, title: Unsaved }\n'));
    await overviewWith(waymark, 'the story is read', ({ folders }) => folders[0]?.items === items + 1);

    await vscode.commands.executeCommand(COMMANDS.restartServer);

    await overviewWith(waymark, 'the story is read again', ({ folders }) => folders[0]?.items === items + 1);
  });
});

describe('a server that cannot work', () => {
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waymark-server-'));
  });

  after(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it('is given up, and told once, when it ends before it answers', async () => {
    await withServer('process.exit(3);', async (connection, failures) => {
      await connection.start();

      assert.equal(connection.phase, 'failed');
      assert.deepEqual(failures, ['start']);
      assert.equal(await connection.firstOverview(), undefined);
      await assert.rejects(
        connection.ask((client) => client.sendRequest(ItemsRequest)),
        ServerUnavailable,
      );
    });
  });

  it('can be stopped while it does not answer', async () => {
    await withServer('process.on("message", () => {});', async (connection, failures) => {
      const started = connection.start();
      await pollUntil('it is starting', () => connection.phase === 'starting');

      await connection.stop();
      await started;

      assert.equal(connection.phase, 'stopped');
      assert.deepEqual(failures, []);
    });
  });

  it('can be started again when it failed', async () => {
    await withServer('process.exit(3);', async (connection, failures) => {
      await connection.start();
      await connection.restart();

      assert.equal(connection.phase, 'failed');
      assert.deepEqual(failures, ['start', 'start']);
    });
  });

  async function withServer(
    script: string,
    body: (connection: ServerConnection, failures: readonly string[]) => Promise<void>,
  ): Promise<void> {
    const file = join(folder, 'server.js');
    await writeFile(file, script);
    const log = vscode.window.createOutputChannel('Waymark, a server that cannot work', { log: true });
    const failures: string[] = [];
    const connection = new ServerConnection({
      createClient: async () =>
        new WaymarkClient({
          serverModule: vscode.Uri.file(file),
          log,
          ripgrepPath: undefined,
          cacheFolder: join(folder, 'cache'),
        }),
      onFailure: (failure) => failures.push(failure),
      logError: (message, error) => log.error(message, error),
    });
    try {
      await body(connection, failures);
    } finally {
      await connection.stop();
      connection.dispose();
      log.dispose();
    }
  }
});

/** What there is in the editor because of one session: twice as much means that a former one lives on. */
async function countAll(waymark: Internals) {
  const { links } = await linkedItem(waymark);
  const annotated = vscode.Uri.parse(firstOf(links, 'annotations').open.uri, true);
  return {
    findings: findingsIn(roadmapUri(waymark)).length,
    lenses: (await lensesOf(annotated)).length,
    treeEvents: await countTreeEvents(waymark),
  };
}

/** Restarts the server and returns the phases that were told until it had read everything. */
async function restart(waymark: Internals): Promise<readonly string[]> {
  const phases: string[] = [];
  const listener = waymark.server.onDidChange(() => {
    if (waymark.server.overview === undefined) {
      phases.push(waymark.server.phase);
    }
  });
  await vscode.commands.executeCommand(COMMANDS.restartServer);
  await overviewWith(waymark, 'everything is read again', ({ busy }) => busy === undefined);
  listener.dispose();
  return phases;
}

/** How often the trees are told to change by one message of the server, of which a slow one sends several. */
async function countTreeEvents({ server }: Internals): Promise<number> {
  let most = 0;
  let atOnce = 0;
  const listener = server.onDidChangeTree(() => {
    atOnce += 1;
    most = Math.max(most, atOnce);
    setImmediate(() => {
      atOnce = 0;
    });
  });
  await vscode.commands.executeCommand(COMMANDS.refresh);
  await pollUntil('the trees are told', () => most > 0);
  listener.dispose();
  return most;
}
