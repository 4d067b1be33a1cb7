/**
 * Every public ID of the extension, once. The manifest names the same IDs; a test holds the two against each other.
 */

export const EXTENSION_ID = 'waymark.waymark';

/** Commands of the palette, then those that only views, lenses and links run. */
export const COMMANDS = {
  refresh: 'waymark.refresh',
  openRoadmap: 'waymark.openRoadmap',
  createRoadmap: 'waymark.createRoadmap',
  goToStory: 'waymark.goToStory',
  openStoryPage: 'waymark.openStoryPage',
  showLinks: 'waymark.showLinks',
  acceptLink: 'waymark.acceptLink',
  rejectLink: 'waymark.rejectLink',
  groupRoadmap: 'waymark.groupRoadmap',
  sortRoadmap: 'waymark.sortRoadmap',
  filterRoadmap: 'waymark.filterRoadmap',
  filterRoadmapByWords: 'waymark.filterRoadmapByWords',
  clearRoadmapFilter: 'waymark.clearRoadmapFilter',
  setStatus: 'waymark.setStatus',
  setOwner: 'waymark.setOwner',
  setRelease: 'waymark.setRelease',
  moveToEpic: 'waymark.moveToEpic',
  addBelow: 'waymark.addBelow',
  addEpic: 'waymark.addEpic',
  addStory: 'waymark.addStory',
  renameItem: 'waymark.renameItem',
  copyId: 'waymark.copyId',
  copyLink: 'waymark.copyLink',
  openRow: 'waymark.openRow',
  revealRow: 'waymark.revealRow',
  createStory: 'waymark.createStory',
  linkToStory: 'waymark.linkToStory',
  insertAnnotation: 'waymark.insertAnnotation',
  revealInRoadmap: 'waymark.revealInRoadmap',
  importRoadmap: 'waymark.importRoadmap',
  exportRoadmap: 'waymark.exportRoadmap',
  showStatus: 'waymark.showStatus',
  showLog: 'waymark.showLog',
  restartServer: 'waymark.restartServer',
  openSample: 'waymark.openSample',
  open: 'waymark.open',
  explainRule: 'waymark.explainRule',
  applyFix: 'waymark.applyFix',
  startWork: 'waymark.startWork',
  finishWork: 'waymark.finishWork',
  switchStory: 'waymark.switchStory',
  storyActions: 'waymark.storyActions',
  mentionStory: 'waymark.mentionStory',
} as const;

/** Commands that need arguments and so are hidden from the palette. */
export const INTERNAL_COMMANDS: readonly string[] = [
  COMMANDS.open,
  COMMANDS.explainRule,
  COMMANDS.acceptLink,
  COMMANDS.rejectLink,
  COMMANDS.setStatus,
  COMMANDS.setOwner,
  COMMANDS.setRelease,
  COMMANDS.moveToEpic,
  COMMANDS.addBelow,
  COMMANDS.renameItem,
  COMMANDS.copyId,
  COMMANDS.copyLink,
  COMMANDS.openRow,
  COMMANDS.revealRow,
  COMMANDS.createStory,
  COMMANDS.linkToStory,
  COMMANDS.applyFix,
];

/**
 * Commands that the explanation of an item may run, and no others. They show something or do what the person who clicks reads
 * there; what they change, an undo takes back.
 */
export const LINK_COMMANDS: readonly string[] = [
  COMMANDS.open,
  COMMANDS.openStoryPage,
  COMMANDS.showLinks,
  COMMANDS.explainRule,
  COMMANDS.startWork,
  COMMANDS.finishWork,
  COMMANDS.setStatus,
];

export const VIEW_CONTAINER = 'waymark';

export const VIEWS = {
  roadmap: 'waymark.roadmap',
  unplanned: 'waymark.unplanned',
  nextUp: 'waymark.nextUp',
} as const;

export type ViewName = keyof typeof VIEWS;

/** The type of the panels of story pages, by which the editor knows them again after a reload. */
export const STORY_PAGE_PANEL = 'waymark.storyPage';

/** `context` of the rows that stand for a work item: their menu offers what can be done with one. */
export const ITEM_ROW = 'item';

/** The same of a story that nobody has begun: its row offers to start work on it at once. */
export const PLANNED_ROW = 'plannedItem';

/** `context` of the rows of annotations that name no story: their menu offers to plan them. */
export const UNPLANNED_ROW = 'unplannedAnnotation';

/** `context` of the rows of IDs that no roadmap knows: they have no item, but an ID to copy. */
export const UNKNOWN_ID_ROW = 'unknownId';

/** `context` of the rows of links that a person may accept or reject, and of those that somebody accepted. */
export const LINK_ROWS = { probable: 'probableLink', accepted: 'acceptedLink' } as const;

export const CONTEXT_KEYS = {
  /** `starting` | `noFolder` | `noRoadmap` | `emptyRoadmap` | `ready` | `failed`: which welcome text a view shows. */
  state: 'waymark.state',
  /** `filtered`: the *Roadmap* view leaves something out; `hidesAll`: it leaves everything out. */
  roadmapFilter: 'waymark.roadmapFilter',
  /** `noRepository` | `unavailable`: why no folder has commits, beside a lack of trust; empty: one may have. */
  commits: 'waymark.commits',
} as const;

/** The walkthrough that shows a newcomer round. It opens only when it is asked for. */
export const WALKTHROUGH = 'start';

export const SETTINGS_SECTION = 'waymark';

/** Scheme of the read-only documents that the server writes: commits and the status report. */
export const DOCUMENT_SCHEME = 'waymark';

/** Scheme of the addresses of rows; the query is the theme colour of its words. */
export const ROW_SCHEME = 'waymark-item';

/** What was read, skipped and why, for all folders. */
export const STATUS_DOCUMENT_URI = `${DOCUMENT_SCHEME}:/status/Waymark%20status.md`;

/** What a rule looks for, why, and what to do about it. */
export function ruleDocumentUri(code: string): string {
  return `${DOCUMENT_SCHEME}:/rule/${code}.md`;
}
