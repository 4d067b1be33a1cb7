import { canonicalId } from '../ids/canonicalId';
import type { ItemFolder, Roadmap, Verdict, WorkItem } from '../model/roadmap';
import { readRoadmap } from '../roadmap/readRoadmap';
import { waysToAdd } from './addVerdict';
import { waysToRemove } from './removeVerdict';
import { roadmapShape } from './roadmapShape';
import { applyChanges, type TextChange } from './textChange';

/** What a person decides about a probable link. */
export interface Judgement {
  /** The item that the text probably names. */
  readonly item: string;
  readonly accepted: boolean;
  /** As the text has it. */
  readonly written: string;
  /** A path or a commit's hash; undefined: it holds everywhere. */
  readonly where: string | undefined;
}

/**
 * The changes that write a judgement into a roadmap file, and nothing else: every comment, blank line and quote that they do
 * not touch stays. A judgement to the contrary is taken out. There may be no change to make.
 *
 * The result is read again before it is given: what would change anything but the item's verdicts is never proposed.
 *
 * @param path tells the written form
 * @param folder set for a file that is one item of it
 * @returns a sentence for the person when it cannot be done safely
 */
export function judgeLink(
  path: string,
  text: string,
  judgement: Judgement,
  folder?: ItemFolder,
): readonly TextChange[] | string {
  const read = (as: string) => readRoadmap(path, as, folder);
  const roadmap = read(text);
  const item = roadmap && findItem(roadmap.work, judgement.item);
  if (!roadmap || !item) {
    return `${judgement.item} does not stand in ${path} any more, so nothing was changed.`;
  }
  const verdict: Verdict = { ...judgement, written: judgement.written.normalize('NFC'), path, span: item.headline };
  const same = item.verdicts.filter((each) => each.written === verdict.written && each.where === verdict.where);
  const contrary = same.filter((each) => each.accepted !== verdict.accepted);
  const isNew = same.length === contrary.length;
  const kept = item.verdicts.filter((each) => !contrary.includes(each));
  const wanted = roadmapShape(roadmap, item, isNew ? [...kept, verdict] : kept);
  // The fields of an item's own file are YAML.
  const context = { text, item, format: roadmap.itemFile ? ('yaml' as const) : roadmap.format };
  for (const removal of waysToRemoveAll(context, contrary)) {
    for (const addition of isNew ? waysToAdd(context, verdict) : [[]]) {
      const changes = [...removal, ...addition];
      if (isDone(read(applyChanges(text, changes)), judgement.item, wanted)) {
        return changes;
      }
    }
  }
  const field = judgement.accepted ? 'accepts' : 'rejects';
  const contrarily = contrary.length > 0 ? ` and take it out of \`${judgement.accepted ? 'rejects' : 'accepts'}\`` : '';
  return `The place where ${judgement.item} stands in ${path} cannot be changed safely. Write \`${field}: ${entryOf(judgement)}\` there yourself${contrarily}.`;
}

/** Several entries may say the contrary; each is taken out in the first way that comes to mind, one of them in any. */
function* waysToRemoveAll(
  context: { readonly text: string; readonly item: WorkItem; readonly format: Roadmap['format'] },
  contrary: readonly Verdict[],
): Iterable<readonly TextChange[]> {
  const [first, ...others] = contrary;
  if (!first) {
    yield [];
    return;
  }
  const rest = others.flatMap((each) => [...waysToRemove(context, each)][0] ?? []);
  for (const way of waysToRemove(context, first)) {
    yield [...way, ...rest];
  }
}

function isDone(roadmap: Roadmap | undefined, id: string, wanted: string): boolean {
  const item = roadmap && findItem(roadmap.work, id);
  return roadmap !== undefined && item !== undefined && roadmapShape(roadmap, item, item.verdicts) === wanted;
}

function entryOf({ written, where }: Pick<Judgement, 'written' | 'where'>): string {
  return where === undefined ? written : `${written} in ${where}`;
}

/** The first one, since that answers for its ID. */
function findItem(items: readonly WorkItem[], id: string): WorkItem | undefined {
  for (const item of items) {
    const found = !item.derivedId && canonicalId(item.id) === canonicalId(id) ? item : findItem(item.children, id);
    if (found) {
      return found;
    }
  }
  return undefined;
}
