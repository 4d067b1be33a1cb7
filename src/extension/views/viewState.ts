import type { Overview } from '../../protocol/messages';
import type { ServerPhase } from '../client/serverConnection';

/** The values of the context key `waymark.state`: which welcome text an empty view shows. */
export type ViewState = 'starting' | 'noFolder' | 'noRoadmap' | 'emptyRoadmap' | 'ready' | 'failed';

export interface ViewFacts {
  readonly folderCount: number;
  readonly phase: ServerPhase;
  /** undefined until the server has sent one. */
  readonly overview: Overview | undefined;
}

/** @param former that nothing is there is said when the first reading is done, not while it goes on */
export function viewState({ folderCount, phase, overview }: ViewFacts, former: ViewState): ViewState {
  if (folderCount === 0) {
    return 'noFolder';
  }
  if (phase === 'failed') {
    return 'failed';
  }
  if (overview === undefined) {
    return 'starting';
  }
  if (overview.folders.some((folder) => folder.items > 0)) {
    return 'ready';
  }
  if (former === 'starting' && overview.busy !== undefined) {
    return 'starting';
  }
  return overview.folders.some((folder) => folder.roadmaps.length > 0) ? 'emptyRoadmap' : 'noRoadmap';
}
