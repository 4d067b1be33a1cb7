import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RoadmapEdit } from '../../../src/core/edit/roadmapEdit';
import type { EditCase } from './editCase';

const FOLDER = join(__dirname, 'cases');

/** Names of the files in `cases/` that hold cases as text. */
export function caseFiles(): readonly string[] {
  return readdirSync(FOLDER).filter((name) => name.endsWith('.txt'));
}

/**
 * The cases of a file. Each starts with a line `== what it shows`; then the roadmap below `-- its path`, the edit as JSON
 * (without paths) below `-- edit`, and what becomes of the roadmap below `-- after`, or the sentence below `-- refused`.
 */
export function casesIn(file: string): readonly EditCase[] {
  return readFileSync(join(FOLDER, file), 'utf8')
    .split(/^== /m)
    .slice(1)
    .map((words) => {
      const [name = '', path = '', before = '', , edit = '', outcome = '', after = ''] = words.split(/\n?-- (.*)\n/);
      return {
        name: name.trim(),
        path,
        before: linesOf(before),
        edit: withPath(JSON.parse(edit) as RoadmapEdit, path),
        after: outcome === 'refused' ? { refusal: after.trim() } : linesOf(after.replace(/\n\n$/, '\n')),
      };
    });
}

/** Writes a file's cases with other outcomes: see `UPDATE_GOLDEN` in the tests. */
export function writeOutcomes(file: string, outcomeOf: (each: EditCase) => EditCase['after']): void {
  const texts = casesIn(file).map((each) => {
    const after = outcomeOf(each);
    const edit = JSON.stringify(each.edit, (key, value: unknown) => (key === 'path' ? undefined : value));
    const outcome = 'refusal' in after ? `-- refused\n${after.refusal}\n` : `-- after\n${after.join('')}`;
    return `== ${each.name}\n-- ${each.path}\n${each.before.join('')}-- edit\n${edit}\n${outcome}`;
  });
  writeFileSync(join(FOLDER, file), texts.join('\n'));
}

function linesOf(text: string): readonly string[] {
  const whole = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  return whole.split(/(?<=\n)/);
}

function withPath(edit: RoadmapEdit, path: string): RoadmapEdit {
  return 'item' in edit ? { ...edit, item: { ...edit.item, path } } : { ...edit, path };
}
