import { problemRule } from './problemRule';

export const unknownField = problemRule({
  code: 'WM106',
  name: 'unknown-field',
  title: 'Unknown field that resembles a known one',
  severity: 'hint',
  documentation: {
    what: 'A field has a name that is almost, but not quite, one that is read. Fields with names of their own are left alone.',
    why: 'The value is kept, but it has no effect.',
    example: '`ownr: ana`.',
    answer: 'Correct the name, or choose one that is less like the known one.',
  },
});
