import assert from 'node:assert/strict';
import { activityOf } from '../../../src/core/codeHistory/activity';
import { codeIndexOf } from '../../../src/core/codeHistory/codeIndex';
import { componentsOf } from '../../../src/core/codeHistory/components';
import { couplingsOf } from '../../../src/core/codeHistory/coupling';
import { itemChangesOf } from '../../../src/core/codeHistory/itemChanges';
import { looksLikeOwnCode } from '../../../src/core/codeHistory/ownCode';
import { type Change, changed, codeHistory, merged } from '../../support/codeHistoryBuilder';
import { commit, days, plan, story, world } from '../../support/planBuilder';

describe('codeHistory', () => {
  it('calls a file by the name that it has today, however often it was renamed', () => {
    const latest = commit('PAY-12: c');
    const move = commit('PAY-12: move');
    const rename = commit('PAY-12: rename');
    const oldest = commit('PAY-12: a');
    const history = codeHistory([
      changed(latest, 'src/c.ts', 'src/a.ts'),
      changed(move, 'src/b.ts => src/c.ts'),
      changed(rename, 'src/a.ts => src/b.ts'),
      changed(oldest, 'src/a.ts', 'src/other.ts'),
    ]);
    assert.deepEqual(
      [latest, move, rename, oldest].map(({ sha }) => history.changesOf(sha)?.map(({ path }) => path)),
      [['src/c.ts', 'src/a.ts'], ['src/c.ts'], ['src/c.ts'], ['src/c.ts', 'src/other.ts']],
    );
  });

  it('does not mistake a file for another one that had its name before, or that it changed names with', () => {
    const oldest = commit('PAY-12: a');
    const before = (...changes: Change[]) =>
      codeHistory([...changes, changed(oldest, 'src/a.ts', 'src/b.ts')])
        .changesOf(oldest.sha)
        ?.map(({ path }) => path);
    const renamed = changed(commit('PAY-12: c'), 'src/b.ts => src/c.ts');
    assert.deepEqual(before(renamed, changed(commit('PAY-12: b'), 'src/a.ts => src/b.ts')), ['src/c.ts', 'src/b.ts']);
    const swapped = changed(commit('PAY-12: swap'), 'src/a.ts => src/b.ts', 'src/b.ts => src/a.ts');
    assert.deepEqual(before(swapped), ['src/b.ts', 'src/a.ts']);
  });

  it('counts a merge only where nothing else names its item', () => {
    const told = commit('Merge PAY-12', { via: 'merge' });
    const only = commit('Merge PAY-13', { via: 'merge' });
    const work = commit('PAY-12: work');
    const history = codeHistory([merged(told, 'src/a.ts'), merged(only, 'src/b.ts'), changed(work, 'src/a.ts')]);
    assert.deepEqual(
      history.commits.map((each) => each.commit.subject),
      ['Merge PAY-13', 'PAY-12: work'],
    );
    assert.deepEqual(history.changesOf(told.sha), []);
    assert.equal(history.changesOf('0'.repeat(40)), undefined);
  });

  it('takes nothing of a file from a commit of more than 100 files', () => {
    const files = Array.from({ length: 101 }, (_, index) => `src/f${index}.ts`);
    const history = codeHistory([
      changed(commit('PAY-1: licence'), ...files),
      changed(commit('PAY-1: x'), ...files.slice(1)),
    ]);
    assert.deepEqual(
      history.commits.map(({ code }) => code.length),
      [0, 100],
    );
  });

  it('says on what it rests', () => {
    const history = codeHistory(
      [
        changed(commit('PAY-1: b', { on: '2026-08-03' }), 'a.ts'),
        changed(commit('PAY-1: a', { on: '2026-02-01' }), 'a.ts'),
      ],
      { linked: 5, isUnderWay: true },
    );
    assert.deepEqual(history.range, {
      known: 2,
      linked: 5,
      from: days('2026-02-01').first,
      to: days('2026-08-03').first,
      isUnderWay: true,
    });
  });
});

describe('looksLikeOwnCode', () => {
  const cases: readonly [path: string, own: boolean][] = [
    ['src/a.ts', true],
    ['test/a.test.ts', true],
    ['Makefile', true],
    ['src/locked.ts', true],
    ['src/distance/a.ts', true],
    ['web/app.css', true],
    ['package-lock.json', false],
    ['yarn.lock', false],
    ['pnpm-lock.yaml', false],
    ['web/package.json', false],
    ['go.sum', false],
    ['pom.xml', false],
    ['docs/guide.md', false],
    ['vendor/x/y.go', false],
    ['web/dist/app.js', false],
    ['api/v1/pay.pb.go', false],
    ['lib/jquery.min.js', false],
    ['src/__snapshots__/a.snap', false],
    ['.github/workflows/ci.yml', false],
  ];
  for (const [path, own] of cases) {
    it(`takes ${path} for ${own ? 'code' : 'none'}`, () => {
      assert.equal(looksLikeOwnCode(path), own);
    });
  }
});

