import type { Item } from '../../model/roadmap';
import type { StatusCategory } from '../../model/status';
import { findFrontMatter } from '../../roadmap/markdown/frontMatter';
import { lineBreakAfter } from '../lineBreak';
import type { Scene } from '../scene';
import { insertion } from '../textChange';
import type { NewItem, NewSuppression, Place, Ways, Writer } from '../writer';
import { yamlWriter } from '../yaml/yamlWriter';
import { waysToAddItem, whyNotInMarkdown } from './addItem';
import { waysToAddRisk } from './addRisk';
import { waysToGiveId } from './giveId';
import { bodyStart, layoutOf } from './itemLayout';
import { waysToMoveItem } from './moveItem';
import { waysToSetField } from './setField';
import { waysToChangeSuppression, waysToSuppress } from './suppress';
import { waysToTickCriterion } from './tickCriterion';
import { yamlText } from './yamlText';

/** Items on lines of Markdown; those in the front matter are YAML and written so. */
export const markdownWriter: Writer = {
  setField: (scene, item, field, value) =>
    isData(scene, item) ? yamlWriter.setField(scene, item, field, value) : waysToSetField(scene, item, field, value),
  addItem: (scene: Scene, item: NewItem, place: Place): Ways =>
    item.kind !== 'risk'
      ? waysToAddItem(scene, item, place)
      : place.siblings.length > 0
        ? yamlWriter.addItem(scene, item, place)
        : waysToAddRisk(scene, item),
  whyNotAdd: whyNotInMarkdown,
  moveItem: (scene, item, place) =>
    isData(scene, item) ? yamlWriter.moveItem(scene, item, place) : waysToMoveItem(scene, item, place),
  giveId: (scene, item, id) =>
    isData(scene, item) ? yamlWriter.giveId(scene, item, id) : waysToGiveId(scene, item, id),
  tickCriterion: (scene, item, index, done) =>
    isData(scene, item)
      ? yamlWriter.tickCriterion(scene, item, index, done)
      : waysToTickCriterion(scene, item, index, done),
  suppress: (scene: Scene, item: Item, suppression: NewSuppression): Ways =>
    isData(scene, item) ? yamlWriter.suppress(scene, item, suppression) : waysToSuppress(scene, item, suppression),
  changeSuppression: (scene, item, entry, to) =>
    isData(scene, item)
      ? yamlWriter.changeSuppression(scene, item, entry, to)
      : waysToChangeSuppression(scene, item, entry, to),
  // All stand in the front matter.
  addKey: yamlWriter.addKey,
  addStatus: (scene, name, category) =>
    findFrontMatter(scene.text, bodyStart(scene.text))
      ? yamlWriter.addStatus(scene, name, category)
      : waysToBegin(scene, name, category),
  measure: yamlWriter.measure,
};

/** The front matter of a file that has none. */
function* waysToBegin({ text }: Scene, name: string, category: StatusCategory): Ways {
  const start = bodyStart(text);
  const lines = ['---', 'workflow:', `  ${yamlText(name)}: ${category}`, '---', '', ''];
  yield [insertion(start, lines.join(lineBreakAfter(text, start)))];
}

function isData(scene: Scene, item: Item): boolean {
  return layoutOf(scene, item).form === 'data';
}
