/** A file, what it refers to and as what, and why. */
type Case = readonly [path: string, text: string, expected: readonly string[], reason: string];

export const REFERENCE_CASES: readonly Case[] = [
  ['src/a.ts', '// see PAY-12', ['code PAY-12'], 'a comment in code'],
  ['src/a.ts', '/** @implements PAY-12 */', ['code PAY-12 implements'], 'a trace tag'],
  ['src/a.ts', '/** @story PAY-12 */', ['code PAY-12 story'], 'a trace tag'],
  ['test/a.test.ts', '// @verifies PAY-12', ['test PAY-12 verifies'], 'a test'],
  ['src/a.ts', '// [impl->PAY-12]', ['code PAY-12 implements'], 'the tag of requirement tracers'],
  ['pkg/a_test.go', '// PAY-12', ['test PAY-12'], "Go's tests"],
  ['tests/test_a.py', '# PAY-12', ['test PAY-12'], "Python's tests"],
  ['src/test/java/ATest.java', '// PAY-12', ['test PAY-12'], "Java's tests"],
  ['docs/a.md', 'See PAY-12.', ['doc PAY-12'], 'a document'],
  ['docs/a.md', 'See `PAY-12`.', [], 'code in a document is an example'],
  ['docs/a.md', '```\nTODO(PAY-12): x\n```\n', [], 'fenced code is an example'],
  ['docs/a.md', '<!-- TODO(PAY-12): x -->', ['TODO PAY-12 "x"'], 'a comment in a document'],
  ['src/a.ts', '// TODO(PAY-12): x', ['TODO PAY-12 "x"'], 'an ID of an annotation is no reference besides'],
];
