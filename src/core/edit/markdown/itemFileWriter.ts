import type { WorkItem } from '../../model/roadmap';
import type { Scene } from '../scene';
import { insertion } from '../textChange';
import type { Ways, Writer } from '../writer';
import { yamlWriter } from '../yaml/yamlWriter';

/** A file that is one item: its fields are the YAML of the front matter, its criteria may be a list in the body. */
export const itemFileWriter: Writer = {
  setField: (scene, item, field, value) => yamlWriter.setField(scene, item, field, value),
  addItem: () => [],
  whyNotAdd: ({ path, folder }) =>
    `${path} holds one item. Make a file of its own for another one in ${folder?.path || 'its folder'}.`,
  moveItem: () => [],
  giveId: (scene, item, id) => yamlWriter.giveId(scene, item, id),
  tickCriterion: (scene, item, index, done) =>
    isInBody(scene, item, index)
      ? waysToTick(scene, item, index, done)
      : yamlWriter.tickCriterion(scene, item, index, done),
  suppress: (scene, item, suppression) => yamlWriter.suppress(scene, item, suppression),
};

function isInBody({ values }: Scene, item: WorkItem, index: number): boolean {
  return (item.acceptance[index]?.span.start ?? 0) >= (values?.span.end ?? 0);
}

const LIST_ITEM = /^((?:[-*+]|\d{1,9}[.)])[ \t]+)(\[.\])?/;

function* waysToTick({ text }: Scene, item: WorkItem, index: number, done: boolean): Ways {
  const start = item.acceptance[index]?.span.start ?? 0;
  const [, mark = '', box] = LIST_ITEM.exec(text.slice(start, start + 40)) ?? [];
  const at = start + mark.length;
  if (mark !== '' && box !== undefined) {
    yield [{ span: { start: at + 1, end: at + 2 }, text: done ? 'x' : ' ' }];
  } else if (mark !== '' && done) {
    yield [insertion(at, '[x] ')];
  }
}
