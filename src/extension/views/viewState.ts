import type { Overview } from '../../protocol/messages';
import type { ServerPhase } from '../client/serverConnection';

/** The values of the context key `waymark.state`: which welcome text an empty view shows. */
export type ViewState = 'starting' | 'noFolder' | 'noRoadmap' | 'emptyRoadmap' | 'ready' | 'failed';

export interface ViewFacts {
  readonly folderCount: number;
  readonly phase: ServerPhase;
  /** undefined until there is something to show. */
  readonly overview: Overview | undefined;
}

/** @param former a start is over when nothing is being read any more: what is missing until then may still come */
export function viewState({ folderCount, phase, overview }: ViewFacts, former: ViewState): ViewState {
  if (folderCount === 0) {
    return 'noFolder';
  }
  if (phase === 'failed') {
    return 'failed';
  }
  if (overview === undefined || (former === 'starting' && overview.busy !== undefined)) {
    return 'starting';
  }
  if (overview.folders.some((folder) => folder.items > 0)) {
    return 'ready';
  }
  return overview.folders.some((folder) => folder.roadmaps.length > 0) ? 'emptyRoadmap' : 'noRoadmap';
}
