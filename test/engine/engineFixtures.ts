import type { Engine } from '../../src/engine/engine';
import { makeTempRepo, type TempRepo } from '../support/tempRepo';
import { withEngine } from './openFolder';

export const ROADMAP = `product: Acme
keys: [PAY]
epics:
  - id: PAY-1
    title: Refunds
    stories:
      - id: PAY-12
        title: Refund API
        status: active
      - id: PAY-13
        title: Receipts
`;

/** The roadmap above with one more story. */
export function roadmapWith(id: string, title = 'One more'): string {
  return `${ROADMAP}      - id: ${id}\n        title: ${title}\n`;
}

export const SOURCE = `// TODO(PAY-12): retry
export const refund = 1; // see PAY-13
`;

/** What {@link SOURCE} and one commit are linked to. */
export const LINKS = ['PAY-12: src/refund.ts:1 TODO retry', 'PAY-12: PAY-12: refunds', 'PAY-13: src/refund.ts:2 code'];

/** A repository with the roadmap, one source file and one commit, and an engine that has read it and follows it. */
export async function withPlan(body: (repo: TempRepo, engine: Engine) => void | Promise<void>): Promise<void> {
  const repo = makeTempRepo();
  try {
    repo.write({ 'roadmap.yaml': ROADMAP, 'src/refund.ts': SOURCE });
    repo.commit('PAY-12: refunds');
    await withEngine(repo.path, (engine) => body(repo, engine), { watch: true });
  } finally {
    repo.dispose();
  }
}

/** Writes files and tells the engine, as the editor's watcher would. */
export async function save(repo: TempRepo, engine: Engine, files: Readonly<Record<string, string>>): Promise<void> {
  repo.write(files);
  engine.filesChanged(Object.keys(files));
  await engine.idle();
}
