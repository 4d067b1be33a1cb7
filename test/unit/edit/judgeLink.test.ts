import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { type Judgement, judgeLink } from '../../../src/core/edit/judgeLink';
import { applyChanges } from '../../../src/core/edit/textChange';
import type { WorkItem } from '../../../src/core/model/roadmap';
import { readRoadmap } from '../../../src/core/roadmap/readRoadmap';
import { JUDGEMENTS } from './cases/judgements';

/** `accept pay-12 in docs/a.md for PAY-12`. */
function parse(order: string): Judgement {
  const [, verb, written = '', where, item = ''] = /^(accept|reject) (.+?)(?: in (.+))? for (\S+)$/.exec(order) ?? [];
  return { accepted: verb === 'accept', written, where, item };
}

describe('A judgement of a link', () => {
  for (const { name, path, text, order, result } of JUDGEMENTS) {
    it(`is written: ${name}`, () => {
      const changes = judgeLink(path, text, parse(order));
      assert.equal(typeof changes === 'string' ? changes : applyChanges(text, changes), result);
    });
  }

  it('leaves every untouched letter where it is and can be read again, in any roadmap', () => {
    const cases = join(__dirname, '..', 'roadmap', 'cases');
    const files = [
      'full.yaml',
      'full.json',
      'full.md',
      'tables.md',
      'synonyms.yaml',
      'shapes.yaml',
      'verdicts.yaml',
      'nested-headings.md',
      'anchors.yaml',
      'keyed-by-id.yaml',
      'byte-order-mark-crlf.yaml',
    ];
    let written = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.nat(),
        fc.array(
          fc.tuple(fc.boolean(), fc.nat(2), fc.constantFrom(undefined, 'docs/a.md', 'src/**', 'a b/c#d.ts', '3f2a9c1')),
          { maxLength: 4 },
        ),
        fc.boolean(),
        (file, at, orders, crlf) => {
          const source = readFileSync(join(cases, file), 'utf8');
          let text = crlf ? source.replace(/\r?\n/g, '\r\n') : source;
          const ids = itemsOf(readRoadmap(file, text)?.work ?? []).filter(({ derivedId }) => !derivedId);
          const id = ids[at % Math.max(ids.length, 1)]?.id;
          for (const [accepted, form, where] of id === undefined ? [] : orders) {
            const judgement = { item: id ?? '', accepted, written: formOf(id ?? '', form), where };
            const changes = judgeLink(file, text, judgement);
            if (typeof changes === 'string') {
              assert.match(changes, /cannot be changed safely/);
              continue;
            }
            written++;
            const next = applyChanges(text, changes);
            // A field that is one text of several names is written anew as a whole; of all else only little is.
            const entry = where === undefined ? judgement.written : `${judgement.written} in ${where}`;
            const isKept = (names: string, said: string) =>
              namesOf(names).every((name) => name === entry || namesOf(said).includes(name));
            assert.ok(
              changes.every(
                ({ span, text: said }) => span.end - span.start < 80 || isKept(text.slice(span.start, span.end), said),
              ),
              'only little is replaced',
            );
            const item = itemsOf(readRoadmap(file, next)?.work ?? []).find((each) => each.id === id);
            const found = item?.verdicts.filter((each) => each.written === judgement.written && each.where === where);
            assert.deepEqual(
              found?.map((each) => each.accepted),
              [accepted],
            );
            assert.deepEqual(judgeLink(file, next, judgement), [], 'once is enough');
            text = next;
          }
        },
      ),
      { numRuns: 150 },
    );
    assert.ok(written > 100, `only ${written} could be written`);
  }).timeout(30_000);
});

function itemsOf(items: readonly WorkItem[]): WorkItem[] {
  return items.flatMap((item) => [item, ...itemsOf(item.children)]);
}

function formOf(id: string, form: number): string {
  return [id.toLowerCase(), id.replace('-', '_'), id.replace('-', ' ')][form] ?? id;
}

/** Of a list in one text, with or without quotes around it. */
function namesOf(text: string): string[] {
  return text
    .replace(/^["']|["']$/g, '')
    .split(',')
    .map((name) => name.trim());
}
