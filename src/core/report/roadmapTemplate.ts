import { keyOfName } from '../ids/keyOfName';
import { type Day, formatDay } from '../model/calendar';

/**
 * A first roadmap that a person can fill in: small, valid, with one of each thing and a comment on how to go on.
 * @param product words for the product, of which the ID prefix is made
 */
export function roadmapTemplate(product: string, today: Day): string {
  const key = keyOfName(product);
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
