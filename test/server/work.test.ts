import assert from 'node:assert/strict';
import { ApplyWorkspaceEditRequest, ExecuteCommandRequest, type WorkspaceEdit } from 'vscode-languageserver-protocol';
import {
  type SwitchBranchParams,
  SwitchBranchRequest,
  type WorkAnswer,
  type WorkParams,
  WorkRequest,
} from '../../src/protocol/work';
import { type TempRepo, withTempRepo } from '../support/tempRepo';
import { fileUri, type TestServer, type TestServerOptions, withServer } from '../support/testServer';
import { pollUntil } from '../support/pollUntil';

const ROADMAP = `keys: [PAY]
team:
  - { id: ana, name: Ana Lima, emails: [ana@acme.example] }
epics:
  - id: PAY-1
    title: Refunds
    stories:
      - id: PAY-12
        title: Refund API
        status: todo
      - id: PAY-13
        title: Receipts
        status: doing
        owner: ben
      - id: PAY-14
        title: Ledger
        status: done
      - title: Nobody numbered this
`;

interface Scene {
  readonly repo: TempRepo;
  readonly server: TestServer;
  /** Asks, checks branches out as a client does, and answers with the end or the rows. */
  ask(params: Omit<WorkParams, 'folder'>): Promise<WorkAnswer>;
}

/** A repository on `main` with the roadmap, whose user is Ana. */
function withWork(
  prepare: (repo: TempRepo) => void,
  body: (scene: Scene) => Promise<void>,
  options: TestServerOptions = {},
): Promise<void> {
  return withTempRepo(async (repo) => {
    repo.git('config', 'user.name', 'Ana');
    repo.git('config', 'user.email', 'ana@acme.example');
    repo.write({ 'roadmap.yaml': ROADMAP, 'a.txt': 'a\n' });
    repo.commit('Begin');
    prepare(repo);
    await withServer([repo.path], options, (server) => {
      const folder = fileUri(repo.path);
      const ask = async (params: Omit<WorkParams, 'folder'>): Promise<WorkAnswer> => {
        const answer = await server.client.sendRequest(WorkRequest, { folder, ...params });
        if (!('branch' in answer)) {
          return answer;
        }
        assert.equal(answer.root, folder);
        const wanted: SwitchBranchParams = { folder, branch: answer.branch };
        const failure = await server.client.sendRequest(SwitchBranchRequest, wanted);
        return ask({ ...answer.next, ...(failure === null ? { isThere: true } : { failure }) });
      };
      return body({ repo, server, ask });
    });
  });
}

const nothing = (): void => {};

function sentenceOf(answer: WorkAnswer): string {
  return 'sentence' in answer
    ? answer.sentence
    : 'refusal' in answer
      ? answer.refusal
      : assert.fail(JSON.stringify(answer));
}

/** The texts that an edit of the roadmap writes. */
function written(edit: WorkspaceEdit | undefined): string[] {
  return (edit?.documentChanges ?? []).flatMap((change) =>
    'edits' in change ? change.edits.map((each) => ('newText' in each ? each.newText.trim() : '')) : [],
  );
}

