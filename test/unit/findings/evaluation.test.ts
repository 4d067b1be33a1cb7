import assert from 'node:assert/strict';
import { type Circumstances, createFindings } from '../../../src/core/findings/evaluation';
import { RULES } from '../../../src/core/findings/registry';
import type { ItemRule } from '../../../src/core/findings/rule';
import { RoadmapReading } from '../../../src/core/roadmap/reading/roadmapReading';
import { translatable } from '../../../src/core/words/translatable';
import { commit, days, epic, file, placeName, reference, story, todo, world } from '../../support/planBuilder';

const CIRCUMSTANCES: Circumstances = { today: days('2026-09-01').first, historyKnown: true };

describe('The evaluation of rules', () => {
  it('finds nothing before it is brought up to date', () => {
    assert.deepEqual(createFindings(world(story('PAY-1', { due: '2026-01-01' })), RULES).all(), []);
  });

  it('tells which facts are worth reading: those of rules that are not off and that somebody asks', () => {
    const trace = world(story('PAY-12'), file('src/a.ts', todo('PAY-12')));
    const needed = (severity: Readonly<Record<string, string>>, ...asked: readonly string[]) => {
      const findings = createFindings(trace, RULES, { severity });
      findings.update(trace.takeChange(), CIRCUMSTANCES);
      return [...findings.neededFacts((code) => asked.includes(code))];
    };
    assert.deepEqual(needed({}, 'WM203'), []);
    assert.deepEqual(needed({}, 'WM203', 'WM215', 'WM504'), ['branch', 'planHistory', 'annotationAges']);
    assert.deepEqual(needed({ WM215: 'off' }, 'WM215', 'WM504'), ['annotationAges']);
    assert.deepEqual(needed({}), []);
  });

  it('tells which paths have other findings, and only those', () => {
    const trace = world(story('PAY-12', { status: 'done' }), file('src/a.ts', todo('PAY-12')), commit('PAY-12: x'));
    const findings = createFindings(trace, RULES);
    const update = () => [...findings.update(trace.takeChange(), CIRCUMSTANCES)].sort();
    assert.deepEqual(update(), ['roadmap.yaml', 'src/a.ts']);
    assert.deepEqual(update(), []);
    trace.replaceFile('src/b.ts', file('src/b.ts', todo('PAY-99')));
    assert.deepEqual(update(), ['src/b.ts']);
    trace.replaceFile('src/a.ts', undefined);
    assert.deepEqual(update(), ['roadmap.yaml', 'src/a.ts']);
    trace.setRoadmaps([]);
    assert.deepEqual(update(), []);
  });

  it('tells of what says the same and speaks of a place that has moved, and of nothing that speaks of another file', () => {
    const waiting = 'stories: [{id: PAY-1, title: Refund, status: planned, start: 2026-10-01, depends: [PAY-2]}]';
    const blocked = 'stories: [{id: PAY-4, title: Fees, status: blocked}]';
    const apart = 'stories: [{id: PAY-5, title: Cards, status: planned, depends: [PAY-5]}]';
    const other = (title: string) =>
      [
        'stories:',
        `  - {id: PAY-9, title: ${title}, status: planned}`,
        '  - {id: PAY-2, title: Payout, status: planned, due: 2026-11-01}',
        '  - {id: PAY-3, title: Report, status: done}',
        '  - {id: PAY-6, title: Limits, status: planned, depends: [PAY-4]}',
      ].join('\n');
    const trace = world(file('src/a.ts', todo('PAY-3')), file('src/b.ts', todo('PAY-77')));
    const readingOf = (path: string, text: string) => RoadmapReading.of(path, text, 0);
    const others = [readingOf('a.yaml', waiting), readingOf('c.yaml', blocked), readingOf('d.yaml', apart)];
    const second = readingOf('b.yaml', other('Tax'));
    const setRoadmaps = (reading: RoadmapReading) =>
      trace.setRoadmaps([...others, reading].flatMap(({ roadmap }) => roadmap ?? []));
    setRoadmaps(second);
    const findings = createFindings(trace, RULES);
    findings.update(trace.takeChange(), CIRCUMSTANCES);
    const said = () =>
      findings.all().map(({ code, place, related }) => {
        const places = related.map((each) => ('place' in each ? `${each.place.path}:${each.place.span.start}` : ''));
        return `${code} ${place.path} ${places.join(' ')}`;
      });
    const expected = (text: string) => [
      `WM304 a.yaml b.yaml:${text.indexOf('PAY-2')}`,
      `WM306 c.yaml b.yaml:${text.indexOf('PAY-6')}`,
      `WM203 src/a.ts b.yaml:${text.indexOf('PAY-3')}`,
    ];
    const missing = (text: string) => expected(text).filter((each) => !said().includes(each));
    assert.deepEqual(missing(other('Tax')), []);
    setRoadmaps(second.after(other('Taxes')));
    const changed = [...findings.update(trace.takeChange(), CIRCUMSTANCES)].sort();
    assert.deepEqual(changed, ['a.yaml', 'b.yaml', 'c.yaml', 'src/a.ts']);
    assert.deepEqual(missing(other('Taxes')), []);
  });

  it('looks at everything again when what a rule supposes of the whole becomes true, and is silent when it is not', () => {
    const trace = world(
      story('PAY-12', { status: 'done' }),
      story('PAY-13', { status: 'done' }),
      file('src/a.ts', reference('PAY-12'), reference('PAY-13')),
      commit('Begin'),
    );
    const findings = createFindings(trace, RULES);
    const untested = () => {
      findings.update(trace.takeChange(), CIRCUMSTANCES);
      return findings.all().flatMap(({ code, item }) => (code === 'WM212' ? [item] : []));
    };
    assert.deepEqual(untested(), []);
    trace.replaceFile('test/a.ts', file('test/a.ts', reference('PAY-13', { role: 'test' })));
    assert.deepEqual(untested(), ['PAY-12']);
    trace.replaceFile('test/a.ts', undefined);
    assert.deepEqual(untested(), []);
  });

  it('looks only at the items that a change concerns, and at what those are part of', () => {
    const seen: string[] = [];
    const spy: ItemRule = {
      code: 'WM999',
      name: 'spy',
      title: translatable('Spy'),
      severity: 'hint',
      scope: 'item',
      documentation: { what: '', why: translatable(''), example: '', answer: '' },
      check(item) {
        seen.push(item.id);
        return [];
      },
    };
    const trace = world(epic('PAY-1', {}, story('PAY-2', { aliases: ['OLD-2'] }), story('PAY-3')), commit('x'));
    const findings = createFindings(trace, [spy]);
    findings.update(trace.takeChange(), CIRCUMSTANCES);
    assert.deepEqual(seen.splice(0), ['PAY-1', 'PAY-2', 'PAY-3']);
    trace.replaceFile('src/a.ts', file('src/a.ts', todo('OLD-2')));
    findings.update(trace.takeChange(), CIRCUMSTANCES);
    assert.deepEqual(seen.splice(0), ['PAY-2', 'PAY-1']);
    findings.update(trace.takeChange(), { ...CIRCUMSTANCES, today: CIRCUMSTANCES.today + 1 });
    assert.deepEqual(seen.splice(0), ['PAY-1', 'PAY-2', 'PAY-3']);
  });

  it('answers by path and by item, also by a former ID, in the order of places', () => {
    const trace = world(
      story('PAY-12', { status: 'done', aliases: ['OLD-1'], depends: ['PAY-112'] }),
      file('src/a.ts', todo('PAY-12')),
      commit('PAY-12: x'),
    );
    const findings = createFindings(trace, RULES);
    findings.update(trace.takeChange(), CIRCUMSTANCES);
    const places = findings.ofItem('OLD-1').map(({ code, place }) => `${code} ${placeName(place)}`);
    assert.deepEqual(places, [
      'WM203 roadmap.yaml: PAY-12',
      'WM103 roadmap.yaml: PAY-12 depends PAY-112',
      'WM203 src/a.ts: TODO PAY-12',
    ]);
    const item = trace.plan.findWork('PAY-12');
    assert.deepEqual(item && findings.factsOf(item).map(({ place }) => placeName(place)), [
      'roadmap.yaml: PAY-12',
      'roadmap.yaml: PAY-12 depends PAY-112',
    ]);
    assert.deepEqual(
      findings.ofPath('src/a.ts').map(({ code }) => code),
      ['WM203'],
    );
    assert.deepEqual(findings.ofPath('src/none.ts'), []);
  });
});

