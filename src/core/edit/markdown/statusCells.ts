import type { Item, WorkItem } from '../../model/roadmap';
import type { StatusCategory } from '../../model/status';
import { signAt } from '../../roadmap/markdown/signs';
import { categoryOfStatus } from '../../roadmap/statusNames';
import type { Scene } from '../scene';
import { placeOf } from './fieldPlaces';
import { layoutOf, neighboursOf } from './itemLayout';

/** The sign that is written where the file shows no other for the category. */
export const SIGN_OF: Readonly<Record<StatusCategory, string>> = {
  done: '✅',
  active: '🚧',
  dropped: '❌',
  blocked: '⛔',
  planned: '⏳',
};

const SHORTCODE_OF: Readonly<Record<StatusCategory, string>> = {
  done: ':white_check_mark:',
  active: ':construction:',
  dropped: ':x:',
  blocked: ':no_entry:',
  planned: ':hourglass:',
};

/** The sign of a category, in short code where the former one was so. */
export function usualSign(category: StatusCategory, former: string | undefined): string {
  return (former?.startsWith(':') ? SHORTCODE_OF : SIGN_OF)[category];
}

/**
 * A status as another cell of a table says it; else with the sign and the capital letter that the cell had.
 *
 * @param old what the cell had
 */
export function statusCells(scene: Scene, near: Pick<Item, 'span'>, old: string, status: string): readonly string[] {
  const { text, roadmap } = scene;
  const category = categoryOfStatus(status, roadmap.workflow);
  const others = neighboursOf(scene, near).flatMap((each) => {
    const at = isSame(each, status, category) ? placeOf(text, each, layoutOf(scene, each), 'status') : undefined;
    return at?.kind === 'cell' ? [text.slice(at.value.start, at.value.end)] : [];
  });
  const word = /^[^\p{L}]*\p{Lu}/u.test(old) ? status.charAt(0).toUpperCase() + status.slice(1) : status;
  const sign = signAt(old) && category ? `${SIGN_OF[category]} ` : '';
  return [...new Set([...others.slice(0, 1), sign + word, word])];
}

function isSame(item: WorkItem, status: string, category: StatusCategory | undefined): boolean {
  return (
    item.status?.name.toLowerCase() === status.toLowerCase() ||
    (category === status && item.status?.category === category)
  );
}
