import { problemRule } from './problemRule';
import { translatable } from '../../../words/translatable';

export const unknownField = problemRule({
  code: 'WM106',
  name: 'unknown-field',
  title: translatable('Unknown field that resembles a known one'),
  severity: 'hint',
  documentation: {
    what: 'A field has a name that is almost, but not quite, one that is read, and a value that would fit: `ownr: ana`. Words of their own (`stats`, `workflows`), and fields that something else has, are left alone.',
    why: translatable('The value is kept, but it has no effect.'),
    example: '`stauts: done` in a story, which so has no status.',
    answer: 'Correct the name, or choose one that is less like the known one.',
  },
});
