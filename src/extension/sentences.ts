import { l10n } from 'vscode';

const { t } = l10n;

/** Every sentence that the extension itself says to a person, outside of the manifest. */
export const sentences = {
  startFailed: t('Waymark could not start: its server did not answer. The log says why.'),
  crashed: t('Waymark stopped: its server ended several times in a few minutes. The log says why.'),
  notRunning: t('Waymark cannot do this now: its server is not running. Restart it, or look into the log.'),
  failed: (what: string, reason: string) => t('Waymark could not {0}: {1}', what, reason),

  noFolder: t('Open a folder first: Waymark reads the roadmap file in the folder that is open.'),
  noRoadmap: t(
    'There is no roadmap in the open folder. Create one, or name the file in the setting waymark.roadmap.files.',
  ),
  noItems: t('The roadmap has no epics, stories or tasks yet.'),
  noEditor: t('Open a file first: the item of the line with the cursor is shown.'),
  noCode: t('Open a file of code first: the annotation is written above the line with the cursor.'),
  noLinks: (id: string) => t('Nothing is linked to {0} yet: no annotation, reference or commit names it.', id),
  roadmapNotCreated: (name: string) => t('The roadmap {0} could not be created.', name),
  rowNotShown: (label: string) =>
    t('{0} could not be shown in the Roadmap view: the plan was changed meanwhile. Try again.', label),
  linkNotJudged: t('The roadmap could not be changed: its text is another one by now.'),
  noMessageBox: t(
    'There is no commit message to write into: the Git extension of the editor does not show this repository.',
  ),
  fixNotMade: t('Nothing was changed: a text is another one by now.'),
  sampleIsReady: t('The sample workspace is ready.'),
  rowLost: t(
    'The view was given new rows at that moment, so the editor did not say which row was meant: please choose again.',
  ),
  badArguments: t('This command is run by the rows, lenses and links of Waymark, and needs what they give it.'),

  errors: (count: number) =>
    count === 1 ? t('1 error in the Problems panel') : t('{0} errors in the Problems panel', count),
  untrusted: t('This folder is not trusted: commits are not read.'),

  pickRoadmap: t('Pick the roadmap to open'),
  pickFolder: t('Pick the folder that the roadmap is for'),
  pickStory: t('Find a story by its ID or by words'),
  linksOf: (id: string) => t('Links of {0}', id),
  pickLink: t('Pick a place to open it'),
  acceptLink: (written: string, id: string) => t('Accept {0} as {1}', written, id),
  rejectLink: (written: string, id: string) => t('Reject {0} as {1}', written, id),
  pickPlace: t('Pick where this holds'),
  here: t('Here only'),
  everywhere: t('Everywhere'),
  chosen: t('chosen'),
  filterWords: t('Show items with these words'),
  filterWordsExample: t('Words of the ID, title, description or labels; nothing shows everything'),
  looking: t('Looking at what this repository says of its work'),
  makingSample: t('Making the sample workspace'),
  reading: t('Reading everything again'),

  showLog: t('Show Log'),
  restart: t('Restart Server'),
  openFolder: t('Open Folder'),
  createRoadmap: t('Create Roadmap'),
  openRoadmap: t('Open Roadmap'),
  openInNewWindow: t('Open in New Window'),
} as const;
