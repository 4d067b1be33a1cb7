import { COMMANDS } from '../../protocol/contributions';
import { localFolders } from '../folders';
import { sentences } from '../sentences';
import { offer } from './runCommand';

/** Says why there is no roadmap to work with, and what to do about it. */
export function offerRoadmap(): void {
  if (localFolders().length === 0) {
    offer('information', sentences.noFolder, [sentences.openFolder, 'workbench.action.files.openFolder']);
  } else {
    offer('information', sentences.noRoadmap, [sentences.createRoadmap, COMMANDS.createRoadmap]);
  }
}
