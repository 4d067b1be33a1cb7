import type { RandomNumbers } from './randomNumbers';

interface Language {
  readonly extension: string;
  /** Puts words into a comment of a line of its own. */
  readonly comment: (words: string) => string;
  readonly lines: readonly [string, ...string[]];
}

const C_LINES = [
  '  const total = price * quantity;',
  '  if (total > limit) {',
  '    return total;',
  '  }',
  '',
] as const;

const LANGUAGES: readonly [Language, ...Language[]] = [
  { extension: 'ts', comment: (words) => `  // ${words}`, lines: C_LINES },
  { extension: 'java', comment: (words) => `  /* ${words} */`, lines: [...C_LINES, '  "a // string".length();'] },
  {
    extension: 'py',
    comment: (words) => `    # ${words}`,
    lines: ['    total = price * quantity', '    return total', ''],
  },
  {
    extension: 'go',
    comment: (words) => `\t// ${words}`,
    lines: ['\ttotal := price * quantity', '\treturn total', ''],
  },
  { extension: 'rs', comment: (words) => `    /// ${words}`, lines: ['    let total = price * quantity;', ''] },
  { extension: 'sql', comment: (words) => `-- ${words}`, lines: ['select price * quantity from orders;', ''] },
  { extension: 'html', comment: (words) => `<!-- ${words} -->`, lines: ['<p class="total">Total</p>', ''] },
  { extension: 'yaml', comment: (words) => `# ${words}`, lines: ['total: 12', 'price: 3'] },
  { extension: 'md', comment: (words) => words, lines: ['The total is the price of all that was ordered.', ''] },
];

/** A path of a source file: about thirty files a folder, one in seven a test. */
export function sourcePath(index: number, random: RandomNumbers): string {
  const { extension } = random.pick(LANGUAGES);
  const folder = Math.floor(index / 30);
  const root = index % 7 === 0 ? 'test' : 'src';
  return `${root}/area${folder % 12}/part${folder}/module${index}.${extension}`;
}

/**
 * Text of a source file: about 110 lines, with as many marks as usual projects have: a tag in about a thousand lines, of
 * which a third names a story, and a bare ID in every twentieth file.
 */
export function sourceText(path: string, storyId: () => string, random: RandomNumbers): string {
  const language = LANGUAGES.find(({ extension }) => path.endsWith(`.${extension}`)) ?? LANGUAGES[0];
  const lines: string[] = [];
  const count = 10 + random.below(200);
  for (let index = 0; index < count; index++) {
    lines.push(random.chance(0.08) ? language.comment('Sums up what was ordered.') : random.pick(language.lines));
    if (random.chance(0.001)) {
      const tag = random.pick(['TODO', 'TODO', 'FIXME', 'HACK', 'XXX']);
      lines.push(
        language.comment(`${tag}${random.chance(0.33) ? `(${storyId()})` : ''}: round in the same way everywhere`),
      );
    }
  }
  if (random.chance(0.05)) {
    lines.push(language.comment(`See ${storyId()} for the rules.`));
  }
  return `${lines.join('\n')}\n`;
}
