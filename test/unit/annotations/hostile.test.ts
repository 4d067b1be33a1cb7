import { scanFile } from '../../../src/core/annotations/scanFile';
import { createTagSet } from '../../../src/core/annotations/tags';
import { createIdFinder } from '../../../src/core/ids/idFinder';
import { vocabularyOf } from '../../../src/core/ids/vocabulary';

const RECOGNITION = {
  finder: createIdFinder(vocabularyOf(['PAY'], ['login-page'])),
  tags: createTagSet(),
};

/** Each takes minutes where a reader looks at the same letters again and again; here each must come back within the time limit. */
const HOSTILE: readonly (readonly [path: string, what: string, text: string])[] = [
  ['a.js', 'a line of comments', '/*TODO*/'.repeat(50_000)],
  ['a.md', 'a line of hidden comments', 'a<!--TODO-->'.repeat(60_000)],
  ['a.js', 'a hundred thousand annotations, one a line', '// TODO(PAY-1): x\n\n'.repeat(100_000)],
  ['a.js', 'a hundred thousand lines of one comment, each with a tag', '// TODO(PAY-1): x\n'.repeat(100_000)],
  ['a.js', 'a line of tags', `// ${'TODO: '.repeat(30_000)}`],
  ['a.js', 'a line of brackets', `// TODO${'('.repeat(300_000)}`],
  ['a.js', 'spaces within a message', `// TODO: a${' '.repeat(300_000)}b`],
  ['a.js', 'signs within the brackets of a tag', `// TODO(${'#'.repeat(300_000)}x)`],
  ['a.js', 'a line of IDs in brackets', `// TODO: ${'(PAY-1)'.repeat(50_000)}`],
  ['a.js', 'brackets of IDs behind a tag', `// TODO ${'(PAY-1)'.repeat(50_000)}: x`],
  ['a.md', 'a table of one line', `|${' TODO: x |'.repeat(50_000)}`],
  ['a.js', 'braces without end', '{ // TODO: x\n'.repeat(30_000)],
  ['a.cs', 'heads without end', `${'a() :: '.repeat(200)}= {\n// TODO: x\n`.repeat(300)],
  ['a.cpp', 'words that look like names', `${'a::b '.repeat(250)}{\n// TODO: x\n`.repeat(300)],
  ['a.java', 'comments above comments', '/* TODO: x */\n'.repeat(30_000)],
  ['a.c', 'branches without end', `${'#if\n'.repeat(50_000)}${'#else\n#endif\n'.repeat(50_000)}{ // TODO: x`],
  ['a.py', 'functions deeper and deeper', deeperAndDeeper(900)],
  ['a.rs', 'brackets without end', '(<[// TODO: x\n'.repeat(30_000)],
];

function deeperAndDeeper(lines: number): string {
  return Array.from({ length: lines }, (_, depth) => `${' '.repeat(depth)}def f(): # TODO: x\n`).join('');
}

describe('Reading hostile source files', function () {
  // A careless reader takes minutes; a busy machine takes seconds.
  this.timeout(15_000);

  for (const [path, what, text] of HOSTILE) {
    it(`comes back from ${what} (${path})`, () => {
      scanFile(path, text, RECOGNITION);
    });
  }
});
