import type { RandomNumbers } from './randomNumbers';

const STATUSES = ['planned', 'planned', 'active', 'done', 'done', 'blocked'] as const;

/** A roadmap with so many stories in epics of ten, with the fields that people usually state. */
export function roadmapText(key: string, stories: number, random: RandomNumbers): string {
  const lines = ['product: Generated', `keys: [${key}]`, 'releases:'];
  for (let release = 1; release <= 4; release++) {
    lines.push(`  - id: v${release}.0`, `    date: 2027-0${release}-15`);
  }
  lines.push('epics:');
  for (let story = 1; story <= stories; story++) {
    if (story % 10 === 1) {
      lines.push(`  - id: ${key}-${stories + Math.ceil(story / 10)}`, `    title: Epic ${Math.ceil(story / 10)}`);
      lines.push(`    release: v${1 + random.below(4)}.0`, '    stories:');
    }
    lines.push(`      - id: ${key}-${story}`, `        title: As a customer I see the total of order ${story}`);
    lines.push(`        status: ${random.pick(STATUSES)}`, `        owner: person${random.below(40)}`);
    if (random.chance(0.3)) {
      lines.push(`        due: 2027-0${1 + random.below(9)}-1${random.below(9)}`);
    }
    if (story > 1 && random.chance(0.2)) {
      lines.push(`        depends: [${key}-${1 + random.below(story - 1)}]`);
    }
  }
  return `${lines.join('\n')}\n`;
}
