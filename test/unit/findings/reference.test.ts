import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ruleReference } from '../../../src/core/findings/reference';
import { RULES } from '../../../src/core/findings/registry';

const PATH = join(__dirname, '../../../docs/rules.md');

describe('The rule reference', () => {
  it('is up to date; UPDATE_DOCS=1 writes it again', () => {
    const reference = ruleReference(RULES);
    if (process.env['UPDATE_DOCS'] === '1') {
      writeFileSync(PATH, reference);
    }
    assert.equal(readFileSync(PATH, 'utf8').replaceAll('\r\n', '\n'), reference);
  });

  it('has a section with the code as anchor for every rule', () => {
    const reference = ruleReference(RULES);
    for (const { code, title } of RULES) {
      assert.ok(reference.includes(`<a id="${code}"></a>\n\n## ${code} ${title}\n`), code);
    }
  });
});

describe('The registry of rules', () => {
  it('lists every rule once, by code, in the order of codes', () => {
    const codes = RULES.map(({ code }) => code);
    assert.deepEqual(codes, [...new Set(codes)].sort());
  });

  it('gives every rule a name of its own in kebab-case, and a text for each part of its documentation', () => {
    assert.equal(new Set(RULES.map(({ name }) => name)).size, RULES.length);
    for (const { code, name, title, documentation } of RULES) {
      assert.match(name, /^[a-z]+(?:-[a-z]+)*$/, code);
      assert.match(title, /^[A-Z].*[^.]$/, code);
      for (const text of Object.values(documentation)) {
        assert.match(text, /\S.*[.)]$/s, `${code}: ${text}`);
      }
    }
  });

  it('gives every threshold a name that is unique in its rule', () => {
    for (const { code, settings = [] } of RULES) {
      const names = settings.map(({ name }) => name);
      assert.deepEqual(names, [...new Set(names)], code);
      names.forEach((name) => assert.match(name, /^[a-z][A-Za-z]*$/, code));
    }
  });
});
