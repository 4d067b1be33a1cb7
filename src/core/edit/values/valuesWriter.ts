import type { Item } from '../../model/roadmap';
import { fieldNamed } from '../../roadmap/fields';
import type { Scene } from '../scene';
import { insertion } from '../textChange';
import type { Ways, Writer } from '../writer';
import { keyNameFor, type Target, waysToAdd } from './addEntry';
import type { Dialect } from './dialect';
import { modelOf, waysToInsert } from './insertItem';
import { textOfNew } from './itemText';
import { lineStyleOf } from './lineStyle';
import { waysToMove } from './moveItem';
import { anchorFor, neighbourWith } from './order';
import { waysToAddKey, waysToMeasure } from './fileParts';
import { waysToSuppress, waysToTick } from './parts';
import { waysToSet } from './setField';
import { siteOf } from './site';
import { waysToChangeSuppression } from './suppressions';
import { waysToAddStatus } from './workflow';

/** Writes words, lists and mappings as they stand in YAML or JSON. */
export function valuesWriter(dialect: Dialect): Writer {
  const targetOf = (scene: Scene, item: Item): Target | undefined => {
    const site = siteOf(scene, item);
    return site && { dialect, scene, style: lineStyleOf(scene), item, site };
  };
  return {
    *setField(scene, item, field, value) {
      const target = targetOf(scene, item);
      const spec = fieldNamed(item.kind, field);
      if (target && spec) {
        yield* waysToSet(target, spec, value);
      }
    },
    *addItem(scene, item, place) {
      const style = lineStyleOf(scene);
      const inserting = { dialect, scene, style, kind: item.kind, place };
      yield* waysToInsert(inserting, textOfNew(dialect, scene, style, item, modelOf(inserting)));
    },
    *moveItem(scene, item, place) {
      yield* waysToMove({ dialect, scene, style: lineStyleOf(scene), kind: item.kind, place }, item);
    },
    *giveId(scene, item, id) {
      const target = targetOf(scene, item);
      if (target) {
        yield* waysToGiveId(target, id);
      }
    },
    *tickCriterion(scene, item, index, done) {
      const target = targetOf(scene, item);
      if (target) {
        yield* waysToTick(target, index, done);
      }
    },
    *suppress(scene, item, suppression) {
      const target = targetOf(scene, item);
      if (target) {
        yield* waysToSuppress(target, suppression);
      }
    },
    *changeSuppression(scene, item, entry, to) {
      const target = targetOf(scene, item);
      if (target) {
        yield* waysToChangeSuppression(target, entry, to);
      }
    },
    addKey: (scene, key) => waysToAddKey(dialect, scene, key),
    addStatus: (scene, name, category) => waysToAddStatus(dialect, scene, name, category),
    measure: (scene, metric, value, asOf) => waysToMeasure(dialect, scene, metric, { value, asOf }),
  };
}

function* waysToGiveId(target: Target, id: string): Ways {
  const { scene, item, site } = target;
  if (site.node.kind === 'scalar' && !site.keyed) {
    yield [insertion(site.node.inner.start, `${id} `)];
  }
  const neighbour = neighbourWith(scene, item.kind, 'id', {
    container: site.container,
    self: site.node,
    offset: item.span.start,
  });
  const after = site.node.kind === 'map' ? anchorFor(item.kind, site.node, 'id', neighbour) : undefined;
  const key = keyNameFor(item.kind, 'id', neighbour);
  yield* waysToAdd(target, { key, value: { kind: 'scalar', text: id, type: 'name', quote: undefined } }, after);
}
