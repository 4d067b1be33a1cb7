import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scanFile } from '../../../src/core/annotations/scanFile';
import { createTagSet } from '../../../src/core/annotations/tags';
import { applyChanges } from '../../../src/core/edit/textChange';
import type { SourceEdit } from '../../../src/core/fixes/fix';
import { performFix } from '../../../src/core/fixes/performFix';
import { createIdFinder } from '../../../src/core/ids/idFinder';
import { LineTable } from '../../../src/core/model/lineTable';
import { createPlan } from '../../../src/core/trace/plan';
import { readRoadmap } from '../../../src/core/roadmap/readRoadmap';

const FOLDER = join(__dirname, 'cases');
const ROADMAP = 'stories:\n  - { id: PAY-12 }\n  - { id: PAY-13 }\n';
const plan = createPlan([readRoadmap('roadmap.yaml', ROADMAP)].flatMap((roadmap) => roadmap ?? []));
const scan = { finder: createIdFinder(plan.vocabulary), tags: createTagSet() };

/** One text before and after; `what` is `remove`, `note`, `name PAY-12`, `wait 2026-12-31`, `ignore: a reason`, `explain a reason`, `unignore` or `annotate PAY-12 LINE`. */
interface SourceCase {
  readonly name: string;
  readonly path: string;
  readonly before: string;
  readonly what: string;
  readonly outcome: string;
  readonly after: string;
}

/**
 * Cases start with `== what they show`, then the text below `:: its path`, what is done below `:: does`, and what becomes of
 * it below `:: after` or the sentence below `:: refused`. What is done is done to the first annotation that names PAY-12, else
 * to the first one. `¬` stands for the end of a text without a line break, `␍` for a carriage return.
 */
function casesIn(file: string): readonly SourceCase[] {
  return readFileSync(join(FOLDER, file), 'utf8')
    .split(/^== /m)
    .slice(1)
    .map((words) => {
      const [name = '', path = '', before = '', , what = '', outcome = '', after = ''] = words.split(/^:: (.*)\n/m);
      const textOf = (shown: string) => shown.replace(/¬\n/, '').replaceAll('␍', '\r');
      const isLast = after.endsWith('\n\n');
      return {
        name: name.trim(),
        path,
        before: textOf(before),
        what: what.trim(),
        outcome,
        after: textOf(isLast ? after.slice(0, -1) : after),
      };
    });
}

function editOf({ path, before, what }: SourceCase): SourceEdit {
  if (what.startsWith('annotate ')) {
    const [, id = '', line = ''] = what.split(' ');
    return {
      kind: 'annotate',
      path,
      at: LineTable.of(before).offsetAt({ line: Number(line) - 1, column: 0 }),
      tag: 'TODO',
      id,
    };
  }
  const { annotations, suppressions = [] } = scanFile(path, before, scan);
  const target = annotations.find(({ mentions }) => mentions.some(({ id }) => id === 'PAY-12')) ?? annotations[0];
  assert.ok(target, 'there is an annotation');
  const { tag, span, tagSpan } = target;
  const [ignoring] = suppressions;
  if (ignoring && /^(?:explain|unignore)/.test(what)) {
    return what === 'unignore'
      ? { kind: 'unignore', path, span: ignoring.span }
      : { kind: 'explain', path, span: ignoring.span, reason: what.slice('explain '.length) };
  }
  if (what === 'remove') {
    return { kind: 'removeAnnotation', path, span, tag };
  }
  if (what === 'note') {
    return { kind: 'retag', path, span: tagSpan, tag, text: 'NOTE' };
  }
  if (what.startsWith('wait ')) {
    return { kind: 'wait', path, span: tagSpan, tag, until: what.slice('wait '.length) };
  }
  return what.startsWith('name ')
    ? { kind: 'nameItem', path, span: tagSpan, tag, id: what.slice('name '.length) }
    : { kind: 'ignore', path, at: span.start, rule: 'WM203', reason: what.slice('ignore: '.length) };
}

for (const file of readdirSync(FOLDER)) {
  describe(`A fix in code: ${file.replace(/\.txt$/, '').replaceAll('-', ' ')}`, () => {
    for (const each of casesIn(file)) {
      it(each.name, () => {
        const edit = editOf(each);
        const scene = { plan, roadmaps: [], scan, sourceText: () => each.before };
        const result = performFix({ source: [edit] }, scene);
        if ('refusal' in result) {
          assert.deepEqual([each.outcome, result.refusal], ['refused', each.after.trim()]);
          return;
        }
        assert.equal(applyChanges(each.before, result.files[0]?.changes ?? []), each.after);
        assert.equal(each.outcome, 'after');
      });
    }
  });
}