describe('What a roadmap says to ignore', () => {
  const unsuppressed = ['WM203 roadmap.yaml', 'WM203 src/a.ts'];
  const cases = [
    { title: 'a rule by its code, at both ends', ignore: { rule: 'WM203', reason: 'r' }, finds: [] },
    { title: 'a rule by its name', ignore: { rule: 'open-annotations-in-finished-item', reason: 'r' }, finds: [] },
    { title: 'until its date, inclusive', ignore: { rule: 'wm203', reason: 'r', until: '2026-09-01' }, finds: [] },
    {
      title: 'no longer after it',
      ignore: { rule: 'WM203', reason: 'r', until: '2026-08-31' },
      finds: ['WM203 roadmap.yaml', 'WM110 roadmap.yaml', 'WM203 src/a.ts'],
    },
    { title: 'no other rule', ignore: { rule: 'WM204', reason: 'r' }, finds: unsuppressed },
  ];
  for (const { title, ignore, finds } of cases) {
    it(`is ignored: ${title}`, () => assert.deepEqual(findingsIgnoring(ignore), finds));
  }

  it('holds for what is found in the whole plan, too', () => {
    const trace = world(story('PAY-1', { depends: ['PAY-1'], ignore: [{ rule: 'WM104', reason: 'r' }] }));
    const findings = createFindings(trace, RULES);
    findings.update(trace.takeChange(), CIRCUMSTANCES);
    assert.deepEqual(findings.all(), []);
  });
});

/** Codes and paths of what is found in a done, long overdue story with an open annotation. */
function findingsIgnoring(ignore: { rule: string; reason?: string; until?: string }): string[] {
  const trace = world(
    story('PAY-12', { status: 'done', due: '2026-01-01', ignore: [ignore] }),
    file('src/a.ts', todo('PAY-12')),
  );
  const findings = createFindings(trace, RULES);
  findings.update(trace.takeChange(), CIRCUMSTANCES);
  return findings.all().map(({ code, place }) => `${code} ${place.path}`);
}
