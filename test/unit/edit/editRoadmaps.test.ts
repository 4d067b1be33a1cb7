import assert from 'node:assert/strict';
import { editRoadmaps } from '../../../src/core/edit/editRoadmaps';
import { applyChanges } from '../../../src/core/edit/textChange';
import {
  MARKDOWN_ADDITIONS,
  MARKDOWN_BLOCKS,
  MARKDOWN_FIELDS,
  MARKDOWN_FORMS,
  MARKDOWN_IDS,
  MARKDOWN_LEADS,
  MARKDOWN_MOVES,
  MARKDOWN_STATUS,
  MARKDOWN_SUPPRESSIONS,
  MARKDOWN_TITLES,
} from './cases/markdown';
import { caseFiles, casesIn, writeOutcomes } from './caseFile';
import { REFUSALS } from './cases/refusals';
import type { EditCase } from './editCase';

const TABLES: Readonly<Record<string, readonly EditCase[]>> = {
  'is refused': REFUSALS,
  'writes a field into Markdown': MARKDOWN_FIELDS,
  'writes into the blocks of a Markdown file': MARKDOWN_BLOCKS,
  'writes in any form of Markdown': MARKDOWN_FORMS,
  'writes a title into Markdown': MARKDOWN_TITLES,
  'writes a status into Markdown': MARKDOWN_STATUS,
  'writes a status in all ways that Markdown has it': MARKDOWN_LEADS,
  'writes an ID into Markdown': MARKDOWN_IDS,
  'writes a suppression into Markdown': MARKDOWN_SUPPRESSIONS,
  'adds to Markdown a': MARKDOWN_ADDITIONS,
  'moves an item of Markdown': MARKDOWN_MOVES,
};

function outcomeOf(
  { path, before, edit }: EditCase,
  change: (text: string) => string = (text) => text,
): EditCase['after'] {
  const text = change(before.join(''));
  const result = editRoadmaps([{ path, text }], edit);
  return 'refusal' in result
    ? { refusal: result.refusal }
    : [
        applyChanges(
          text,
          result.files.flatMap((file) => file.changes),
        ),
      ];
}

/** The same text as other systems and editors save it. */
const MANNERS: Readonly<Record<string, (text: string) => string>> = {
  'with line breaks of two characters': (text) => text.replace(/\r?\n/g, '\r\n'),
  'behind a byte order mark': (text) => `\uFEFF${text.replace(/^\uFEFF/, '')}`,
  'without a line break at its end': (text) => text.replace(/\r?\n$/, ''),
};

function check(each: EditCase): void {
  const found = outcomeOf(each);
  if ('refusal' in each.after) {
    assert.deepEqual(found, each.after);
    return;
  }
  const after = each.after.join('');
  assert.equal('refusal' in found ? found.refusal : found.join(''), after);
  // A single line does not show how lines end.
  for (const [manner, change] of each.before.length > 1 ? Object.entries(MANNERS) : []) {
    const other = outcomeOf(each, change);
    assert.equal('refusal' in other ? other.refusal : other.join(''), change(after), manner);
  }
}

describe('An edit of a roadmap', () => {
  for (const file of caseFiles()) {
    if (process.env['UPDATE_GOLDEN']) {
      writeOutcomes(file, outcomeOf);
    }
    for (const each of casesIn(file)) {
      it(`${file.replace('.txt', '').replaceAll('-', ' ')}: ${each.name}`, () => check(each));
    }
  }
  for (const [what, cases] of Object.entries(TABLES)) {
    for (const each of cases) {
      it(`${what}: ${each.name}`, () => check(each));
    }
  }
});
