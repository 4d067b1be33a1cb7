import type { Overview } from '../../protocol/messages';
import type { ServerPhase } from '../client/serverConnection';

/** The values of the context key `waymark.state`: which welcome text an empty view shows. */
export type ViewState = 'starting' | 'noFolder' | 'noRoadmap' | 'emptyRoadmap' | 'ready' | 'failed';

/** `overview` is undefined until the first reading is done. */
export function viewState(folderCount: number, phase: ServerPhase, overview: Overview | undefined): ViewState {
  if (folderCount === 0) {
    return 'noFolder';
  }
  if (phase === 'failed') {
    return 'failed';
  }
  if (overview === undefined) {
    return 'starting';
  }
  if (overview.folders.every((folder) => folder.roadmaps.length === 0)) {
    return 'noRoadmap';
  }
  return overview.folders.every((folder) => folder.items === 0) ? 'emptyRoadmap' : 'ready';
}
