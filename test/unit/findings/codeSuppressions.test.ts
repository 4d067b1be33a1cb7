import assert from 'node:assert/strict';
import { scanFile } from '../../../src/core/annotations/scanFile';
import { createTagSet } from '../../../src/core/annotations/tags';
import { createFindings } from '../../../src/core/findings/evaluation';
import { RULES } from '../../../src/core/findings/registry';
import { createIdFinder } from '../../../src/core/ids/idFinder';
import { readRoadmap } from '../../../src/core/roadmap/readRoadmap';
import { Trace } from '../../../src/core/trace/trace';
import { days } from '../../support/planBuilder';

const DONE = 'stories:\n  - id: PAY-1\n    status: done\n  - id: PAY-2\n    status: active\n';

/** A folder of a roadmap and source files, as texts that may be replaced. */
class Folder {
  private readonly trace = new Trace();
  private readonly findings = createFindings(this.trace, RULES);
  private readonly texts = new Map<string, string>();

  constructor(roadmap: string, files: Readonly<Record<string, string>> = {}) {
    this.plan(roadmap);
    Object.entries(files).forEach(([path, text]) => this.write(path, text));
  }

  plan(text: string, path = 'roadmap.yaml'): this {
    this.texts.set(path, text);
    this.trace.setRoadmaps([readRoadmap(path, text)].flatMap((roadmap) => roadmap ?? []));
    return this;
  }

  write(path: string, text: string): this {
    this.texts.set(path, text);
    const finder = createIdFinder(this.trace.plan.vocabulary);
    this.trace.replaceFile(path, scanFile(path, text, { finder, tags: createTagSet() }));
    return this;
  }

  /** `src/a.ts:2 WM203`, with the message of those that are about suppressions and of those at items. */
  found(today = '2026-09-01'): string[] {
    this.findings.update(this.trace.takeChange(), { today: days(today).first, historyKnown: false });
    return this.findings.all().map(({ code, message, place: { path, span } }) => {
      const line = (this.texts.get(path) ?? '').slice(0, span.start).split(/\r\n?|\n/).length;
      const said = code === 'WM110' || path.startsWith('roadmap') ? ` ${message}` : '';
      return `${path}:${line} ${code}${said}`;
    });
  }
}

const AT_ITEM = 'roadmap.yaml:2 WM203 PAY-1 is done, but 1 annotation is still open in src/a.ts.';

