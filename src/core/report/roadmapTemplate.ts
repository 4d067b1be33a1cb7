import { type Day, formatDay } from '../model/calendar';

/**
 * A first roadmap that a person can fill in: small, valid, with one of each thing and a comment on how to go on.
 * @param product words for the product, of which the ID prefix is made
 */
export function roadmapTemplate(product: string, today: Day): string {
  const key = keyFor(product);
  return `# The plan of this repository. Waymark links code and commits that name an ID, such as ${key}-2, to it.
waymark: 1
product: ${JSON.stringify(product)}
keys: [${key}]

releases:
  - id: v1.0
    title: First release
    date: ${formatDay(today + 42)}

epics:
  - id: ${key}-1
    title: The first big thing
    release: v1.0
    stories:
      - id: ${key}-2
        title: A story in plain words
        status: active
        due: ${formatDay(today + 14)}
      - id: ${key}-3
        title: The next story
        status: planned
        depends: [${key}-2]
`;
}

/** Three to five capital letters: initials where the name has several words, else its beginning. */
function keyFor(product: string): string {
  const words = product.toUpperCase().match(/[A-Z]+/g) ?? [];
  const initials = words.map((word) => word[0]).join('');
  const key = initials.length >= 3 ? initials.slice(0, 5) : (words[0] ?? '').slice(0, 4);
  return key.length >= 2 ? key : 'PLAN';
}
