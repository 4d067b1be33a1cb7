import { type TempRepo, withTempRepo } from '../support/tempRepo';

export const ROADMAP = `keys: [PAY]
releases:
  - id: v2.0
    date: 2026-09-01
epics:
  - id: PAY-1
    title: Refunds
    release: v2.0
    stories:
      - id: PAY-12
        title: Refund API
        status: in-progress
        owner: ana
      - id: PAY-13
        title: Receipts
        status: done
`;

const FILES = {
  'roadmap.yaml': ROADMAP,
  'src/refund.ts': '\n  // TODO(PAY-12): retry\n// FIXME PAY-99: unknown\n// TODO nobody planned this\n',
  'test/refund.test.ts': '// PAY-12 refunds once\n',
};

/** Old enough that no finding depends on when the tests run. */
export const DATE = '2026-07-01T10:00:00+02:00';

/** A repository with a roadmap, marks in code and a test, and two commits of which the last is given. */
export function withPlan(body: (repo: TempRepo, sha: string) => Promise<void>): Promise<void> {
  return withTempRepo(async (repo) => {
    repo.write(FILES);
    repo.commit('Begin', { date: DATE });
    await body(repo, repo.commit('PAY-12: refunds\n\nCloses: PAY-12', { date: DATE, author: 'Ana Lima' }));
  });
}
