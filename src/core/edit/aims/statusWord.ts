import type { Roadmap } from '../../model/roadmap';
import { STATUS_CATEGORIES } from '../../model/status';
import { isWork, itemsOf } from '../items';

/**
 * The word that the file itself uses for a category's name: the one that most of its items have, else the first of its
 * workflow. Any other word stays as it is, and so does a category's name that the file uses itself.
 */
export function statusWord(roadmap: Roadmap, word: string): string {
  const category = STATUS_CATEGORIES.find((each) => each === word);
  if (category === undefined || (roadmap.format === 'markdown' && !roadmap.itemFile)) {
    return word;
  }
  const counts = new Map<string, number>();
  for (const item of itemsOf(roadmap)) {
    const isStated = isWork(item) && item.fields.has('status');
    if (isStated && item.status?.category === category) {
      counts.set(item.status.name, (counts.get(item.status.name) ?? 0) + 1);
    }
  }
  if (counts.has(word)) {
    return word;
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  const own = [...roadmap.workflow].find(([, each]) => each === category);
  return most?.[0] ?? own?.[0] ?? word;
}
