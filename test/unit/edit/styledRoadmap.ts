import * as fc from 'fast-check';

/** A roadmap as people write it, in one of the styles of YAML and JSON. */
export interface StyledRoadmap {
  readonly path: string;
  readonly text: string;
}

interface Story {
  readonly id: string;
  readonly title: string;
  readonly fields: readonly (readonly [string, string])[];
  readonly comment: string | undefined;
  readonly tasks: number;
}

interface Epic {
  readonly id: string;
  readonly stories: readonly Story[];
}

const titles = fc.constantFrom(
  'Refund API',
  'Ledger',
  'Sign in again',
  'Export to CSV',
  'Über 100 % schneller',
  'What’s new',
);

const fields = fc.subarray([
  ['owner', 'kim'],
  ['status', 'doing'],
  ['due', '2026-09-01'],
  ['estimate', '5'],
  ['labels', '[api, web]'],
] as const);

const stories = fc.array(
  fc.record({
    title: titles,
    fields,
    comment: fc.option(fc.constantFrom('why', 'see below'), { nil: undefined }),
    tasks: fc.nat(2),
  }),
  { maxLength: 4 },
);

const plans: fc.Arbitrary<readonly Epic[]> = fc.array(stories, { minLength: 1, maxLength: 3 }).map((epics) =>
  epics.map((list, index) => ({
    id: `T-${index + 1}00`,
    stories: list.map((story, at) => ({ ...story, id: `T-${index + 1}0${at + 1}` })),
  })),
);

/** Any plan in any style. */
export function styledRoadmap(): fc.Arbitrary<StyledRoadmap> {
  const style = fc.record({
    indent: fc.constantFrom(0, 2, 4),
    gap: fc.boolean(),
    quote: fc.constantFrom('', '"', "'"),
    brackets: fc.boolean(),
    keyed: fc.boolean(),
    lineBreak: fc.constantFrom('\n', '\r\n'),
    lastBreak: fc.boolean(),
    comments: fc.boolean(),
  });
  const json = fc.record({ unit: fc.constantFrom('  ', '\t', ''), lastBreak: fc.boolean() });
  return fc.oneof(
    {
      weight: 3,
      arbitrary: fc.tuple(plans, style).map(([plan, own]) => ({ path: 'roadmap.yaml', text: yamlOf(plan, own) })),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(plans, json).map(([plan, own]) => ({ path: 'roadmap.json', text: jsonOf(plan, own) })),
    },
  );
}

interface YamlStyle {
  readonly indent: number;
  readonly gap: boolean;
  readonly quote: string;
  readonly brackets: boolean;
  readonly keyed: boolean;
  readonly lineBreak: string;
  readonly lastBreak: boolean;
  readonly comments: boolean;
}

function yamlOf(plan: readonly Epic[], style: YamlStyle): string {
  const lines = ['product: Acme # ours', 'epics:'];
  const pad = ' '.repeat(style.indent);
  plan.forEach((epic, index) => {
    if (style.gap && index > 0) {
      lines.push('');
    }
    lines.push(`${pad}- id: ${epic.id}`, `${pad}  title: ${style.quote}Epic ${index}${style.quote}`);
    if (epic.stories.length === 0) {
      lines.push(`${pad}  stories: ${style.keyed ? '{}' : '[]'}`);
      return;
    }
    lines.push(`${pad}  stories:`);
    const inner = `${pad}  ${style.keyed ? '  ' : pad}`;
    epic.stories.forEach((story, at) => {
      if (style.gap && at > 0) {
        lines.push('');
      }
      if (style.comments && story.comment !== undefined) {
        lines.push(`${inner}# ${story.comment}`);
      }
      lines.push(...storyLines(story, style).map((line) => inner + line));
    });
  });
  const text = lines.join(style.lineBreak);
  return style.lastBreak ? text + style.lineBreak : text;
}

function storyLines(story: Story, { quote, brackets, keyed, comments }: YamlStyle): readonly string[] {
  const title = quote === "'" ? story.title.replaceAll("'", "''") : story.title;
  const entries = [
    ['title', quote + title + quote] as const,
    ...story.fields,
    ...(story.tasks > 0
      ? [
          [
            'tasks',
            `[${Array.from({ length: story.tasks }, (_, at) => `{ id: ${story.id}.${at + 1} }`).join(', ')}]`,
          ] as const,
        ]
      : []),
  ].map(([key, value]) => `${key}: ${value}`);
  const note = comments ? ' # soon' : '';
  if (keyed) {
    return brackets
      ? [`${story.id}: { ${entries.join(', ')} }${note}`]
      : [`${story.id}:${note}`, ...entries.map((entry) => `  ${entry}`)];
  }
  return brackets
    ? [`- { id: ${story.id}, ${entries.join(', ')} }${note}`]
    : [`- id: ${story.id}${note}`, ...entries.map((entry) => `  ${entry}`)];
}

function jsonOf(
  plan: readonly Epic[],
  { unit, lastBreak }: { readonly unit: string; readonly lastBreak: boolean },
): string {
  const value = {
    product: 'Acme',
    epics: plan.map((epic, index) => ({
      id: epic.id,
      title: `Epic ${index}`,
      stories: epic.stories.map((story) => ({
        id: story.id,
        title: story.title,
        ...Object.fromEntries(
          story.fields.map(([key, words]) => [key, words.startsWith('[') ? ['api', 'web'] : words]),
        ),
        ...(story.tasks > 0 && { tasks: Array.from({ length: story.tasks }, (_, at) => `${story.id}.${at + 1} Task`) }),
      })),
    })),
  };
  return JSON.stringify(value, undefined, unit) + (lastBreak ? '\n' : '');
}
