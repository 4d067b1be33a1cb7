import assert from 'node:assert/strict';
import { declarationPlace, meaningInRoadmap, referencesOf } from '../../../src/core/authoring/navigation';
import { readRoadmap } from '../../../src/core/roadmap/readRoadmap';
import { Trace } from '../../../src/core/trace/trace';
import { atCursor, PLAN_PATH, PLAN_TEXT, sharedRoadmap } from './plan';

/** What a name leads to: `path: words` of the declaration, and of all that name the same. */
function follow(marked: string, file = 'roadmap.yaml'): { declaration: string | undefined; references: string[] } {
  const { text, offset } = atCursor(marked);
  const own = readRoadmap(file, text);
  assert.ok(own);
  const trace = new Trace();
  trace.setRoadmaps([own, sharedRoadmap()]);
  const texts = new Map([
    [file, text],
    [PLAN_PATH, PLAN_TEXT],
  ]);
  const meaning = meaningInRoadmap(own, offset, trace.plan);
  assert.ok(meaning, 'a name stands there');
  const words = ({ path, span }: { path: string; span: { start: number; end: number } }) =>
    `${path}: ${texts.get(path)?.slice(span.start, span.end)}`;
  const place = meaning.thing && declarationPlace(meaning.thing, trace.plan);
  return { declaration: place && words(place), references: referencesOf(meaning, trace, true).map(words) };
}

describe('A name in a roadmap leads to what it names', () => {
  it('from a dependency to the item, and back to all that name it', () => {
    assert.deepEqual(follow('stories:\n  - id: A-1\n    depends: [BRTH-|12]\n'), {
      declaration: 'plan/roadmap.yaml: BRTH-12',
      references: [
        'roadmap.yaml: BRTH-12',
        'plan/roadmap.yaml: BRTH-12',
        'plan/roadmap.yaml: BRTH-12',
        'plan/roadmap.yaml: BRTH-12',
      ],
    });
  });

  it('from a former ID to the item that had it', () => {
    const { declaration } = follow('stories:\n  - { id: A-1, aliases: [A-9] }\n  - { id: A-2, depends: [A-|9] }\n');
    assert.equal(declaration, 'roadmap.yaml: A-1');
  });

  it('from an epic, a goal, a release and an owner to each declaration', () => {
    const story = (field: string) => follow(`stories:\n  - id: A-1\n    ${field}\n`).declaration;
    assert.deepEqual(
      [story('epic: BRT|H-1'), story('goal: G|1'), story('release: V1|.0'), story('owner: "@ola|f"')],
      ['plan/roadmap.yaml: BRTH-1', 'plan/roadmap.yaml: G1', 'plan/roadmap.yaml: v1.0', 'plan/roadmap.yaml: olaf'],
    );
  });

  it('from what a risk threatens and what mitigates it', () => {
    const risk = (field: string) => follow(`risks:\n  - { id: R2, ${field} }\n`).declaration;
    assert.equal(risk('items: [CREW|-3]'), 'plan/roadmap.yaml: CREW-3');
    assert.equal(risk('mitigation: CREW|-3'), 'plan/roadmap.yaml: CREW-3');
  });

  it('from a declaration to itself', () => {
    assert.equal(follow('stories:\n  - id: A|-1\n').declaration, 'roadmap.yaml: A-1');
    assert.equal(
      follow('product: x\nteam:\n  - id: eve\n    name: E|ve\n  - { id: a|da }\n'.replace('|', '')).declaration,
      'roadmap.yaml: ada',
    );
  });

  it('to nothing where nobody declares it, but to all that say the same', () => {
    assert.deepEqual(follow('stories:\n  - { id: A-1, owner: ki|m }\n  - { id: A-2, owner: Kim }\n'), {
      declaration: undefined,
      references: ['roadmap.yaml: kim', 'roadmap.yaml: Kim', 'plan/roadmap.yaml: kim'],
    });
  });

  it('in Markdown, where a heading that gives a release to what is under it names it once', () => {
    const text = '---\nreleases: [{ id: v3 }]\n---\n# P\n\n## v3\n\n- [ ] AB-1 One\n- [ ] AB-2 Two (release: v|3)\n';
    assert.deepEqual(follow(text, 'ROADMAP.md'), {
      declaration: 'ROADMAP.md: v3',
      references: ['ROADMAP.md: v3', 'ROADMAP.md: v3'],
    });
  });
});
