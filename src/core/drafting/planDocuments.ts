import { readRoadmap } from '../roadmap/readRoadmap';
import { draftOf } from '../exchange/draftOf';
import { allItems, type DraftItem } from '../exchange/draft';
import { type DocumentLine, documentLines, headingsAsEntries } from './headingEntries';
import type { FoundDocument } from './survey';

/** Names of documents that hold what is to be done; behind the word a year, quarter or version may stand: `roadmap-2026`. */
const PLAN_NAME =
  /^(?:[\w.-]*[-_.])?(?:road-?map|backlog|to-?dos?|plans?|planning|milestones?|ideas?|wish-?list|future|next-steps)(?:[-_.](?:v?\d[\w.-]*|q[1-4][\w.-]*|h[12]))?$/i;
const README = /^readme$/i;

/** Where the documents of a project's own plan lie, and not those of what it carries along. */
const PLAN_FOLDER =
  /^(?:(?:docs?|documentation|\.github|planning|plans?|project|design|notes|backlog|roadmap)\/){0,2}$/i;

/** Headings below which a document of another purpose says what is to come. */
const PLAN_HEADING =
  /^[^\p{L}]*(?:(?:project|our|the|public|development)\s+)*(?:road\s?map|plans?|planned(?: features| work)?|future(?: work| plans| features)?|to-?\s?dos?|things to do|what(?:'|’)?s next|next(?: steps| up)?|milestones?|backlog|upcoming(?: features)?|coming soon|wish\s?list|ideas)(?:\s+(?:list|ideas|items))?[^\p{L}]*$/iu;

/** Whether a document may hold a plan, by its path. */
export function mayHoldPlan(path: string): boolean {
  return isPlanName(path) || isReadme(path);
}

function isPlanName(path: string): boolean {
  const { folder, name } = partsOf(path);
  return PLAN_NAME.test(name) && PLAN_FOLDER.test(folder);
}

/** That of the project, and none of a part. */
function isReadme(path: string): boolean {
  const { folder, name } = partsOf(path);
  return README.test(name) && folder === '';
}

function partsOf(path: string) {
  const [, folder = '', name = ''] = /^(.*\/)?([^/]+)\.(?:md|markdown)$/i.exec(path) ?? [];
  return { folder, name };
}

/** The work that a document names; empty: it names none. A README says it below a heading that is called so. */
export function workOfDocument({ path, text }: FoundDocument): readonly DraftItem[] {
  const lines = documentLines(text);
  const plan = headingsAsEntries(isPlanName(path) ? lines : planSections(lines));
  const roadmap = plan.trim() === '' ? undefined : readRoadmap('roadmap.md', plan);
  return roadmap ? draftOf([roadmap]).work.flatMap(leavesAsStories) : [];
}

/** How many entries a document has, with those below others. */
export function countWork(work: readonly DraftItem[]): number {
  return [...allItems(work)].length;
}

/** Headings of what stands in every document and is no work. */
const USUAL_HEADING =
  /^(?:about|acknowledge?ments?|authors?|background|changelog|contact|contribut(?:ing|ors)|credits|history|how to (?:contribute|help)|introduction|legend|licen[cs]e|motivation|notes?|overview|references|see also|status|summary|support|table of contents|toc)$/i;

/** A heading with nothing below it is a story, and the usual ones are none. */
function leavesAsStories(item: DraftItem): readonly DraftItem[] {
  if (item.kind !== 'task' && USUAL_HEADING.test(item.title)) {
    return [];
  }
  const children = item.children.flatMap(leavesAsStories);
  return [{ ...item, kind: item.kind === 'epic' && children.length === 0 ? 'story' : item.kind, children }];
}

/** The sections of a text that say what is to come, each with its heading. */
function planSections(lines: readonly DocumentLine[]): readonly DocumentLine[] {
  let level = 0;
  return lines.filter((line) => {
    if (line.level > 0 && (level === 0 || line.level <= level)) {
      level = PLAN_HEADING.test(line.words) ? line.level : 0;
    }
    return level > 0;
  });
}
