import { commands, Disposable, l10n } from 'vscode';
import { COMMANDS } from '../../protocol/contributions';
import { entriesOf } from '../entries';
import { mentionStory } from '../work/mentionStory';
import { finishWork, startWork, storyActions, switchStory } from '../work/workCommands';
import type { Services } from '../services';
import { revealInRoadmap } from '../views/revealRow';
import { applyFix } from './applyFix';
import { clearRoadmapFilter, filterRoadmap, filterRoadmapByWords, groupRoadmap, sortRoadmap } from './arrangeRoadmap';
import { createRoadmap } from './createRoadmap';
import { exportRoadmap, importRoadmap } from './exchange';
import { explainRule } from './explainRule';
import { goToStory } from './goToStory';
import { insertAnnotation } from './insertAnnotation';
import { acceptLink, rejectLink } from './judgeLink';
import { open } from './open';
import { openRoadmap } from './roadmapFile';
import { actOnRows, addAtTop, copyId, copyLink, openRow, revealRow } from './rowActions';
import { type Command, runCommand } from './runCommand';
import { openSample } from './sample';
import { refresh, restartServer, showLog, showStatus } from './serverCommands';
import { showLinks } from './showLinks';
import { openStoryPage } from '../storyPage/storyPanels';

const { t } = l10n;

/** Every command, and what completes "Waymark could not …" when it fails. */
const COMMAND_TABLE: Readonly<Record<keyof typeof COMMANDS, readonly [what: string, command: Command]>> = {
  refresh: [t('read everything again'), refresh],
  openRoadmap: [t('open the roadmap'), openRoadmap],
  createRoadmap: [t('create a roadmap'), createRoadmap],
  goToStory: [t('go to the story'), goToStory],
  openStoryPage: [t('open the story page'), openStoryPage],
  showLinks: [t('show the links'), showLinks],
  acceptLink: [t('accept the link'), acceptLink],
  rejectLink: [t('reject the link'), rejectLink],
  groupRoadmap: [t('group the roadmap'), groupRoadmap],
  sortRoadmap: [t('sort the roadmap'), sortRoadmap],
  filterRoadmap: [t('filter the roadmap'), filterRoadmap],
  filterRoadmapByWords: [t('filter the roadmap'), filterRoadmapByWords],
  clearRoadmapFilter: [t('show everything again'), clearRoadmapFilter],
  setStatus: [t('set the status'), actOnRows('setStatus')],
  setOwner: [t('set the owner'), actOnRows('setOwner')],
  setRelease: [t('set the release'), actOnRows('setRelease')],
  moveToEpic: [t('move the rows'), actOnRows('moveToEpic')],
  addBelow: [t('add a story or task'), actOnRows('addBelow')],
  addEpic: [t('add an epic'), addAtTop('epic')],
  addStory: [t('add a story'), addAtTop('story')],
  renameItem: [t('rename the item'), actOnRows('rename')],
  copyId: [t('copy the ID'), copyId],
  copyLink: [t('copy the link'), copyLink],
  openRow: [t('open the item'), openRow],
  createStory: [t('create a story'), actOnRows('createStory')],
  linkToStory: [t('link the annotation'), actOnRows('linkToStory')],
  insertAnnotation: [t('insert an annotation'), insertAnnotation],
  revealRow: [t('show the item'), revealRow],
  revealInRoadmap: [t('show the item of the line'), revealInRoadmap],
  importRoadmap: [t('import a roadmap'), importRoadmap],
  exportRoadmap: [t('export the roadmap'), exportRoadmap],
  showStatus: [t('show its status'), showStatus],
  showLog: [t('show its log'), showLog],
  restartServer: [t('restart its server'), restartServer],
  openSample: [t('make the sample workspace'), openSample],
  open: [t('open this'), open],
  applyFix: [t('make the fix'), applyFix],
  explainRule: [t('explain the rule'), explainRule],
  startWork: [t('start work on the story'), startWork],
  finishWork: [t('finish work on the story'), finishWork],
  switchStory: [t('switch to another story'), switchStory],
  mentionStory: [t('write the story into the commit message'), mentionStory],
  storyActions: [t('show what can be done with the story'), storyActions],
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
