import { problemRule } from './problemRule';
import { translatable } from '../../../words/translatable';

export const syntaxError = problemRule({
  code: 'WM101',
  name: 'syntax-error',
  title: translatable('Syntax error in a roadmap'),
  severity: 'error',
  documentation: {
    what: 'A part of the roadmap file cannot be read. All the rest of the file is read and shown.',
    why: translatable(
      'What cannot be read is not planned: its items have no evidence, and annotations that name them look unknown.',
    ),
    example: '`- { id: PAY-12, title: Refund API` without the closing brace.',
    answer: 'Mend the marked text. The message says what was expected there.',
  },
});
