import type { RandomNumbers } from './randomNumbers';

export type RoadmapFormat = 'yaml' | 'json' | 'md';

/** A story with the fields that people usually state; undefined: left out. */
interface Story {
  readonly id: string;
  readonly title: string;
  readonly status: string;
  readonly owner: string;
  readonly due: string | undefined;
  readonly depends: string | undefined;
}

interface Epic {
  readonly id: string;
  readonly title: string;
  readonly release: string;
  readonly stories: Story[];
}

const STATUSES = ['planned', 'planned', 'active', 'done', 'done', 'blocked'] as const;
const RELEASES = [1, 2, 3, 4].map((number) => ({ id: `v${number}.0`, date: `2027-0${number}-15` }));

/** A roadmap with so many stories, in epics of ten. The same random numbers give the same plan in every format. */
export function roadmapText(
  key: string,
  stories: number,
  random: RandomNumbers,
  format: RoadmapFormat = 'yaml',
): string {
  const epics = epicsOf(key, stories, random);
  switch (format) {
    case 'yaml':
      return yamlText(key, epics);
    case 'json':
      return `${JSON.stringify({ product: 'Generated', keys: [key], releases: RELEASES, epics: epics.map(jsonEpic) }, undefined, 2)}\n`;
    case 'md':
      return markdownText(key, epics);
  }
}

function epicsOf(key: string, stories: number, random: RandomNumbers): Epic[] {
  const epics: Epic[] = [];
  for (let story = 1; story <= stories; story++) {
    if (story % 10 === 1) {
      const number = Math.ceil(story / 10);
      const release = `v${1 + random.below(4)}.0`;
      epics.push({ id: `${key}-${stories + number}`, title: `Epic ${number}`, release, stories: [] });
    }
    epics.at(-1)?.stories.push({
      id: `${key}-${story}`,
      title: `As a customer I see the total of order ${story}`,
      status: random.pick(STATUSES),
      owner: `person${random.below(40)}`,
      due: random.chance(0.3) ? `2027-0${1 + random.below(9)}-1${random.below(9)}` : undefined,
      depends: story > 1 && random.chance(0.2) ? `${key}-${1 + random.below(story - 1)}` : undefined,
    });
  }
  return epics;
}

function yamlText(key: string, epics: readonly Epic[]): string {
  const lines = ['product: Generated', `keys: [${key}]`, 'releases:'];
  lines.push(...RELEASES.flatMap(({ id, date }) => [`  - id: ${id}`, `    date: ${date}`]), 'epics:');
  for (const { id, title, release, stories } of epics) {
    lines.push(`  - id: ${id}`, `    title: ${title}`, `    release: ${release}`, '    stories:');
    for (const story of stories) {
      lines.push(`      - id: ${story.id}`, `        title: ${story.title}`);
      lines.push(`        status: ${story.status}`, `        owner: ${story.owner}`);
      lines.push(...(story.due === undefined ? [] : [`        due: ${story.due}`]));
      lines.push(...(story.depends === undefined ? [] : [`        depends: [${story.depends}]`]));
    }
  }
  return `${lines.join('\n')}\n`;
}

function jsonEpic({ stories, ...epic }: Epic) {
  return { ...epic, stories: stories.map(({ depends, ...story }) => ({ ...story, depends: depends && [depends] })) };
}

function markdownText(key: string, epics: readonly Epic[]): string {
  const lines = ['---', 'product: Generated', `keys: [${key}]`, 'releases:'];
  lines.push(...RELEASES.flatMap(({ id, date }) => [`  - id: ${id}`, `    date: ${date}`]), '---', '', '# Roadmap', '');
  for (const { id, title, release, stories } of epics) {
    lines.push(`## ${id} ${title}`, '', `- release: ${release}`, '');
    for (const story of stories) {
      lines.push(`### ${story.id} ${story.title}`, '', `- status: ${story.status}`, `- owner: ${story.owner}`);
      lines.push(...(story.due === undefined ? [] : [`- due: ${story.due}`]));
      lines.push(...(story.depends === undefined ? [] : [`- depends: ${story.depends}`]), '');
    }
  }
  return `${lines.join('\n')}\n`;
}
