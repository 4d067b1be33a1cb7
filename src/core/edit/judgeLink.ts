import { t } from '../words/t';
import type { ItemFolder, Verdict, WorkItem } from '../model/roadmap';
import { readNames } from '../roadmap/fieldValues';
import { createReadContext } from '../roadmap/readContext';
import { fieldNamed } from '../roadmap/fields';
import { cannotBeChanged, fieldStep } from './edits';
import { findItem, isWork } from './items';
import { performEdit, type StepMaker } from './performEdit';
import { Refusal } from './refusal';
import { readScene, type Scene } from './scene';
import type { TextChange } from './textChange';
import { siteOf } from './values/site';

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
 * @param path tells the written form
 * @param folder set for a file that is one item of it
 * @returns a sentence for the person when it cannot be done safely
 *
 * @implements WAY-24
 */
export function judgeLink(
  path: string,
  text: string,
  judgement: Judgement,
  folder?: ItemFolder,
): readonly TextChange[] | string {
  const scene = readScene({ path, text, folder });
  const item = scene && findItem(scene.roadmap, judgement.item);
  if (!scene || !isWork(item) || item.derivedId) {
    return t('{0} does not stand in {1} any more, so nothing was changed.', judgement.item, path);
  }
  const written = judgement.written.normalize('NFC');
  const same = item.verdicts.filter((each) => each.written === written && each.where === judgement.where);
  const contrary = same.filter((each) => each.accepted !== judgement.accepted);
  const [field, other] = judgement.accepted ? ['accepts', 'rejects'] : ['rejects', 'accepts'];
  const entry = entryOf({ ...judgement, written });
  const steps: StepMaker[] = [];
  if (contrary.length > 0) {
    const kept = namesIn(scene, item, other).filter((name) => contrary.every((each) => !isAt(name, each)));
    steps.push(
      fieldStep(
        item.id,
        other,
        kept.map((name) => name.name),
      ),
    );
  }
  if (same.length === contrary.length) {
    steps.push(fieldStep(item.id, field, [...namesIn(scene, item, field).map((name) => name.name), entry]));
  }
  const line = `${field}: ${entry}`;
  const byHand =
    contrary.length > 0
      ? t('Write `{0}` there yourself and take it out of `{1}`.', line, other)
      : t('Write `{0}` there yourself.', line);
  const changes = performEdit(scene, steps, `${cannotBeChanged(scene, judgement.item)} ${byHand}`);
  return changes instanceof Refusal ? changes.refusal : changes;
}

type Place = Pick<Verdict, 'span'>;

/** All names that the field has, those too that mean nothing there. */
function namesIn(scene: Scene, item: WorkItem, field: string): readonly (Place & { readonly name: string })[] {
  const node = siteOf(scene, item)?.node;
  const nodes =
    node?.kind === 'map' ? node.entries.filter(({ key }) => fieldNamed(item.kind, key)?.name === field) : [];
  const context = createReadContext(scene.path, scene.roadmap.format, scene.text);
  return nodes.flatMap(({ value }) => readNames(context, field, value));
}

function isAt({ span }: Place, other: Place): boolean {
  return span.start === other.span.start;
}

function entryOf({ written, where }: Pick<Judgement, 'written' | 'where'>): string {
  return where === undefined ? written : `${written} in ${where}`;
}
