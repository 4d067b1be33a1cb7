import type { Item } from '../../model/roadmap';
import type { Scene } from '../scene';
import type { NewSuppression, Ways } from '../writer';
import { waysToAddField } from './addField';
import { layoutOf } from './itemLayout';

/** Ways to write a suppression as inline code: `` `ignore: WM203 because tracked elsewhere until 2026-12-31` ``. */
export function* waysToSuppress(scene: Scene, item: Item, { rule, reason, until }: NewSuppression): Ways {
  const words = [rule, ...(reason ? [`because ${reason}`] : []), ...(until ? [`until ${until}`] : [])].join(' ');
  yield* waysToAddField(scene, item, layoutOf(scene, item), 'ignore', words);
}
