import type { TagWish } from '../../../../src/core/annotations/tags';

const USUAL = [
  'TODO task information',
  'FIXME defect warning',
  'HACK debt information',
  'XXX defect warning',
  'BUG defect warning',
  'OPTIMIZE debt hint',
  'SECURITY risk warning',
  'DEPRECATED note hint',
  'NOTE note hint',
];

/** A list as in the settings, the tags with kind and severity that it makes, and why. */
export const TAG_SET_CASES: readonly (readonly [
  wishes: readonly (string | TagWish)[],
  tags: readonly string[],
  reason: string,
])[] = [
  [['default'], USUAL, 'the usual ones'],
  [['TODO', 'FIXME'], ['TODO task information', 'FIXME defect warning'], 'no others than are listed'],
  [['default', 'REVIEW'], [...USUAL, 'REVIEW task information'], 'one more'],
  [['default', '-NOTE', '-DEPRECATED'], USUAL.slice(0, 7), 'some fewer'],
  [['default', '-OPTIMISE'], USUAL, 'what is not there cannot be taken away'],
  [['review', ' REVIEW '], ['REVIEW task information'], 'case and white space are nothing, a repetition adds nothing'],
  [['', ' '], [], 'no words'],
  [[{ tag: 'REVIEW', severity: 'warning' }], ['REVIEW task warning'], 'a weight of its own'],
  [[{ tag: 'IDEA', kind: 'note' }], ['IDEA note information'], 'a kind of its own'],
  [['TODO', { tag: 'TODO', severity: 'error' }], ['TODO task error'], 'the last word counts'],
  [['TODO', '-TODO', 'TODO'], ['TODO task information'], 'the last word counts'],
];
