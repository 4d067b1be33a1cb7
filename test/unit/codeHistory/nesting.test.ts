import assert from 'node:assert/strict';
import { isNestedByLogic, nestingDepth } from '../../../src/core/codeHistory/nesting';

/** So many lines, each indented by the given text. */
function lines(count: number, indent: string, text = 'x();'): string {
  return `${indent}${text}\n`.repeat(count);
}

/** Each level opens within the one before, and the innermost has so many lines. */
function nested(levels: number, innermost: number, step: string, end = '\n'): string {
  const opening = Array.from({ length: levels }, (_, level) => `${step.repeat(level)}if (x) {`);
  return [...opening, ...lines(innermost, step.repeat(levels)).trimEnd().split('\n')].join(end);
}

const CASES: readonly (readonly [title: string, text: string, depth: number])[] = [
  ['a flat text', lines(50, ''), 0],
  ['an empty text', '', 0],
  ['levels of two spaces', nested(7, 10, '  '), 7],
  ['levels of eight spaces', nested(7, 10, ' '.repeat(8)), 7],
  ['levels of tabs', nested(7, 10, '\t'), 7],
  ['a tab as wide as eight spaces', `if (x) {\n${lines(5, '\t')}${lines(5, ' '.repeat(8))}`, 1],
  ['line ends of every kind', nested(7, 10, '  ', '\r\n'), 7],
  ['fewer than ten lines as no shape of the file', nested(7, 9, '  '), 6],
  ['lines in several places together', `${nested(7, 5, '  ')}\n${nested(7, 5, '  ')}`, 7],
  ['lines that are aligned far to the right as one level', `if (a) {\n${lines(20, ' '.repeat(40))}`, 1],
  ...['call(', 'a = [', 'call(a,', 'x +', 'a ||', 'a |', 'a =', 'a >', 'return a &&'].map(
    (open) => [`no level for what goes on behind "${open}"`, `${open}\n${lines(10, '  ')}`, 0] as const,
  ),
  ...['.then(x)', '&& x', '|| x', '|> x', '+ x', '? x', ': x', '<a>'].map(
    (next) => [`no level for what goes on with "${next}"`, `x\n${lines(10, '  ', next)}`, 0] as const,
  ),
  ...['if (x) {', 'if x:', 'x => ', 'x ->', 'each do |x|', 'if x', 'begin', 'match x with'].map(
    (open) => [`a level within "${open}"`, `${open}\n${lines(10, '  ')}`, 1] as const,
  ),
  ['blocks within a call that is wrapped', `call(\n  x => {\n    if (x) {\n${lines(10, ' '.repeat(6))}`, 2],
  ['cases that begin with a bar', `match x with\n${lines(10, '  ', '| A -> x')}`, 1],
  ['deeper lines for those they are deeper than', `${nested(4, 6, '  ')}\n${nested(5, 6, '  ')}`, 4],
  ['no blank lines', nested(2, 10, '  ').replace('{\n', `{\n${lines(20, ' '.repeat(40), ' ')}`), 2],
  [
    'no comments',
    `x {\n${['// a', '/* b', ' * c', '# d', '-- e', '; f', '% g', '<!-- h', '"""i'].map((text) => lines(9, '      ', text)).join('')}${lines(10, '  ')}`,
    1,
  ],
];

describe('The depth of nesting', () => {
  for (const [title, text, depth] of CASES) {
    it(`counts ${title}`, () => assert.equal(nestingDepth(text), depth));
  }

  it('takes time in proportion to the text', () => {
    const staircase = Array.from({ length: 3000 }, (_, level) => `${' '.repeat(level)}x`).join('\n');
    assert.equal(nestingDepth(staircase), 2990);
  });

  it('tells of code, and not of data, markup and styles', () => {
    const paths = [
      'src/a.ts',
      'src/a.tsx',
      'a.py',
      'Makefile',
      'a.sql',
      'data/a.json',
      'a.yml',
      'a.html',
      'a.Scss',
      'a.vue',
    ];
    assert.deepEqual(paths.filter(isNestedByLogic), ['src/a.ts', 'src/a.tsx', 'a.py', 'Makefile', 'a.sql']);
  });
});
