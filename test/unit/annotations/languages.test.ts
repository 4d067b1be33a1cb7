import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { LINGUIST_FILE, linguistSource } from '../../../scripts/languages';
import { ADDITIONS } from '../../../src/core/annotations/languages/additions';
import { AMBIGUOUS, PROGRAMS } from '../../../src/core/annotations/languages/ambiguous';
import { LANGUAGES, languageCatalogue, SILENT } from '../../../src/core/annotations/languages/catalogue';
import { COMMENTLESS } from '../../../src/core/annotations/languages/commentless';
import { languageOf } from '../../../src/core/annotations/languages/detect';
import { readLinguist } from '../../../src/core/annotations/languages/linguist';
import { SHAPES } from '../../../src/core/annotations/languages/table';
import { DETECTION_CASES } from './cases/detection';

const NAMES = readLinguist().map(({ name }) => name);

/** Two languages with the same value are read alike. */
function wayOfReading(name: string): unknown {
  return LANGUAGES.get(name)?.grammar ?? 'not at all';
}

describe('Languages', () => {
  it('are known by the names that the package of Linguist has; npx tsx scripts/languages.ts writes them again', async function () {
    // The package is a thousand files.
    this.timeout(60_000);
    assert.equal(readFileSync(LINGUIST_FILE, 'utf8'), await linguistSource());
  });

  it('of Linguist have each one way of being read, or a reason for having no comments', () => {
    const listed = [...SHAPES, ...COMMENTLESS].flatMap(([, names]) => names.split(', '));
    assert.deepEqual([...listed, 'Jupyter Notebook'].sort(), [...NAMES].sort());
    assert.ok(COMMENTLESS.every(([reason]) => reason !== ''));
    assert.ok(LANGUAGES.size > 700 && LANGUAGES.size + SILENT.size === NAMES.length);
  });

  it('that share a name of files are told apart by a rule, unless they are read alike', () => {
    const { byExtension, byFileName } = languageCatalogue();
    const shared = [...byExtension, ...byFileName].filter(([, names]) => new Set(names.map(wayOfReading)).size > 1);
    assert.deepEqual(
      shared.map(([key]) => key).filter((key) => !AMBIGUOUS[key]),
      [],
    );
    for (const [key, choices] of Object.entries(AMBIGUOUS)) {
      const candidates = [...(byExtension.get(key) ?? []), ...(byFileName.get(key) ?? [])];
      assert.deepEqual(
        choices.map(([name]) => name).filter((name) => !candidates.includes(name)),
        [],
        `${key} may be one of ${candidates.join(', ')}`,
      );
      assert.equal(choices.at(-1)?.[1], undefined, `${key} has a language when no sign is seen`);
    }
  });

  it('that share a program are told apart by a rule, unless they are read alike', () => {
    const shared = [...languageCatalogue().byInterpreter].filter(
      ([, names]) => new Set(names.map(wayOfReading)).size > 1,
    );
    assert.deepEqual(
      shared.map(([key]) => key).filter((key) => PROGRAMS[key] === undefined),
      [],
    );
    assert.deepEqual(
      [...Object.values(PROGRAMS), ...Object.keys(ADDITIONS)].filter((name) => !NAMES.includes(name)),
      [],
    );
  });

  for (const [path, text, expected, reason] of DETECTION_CASES) {
    it(`of ${path} ${JSON.stringify(text)} is ${expected}: ${reason}`, () =>
      assert.equal(languageOf(path, text)?.name ?? 'none', expected));
  }
});