describe('componentsOf', () => {
  const folders: Readonly<Record<string, string | undefined>> = {
    'src/pay/refund.ts': 'src/pay',
    'src/pay/api/v1/refund.ts': 'src/pay',
    'src/index.ts': 'src',
    'packages/core/src/index.ts': 'packages/core',
    'apps/web/app/page.tsx': 'apps/web',
    'server/main.go': 'server',
    'internal/pay/refund.go': 'internal/pay',
    'src/main/java/com/acme/pay/api/Refund.java': 'src/main/java/com/acme/pay',
    'src/main/kotlin/com/acme/Main.kt': 'src/main/kotlin/com/acme',
    'connect/runtime/src/main/java/com/acme/pay/Refund.java': 'connect/runtime',
    'connect/runtime/src/main/resources/messages.json': 'connect/runtime',
    'main.ts': undefined,
    'test/pay/refund.test.ts': undefined,
  };
  for (const [path, name] of Object.entries(folders)) {
    it(`finds ${name ?? 'no component'} for ${path}`, () => {
      assert.equal(componentsOf([])(path), name);
    });
  }

  it('takes the first component that a roadmap declares, and no folder beside', () => {
    const code = (name: string) => ({ name, span: { start: 0, end: 0 } });
    const span = { start: 0, end: 0 };
    const componentOf = componentsOf([
      { name: 'Payments', code: [code('src/pay/')], span },
      { name: 'Server', code: [code('src/**')], span },
    ]);
    assert.deepEqual(['src/pay/a.ts', 'src/b.ts', 'web/c.ts'].map(componentOf), ['Payments', 'Server', undefined]);
  });
});

describe('activityOf', () => {
  it('knows one person under several addresses, counts co-authors and leaves programs out', () => {
    const coAuthors = [{ name: 'Ben Ode', email: 'ben@home.example' }];
    const commits = codeHistory([
      changed(
        { ...commit('PAY-1: c', { on: '2026-08-03', by: 'Ana Lima' }), coAuthors },
        'src/a.ts +10 -4',
        'src/b.ts +1 -1',
      ),
      changed({ ...commit('PAY-1: b', { on: '2026-07-02' }), email: 'ana@other.example' }, 'src/a.ts +5 -0'),
      changed(commit('PAY-1: a', { on: '2026-07-01', by: 'renovate[bot]' }), 'src/a.ts +1 -1'),
    ]);
    const { people } = codeIndexOf(commits, plan());
    const { authors, ...rest } = activityOf(commits.commits, people);
    assert.deepEqual(
      authors.map(({ author, commits: number, last }) => [author.name, number, last]),
      [
        ['Ana Lima', 2, days('2026-08-03').first],
        ['Ben Ode', 1, days('2026-08-03').first],
      ],
    );
    assert.deepEqual(rest, {
      commits: 3,
      first: days('2026-07-01').first,
      last: days('2026-08-03').first,
    });
  });
});

describe('couplingsOf', () => {
  const together = (count: number, ...files: string[]): Change[] =>
    Array.from({ length: count }, () => changed(commit('PAY-1: x'), ...files));

  const coupled = (changes: readonly Change[], gone: readonly string[] = []) => {
    const index = codeIndexOf(codeHistory(changes, { gone }), plan());
    const bounds = { support: 5, confidence: 0.8 };
    return couplingsOf(new Set(['src/a.ts']), index, bounds, new Set()).map(
      ({ partner, support, commits }) => `${partner} ${support}/${commits}`,
    );
  };

  it('finds what nearly always changes along', () => {
    assert.deepEqual(coupled([...together(8, 'src/a.ts', 'src/b.ts'), ...together(2, 'src/a.ts')]), ['src/b.ts 8/10']);
  });

  it('asks for enough commits and enough of them, and for files that are still there', () => {
    assert.deepEqual(coupled(together(4, 'src/a.ts', 'src/b.ts')), []);
    assert.deepEqual(coupled([...together(7, 'src/a.ts', 'src/b.ts'), ...together(3, 'src/a.ts')]), []);
    assert.deepEqual(coupled(together(8, 'src/a.ts', 'src/b.ts'), ['src/b.ts']), []);
  });

  it('takes nothing from commits of many files', () => {
    const many = Array.from({ length: 20 }, (_, index) => `src/f${index}.ts`);
    assert.deepEqual(coupled(together(8, 'src/a.ts', ...many)), []);
  });
});

describe('itemChangesOf', () => {
  it('leaves out commits about another item that only mention this one, but no commit that is about nothing else', () => {
    const passing = commit('PAY-13: b', { names: ['PAY-12'], via: 'body' });
    const other = { ...passing, mentions: [...passing.mentions, ...commit('PAY-13: b').mentions] };
    const only = commit('Tidy up', { names: ['PAY-12'], via: 'body' });
    const trace = world(story('PAY-12'), other, only);
    const item = trace.plan.findWork('PAY-12');
    assert.ok(item);
    const history = codeHistory([changed(other, 'src/b.ts'), changed(only, 'src/a.ts')]);
    assert.deepEqual([...itemChangesOf(trace.evidenceOf(item), history, trace).paths], ['src/a.ts']);
  });

  it('is made anew only where the commits of the item or what is known of them are others', () => {
    const first = commit('PAY-12: a');
    const trace = world(story('PAY-12'), first);
    const history = codeHistory([changed(first, 'src/a.ts')]);
    const of = (id: string) => {
      const item = trace.plan.findWork(id);
      assert.ok(item);
      return itemChangesOf(trace.evidenceOf(item), history, trace);
    };
    const before = of('PAY-12');
    trace.addCommits([commit('PAY-13: b')], 1);
    assert.equal(of('PAY-12'), before);
    assert.deepEqual([...before.paths], ['src/a.ts']);
  });
});
