import assert from 'node:assert/strict';
import { createFindings } from '../../../src/core/findings/evaluation';
import { RULES } from '../../../src/core/findings/registry';
import type { PlanRule } from '../../../src/core/findings/rule';
import { formatDay } from '../../../src/core/model/calendar';
import { readRoadmap } from '../../../src/core/roadmap/readRoadmap';
import { Trace } from '../../../src/core/trace/trace';
import { translatable } from '../../../src/core/words/translatable';
import { days } from '../../support/planBuilder';

const CIRCUMSTANCES = { today: days('2026-09-01').first, historyKnown: true };
const OVERDUE = 'stories:\n  - id: PAY-1\n    due: 2026-08-01\n';
const LARGE = 'stories:\n  - id: PAY-2\n    estimate: 15\n';

/** Code and severity of all that is found in the texts, and the words at which it stands. */
function found(texts: Readonly<Record<string, string>>, severity: Readonly<Record<string, string>> = {}): string[] {
  const trace = new Trace();
  trace.setRoadmaps(Object.entries(texts).flatMap(([path, text]) => readRoadmap(path, text) ?? []));
  const findings = createFindings(trace, RULES, { severity });
  findings.update(trace.takeChange(), CIRCUMSTANCES);
  return findings.all().map(({ code, severity: level, place: { path, span }, suggestion }) => {
    const words = texts[path]?.slice(span.start, span.end) ?? '';
    return `${code} ${level} ${words}${suggestion === undefined ? '' : ` -> ${suggestion}`}`;
  });
}

describe('What a roadmap says of rules', () => {
  const cases: readonly {
    title: string;
    rules: string;
    finds: readonly string[];
    settings?: Record<string, string>;
  }[] = [
    { title: 'turns a rule off, by code', rules: 'rules: { WM301: off }', finds: [] },
    { title: 'turns a rule off, by name', rules: 'rules: { overdue: off }', finds: [] },
    { title: 'sets a severity', rules: 'rules: { wm301: error }', finds: ['WM301 error 2026-08-01'] },
    {
      title: 'goes before settings',
      rules: 'rules: { WM301: hint }',
      settings: { WM301: 'off' },
      finds: ['WM301 hint 2026-08-01'],
    },
    {
      title: 'leaves other rules as settings have them',
      rules: 'rules: { WM302: off }',
      settings: { WM301: 'error' },
      finds: ['WM301 error 2026-08-01'],
    },
    { title: 'may be a list', rules: 'rules: [{ rule: WM301, severity: off }]', finds: [] },
    { title: 'may be a list of single rules', rules: 'rules:\n  - WM301: off', finds: [] },
    {
      title: 'is pointed out where no rule has the name',
      rules: 'rules: { WM301: off, overdeu: off }',
      finds: ['WM105 warning overdeu -> overdue'],
    },
    {
      title: 'is pointed out where it is no severity',
      rules: 'rules: { WM301: eror }',
      finds: ['WM105 warning eror -> error', 'WM301 warning 2026-08-01'],
    },
    {
      title: 'is pointed out where a rule has no such number, and once',
      rules: 'rules: { WM301: { severity: off, days: 2 } }',
      finds: ['WM105 warning days'],
    },
    {
      title: 'is left alone where it is about something else',
      rules: 'rules: [Write tests first, Ship on Fridays]',
      finds: ['WM301 warning 2026-08-01'],
    },
  ];
  for (const { title, rules, finds, settings } of cases) {
    it(title, () => assert.deepEqual(found({ 'roadmap.yaml': `${rules}\n${OVERDUE}` }, settings), finds));
  }

  it('sets the numbers that a rule goes by', () => {
    const wish = 'rules: { WM403: { severity: warning, points: 20 } }\n';
    assert.deepEqual(found({ 'roadmap.yaml': LARGE }), ['WM403 information 15']);
    assert.deepEqual(found({ 'roadmap.yaml': wish + LARGE }), []);
    assert.deepEqual(found({ 'roadmap.yaml': wish + LARGE.replace('15', '21') }), ['WM403 warning 21']);
  });

  it('stands in front of Markdown, too', () => {
    const text = (severity: string) =>
      `---\nkeys: [PAY]\nrules: { WM301: ${severity} }\n---\n# Roadmap\n\n## PAY-1 Refunds\n\n- due: 2026-08-01\n`;
    assert.deepEqual(found({ 'ROADMAP.md': text('off') }), []);
    assert.deepEqual(
      found({ 'ROADMAP.md': text('error') }).filter((line) => line.startsWith('WM301')),
      ['WM301 error 2026-08-01'],
    );
  });

  it('is decided by the first of several files that names the rule', () => {
    const other = 'rules: { WM301: error, WM302: off }\nstories: []\n';
    assert.deepEqual(found({ 'a.yaml': `rules: { WM301: hint }\n${OVERDUE}`, 'b.yaml': other }), [
      'WM301 hint 2026-08-01',
    ]);
    assert.deepEqual(found({ 'a.yaml': OVERDUE, 'b.yaml': other }), ['WM301 error 2026-08-01']);
  });

  it('holds at once when it is edited', () => {
    const trace = new Trace();
    const findings = createFindings(trace, RULES);
    const codesAfter = (text: string) => {
      trace.setRoadmaps([readRoadmap('roadmap.yaml', text)].flatMap((roadmap) => roadmap ?? []));
      const paths = findings.update(trace.takeChange(), CIRCUMSTANCES);
      return [[...paths], findings.all().map(({ code, severity }) => `${code} ${severity}`)];
    };
    assert.deepEqual(codesAfter(OVERDUE), [['roadmap.yaml'], ['WM301 warning']]);
    assert.deepEqual(codesAfter(`rules: { WM301: off }\n${OVERDUE}`), [['roadmap.yaml'], []]);
    assert.deepEqual(codesAfter(`rules: { WM301: error }\n${OVERDUE}`), [['roadmap.yaml'], ['WM301 error']]);
  });
});

