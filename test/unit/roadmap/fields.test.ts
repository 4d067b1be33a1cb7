import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FIELDS, fieldNamed } from '../../../src/core/roadmap/fields';
import { nearestFieldName } from '../../../src/core/roadmap/fieldSlips';
import { withFieldTables } from '../../../src/core/roadmap/fieldTables';
import { readItemFile } from '../../../src/core/roadmap/itemFiles/readItemFile';
import { readRoadmap } from '../../../src/core/roadmap/readRoadmap';

const ITEM_FOLDER = { path: 'plans', isNamed: false, backlogPrefix: undefined, statuses: new Map() };

const DOCUMENT = join(__dirname, '..', '..', '..', 'docs', 'roadmap-format.md');

describe('the table of fields', () => {
  it('reads every synonym as its field, whatever owner it stands on', () => {
    for (const spec of FIELDS) {
      for (const owner of spec.on) {
        for (const name of [spec.name, ...spec.synonyms]) {
          const found = fieldNamed(owner, name);
          assert.ok(found, `${owner}.${name}`);
          const claimants = FIELDS.filter(
            (other) => other.on.includes(owner) && [other.name, ...other.synonyms].includes(name),
          );
          assert.equal(
            claimants.length,
            1,
            `${owner}.${name} is claimed by ${claimants.map((each) => each.name).join()}`,
          );
          assert.equal(found.name, spec.name);
        }
      }
    }
  });

  it('takes any spelling of a name for the same', () => {
    for (const key of ['story_points', 'storyPoints', 'Story Points', 'STORY-POINTS']) {
      assert.equal(fieldNamed('story', key)?.name, 'estimate');
    }
  });

  it('explains each field in one sentence', () => {
    for (const { name, description } of FIELDS) {
      assert.match(description, /^[^.]+(?:\.\d[^.]*)*\.$/, name);
    }
  });

  const typos: readonly [string, string | undefined][] = [
    ['stauts', 'status'],
    ['titel', 'title'],
    ['onwer', 'owner'],
    ['estmate', 'estimate'],
    ['tests', undefined],
    ['x-owner', undefined],
    ['area', undefined],
    ['priority', undefined],
    ['dependancies', 'dependencies'],
    ['descripton', 'description'],
    ['relaese', 'release'],
    ['progresss', 'progress'],
    ['statu', 'status'],
    ['depend', 'depends'],
    // Words of their own
    ['stats', undefined],
    ['store', undefined],
    // Known in a release, a goal or a file
    ['freeze', undefined],
    ['metrics', undefined],
    ['goals', undefined],
    // Other forms of a word
    ['estimates', undefined],
    ['resolver', undefined],
    ['handler', undefined],
    // Too short, or with another first letter
    ['data', undefined],
    ['core', undefined],
    ['prints', undefined],
    // Two slips
    ['motivation', undefined],
    ['conference', undefined],
  ];
  for (const [written, expected] of typos) {
    it(`takes the unknown field ${written} for ${expected ?? 'no slip'}`, () => {
      assert.equal(nearestFieldName('story', written), expected);
    });
  }

  const values: readonly [string, string, boolean][] = [
    ['a date', 'strat: 2026-08-03', true],
    ['words where a date belongs', 'strat: as soon as we can', false],
    ['a list of names', 'depnds: [PAY-1, PAY-2]', true],
    ['a list where one name belongs', 'releese: [v1, v2]', false],
    ['one name', 'releese: v1', true],
    ['a mapping where one value belongs', 'stauts: { open: 3, closed: 4 }', false],
    ['a number', 'impct: 4', true],
    ['words where a number belongs', 'impct: makes support calls rare', false],
    ['things', 'taskss: [{ title: Ledger entry }]', true],
    ['words where things belong', 'taskss: none so far', false],
    ['nothing yet', 'stauts:', true],
  ];
  for (const [title, line, isSlip] of values) {
    it(`points out a misspelt field with ${title}${isSlip ? '' : ' as no slip'}`, () => {
      const found = readRoadmap('roadmap.yaml', `stories:\n  - id: PAY-1\n    title: Refunds\n    ${line}\n`);
      assert.deepEqual(
        found?.problems.map(({ code }) => code),
        isSlip ? ['WM106'] : [],
      );
    });
  }

  it('is what the documentation shows; UPDATE_DOCS=1 writes it again', () => {
    const document = readFileSync(DOCUMENT, 'utf8');
    const expected = withFieldTables(document);
    if (process.env['UPDATE_DOCS']) {
      writeFileSync(DOCUMENT, expected);
    }
    assert.equal(readFileSync(DOCUMENT, 'utf8'), expected);
    assert.ok(expected.includes('| `depends` |'));
  });

  it('reads the examples of the documentation without a problem', () => {
    const document = readFileSync(DOCUMENT, 'utf8');
    const examples = [...document.matchAll(/^```(yaml|markdown)\n([^]*?)^```$/gm)].filter(
      // Two ways to write one thing, which a file cannot have both.
      ([, , text]) => !text?.includes('other way round'),
    );
    assert.ok(examples.length >= 4);
    for (const [, language, text = ''] of examples) {
      const isItem = language === 'markdown' && text.startsWith('---\nid:');
      const roadmap = isItem
        ? readItemFile('plans/item.md', text, ITEM_FOLDER)
        : readRoadmap(language === 'yaml' ? 'roadmap.yaml' : 'roadmap.md', text);
      assert.deepEqual(roadmap?.problems, []);
    }
  });

  for (const [path, written] of [
    ['roadmap.yaml', `stories: [{ id: PAY-1, labels: ["one, two", three] }]`],
    ['roadmap.json', `{ "stories": [{ "id": "PAY-1", "labels": ["one, two", "three"] }] }`],
  ] as const) {
    it(`parts names at commas, but not within the quotes of a list: ${path}`, () => {
      const names = (text: string) => readRoadmap(path, text)?.work[0]?.labels.map(({ name }) => name);
      assert.deepEqual(names(written), ['one, two', 'three']);
      assert.deepEqual(names(written.replace(/\["one, two", "?three"?\]/, '"one, two"')), ['one', 'two']);
    });
  }
});
