/** What a plan calls itself beside the product. */
const PLAN_WORDS: ReadonlySet<string> = new Set([
  'a',
  'and',
  'backlog',
  'for',
  'of',
  'plan',
  'product',
  'project',
  'roadmap',
  'the',
]);

/** A prefix for the IDs of a product: `BIRD` of a Birdhouse, `AP` of Acme Pay; `ITEM` of what has no name in plain letters. */
export function keyOfName(name: string): string {
  const words = (name.match(/[A-Za-z]+/g) ?? []).filter((word) => !PLAN_WORDS.has(word.toLowerCase()));
  const letters = words.length === 1 ? words.join('') : words.map((word) => word[0]).join('');
  return letters.length < 2 ? 'ITEM' : letters.slice(0, 4).toUpperCase();
}