describe('work on a story', () => {
  it('begins on a new branch of its name, active and mine, with its ID for the first commit', () =>
    withWork(nothing, async ({ repo, ask }) => {
      const answer = await ask({ about: 'start', id: 'PAY-12' });
      assert.ok('sentence' in answer);
      assert.equal(answer.sentence, 'PAY-12 Refund API is doing and yours, on the branch PAY-12-refund-api.');
      assert.deepEqual(written(answer.edit), ['doing\n        owner: ana']);
      assert.equal(answer.prefix, 'PAY-12: ');
      assert.equal(repo.git('branch', '--show-current'), 'PAY-12-refund-api');
    }));

  it('makes the owner who git says works here now, though it said somebody else before', () =>
    withWork(nothing, async ({ repo, ask }) => {
      await ask({ about: 'start', id: 'PAY-12' });
      repo.git('config', 'user.name', 'Ines Brandt');
      repo.git('config', 'user.email', 'ines@acme.example');
      const answer = await ask({ about: 'start', id: 'PAY-13' });
      assert.ok('sentence' in answer);
      assert.deepEqual(written(answer.edit), ['Ines Brandt']);
    }));

  it('is named by the template of the settings', () =>
    withWork(
      nothing,
      async ({ repo, ask }) => {
        await ask({ about: 'start', id: 'PAY-12' });
        assert.equal(repo.git('branch', '--show-current'), 'ana/PAY-12');
      },
      { settings: { work: { branch: '{user}/{id}' } } },
    ));

  it('takes changed files along and says so, and whose the story was', () =>
    withWork(
      (repo) => repo.write({ 'a.txt': 'changed\n' }),
      async ({ repo, ask }) => {
        assert.equal(
          sentenceOf(await ask({ about: 'start', id: 'PAY-13' })),
          "PAY-13 Receipts is doing and yours, and was ben's, on the branch PAY-13-receipts; 1 changed file came along.",
        );
        assert.equal(repo.git('status', '--porcelain'), ' M a.txt');
      },
    ));

  it('goes on where the story has a branch, and reads the roadmap as it is there', () =>
    withWork(
      (repo) => {
        repo.git('switch', '-q', '-c', 'feature/pay-12-old');
        repo.write({ 'roadmap.yaml': ROADMAP.replace('status: todo', 'status: doing\n        owner: ana') });
        repo.commit('Begin PAY-12');
        repo.git('switch', '-q', 'main');
      },
      async ({ repo, ask }) => {
        const offered = await ask({ about: 'start', id: 'PAY-12' });
        assert.ok('rows' in offered);
        assert.equal(offered.placeHolder, 'PAY-12 has a branch already: pick where the work goes on');
        const [row] = offered.rows;
        assert.ok(row && 'about' in row.next && row.label === 'feature/pay-12-old');
        const answer = await ask(row.next);
        assert.ok('sentence' in answer);
        assert.equal(answer.sentence, 'PAY-12 Refund API is doing and yours, on the branch feature/pay-12-old.');
        assert.equal(answer.edit, undefined);
        assert.equal(repo.git('branch', '--show-current'), 'feature/pay-12-old');
      },
    ));

  it('stays where the branch of the story is checked out', () =>
    withWork(
      (repo) => repo.git('switch', '-q', '-c', 'pay-12'),
      async ({ repo, ask }) => {
        assert.equal(
          sentenceOf(await ask({ about: 'start' })),
          'PAY-12 Refund API is doing and yours, on the branch pay-12.',
        );
        assert.equal(repo.git('branch', '--list').split('\n').length, 2);
      },
    ));

  it('ends with the status, and offers the way back without deleting, merging or pushing anything', () =>
    withWork(
      (repo) => {
        repo.git('switch', '-q', '-c', 'PAY-13-receipts');
        repo.write({ 'a.txt': 'changed\n' });
      },
      async ({ repo, ask }) => {
        const before = repo.git('for-each-ref');
        const answer = await ask({ about: 'finish' });
        assert.ok('sentence' in answer);
        assert.equal(answer.sentence, 'PAY-13 Receipts is done; 1 changed file waits to be committed.');
        assert.deepEqual(written(answer.edit), ['done']);
        const [home] = answer.offers;
        assert.ok(home && 'about' in home.next);
        assert.equal(home.label, 'Switch to main');
        assert.equal(sentenceOf(await ask(home.next)), 'On the branch main; 1 changed file came along.');
        assert.equal(repo.git('for-each-ref'), before);
        assert.equal(repo.git('status', '--porcelain'), ' M a.txt');
      },
    ));

  it('changes to another active story with a branch, and to no other', () =>
    withWork(
      (repo) => {
        for (const branch of ['PAY-14-ledger', 'PAY-13-receipts', 'PAY-12-refunds', 'other']) {
          repo.git('branch', branch);
        }
      },
      async ({ repo, ask }) => {
        const offered = await ask({ about: 'switch' });
        assert.ok('rows' in offered);
        assert.deepEqual(
          offered.rows.map(({ label, description }) => [label, description]),
          [['PAY-13 Receipts', 'PAY-13-receipts']],
        );
        const [row] = offered.rows;
        assert.ok(row && 'about' in row.next);
        assert.equal(sentenceOf(await ask(row.next)), 'PAY-13 Receipts, on the branch PAY-13-receipts.');
        assert.equal(repo.git('branch', '--show-current'), 'PAY-13-receipts');
        assert.equal(
          sentenceOf(await ask({ about: 'switch' })),
          'No other active story has a branch; start work on one first.',
        );
      },
    ));

  it('loses nothing: where git refuses, its reason is said and all stays as it is', () =>
    withWork(
      (repo) => {
        repo.git('switch', '-q', '-c', 'PAY-13-receipts');
        repo.write({ 'a.txt': 'theirs\n' });
        repo.commit('PAY-13: other words');
        repo.git('switch', '-q', 'main');
        repo.write({ 'a.txt': 'mine\n' });
      },
      async ({ repo, ask }) => {
        const branch = { name: 'PAY-13-receipts', isNew: false };
        assert.equal(
          sentenceOf(await ask({ about: 'switch', branch })),
          'a.txt would be overwritten on PAY-13-receipts, so git stayed where it was; commit or stash your changes first.',
        );
        assert.deepEqual(
          [repo.git('branch', '--show-current'), repo.git('diff', '--stat').split(' ')[1]],
          ['main', 'a.txt'],
        );
      },
    ));

  const REFUSED: readonly {
    readonly when: string;
    readonly prepare?: (repo: TempRepo) => void;
    readonly options?: TestServerOptions;
    readonly params?: Omit<WorkParams, 'folder'>;
    readonly says: RegExp;
  }[] = [
    {
      when: 'HEAD is detached',
      prepare: (repo) => repo.git('checkout', '-q', '--detach'),
      says: /^No branch is checked out \(HEAD is detached\), so a branch would begin anywhere; check out a branch first\.$/,
    },
    {
      when: 'a rebase is in progress',
      prepare: (repo) => repo.write({ '.git/rebase-merge/head-name': 'refs/heads/main\n' }),
      says: /^A rebase is in progress in this repository; finish or abort it first\.$/,
    },
    {
      when: 'the workspace is not trusted',
      options: { trusted: false },
      says: /^This workspace is not trusted, .*; without git there is no branch to work on\.$/,
    },
    {
      when: 'the story is gone',
      params: { about: 'start', id: 'PAY-77' },
      says: /^No roadmap declares PAY-77 any more, so nothing was changed\.$/,
    },
    {
      when: 'the branch names no story',
      params: { about: 'finish' },
      says: /^The branch main names no story of the roadmap; pick one and start work on it\.$/,
    },
    {
      when: 'there is no such branch any more',
      params: { about: 'switch', branch: { name: 'PAY-12-gone', isNew: false } },
      says: /^There is no branch PAY-12-gone any more, so nothing was changed\.$/,
    },
    {
      when: 'the name of a branch would be an option of git',
      params: { about: 'switch', branch: { name: '--detach', isNew: false } },
      says: /^There is no branch --detach any more, so nothing was changed\.$/,
    },
  ];
  const begin: Omit<WorkParams, 'folder'> = { about: 'start', id: 'PAY-12' };
  for (const { when, prepare = nothing, options, params = begin, says } of REFUSED) {
    it(`is refused in one sentence when ${when}`, () =>
      withWork(
        prepare,
        async ({ repo, ask }) => {
          const head = repo.git('branch', '--show-current');
          const answer = await ask(params);
          assert.ok('refusal' in answer);
          assert.match(answer.refusal, says);
          assert.equal(repo.git('branch', '--show-current'), head);
        },
        options,
      ));
  }

  it('is offered by a click on the story, as far as it makes sense', () =>
    withWork(
      (repo) => repo.git('switch', '-q', '-c', 'PAY-13-receipts'),
      async ({ ask }) => {
        const labels = async (id?: string) => {
          const answer = await ask({ about: 'actions', ...(id !== undefined && { id }) });
          return 'rows' in answer ? [answer.title, ...answer.rows.map(({ label }) => label)] : assert.fail();
        };
        const always = ['Switch to another story…', 'Open story page', 'Show links…', 'Open in the roadmap'];
        assert.deepEqual(await labels(), ['PAY-13 Receipts', 'Finish work', ...always]);
        assert.deepEqual(await labels('PAY-12'), ['PAY-12 Refund API', 'Start work', 'Finish work', ...always]);
        assert.deepEqual(await labels('PAY-14'), ['PAY-14 Ledger', 'Start work', ...always]);
      },
    ));

  it('is done by the server as a whole for editors that have no extension', () =>
    withWork(nothing, async ({ repo, server }) => {
      const edits: string[] = [];
      server.client.onRequest(ApplyWorkspaceEditRequest.type, ({ edit }) => {
        edits.push(...written(edit));
        return { applied: true };
      });
      await server.client.sendRequest(ExecuteCommandRequest.type, {
        command: 'waymark.startWork',
        arguments: ['PAY-12'],
      });
      await pollUntil('it is said', () => server.messages.length > 0);
      assert.deepEqual(server.messages, ['PAY-12 Refund API is doing and yours, on the branch PAY-12-refund-api.']);
      assert.deepEqual(edits, ['doing\n        owner: ana']);
      assert.equal(repo.git('branch', '--show-current'), 'PAY-12-refund-api');
    }));
});
