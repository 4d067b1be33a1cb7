import * as fc from 'fast-check';

/** Words as people write them, also such as Markdown gives a meaning. */
const words = fc
  .array(
    fc.constantFrom(
      'Refund',
      'API',
      '*fast*',
      '**bold**',
      '`code`',
      'UTF-8',
      'a_b',
      'über',
      '(maybe)',
      '&',
      '1.',
      '[a](b)',
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.join(' '));

const attributes = fc.constantFrom(
  '',
  ' (owner: @ana)',
  ' (owner: @ana, 5pt)',
  ' (2026-08-28)',
  ' `due: 2026-08-28`',
  ' @ana',
  ' #api #ui',
  ' `status: in review`',
  ' ✅',
  ' <!-- why -->',
);

const box = fc.constantFrom('', '', '[ ] ', '[x] ', '🚧 ', '~~');

interface Line {
  readonly box: string;
  readonly hasId: boolean;
  readonly words: string;
  readonly attributes: string;
  readonly tasks: number;
  /** A further line of its paragraph, a field of its own, a paragraph below it. */
  readonly more: 'wrapped' | 'field' | 'paragraph' | 'nothing';
}

const line: fc.Arbitrary<Line> = fc.record({
  box,
  hasId: fc.boolean(),
  words,
  attributes,
  tasks: fc.nat(2),
  more: fc.constantFrom('wrapped', 'field', 'paragraph', 'nothing', 'nothing', 'nothing'),
});

interface Style {
  readonly sign: string;
  readonly indent: string;
  readonly isLoose: boolean;
  /** `{}` stands for the ID. */
  readonly dress: string;
}

const style: fc.Arbitrary<Style> = fc.record({
  sign: fc.constantFrom('-', '*', '+', '1.'),
  indent: fc.constantFrom('  ', '    ', '\t'),
  isLoose: fc.boolean(),
  dress: fc.constantFrom('{} ', '[{}] ', '**{}**: ', '{}: '),
});

const heading = fc.constantFrom(
  '## Now',
  '## v2.0',
  '## PAY-901 Refunds',
  'Cards\n-----',
  '### Deep',
  '## Done (2026-08-28)',
);

/** A roadmap of headings, lists and a table, in one of the styles that people have. */
export const markdownRoadmap: fc.Arbitrary<string> = fc
  .tuple(
    style,
    fc.array(fc.tuple(heading, fc.array(line, { maxLength: 4 })), { minLength: 1, maxLength: 4 }),
    fc.nat(2),
  )
  .map(([like, sections, rows]) => {
    let next = 0;
    const written = sections.map(([title, lines]) => {
      const items = lines.map((each) => itemText(like, each, () => `PAY-${++next}`));
      return `${title}\n\n${items.join(like.isLoose ? '\n' : '')}`;
    });
    const table = Array.from({ length: rows }, (_, index) => `| TAB-${index + 1} | Row ${index} | ✅ Done | ana |\n`);
    const head = '| ID | Title | Status | Owner |\n|----|-------|--------|-------|\n';
    return `# Acme\n\n${written.join('\n')}\n${rows > 0 ? `## Rows\n\n${head}${table.join('')}` : ''}`;
  });

function itemText({ sign, indent, dress }: Style, each: Line, newId: () => string): string {
  const id = each.hasId ? dress.replace('{}', newId()) : '';
  const struck = each.box === '~~' ? '~~' : '';
  const inner = ' '.repeat(sign.length + 1);
  const nested = indent.length < inner.length && indent !== '\t' ? inner : indent;
  const lines = [
    `${sign} ${each.box}${id}${each.words}${struck}${each.attributes}`,
    ...(each.more === 'wrapped' ? [`${inner}in a day`] : []),
    ...(each.more === 'field' ? [`${nested}- Estimate: 3`] : []),
    ...Array.from({ length: each.tasks }, (_, index) => `${nested}- [ ] Task ${index} ${each.words}`),
    ...(each.more === 'paragraph' ? ['', `${inner}A paragraph.`] : []),
  ];
  return `${lines.join('\n')}\n`;
}
