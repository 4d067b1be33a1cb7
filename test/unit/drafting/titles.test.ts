import assert from 'node:assert/strict';
import { titleOfWords } from '../../../src/core/annotations/titleWords';
import { subjectWords } from '../../../src/core/commits/subjectWords';

/** The subject of a commit that names PAY-12, and what is left of it. */
const SUBJECTS: readonly (readonly [subject: string, words: string])[] = [
  ['PAY-12: make refunds idempotent', 'make refunds idempotent'],
  ['[PAY-12] make refunds idempotent (#431)', 'make refunds idempotent'],
  ['[PAY-12][api] Make refunds idempotent.', '[api] Make refunds idempotent'],
  ['feat(refunds)!: PAY-12 retry when the ledger is locked', 'retry when the ledger is locked'],
  ['PAY-12 feat: retry', 'retry'],
  ['Retry when the ledger is locked (PAY-12)', 'Retry when the ledger is locked'],
  ['PAY-12 - retry [skip ci]', 'retry'],
  ['PAY-12; Retry (#7) (#8)', 'Retry'],
  ['(PAY-12) Keep f(x) as it is', 'Keep f(x) as it is'],
  ['PAY-12', ''],
];

const TITLES: readonly (readonly [words: string, title: string])[] = [
  ['retry when the ledger is locked', 'Retry when the ledger is locked'],
  ['retry. It fails at night.', 'Retry'],
  ['use e.g. a queue. Or not', 'Use e.g. a queue'],
  ['why is this here? nobody knows', 'Why is this here?'],
  ['refund() must not throw', 'refund() must not throw'],
  ['iOS needs this too', 'iOS needs this too'],
  [' - drop v1.2 support:', 'Drop v1.2 support'],
  ['***', ''],
  ['', ''],
  [`make ${'very '.repeat(30)}sure`, `Make ${'very '.repeat(15)}very…`],
];

describe('A title', () => {
  for (const [subject, words] of SUBJECTS) {
    it(`takes from the commit "${subject}" the words "${words}"`, () => {
      assert.equal(subjectWords(subject, 'PAY-12'), words);
    });
  }

  for (const [words, title] of TITLES) {
    it(`of "${words.slice(0, 40)}" is "${title.slice(0, 40)}"`, () => {
      assert.equal(titleOfWords(words), title);
    });
  }
});
