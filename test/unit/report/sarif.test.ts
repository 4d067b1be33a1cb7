import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import addFormats from 'ajv-formats';
import Ajv from 'ajv-draft-04';
import { RULES } from '../../../src/core/findings/registry';
import { sarif } from '../../../src/core/report/sarif';
import { HOSTILE, reportOf } from './findingsFixture';

const SCHEMA = require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');

// A pattern of the schema (of a language's name) is none where Unicode is strict.
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(SCHEMA, 'utf8')) as object);

const LOG = sarif(reportOf(HOSTILE), RULES, '0.1.0');
const [RUN] = LOG.runs;
const RESULTS = RUN?.results ?? [];

describe('The SARIF log', () => {
  it('is valid by the official schema of 2.1.0, with findings and without', () => {
    assert.ok(RESULTS.length > 8);
    assert.deepEqual(errorsOf(LOG), []);
    assert.deepEqual(errorsOf(sarif({ ...reportOf(HOSTILE), findings: [] }, RULES, 'source')), []);
  });

  it('would not be valid with a level of our own, so the validator does look', () => {
    const broken = structuredClone(LOG) as unknown as { runs: { results: { level: string }[] }[] };
    (broken.runs[0]?.results[0] ?? { level: '' }).level = 'hint';
    assert.match(errorsOf(broken).join(), /level/);
  });

  it('has a rule with help for each result, at the index that the result names', () => {
    for (const { ruleId, ruleIndex } of RESULTS) {
      const rule = RUN?.tool.driver.rules[ruleIndex];
      assert.equal(rule?.id, ruleId);
      assert.ok(rule?.help.text && rule.help.markdown && rule.fullDescription.text);
    }
  });

  it('names files by references that decode to their paths and hold no sign that a reader could misread', () => {
    const uris = RESULTS.map((result) => result.locations[0]?.physicalLocation.artifactLocation.uri ?? '');
    for (const uri of uris) {
      assert.match(uri, /^[\w/%.-]+$/);
    }
    assert.ok(uris.map(decodeURIComponent).includes('src/a b,c:d%/über#1.ts'));
  });

  it('names a roadmap outside of the repository by a file address', () => {
    const report = { ...reportOf(HOSTILE), pathOf: () => '/elsewhere/the road.yaml' };
    const [result] = sarif(report, RULES, '0.1.0').runs[0]?.results ?? [];
    assert.deepEqual(result?.locations[0]?.physicalLocation.artifactLocation, {
      uri: 'file:///elsewhere/the%20road.yaml',
    });
  });

  it('gives every result another fingerprint', () => {
    const fingerprints = RESULTS.map(({ partialFingerprints }) => partialFingerprints['waymark/v1']);
    assert.equal(new Set(fingerprints).size, fingerprints.length);
  });

  it('makes no link of words of the workspace', () => {
    assert.match(JSON.stringify(reportOf(HOSTILE).findings), /\]\(http/);
    assert.doesNotMatch(JSON.stringify(LOG), /\]\(http/);
  });
});

function errorsOf(log: unknown): string[] {
  validate(JSON.parse(JSON.stringify(log)));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}
