import type { Item, WorkItem } from '../../model/roadmap';
import { categoryOfStatus } from '../../roadmap/statusNames';
import type { FieldText } from '../roadmapEdit';
import type { Scene } from '../scene';
import { insertion } from '../textChange';
import type { Ways, Writer } from '../writer';
import { yamlWriter } from '../yaml/yamlWriter';

/** A file that is one item: its fields are the YAML of the front matter, its criteria may be a list in the body. */
export const itemFileWriter: Writer = {
  setField: (scene, item, field, value) =>
    isTaskInBody(scene, item)
      ? waysToTickTask(scene, item, field, value)
      : inFrontMatter(scene, item, yamlWriter.setField, field, value),
  // Another item has a file of its own, see `newItemFile`.
  addItem: () => [],
  moveItem: () => [],
  giveId: (scene, item, id) => inFrontMatter(scene, item, yamlWriter.giveId, id),
  tickCriterion: (scene, item, index, done) =>
    isInBody(scene, item, index)
      ? waysToTick(scene, item, index, done)
      : inFrontMatter(scene, item, yamlWriter.tickCriterion, index, done),
  suppress: (scene, item, suppression) => inFrontMatter(scene, item, yamlWriter.suppress, suppression),
  changeSuppression: (scene, item, entry, to) => inFrontMatter(scene, item, yamlWriter.changeSuppression, entry, to),
  // The prefixes of a folder follow from its files.
  addKey: () => [],
  // It has no settings of its own.
  addStatus: () => [],
  measure: yamlWriter.measure,
};

/** A task of the body has no fields there. */
function inFrontMatter<T extends Item, Rest extends readonly unknown[]>(
  scene: Scene,
  item: T,
  write: (scene: Scene, item: T, ...rest: Rest) => Ways,
  ...rest: Rest
): Ways {
  return isTaskInBody(scene, item) ? [] : write(scene, item, ...rest);
}

function isTaskInBody({ values }: Scene, item: Item): boolean {
  return item.span.start >= (values?.span.end ?? 0);
}

/** A task of the body has a check box, and what else it says stands among its words. */
function* waysToTickTask(scene: Scene, { fields }: Item, field: string, value: FieldText | undefined): Ways {
  const box = fields.get('status')?.value;
  const category = typeof value === 'string' ? categoryOfStatus(value, scene.roadmap.workflow) : undefined;
  const sign = category === 'done' ? 'x' : category === 'planned' ? ' ' : undefined;
  if (field === 'status' && sign !== undefined && box && /^\[.\]$/.test(scene.text.slice(box.start, box.end))) {
    yield [{ span: { start: box.start + 1, end: box.end - 1 }, text: sign }];
  }
}

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
