import type { Finding } from '../model/finding';

/**
 * Of the findings of one item one for each fact. What is told at both ends, in the roadmap and in the code, has one code and one
 * item, and the end in the roadmap stands for it: it names the other ones.
 *
 * @param path of the roadmap file that declares the item
 */
export function oneOfEachFact(findings: readonly Finding[], path: string): readonly Finding[] {
  const told = new Set(findings.filter(({ place }) => place.path === path).map(({ code }) => code));
  return findings.filter(({ place, code }) => place.path === path || !told.has(code));
}