describe('A comment that says to ignore a rule', () => {
  const cases: readonly { title: string; text: string; finds: readonly string[] }[] = [
    { title: 'does nothing where there is none', text: '// TODO(PAY-1): x\n', finds: [AT_ITEM, 'src/a.ts:1 WM203'] },
    { title: 'holds for the next line', text: '// waymark-ignore WM203: later\n// TODO(PAY-1): x\n', finds: [] },
    { title: 'holds for its own line', text: 'f(); // TODO(PAY-1): x waymark-ignore WM203: later\n', finds: [] },
    {
      title: 'holds for no line beyond the next',
      text: '// waymark-ignore WM203: later\n// TODO(PAY-1): x\n\n// TODO(PAY-1): y\n',
      finds: [AT_ITEM, 'src/a.ts:4 WM203'],
    },
    {
      title: 'holds for the whole file where it says so',
      text: '// waymark-ignore-file WM203: generated\n\n\n// TODO(PAY-1): x\n',
      finds: [],
    },
    {
      title: 'may name the rule',
      text: '// waymark-ignore open-annotations-in-finished-item: r\n// TODO(PAY-1): x\n',
      finds: [],
    },
    {
      title: 'holds for each of several rules that it names',
      text: '// waymark-ignore WM203, WM201: r\n// TODO(PAY-1): x TODO(PAY-99): y\n',
      finds: [],
    },
    {
      title: 'may stand in a row with others',
      text: '// waymark-ignore WM203: r\n// waymark-ignore WM201: r\n// TODO(PAY-1): x TODO(PAY-99): y\n',
      finds: [],
    },
    {
      title: 'holds in a block comment with Windows line ends',
      text: '/* waymark-ignore WM203: r */\r\n/* TODO(PAY-1): x */\r\n',
      finds: [],
    },
    {
      title: 'still holds on its last day',
      text: '// waymark-ignore WM203: r (until: 2026-09-01)\n// TODO(PAY-1): x\n',
      finds: [],
    },
    {
      title: 'ends after that day',
      text: '// waymark-ignore WM203 until: 2026-08-31: r\n// TODO(PAY-1): x\n',
      finds: [
        AT_ITEM,
        'src/a.ts:1 WM110 This comment ignores WM203 until 31 Aug, which has passed.',
        'src/a.ts:2 WM203',
      ],
    },
    {
      title: 'is pointed out without a reason, and holds',
      text: '// waymark-ignore WM203\n// TODO(PAY-1): x\n',
      finds: ['src/a.ts:1 WM110 This comment ignores WM203 without a reason.'],
    },
    {
      title: 'is pointed out where no rule has the name',
      text: '// waymark-ignore stale-activ-item: r\n// TODO(PAY-2): x\n',
      finds: ['src/a.ts:1 WM110 There is no rule "stale-activ-item" to ignore. Did you mean stale-active-item?'],
    },
    {
      title: 'is pointed out where it names no rule',
      text: '// waymark-ignore: r\n// TODO(PAY-2): x\n',
      finds: ['src/a.ts:1 WM110 This comment names no rule to ignore. Write `waymark-ignore WM203: reason`.'],
    },
    {
      title: 'is pointed out where nothing is found',
      text: '// waymark-ignore WM203: r\n// TODO(PAY-2): x\n',
      finds: ['src/a.ts:1 WM110 This comment ignores WM203, but nothing of that is found on this line or the next.'],
    },
    {
      title: 'is silent of a rule that is off, since nobody looks',
      text: '// waymark-ignore WM210: r\n// TODO: x\n',
      finds: [],
    },
    {
      title: 'is none in a string, nor where a comment speaks of it',
      text: 'const a = "waymark-ignore WM203: r";\n// reads `waymark-ignore WM203: r`, then waymark-ignore comments\n',
      finds: [],
    },
  ];
  for (const { title, text, finds } of cases) {
    it(title, () => assert.deepEqual(new Folder(DONE, { 'src/a.ts': text }).found(), finds));
  }

  it('takes its annotation out of what is said at the item', () => {
    const open = '// TODO(PAY-1): y\n';
    const folder = new Folder(DONE, {
      'src/a.ts': '// waymark-ignore WM203: r\n// TODO(PAY-1): x\n',
      'src/b.ts': open,
    });
    assert.deepEqual(folder.found(), [AT_ITEM.replace('a.ts', 'b.ts'), 'src/b.ts:1 WM203']);
    assert.deepEqual(folder.write('src/b.ts', '').found(), []);
    assert.deepEqual(folder.write('src/a.ts', '// TODO(PAY-1): x\n').found(), [AT_ITEM, 'src/a.ts:1 WM203']);
  });

  it('ends with the item that it waits for', () => {
    const text = '// waymark-ignore WM203: r (until: PAY-2)\n// TODO(PAY-1): x\n';
    const folder = new Folder(DONE, { 'src/a.ts': text });
    assert.deepEqual(folder.found(), []);
    assert.deepEqual(folder.plan(DONE.replace('active', 'done')).found(), [
      AT_ITEM,
      'src/a.ts:1 WM110 This comment ignores WM203 until PAY-2, which has passed.',
      'src/a.ts:2 WM203',
    ]);
  });

  it('lasts until the release that it waits for has shipped, not only until its date', () => {
    const text = '// waymark-ignore WM203: r (until: v2)\n// TODO(PAY-1): x\n';
    const plan = DONE.replace('status: active', 'status: active\n    release: v2');
    const released = `releases:\n  - id: v2\n    date: 2026-08-31\n${plan}`;
    const folder = new Folder(released, { 'src/a.ts': text });
    assert.ok(!folder.found().some((line) => line.includes('WM203')));
    assert.ok(folder.plan(released.replace('active', 'done')).found().includes('src/a.ts:2 WM203'));
  });

  it('works in a roadmap, too', () => {
    const overdue = (comment: string) => `stories:\n  - id: PAY-1\n    ${comment}\n    due: 2026-08-01\n`;
    assert.deepEqual(new Folder(overdue('# waymark-ignore WM301: agreed')).found(), []);
    const markdown = '# Roadmap\n\n## PAY-1 Refunds\n\n<!-- waymark-ignore WM301: agreed -->\n- due: 2026-08-01\n';
    assert.deepEqual(new Folder(DONE).plan(markdown, 'roadmap.md').found(), []);
    assert.equal(new Folder(DONE).plan(markdown.replace('waymark', 'way'), 'roadmap.md').found().length, 1);
    assert.deepEqual(new Folder('# waymark-ignore-file WM302: r\nstories:\n  - id: PAY-1\n').found(), [
      'roadmap.yaml:1 WM110 This comment ignores WM302, but nothing of that is found in this file.',
    ]);
  });
});
