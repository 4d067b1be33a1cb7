import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readBaseline, writeBaseline } from '../../../src/core/findings/baseline';
import { compareFindings, knownFinding } from '../../../src/core/findings/compareFindings';
import { findingsOf, HOSTILE } from '../report/findingsFixture';

const FINDINGS = findingsOf(HOSTILE);

describe('A baseline', () => {
  it('reads back to the findings that were written, in any order of theirs the same text', () => {
    const text = writeBaseline(FINDINGS);
    assert.equal(writeBaseline(FINDINGS.toReversed()), text);
    const known = readBaseline(text);
    assert.ok(typeof known !== 'string');
    assert.deepEqual(new Set(known), new Set(FINDINGS.map(knownFinding)));
    assert.deepEqual(compareFindings(FINDINGS, known).fresh, []);
  });

  it('has one line for each finding, with the message and no line number', () => {
    const lines = writeBaseline(FINDINGS).split('\n');
    const entries = lines.filter((line) => line.includes('"code"'));
    assert.equal(entries.length, FINDINGS.length);
    assert.ok(entries.every((line) => line.includes('"message"') && !line.includes('"line"')));
    assert.equal(writeBaseline([]), '{\n  "schemaVersion": 1,\n  "findings": []\n}\n');
  });

  it('that is broken says what is wrong', () => {
    const wrong = (text: string) => {
      const read = readBaseline(text);
      return typeof read === 'string' ? read : 'nothing is wrong';
    };
    assert.match(wrong('{'), /^is not valid JSON: /);
    assert.match(wrong('[]'), /^has no list "findings"$/);
    assert.match(wrong('null'), /^has no list "findings"$/);
    assert.match(wrong('{"schemaVersion":2,"findings":[]}'), /^was written by a newer Waymark/);
    const entry = '{"fingerprint":"0123456789abcdef"}';
    assert.match(wrong(`{"findings":[${entry},{"fingerprint":"x"}]}`), /in entry 2$/);
    assert.match(wrong('{"findings":[null]}'), /in entry 1$/);
    assert.ok(Array.isArray(readBaseline(`{"findings":[${entry}]}`)));
  });

  it('of any text is read without an exception', () =>
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.jsonValue().map((value) => JSON.stringify({ findings: value })),
        ),
        (text) => {
          readBaseline(text);
        },
      ),
    ));
});
