import assert from 'node:assert/strict';
import { editRoadmaps } from '../../../src/core/edit/editRoadmaps';
import { applyChanges } from '../../../src/core/edit/textChange';
import { REFUSALS } from './cases/refusals';
import type { EditCase } from './editCase';

const TABLES: Readonly<Record<string, readonly EditCase[]>> = {
  'is refused': REFUSALS,
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
