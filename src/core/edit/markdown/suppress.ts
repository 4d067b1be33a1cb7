import type { Item, Suppression } from '../../model/roadmap';
import type { Scene } from '../scene';
import type { NewSuppression, Ways } from '../writer';
import { waysToAddField } from './addField';
import { layoutOf } from './itemLayout';
import { waysToSetField } from './setField';

/** Ways to write a suppression as inline code: `` `ignore: WM203 because tracked elsewhere until 2026-12-31` ``. */
export function* waysToSuppress(scene: Scene, item: Item, suppression: NewSuppression): Ways {
  yield* waysToAddField(scene, item, layoutOf(scene, item), 'ignore', wordsOf(suppression));
}

/** Ways to rewrite such words, or to take them away with all that sets them off. */
export function* waysToChangeSuppression(
  scene: Scene,
  item: Item,
  { span }: Suppression,
  to: NewSuppression | undefined,
): Ways {
  if (to) {
    yield [{ span, text: wordsOf(to) }];
  } else if (item.ignore.length === 1) {
    yield* waysToSetField(scene, item, 'ignore', undefined);
  }
}

function wordsOf({ rule, reason, until }: NewSuppression): string {
  return [rule, ...(reason ? [`because ${reason}`] : []), ...(until ? [`until ${until}`] : [])].join(' ');
}
