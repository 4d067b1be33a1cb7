import path from 'node:path';
import { t } from '../core/words/t';
import type { LineTable } from '../core/model/lineTable';
import type { ItemFolder, Roadmap } from '../core/model/roadmap';
import type { RoadmapReading } from '../core/roadmap/reading/roadmapReading';
import { readText } from './files/readText';
import type { OpenDocuments } from './openDocuments';
import { skipWords } from './files/skipWords';

/** A file as it was last read. */
export interface ReadFile {
  readonly readable: boolean;
  readonly text: string;
  /** undefined: it is plainly something else. */
  readonly roadmap: Roadmap | undefined;
  /** Set for a roadmap of many items: reads what an edit changes. */
  readonly reading?: RoadmapReading;
  lines: LineTable | undefined;
}

/** The text that an editor holds, else that on disk; words that say why there is none. */
export function textOf(
  folder: string,
  documents: OpenDocuments,
  relativePath: string,
): { readonly text: string } | { readonly skipped: string } {
  const open = documents.get(relativePath);
  return open === undefined ? readText(path.resolve(folder, relativePath)) : { text: open };
}

/**
 * A file that cannot be read is a roadmap with one problem that says so.
 *
 * @param folder set for a file that would be one item of it
 */
export function unreadable(relativePath: string, reason: string, folder?: ItemFolder): ReadFile {
  const message = t(
    'This roadmap could not be read: {0}. It must be a text file that you may read.',
    skipWords(reason),
  );
  const roadmap: Roadmap = {
    path: relativePath,
    format: /\.md$|\.markdown$/i.test(relativePath) ? 'markdown' : /\.json$/i.test(relativePath) ? 'json' : 'yaml',
    product: undefined,
    vision: undefined,
    keys: undefined,
    workflow: new Map(),
    scoring: undefined,
    weights: {},
    rules: [],
    components: [],
    holidays: [],
    team: [],
    goals: [],
    releases: [],
    work: [],
    risks: [],
    fields: [],
    extras: [],
    problems: [{ code: 'WM101', span: { start: 0, end: 0 }, message }],
    itemFile: folder && { folder, order: undefined, standing: 'planned' },
  };
  return { readable: false, text: '', roadmap, lines: undefined };
}
