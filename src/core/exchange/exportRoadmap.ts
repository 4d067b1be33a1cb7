import type { Roadmap } from '../model/roadmap';
import { readRoadmap } from '../roadmap/readRoadmap';
import { missingIn } from './compare';
import { draftOf } from './draftOf';
import { exportCsv } from './exportCsv';
import { unsaid } from './importRoadmap';
import type { Note } from './table';
import { writeMarkdown } from './writeMarkdown';

export type ExportForm = 'csv' | 'markdown';

/** A roadmap as it is given to others. */
export interface ExportedRoadmap {
  readonly text: string;
  readonly notes: readonly Note[];
}

/**
 * All roadmaps of a folder as one table for spreadsheets, or as one `ROADMAP.md` that reads back to the same plan.
 *
 * @param delimiter what parts the cells of a table
 */
export function exportRoadmaps(roadmaps: readonly Roadmap[], form: ExportForm, delimiter = ','): ExportedRoadmap {
  const draft = draftOf(roadmaps);
  if (form === 'csv') {
    return { text: exportCsv(draft, delimiter), notes: [] };
  }
  const text = writeMarkdown(draft);
  const roadmap = readRoadmap('roadmap.md', text);
  return { text, notes: unsaid(roadmap ? missingIn(draftOf([roadmap]), draft) : []) };
}
