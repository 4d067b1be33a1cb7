/** Patterns, a text, what is read from it, and why. IDs: the prefix `PAY` and the whole ID `login-page`. */
type Case = readonly [
  patterns: readonly string[],
  path: string,
  text: string,
  expected: readonly string[],
  reason: string,
];

export const PATTERN_CASES: readonly Case[] = [
  [['story=(?<id>\\S+)'], 'a.ts', '// story=PAY-1', ['code PAY-1 pattern'], 'an ID in a notation of their own'],
  [['story=(?P<id>\\S+)'], 'a.ts', '// story=PAY-1', ['code PAY-1 pattern'], 'the other way to name a group'],
  [['story=(?<id>\\S+)'], 'a.ts', 'const s = "story=PAY-1";', [], 'a string is no comment'],
  [['story=(?<id>\\S+)'], 'a.ts', 'story=PAY-1;', [], 'code is no comment'],
  [['story=(?<id>\\S+)'], 'a.ts', '// story=SHA-256', [], 'no ID of the roadmap'],
  [['story=(?<id>\\S+)'], 'a.ts', '// story=pay-1', ['code PAY-1? pattern'], 'another spelling is probable'],
  [['story=(?<id>\\S+)'], 'a.ts', '// story=login-page', ['code login-page pattern'], 'an ID without a number'],
  [['story=(?<id>\\S+)'], 'a.ts', '// story=login', [], 'a part of an ID'],
  [['story(?<id>PAY-\\d+)'], 'a.ts', '// storyPAY-1', ['code PAY-1 pattern'], 'the pattern says where the ID begins'],
  [['(?<id>PAY-\\d+)x'], 'a.ts', '// PAY-1x', ['code PAY-1 pattern'], 'the pattern says where the ID ends'],
  [
    ['^(?<id>PAY-\\d+)$'],
    'a.ts',
    '/*\n * PAY-1\n * see PAY-2\n */',
    ['code PAY-1 pattern', 'code PAY-2'],
    'a line without its signs',
  ],
  [['s=(?<id>\\S+)'], 'a.ts', '// s=PAY-1 s=PAY-2', ['code PAY-1 pattern', 'code PAY-2 pattern'], 'several in a line'],
  [['s=(?<id>\\S+)', 's=(?<id>PAY-1)'], 'a.ts', '// s=PAY-1', ['code PAY-1 pattern'], 'found twice, counted once'],
  [
    ['s=(?<id>\\S+)'],
    'a.ts',
    '// TODO: s=PAY-1 x',
    ['TODO PAY-1 "s=PAY-1 x"'],
    'an ID within an annotation belongs to it',
  ],
  [['s=(?<id>\\S+)'], 'a.md', 'Text s=PAY-1 text.', ['doc PAY-1 pattern'], 'prose of a document'],
  [['s=(?<id>[^`]+)'], 'a.md', 'Text `s=PAY-1`.', [], 'an example in a document'],
  [['s=(?<id>\\S+)'], 'a.xyz', '# s=PAY-1', ['code PAY-1? pattern'], 'guessed comments are probable'],
  [['s=(?<id>\\S+)'], 'test/a.ts', '// s=PAY-1', ['test PAY-1 pattern'], 'the role is that of the file'],
  [
    ['(?<tag>REVIEW|todo)<(?<id>\\S+)> (?<message>.*)'],
    'a.ts',
    '// review<PAY-1> no\n// REVIEW<PAY-1> look here',
    ['REVIEW PAY-1 "look here"', 'code PAY-1'],
    'with a tag it is an annotation',
  ],
  [
    ['(?<tag>ASK)\\W+(?<id>PAY-\\d+)'],
    'a.ts',
    '// ASK <PAY-1>: why so?',
    ['ASK PAY-1 "why so?"'],
    'the rest of the line is the message',
  ],
  [['(?<id>PAY-\\d+) (?<tag>ask)\\b'], 'a.ts', '// PAY-1 ask why', ['ASK PAY-1 "why"'], 'the tag may stand behind'],
  [
    ['(?<tag>note)=(?<id>\\S+)'],
    'a.ts',
    '// note=PAY-1 x',
    ['NOTE PAY-1 "x"'],
    'a usual tag in a notation of their own',
  ],
  [
    ['(?<tag>ASK)?s=(?<id>\\S+)'],
    'a.ts',
    '// s=PAY-1\n\n// ASKs=PAY-2',
    ['ASK PAY-2 ""', 'code PAY-1 pattern'],
    'the tag may be missing',
  ],
  [['(?<id>x*)'], 'a.ts', '// PAY-1 xxx', ['code PAY-1'], 'a match of nothing is none'],
  [
    ['(?<id>PAY-\\d+)'],
    'a.ts',
    '// @story PAY-1, PAY-2',
    ['code PAY-1 pattern', 'code PAY-2 pattern'],
    'a pattern goes before a trace tag',
  ],
];

/** A pattern that cannot be used, a part of the sentence that says so, and why. */
export const BAD_PATTERNS: readonly (readonly [pattern: string, sentence: string, reason: string])[] = [
  ['story=(\\S+)', 'has no group for the ID', 'the group has no name'],
  ['story=(?<ID>\\S+)', 'has no group for the ID', 'the group has another name'],
  ['', 'has no group for the ID', 'an empty pattern'],
  ['(?<=story=)(?<id>\\S+)', 'looks ahead or behind', 'looking behind'],
  ['(?<!a)(?<id>\\S+)', 'looks ahead or behind', 'looking behind for what is not there'],
  ['(?<id>\\S+)(?=;)', 'looks ahead or behind', 'looking ahead'],
  ['(?!a)(?<id>\\S+)', 'looks ahead or behind', 'looking ahead for what is not there'],
  ['(a)\\1(?<id>b)', 'refers back', 'a reference to a group'],
  ['(?<a>a)\\k<a>(?<id>b)', 'refers back', 'a reference to a group by name'],
  ['(?<id>', 'is no regular expression (missing closing )', 'an open bracket'],
  ['[z-a](?<id>b)', 'is no regular expression', 'a range the wrong way round'],
  ['(?<id>a)(?<id>b)', 'is no regular expression (duplicate', 'two groups with one name'],
  ['(?<id>a{5000})', 'is no regular expression', 'a repetition that costs too much'],
  [`(?<id>${'a'.repeat(2000)})`, 'longer than 1000 letters', 'a pattern without measure'],
];

/** A pattern on which a backtracking engine takes longer than anyone lives, and the letter whose repetition does it. */
export const HOSTILE_PATTERNS: readonly (readonly [pattern: string, letter: string])[] = [
  ['(?<id>(a+)+$)', 'a'],
  ['(?<id>(a|aa)+$)', 'a'],
  ['(?<id>(a|a?)+$)', 'a'],
  ['(?<id>(.*)*x)', 'a'],
  ['(?<id>(\\w+\\s?)+$)', 'a '],
  ['(?<id>x.*y|x)', 'x'],
  ['(?<id>(x+x+)+y)', 'x'],
  ['(?<id>.*.*.*=.*)', '='],
];
