import { commands, Disposable } from 'vscode';
import { COMMANDS } from '../../protocol/contributions';
import { entriesOf } from '../entries';
import { mentionStory } from '../work/mentionStory';
import { finishWork, startWork, storyActions, switchStory } from '../work/workCommands';
import type { Services } from '../services';
import { revealInRoadmap } from '../views/revealRow';
import { applyFix } from './applyFix';
import { clearRoadmapFilter, filterRoadmap, filterRoadmapByWords, groupRoadmap, sortRoadmap } from './arrangeRoadmap';
import { exportRoadmap, importRoadmap } from './exchange';
import { explainRule } from './explainRule';
import { goToStory } from './goToStory';
import { acceptLink, rejectLink } from './judgeLink';
import { open } from './open';
import { createRoadmap, openRoadmap } from './roadmapFile';
import { actOnRows, addAtTop, copyId, copyLink, openRow, revealRow } from './rowActions';
import { type Command, runCommand } from './runCommand';
import { openSample } from './sample';
import { refresh, restartServer, showLog, showStatus } from './serverCommands';
import { showLinks } from './showLinks';

/** Every command, and what completes "Waymark could not …" when it fails. */
const COMMAND_TABLE: Readonly<Record<keyof typeof COMMANDS, readonly [what: string, command: Command]>> = {
  refresh: ['read everything again', refresh],
  openRoadmap: ['open the roadmap', openRoadmap],
  createRoadmap: ['create a roadmap', createRoadmap],
  goToStory: ['go to the story', goToStory],
  showLinks: ['show the links', showLinks],
  acceptLink: ['accept the link', acceptLink],
  rejectLink: ['reject the link', rejectLink],
  groupRoadmap: ['group the roadmap', groupRoadmap],
  sortRoadmap: ['sort the roadmap', sortRoadmap],
  filterRoadmap: ['filter the roadmap', filterRoadmap],
  filterRoadmapByWords: ['filter the roadmap', filterRoadmapByWords],
  clearRoadmapFilter: ['show everything again', clearRoadmapFilter],
  setStatus: ['set the status', actOnRows('setStatus')],
  setOwner: ['set the owner', actOnRows('setOwner')],
  setRelease: ['set the release', actOnRows('setRelease')],
  moveToEpic: ['move the rows', actOnRows('moveToEpic')],
  addBelow: ['add a story or task', actOnRows('addBelow')],
  addEpic: ['add an epic', addAtTop('epic')],
  addStory: ['add a story', addAtTop('story')],
  renameItem: ['rename the item', actOnRows('rename')],
  copyId: ['copy the ID', copyId],
  copyLink: ['copy the link', copyLink],
  openRow: ['open the item', openRow],
  revealRow: ['show the item', revealRow],
  revealInRoadmap: ['show the item of the line', revealInRoadmap],
  importRoadmap: ['import a roadmap', importRoadmap],
  exportRoadmap: ['export the roadmap', exportRoadmap],
  showStatus: ['show its status', showStatus],
  showLog: ['show its log', showLog],
  restartServer: ['restart its server', restartServer],
  openSample: ['make the sample workspace', openSample],
  open: ['open this', open],
  applyFix: ['make the fix', applyFix],
  explainRule: ['explain the rule', explainRule],
  startWork: ['start work on the story', startWork],
  finishWork: ['finish work on the story', finishWork],
  switchStory: ['switch to another story', switchStory],
  mentionStory: ['write the story into the commit message', mentionStory],
  storyActions: ['show what can be done with the story', storyActions],
};

export function registerCommands(services: Services): Disposable {
  return Disposable.from(
    ...entriesOf(COMMAND_TABLE).map(([name, [what, command]]) =>
      commands.registerCommand(COMMANDS[name], (argument: unknown, selection: unknown) =>
        runCommand(services, what, command, argument, selection),
      ),
    ),
  );
}
