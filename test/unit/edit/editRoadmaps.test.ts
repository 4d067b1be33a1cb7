import assert from 'node:assert/strict';
import { editRoadmaps } from '../../../src/core/edit/editRoadmaps';
import { applyChanges } from '../../../src/core/edit/textChange';
import {
  MARKDOWN_ADDITIONS,
  MARKDOWN_FIELDS,
  MARKDOWN_IDS,
  MARKDOWN_MOVES,
  MARKDOWN_STATUS,
  MARKDOWN_SUPPRESSIONS,
  MARKDOWN_TITLES,
} from './cases/markdown';
import { REFUSALS } from './cases/refusals';
import type { EditCase } from './editCase';

const TABLES: Readonly<Record<string, readonly EditCase[]>> = {
  'is refused': REFUSALS,
  'writes a field into Markdown': MARKDOWN_FIELDS,
  'writes a title into Markdown': MARKDOWN_TITLES,
  'writes a status into Markdown': MARKDOWN_STATUS,
  'writes an ID into Markdown': MARKDOWN_IDS,
  'writes a suppression into Markdown': MARKDOWN_SUPPRESSIONS,
  'adds to Markdown a': MARKDOWN_ADDITIONS,
  'moves an item of Markdown': MARKDOWN_MOVES,
};

describe('An edit of a roadmap', () => {
  for (const [what, cases] of Object.entries(TABLES)) {
    for (const { name, path, before, edit, after } of cases) {
      it(`${what}: ${name}`, () => {
        const text = before.join('');
        const result = editRoadmaps([{ path, text }], edit);
        if ('refusal' in after) {
          assert.deepEqual({ ...result }, after);
        } else {
          assert.ok('files' in result, 'refusal' in result ? result.refusal : '');
          const changes = result.files.flatMap((file) => file.changes);
          assert.equal(applyChanges(text, changes), after.join(''));
        }
      });
    }
  }
});