describe('What a roadmap says of components and holidays', () => {
  const componentsOf = (text: string) =>
    readRoadmap('roadmap.yaml', text)?.components.map(({ name, code }) => [name, ...code.map((glob) => glob.name)]);

  it('names the code of each component, as a mapping or as a list', () => {
    const mapping = 'components: { payments: ["src/pay/**"], login: src/login }\n';
    const list = 'components: [{ name: payments, code: ["src/pay/**"] }, { name: login, code: src/login }]\n';
    for (const components of [mapping, list]) {
      assert.deepEqual(componentsOf(components + OVERDUE), [
        ['payments', 'src/pay/**'],
        ['login', 'src/login'],
      ]);
    }
  });

  it('leaves components that are groups of work what they were', () => {
    const groups =
      'components:\n  - name: Payments\n    stories:\n      - { id: PAY-1, title: Refunds, status: done }\n';
    const roadmap = readRoadmap('roadmap.yaml', groups);
    assert.deepEqual(roadmap?.components, []);
    assert.deepEqual(
      roadmap?.work.map(({ kind, title }) => [kind, title]),
      [['epic', 'Payments']],
    );
  });

  it('hands holidays of files and of circumstances to rules together', () => {
    const seen: string[] = [];
    const spy: PlanRule = {
      code: 'WM999',
      name: 'spy',
      title: translatable('Spy'),
      severity: 'hint',
      scope: 'plan',
      documentation: { what: '', why: translatable(''), example: '', answer: '' },
      check(_plan, { holidays }) {
        seen.push([...holidays].map(formatDay).sort().join(' '));
        return [];
      },
    };
    const trace = new Trace();
    const findings = createFindings(trace, [spy]);
    const holidays = new Set([days('2026-05-01').first]);
    for (const line of ['', 'holidays: [2026-12-25, 2026-12-30 to 2026-12-31]\n']) {
      trace.setRoadmaps([readRoadmap('roadmap.yaml', line + OVERDUE)].flatMap((roadmap) => roadmap ?? []));
      findings.update(trace.takeChange(), { ...CIRCUMSTANCES, holidays });
    }
    assert.deepEqual(seen, ['2026-05-01', '2026-05-01 2026-12-25 2026-12-30 2026-12-31']);
  });

  it('points out a holiday that is no day', () => {
    assert.deepEqual(found({ 'roadmap.yaml': `holidays: [2026-02-30]\n${OVERDUE}` }), [
      'WM105 warning 2026-02-30',
      'WM301 warning 2026-08-01',
    ]);
  });
});
