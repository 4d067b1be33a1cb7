import assert from 'node:assert/strict';
import { findComments } from '../../../src/core/annotations/comments';
import { languageOf } from '../../../src/core/annotations/languages/detect';
import { TypedComments } from '../../../src/core/mentioning/typedComments';

/** A piece of each language with what looks like comments and is none; repeated, so that a text has many states. */
const PIECES: Readonly<Record<string, string>> = {
  'a.ts': [
    '/** Says `why`.',
    ' * More of it.',
    ' */',
    'export function part(value: string): string {',
    '  const words = `line ${value /* inner */} // none',
    '  still a string ${`deep ${value}`}',
    '  `;',
    "  return words.replace(/[/*]/g, '//'); // trailing",
    '}',
    '// one',
    '// two',
    '',
  ].join('\n'),
  'a.py': [
    'def part(value):',
    '    """Says why.',
    '',
    '    More of it.',
    '    """',
    "    words = '''no # comment",
    "    still none'''",
    '    return words  # trailing',
    '',
  ].join('\n'),
  'a.md': [
    '# Part',
    '',
    'Words with `code` in them,',
    'and more of them.',
    '',
    '- an item',
    '',
    '```ts',
    '// an example',
    '```',
    '',
    '<!-- hidden',
    'words -->',
    '',
  ].join('\n'),
  'a.sh': ['cat <<END', '# no comment', 'END', "echo '# none' # trailing", '# one', ''].join('\n'),
};

describe('The comments that somebody types in', () => {
  for (const [path, piece] of Object.entries(PIECES)) {
    it(`are those of the whole text, in whatever line of ${path} one types, there and back`, () => {
      const lines = piece.repeat(60).split('\n');
      const language = languageOf(path, piece);
      assert.ok(language);
      const remembering = new TypedComments();
      const middle = lines.length >> 1;
      const order = [...lines.keys()].filter((line) => line % 7 === 0 || Math.abs(line - middle) < 20);
      const found = { inside: 0, outside: 0 };
      for (const line of [...order, ...order.toReversed()]) {
        const text = [...lines.slice(0, line), `${lines[line]} probe`, ...lines.slice(line + 1)].join('\n');
        const offset = text.indexOf(' probe') + ' probe'.length;
        const expected = findComments(text, language).some(
          ({ parts, examples }) =>
            parts.some(({ start, end }) => start < offset && offset <= end) &&
            !examples.some(({ start, end }) => start < offset && offset <= end),
        );
        const typed = remembering.at(text, language, offset);
        assert.equal(typed !== undefined, expected, `line ${line}: ${lines[line]}`);
        assert.ok(!typed || text.slice(typed.part.start, typed.part.end).endsWith('probe'));
        found[expected ? 'inside' : 'outside']++;
      }
      assert.ok(found.inside > 10 && found.outside > 10, 'both were met');
    });
  }
});
