import assert from 'node:assert/strict';
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
});
