import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { findComments } from '../../../src/core/annotations/comments';
import { languageOf } from '../../../src/core/annotations/languages/detect';
import { roleOf } from '../../../src/core/annotations/roles';
import { scanFile } from '../../../src/core/annotations/scanFile';
import { createTagSet, DEFAULT_TAGS } from '../../../src/core/annotations/tags';
import { createIdFinder } from '../../../src/core/ids/idFinder';
import { vocabularyOf } from '../../../src/core/ids/vocabulary';
import { DEFAULT_SETTINGS } from '../../../src/protocol/settings';
import { LANGUAGE_CASES } from './cases/languages';
import { ISSUE_NOTATION_CASES, NOTATION_CASES } from './cases/notations';
import { REFERENCE_CASES, ROLE_CASES } from './cases/references';
import { TAG_SET_CASES } from './cases/tagSets';
import { describeMarks } from './describeMarks';

const RECOGNITION = { finder: createIdFinder(vocabularyOf(['PAY'], [])), tags: createTagSet() };

describe('Annotations', () => {
  for (const [text, expected, reason] of ISSUE_NOTATION_CASES) {
    it(`name issues or ranges in ${JSON.stringify(text)}: ${reason}`, () => {
      const finder = createIdFinder(vocabularyOf(['PAY', '#'], []));
      assert.deepEqual(describeMarks(scanFile('src/a.ts', text, { ...RECOGNITION, finder })), expected);
    });
  }

  for (const [text, expected, reason] of NOTATION_CASES) {
    it(`are read from ${JSON.stringify(text)}: ${reason}`, () => {
      assert.deepEqual(describeMarks(scanFile('src/a.ts', text, RECOGNITION)), expected);
    });
  }

  it('know where they stand, in lines and columns of the text', () => {
    const text = 'const a = 1;\r\n  // TODO(PAY-12): retry\r\n';
    const { annotations, lines } = scanFile('src/a.ts', text, RECOGNITION);
    assert.equal(text.slice(annotations[0]?.span.start, annotations[0]?.span.end), 'TODO(PAY-12): retry');
    assert.equal(text.slice(annotations[0]?.tagSpan.start, annotations[0]?.tagSpan.end), 'TODO');
    assert.deepEqual(lines.positionAt(annotations[0]?.span.start ?? 0), { line: 1, column: 5 });
  });

  it('know where they stand in the file of a notebook', () => {
    const source = String.raw`["a = \"b\"  # TODO(PAY-1): say \"c\"\n", "# TODO: d"]`;
    const text = `{"cells": [\n{"cell_type": "code", "source": ${source}}]}`;
    const { annotations, lines } = scanFile('src/a.ipynb', text, RECOGNITION);
    assert.deepEqual(
      annotations.map(({ span, message }) => [text.slice(span.start, span.end), message]),
      [
        [String.raw`TODO(PAY-1): say \"c\"`, 'say "c "'],
        ['TODO: d', 'd'],
      ],
    );
    assert.deepEqual(lines.positionAt(annotations[0]?.span.start ?? 0), { line: 1, column: 47 });
  });

  it('are of documentation in the document cells of a notebook, and of code in the others', () => {
    const cells = [
      '{"cell_type": "markdown", "source": "See PAY-1."}',
      '{"cell_type": "code", "source": "# see PAY-2"}',
    ];
    const { references } = scanFile('src/a.ipynb', `{"cells": [${cells.join(',')}]}`, RECOGNITION);
    assert.deepEqual(
      references.map(({ mention, role }) => [mention.id, role]),
      [
        ['PAY-1', 'doc'],
        ['PAY-2', 'code'],
      ],
    );
  });

  it('have by default the tags that the settings name', () => {
    assert.deepEqual(
      DEFAULT_TAGS.map(({ name }) => name),
      DEFAULT_SETTINGS.annotations.tags,
    );
  });

  for (const [wishes, tags, reason] of TAG_SET_CASES) {
    it(`have the tags that a team wishes with ${JSON.stringify(wishes)}: ${reason}`, () =>
      assert.deepEqual(
        createTagSet(wishes).tags.map(({ name, kind, severity }) => `${name} ${kind} ${severity}`),
        tags,
      ));
  }

  it('have no others than these', () => {
    const options = { ...RECOGNITION, tags: createTagSet(['REVIEW']) };
    const text = '# REVIEW(PAY-1): x\n# TODO: y\n\n# review: z\n# @review u\n';
    assert.deepEqual(describeMarks(scanFile('a.py', text, options)), [
      'REVIEW PAY-1 "x TODO: y"',
      'REVIEW "z"',
      'REVIEW "u"',
    ]);
  });

  it('carry the kind and the weight of their tag', () => {
    const tags = createTagSet([{ tag: 'ask', kind: 'note', severity: 'error' }]);
    const [annotation] = scanFile('a.py', '# ASK: x', { ...RECOGNITION, tags }).annotations;
    assert.deepEqual([annotation?.kind, annotation?.severity], ['note', 'error']);
  });
});

describe('References', () => {
  for (const [path, role, habit] of ROLE_CASES) {
    it(`in ${path} are evidence of ${role}: ${habit}`, () => assert.equal(roleOf(path), role));
  }

  for (const [path, text, expected, reason] of REFERENCE_CASES) {
    it(`of ${path} ${JSON.stringify(text)} are found: ${reason}`, () =>
      assert.deepEqual(describeMarks(scanFile(path, text, RECOGNITION)), expected));
  }
});

describe('Comments', () => {
  for (const [path, text, expected, reason] of LANGUAGE_CASES) {
    it(`of ${path} are told from what is none in ${JSON.stringify(text)}: ${reason}`, () => {
      const { references, annotations } = scanFile(path, text, RECOGNITION);
      const found = [...references.map(({ mention }) => mention), ...annotations.flatMap(({ mentions }) => mentions)];
      assert.equal(
        found
          .map(({ id }) => id.replace('PAY-', ''))
          .sort()
          .join(' '),
        expected,
      );
    });
  }

  it('never make reading fail, and never reach beyond the text, whatever it holds', () => {
    const paths = [...new Set(LANGUAGE_CASES.map(([path]) => path))];
    const pieces = fc.constantFrom(
      '"',
      "'",
      '`',
      '${',
      '}',
      '//',
      '/*',
      '*/',
      '#',
      '<!--',
      '-->',
      '<<EOF\n',
      'EOF\n',
      '"""',
      '\\',
      '\n',
      '/',
      '(',
      ')',
      'TODO(PAY-1): x',
      'PAY-2',
      ' ',
      'a',
      'r#"',
      '"#',
      '{-',
      '-}',
      '--[[',
      ']]',
      '=begin\n',
      '=end\n',
      '%q(',
      '=>',
      '\r',
    );
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.array(pieces, { maxLength: 40 }), (path, parts) => {
        const text = parts.join('');
        const { annotations, references } = scanFile(path, text, RECOGNITION);
        for (const { span } of [...annotations, ...references.map(({ mention }) => mention)]) {
          assert.ok(span.start >= 0 && span.start < span.end && span.end <= text.length);
        }
        const language = languageOf(path, text);
        let end = 0;
        for (const { span } of language ? findComments(text, language) : []) {
          assert.ok(span.start >= end && span.end <= text.length, 'comments stand in order and never overlap');
          end = span.end;
        }
      }),
      { numRuns: 2000 },
    );
  });
});
