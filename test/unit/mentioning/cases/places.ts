/** What is offered where somebody writes. */
export interface PlaceCase {
  readonly why: string;
  /** Of a file; missing: the text is a commit's message. */
  readonly path?: string;
  /** The text with the cursor at `|`. */
  readonly text: string;
  /** The word that an ID would replace; undefined: nothing is offered. */
  readonly replaces: string | undefined;
  /** What the text is once PAY-12 is taken. */
  readonly becomes?: string;
  /** Words of a title find an item too. */
  readonly takesTitles?: true;
  /** Only who asks for it is answered. */
  readonly onlyAsked?: true;
}

/** The roadmap's IDs are PAY-12, E1-F2, login-page and #7. */
export const PLACES: readonly PlaceCase[] = [
  { why: 'behind a tag', path: 'a.ts', text: '// TODO |', replaces: '', becomes: '// TODO PAY-12' },
  { why: 'behind a tag and a colon', path: 'a.ts', text: '// TODO: |', replaces: '', becomes: '// TODO: PAY-12' },
  { why: 'behind a colon at once', path: 'a.py', text: 'x = 1  # TODO:|', replaces: '' },
  { why: 'in the brackets of a tag', path: 'a.ts', text: '// TODO(|', replaces: '', takesTitles: true },
  { why: 'in closed brackets', path: 'a.ts', text: '// TODO(P|): retry', replaces: 'P', takesTitles: true },
  { why: 'in square brackets', path: 'a.rs', text: '    // FIXME[|] retry', replaces: '', takesTitles: true },
  { why: 'behind a person in the brackets', path: 'a.ts', text: '// TODO(@ana, |)', replaces: '', takesTitles: true },
  {
    why: 'behind another ID in the brackets',
    path: 'a.ts',
    text: '// TODO(PAY-12, |',
    replaces: '',
    takesTitles: true,
  },
  { why: 'behind a person and a colon', path: 'a.ts', text: '// TODO(@ana): |', replaces: '' },
  { why: 'in a list behind a tag', path: 'a.ts', text: '// TODO PAY-12, |', replaces: '' },
  { why: 'behind a colon in small letters', path: 'a.ts', text: '// todo: |', replaces: '' },
  {
    why: 'in a block comment',
    path: 'a.c',
    text: '/* TODO | */ int x;',
    replaces: '',
    becomes: '/* TODO PAY-12 */ int x;',
  },
  {
    why: 'in a block comment that is not closed yet',
    path: 'a.ts',
    text: '/**\n * TODO |\nconst x = 1;\n',
    replaces: '',
  },
  { why: 'in a line comment behind code', path: 'a.go', text: 'x := 1 // TODO |', replaces: '' },
  { why: 'in a docstring', path: 'a.py', text: 'def f():\n    """Does.\n\n    TODO: |\n    """\n', replaces: '' },
  { why: 'in a hidden comment of a document', path: 'a.md', text: 'Words\n\n<!-- TODO | -->\n', replaces: '' },
  { why: 'behind a tag in a document', path: 'a.md', text: 'Words.\n\nTODO: |\n', replaces: '' },
  { why: 'behind a tag of a list in a document', path: 'a.md', text: '- TODO |\n', replaces: '' },
  { why: 'in a comment of YAML', path: 'ci.yml', text: 'on: push # FIXME(|', replaces: '', takesTitles: true },
  { why: 'behind a trace tag', path: 'a.ts', text: '/** @story | */', replaces: '', takesTitles: true },
  { why: 'behind an arrow', path: 'a.py', text: '# [utest->|]', replaces: '', takesTitles: true },
  {
    why: 'behind a trace tag that some languages use for types',
    path: 'a.ts',
    text: '/** @implements | */',
    replaces: '',
    takesTitles: true,
    onlyAsked: true,
  },
  {
    why: 'at the first letters of a prefix',
    path: 'a.ts',
    text: '// as in PA|',
    replaces: 'PA',
    becomes: '// as in PAY-12',
  },
  { why: 'behind a prefix', path: 'a.ts', text: '// see PAY-|.', replaces: 'PAY-', becomes: '// see PAY-12.' },
  {
    why: 'within an ID',
    path: 'a.ts',
    text: '// see PAY-1|3 there',
    replaces: 'PAY-13',
    becomes: '// see PAY-12 there',
  },
  { why: 'at an ID with a slip', path: 'a.ts', text: '// see pay-1|', replaces: 'pay-1' },
  { why: 'at a level', path: 'a.ts', text: '// see E1-F|', replaces: 'E1-F' },
  { why: 'at the first letters of a longer name', path: 'a.ts', text: '// see logi|', replaces: 'logi' },
  { why: 'at the sign of a number', path: 'a.ts', text: '// see #|', replaces: '#' },
  { why: 'at a number in brackets', path: 'a.ts', text: '// TODO(#|)', replaces: '#', takesTitles: true },
  { why: 'at a prefix in a document', path: 'docs/a.md', text: 'It follows PAY-| closely.', replaces: 'PAY-' },

  { why: 'not in code', path: 'a.ts', text: 'const total = PA|', replaces: undefined },
  { why: 'not in a subtraction', path: 'a.ts', text: 'const total = PAY-|', replaces: undefined },
  { why: 'not in a string', path: 'a.ts', text: 'const words = "TODO |";', replaces: undefined },
  {
    why: 'not in a string of several lines',
    path: 'a.ts',
    text: 'const words = `\n// TODO: |\n`;',
    replaces: undefined,
  },
  { why: 'not in a string of another language', path: 'a.py', text: 'words = "# TODO(|"', replaces: undefined },
  { why: 'not behind a comment that is closed', path: 'a.ts', text: '/* TODO */ |', replaces: undefined },
  { why: 'not at the end of a comment', path: 'a.ts', text: '/* TODO */|', replaces: undefined },
  { why: 'not in a message', path: 'a.ts', text: '// TODO retry the |', replaces: undefined },
  { why: 'not at an ordinary word of a message', path: 'a.ts', text: '// TODO: retry pay|', replaces: undefined },
  { why: 'not behind an ID', path: 'a.ts', text: '// TODO PAY-12 |', replaces: undefined },
  { why: 'not behind brackets that name an item', path: 'a.ts', text: '// TODO(PAY-12): |', replaces: undefined },
  { why: 'not in a sentence that speaks of tags', path: 'a.ts', text: '// the TODO |', replaces: undefined },
  { why: 'not at another word', path: 'a.ts', text: '// TODOS |', replaces: undefined },
  {
    why: 'not at words that begin like a prefix in small letters',
    path: 'a.ts',
    text: '// we pa|',
    replaces: undefined,
  },
  { why: 'not at a word with a dash', path: 'a.ts', text: '// pay-|', replaces: undefined },
  { why: 'not at a single letter', path: 'a.ts', text: '// P|', replaces: undefined },
  { why: 'not in a path', path: 'a.ts', text: '// src/PA|', replaces: undefined },
  { why: 'not in a longer word', path: 'a.ts', text: '// XPAY-|', replaces: undefined },
  { why: 'not in words within brackets', path: 'a.ts', text: '// TODO(see the |', replaces: undefined },
  { why: 'not in a fenced example', path: 'a.md', text: '```ts\n// TODO(|\n```\n', replaces: undefined },
  { why: 'not in inline code', path: 'a.md', text: 'Write `TODO(|` so.\n', replaces: undefined },
  { why: 'not in an example of a comment', path: 'a.rs', text: '/// ```\n/// PAY-|\n/// ```\n', replaces: undefined },
  { why: 'not in a sentence of a document', path: 'a.md', text: 'A hack |\n', replaces: undefined },
  { why: 'not at the sign of a heading', path: 'a.md', text: '#|', replaces: undefined },
  { why: 'not at the sign of a comment', path: 'a.py', text: '#|', replaces: undefined },
  { why: 'not in a file without comments', path: 'a.json', text: '{ "a": "TODO |" }', replaces: undefined },
  { why: 'not in a notebook', path: 'a.ipynb', text: '{"cells": [{"source": ["# TODO |"]}]}', replaces: undefined },
  { why: 'not in an empty text', path: 'a.ts', text: '|', replaces: undefined },

  { why: 'at the beginning of a message', text: '|', replaces: '', becomes: 'PAY-12', onlyAsked: true },
  { why: 'behind the type of a commit', text: 'fix(api)!: |', replaces: '', onlyAsked: true },
  { why: 'in square brackets of a message', text: '[|', replaces: '', takesTitles: true },
  { why: 'in the scope of a message', text: 'feat(|', replaces: '', takesTitles: true, onlyAsked: true },
  {
    why: 'behind a trailer',
    text: 'Retry\n\nRefs: |',
    replaces: '',
    takesTitles: true,
    becomes: 'Retry\n\nRefs: PAY-12',
  },
  { why: 'in the list of a trailer', text: 'Retry\n\nCloses: PAY-12, |', replaces: '', takesTitles: true },
  { why: 'at the first letters of a prefix in a message', text: 'Retry as PA| says', replaces: 'PA' },
  { why: 'at the beginning of the letters of a message', text: 'PA|', replaces: 'PA', becomes: 'PAY-12' },
  { why: 'at the sign of a number in a message', text: 'Retry #|', replaces: '#' },
  { why: 'not at ordinary words of a message', text: 'Retry the |', replaces: undefined },
  { why: 'not in the body of a message', text: 'Retry\n\n|', replaces: undefined },
  { why: 'not in what git remarks', text: 'Retry\n# Changes: PA|', replaces: undefined },
  {
    why: 'not in the change below the scissors',
    text: 'Retry\n# ------------------------ >8 ------------------------\n+ PA|',
    replaces: undefined,
  },
];
