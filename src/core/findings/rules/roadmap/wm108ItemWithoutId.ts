import { problemRule } from './problemRule';

export const itemWithoutId = problemRule({
  code: 'WM108',
  name: 'item-without-id',
  title: 'Item without ID',
  severity: 'hint',
  documentation: {
    what: 'An item of the roadmap has no ID of its own.',
    why: 'Code and commits cannot name it, so no evidence can belong to it.',
    example: '`- [ ] Refund API` in a Markdown roadmap.',
    answer: 'Give it an ID: `- [ ] PAY-12 Refund API`.',
  },
});
