import assert from 'node:assert/strict';
import { type ViewFacts, viewState } from '../../../src/extension/views/viewState';
import type { Overview } from '../../../src/protocol/messages';

const FOLDER = 'file:///shop';

function overview(roadmaps: number, items: number, busy?: string): Overview {
  const files = Array.from({ length: roadmaps }, (_, index) => `${FOLDER}/roadmap${index}.yaml`);
  return { folders: [{ uri: FOLDER, roadmaps: files, items }], branchItems: [], busy, errors: 0 };
}

const running: ViewFacts = { folderCount: 1, phase: 'running', overview: undefined };

const CASES: readonly (readonly [sentence: string, facts: Partial<ViewFacts>, state: string])[] = [
  ['says that no folder is open, whatever the server does', { folderCount: 0, phase: 'failed' }, 'noFolder'],
  ['says that the server failed', { phase: 'failed' }, 'failed'],
  ['is starting until the first overview', {}, 'starting'],
  ['is starting while the server is restarted', { phase: 'stopped' }, 'starting'],
  ['is starting while the rest is being read', { overview: overview(1, 3, 'Reading history') }, 'starting'],
  ['misses a roadmap', { overview: overview(0, 0) }, 'noRoadmap'],
  ['tells a roadmap without items from no roadmap', { overview: overview(1, 0) }, 'emptyRoadmap'],
  ['is ready when there are items', { overview: overview(1, 3) }, 'ready'],
];

describe('the state of the views', () => {
  for (const [sentence, facts, state] of CASES) {
    it(sentence, () => {
      assert.equal(viewState({ ...running, ...facts }, 'starting'), state);
    });
  }

  it('does not go back to starting while something is read later', () => {
    assert.equal(viewState({ ...running, overview: overview(1, 3, 'Reading history') }, 'ready'), 'ready');
    assert.equal(viewState({ ...running, overview: overview(0, 0, 'Reading history') }, 'noRoadmap'), 'noRoadmap');
  });
});
