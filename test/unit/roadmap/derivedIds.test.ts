import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readRoadmap } from '../../../src/core/roadmap/readRoadmap';

describe('the ID of an item that has none', () => {
  const cases: readonly [why: string, titles: string, ids: string][] = [
    ['is made of its title’s words', 'Refund API', 'refund-api'],
    ['keeps letters of any script and drops accents', 'Über-Größe, 日本', 'uber-große-日本'],
    ['counts on where titles are the same', 'Docs | Docs | Docs', 'docs docs-2 docs-3'],
    ['stays the same when items around it change', 'New | Docs | Other | Docs', 'new docs other docs-2'],
    ['is never one that a person wrote', 'Docs | id: docs | Docs', 'docs-2 docs docs-3'],
    ['is never one that counting gave before', 'Docs 2 | Docs | Docs', 'docs-2 docs docs-3'],
    ['is the kind where no words are', '!!! | ???', 'story story-2'],
  ];
  for (const [why, titles, ids] of cases) {
    it(why, () => {
      const items = titles
        .split(' | ')
        .map(
          (title) => `  - { ${title.startsWith('id: ') ? `${title}, title: x` : `title: ${JSON.stringify(title)}`} }\n`,
        );
      const roadmap = readRoadmap('roadmap.yaml', `stories:\n${items.join('')}`);
      assert.equal(roadmap?.work.map((item) => item.id).join(' '), ids);
    });
  }

  const around: readonly [why: string, text: string, ids: string][] = [
    [
      'has the words of the item around it where another has its title',
      '## A\n- Docs\n## B\n- Docs\n',
      'a-docs b-docs',
    ],
    ['is the same in any order of these items', '## B\n- Docs\n## A\n- Docs\n', 'b-docs a-docs'],
    ['has them at the top of the file only where there are any', '- Docs\n\n## B\n- Docs\n', 'docs b-docs'],
    ['has the words of its release where it stands in no item', '## v1\n- Docs\n## v2\n- Docs\n', 'v1-docs v2-docs'],
    [
      'has a number only where all of this is the same',
      '## A\n- Docs\n- Docs\n## B\n- Docs\n',
      'a-docs a-docs-2 b-docs',
    ],
    ['has them where a person wrote the shorter one', '## A\n- Docs\n- Other <!-- id: docs -->\n', 'a-docs docs'],
  ];
  for (const [why, text, ids] of around) {
    it(why, () => {
      const work = readRoadmap('ROADMAP.md', `# R\n\n${text}`)?.work ?? [];
      const stories = work.flatMap((item) => (item.kind === 'epic' ? item.children : [item]));
      assert.equal(stories.map((item) => item.id).join(' '), ids);
    });
  }

  it('stays the same when other items come, go or change places', () => {
    const title = fc.constantFrom('Docs', 'Tests', 'Refund API', 'A B', 'B');
    const epics = fc.uniqueArray(fc.tuple(fc.constantFrom('A', 'B', 'A B', 'Cards'), fc.uniqueArray(title)), {
      selector: ([name]) => name,
    });
    fc.assert(
      fc.property(epics, (all) => {
        const forward = idsByPlace(all);
        const backward = idsByPlace(
          all.map(([name, titles]): [string, string[]] => [name, titles.toReversed()]).toReversed(),
        );
        assert.deepEqual(backward, forward);
      }),
      { numRuns: 60 },
    );
  });
});

/** The ID of each story by its epic and title, in the order of these. */
function idsByPlace(epics: readonly (readonly [string, readonly string[]])[]): readonly string[] {
  const lines = epics.flatMap(([name, titles]) => [
    `  - title: ${name}`,
    '    stories:',
    ...titles.map((each) => `      - title: ${each}`),
  ]);
  const work = readRoadmap('roadmap.yaml', ['epics:', ...lines, ''].join('\n'))?.work ?? [];
  return work.flatMap((epic) => epic.children.map((story) => `${epic.title}/${story.title}: ${story.id}`)).sort();
}
