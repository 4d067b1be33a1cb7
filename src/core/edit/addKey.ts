import { t } from '../words/t';
import { performEdit } from './performEdit';
import { Refusal } from './refusal';
import type { Scene } from './scene';
import type { TextChange } from './textChange';
import { writerOf } from './writerOf';

/** Lists a prefix of IDs under the `keys` that a file has; nothing where it stands there already. */
export function addKey(scene: Scene, key: string): readonly TextChange[] | Refusal {
  const { keys } = scene.roadmap;
  if (!keys) {
    return new Refusal(t('{0} lists no `keys` any more, so nothing was changed.', scene.path));
  }
  if (keys.some(({ name }) => name === key)) {
    return [];
  }
  const named = { name: key, span: { start: 0, end: 0 } };
  return performEdit(
    scene,
    [
      (now) => ({
        aim: { wanted: { ...now.roadmap, keys: [...(now.roadmap.keys ?? []), named] } },
        ways: writerOf(now).addKey(now, key),
      }),
    ],
    t('The `keys` of {0} cannot be changed safely. Write {1} there yourself.', scene.path, key),
  );
}
