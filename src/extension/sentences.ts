/** Every sentence that the extension itself says to a person, outside of the manifest. */
export const sentences = {
  startFailed: 'Waymark could not start: its server did not answer. The log says why.',
  crashed: 'Waymark stopped: its server ended several times in a few minutes. The log says why.',
  notRunning: 'Waymark cannot do this now: its server is not running. Restart it, or look into the log.',
  failed: (what: string, reason: string) => `Waymark could not ${what}: ${reason}`,

  noFolder: 'Open a folder first: Waymark reads the roadmap file in the folder that is open.',
  noRoadmap:
    'There is no roadmap in the open folder. Create one, or name the file in the setting waymark.roadmap.files.',
  noItems: 'The roadmap has no epics, stories or tasks yet.',
  noEditor: 'Open a file first: the item of the line with the cursor is shown.',
  noLinks: (id: string) => `Nothing is linked to ${id} yet: no annotation, reference or commit names it.`,
  roadmapExists: (name: string) => `There is a roadmap already: ${name}.`,
  roadmapNotCreated: (name: string) => `The roadmap ${name} could not be created.`,
  linkNotJudged: 'The roadmap could not be changed: its text is another one by now.',
  noMessageBox:
    'There is no commit message to write into: the Git extension of the editor does not show this repository.',
  fixNotMade: 'Nothing was changed: a text is another one by now.',
  sampleIsReady: 'The sample workspace is ready.',
  badArguments: 'This command is run by the rows, lenses and links of Waymark, and needs what they give it.',

  errors: (count: number) => (count === 1 ? '1 error in the Problems panel' : `${count} errors in the Problems panel`),
  untrusted: 'This folder is not trusted: commits are not read.',

  pickRoadmap: 'Pick the roadmap to open',
  pickFolder: 'Pick the folder that the roadmap is for',
  pickStory: 'Find a story by its ID or by words',
  linksOf: (id: string) => `Links of ${id}`,
  pickLink: 'Pick a place to open it',
  acceptLink: (written: string, id: string) => `Accept ${written} as ${id}`,
  rejectLink: (written: string, id: string) => `Reject ${written} as ${id}`,
  pickPlace: 'Pick where this holds',
  here: 'Here only',
  everywhere: 'Everywhere',
  chosen: 'chosen',
  filterWords: 'Show items with these words',
  filterWordsExample: 'Words of the ID, title, description or labels; nothing shows everything',
  makingSample: 'Making the sample workspace',
  reading: 'Reading everything again',

  showLog: 'Show Log',
  restart: 'Restart Server',
  openFolder: 'Open Folder',
  createRoadmap: 'Create Roadmap',
  openRoadmap: 'Open Roadmap',
  openInNewWindow: 'Open in New Window',
} as const;
