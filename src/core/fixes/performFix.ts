import { t } from '../words/t';
import type { ScanOptions } from '../annotations/scanFile';
import { SUPPRESSION_WORD } from '../annotations/suppressions';
import { composedChanges } from '../edit/composedChanges';
import { editRoadmaps } from '../edit/editRoadmaps';
import { isWork } from '../edit/items';
import { judgeLink } from '../edit/judgeLink';
import { Refusal } from '../edit/refusal';
import type { EditResult, FileChanges, RoadmapText } from '../edit/roadmapEdit';
import { applyChanges, insertion, type TextChange } from '../edit/textChange';
import { createIdFinder } from '../ids/idFinder';
import { vocabularyOf } from '../ids/vocabulary';
import type { Span } from '../model/span';
import type { Plan } from '../trace/plan';
import type { FixEdit, RoadmapStep, SourceEdit } from './fix';
import { annotateLine } from './source/annotateLine';
import { ignoreHere } from './source/ignoreHere';
import { nameItem, waitUntil } from './source/nameItem';
import { removeAnnotation } from './source/removeAnnotation';

/** The texts as they are on the screen, and how they are read. */
export interface FixScene {
  readonly plan: Plan;
  /** All files of the plan. */
  readonly roadmaps: readonly RoadmapText[];
  readonly scan: ScanOptions;
  /** Of any other file; undefined: it cannot be read. */
  sourceText(path: string): string | undefined;
}

/** The changes that a fix comes to, or one sentence for the person that says why it cannot be made. Nothing is made by halves. */
export function performFix({ roadmap = [], source = [] }: FixEdit, scene: FixScene): EditResult {
  const inRoadmaps = performSteps(roadmap, scene);
  if (inRoadmaps instanceof Refusal) {
    return inRoadmaps;
  }
  const files: FileChanges[] = [...inRoadmaps];
  const knowing = withNewIds(scene, roadmap);
  for (const path of new Set(source.map((edit) => edit.path))) {
    const edits = source.filter((edit) => edit.path === path);
    const changes = changeSource(path, edits, knowing);
    if (changes instanceof Refusal) {
      return changes;
    }
    files.push({ path, changes });
  }
  return { files };
}

/** The scene in which the IDs that a fix itself plans are known: the first one of a plan has a prefix that is looked for nowhere yet. */
function withNewIds(scene: FixScene, steps: readonly RoadmapStep[]): FixScene {
  const ids = steps.flatMap((step) => (step.kind === 'append' && step.id !== undefined ? [step.id] : []));
  const { finder } = scene.scan;
  if (ids.every((id) => finder.find(id).some((mention) => mention.id === id))) {
    return scene;
  }
  const { vocabulary } = finder;
  const more = vocabularyOf(vocabulary.keys, ids);
  const known = { ...vocabulary, keys: more.keys, literals: [...vocabulary.literals, ...more.literals].sort() };
  return { ...scene, scan: { ...scene.scan, finder: createIdFinder(known) } };
}

/** Each step is made in the files as the steps before it left them. */
function performSteps(steps: readonly RoadmapStep[], { plan, roadmaps }: FixScene): readonly FileChanges[] | Refusal {
  const made = new Map<string, readonly TextChange[]>();
  const newFiles: FileChanges[] = [];
  const now = new Map(roadmaps.map((file) => [file.path, file]));
  for (const step of steps) {
    const result = performStep(step, plan, [...now.values()]);
    if ('refusal' in result) {
      return result instanceof Refusal ? result : new Refusal(result.refusal);
    }
    for (const { path, changes, isNew } of result.files) {
      if (isNew) {
        newFiles.push({ path, changes, isNew });
        continue;
      }
      const file = now.get(path);
      const original = roadmaps.find((each) => each.path === path);
      if (file && original) {
        made.set(path, composedChanges(original.text, made.get(path) ?? [], changes));
        now.set(path, { ...file, text: applyChanges(file.text, changes) });
      }
    }
  }
  return [...[...made].map(([path, changes]) => ({ path, changes })), ...newFiles];
}

function performStep(step: RoadmapStep, plan: Plan, files: readonly RoadmapText[]): EditResult {
  switch (step.kind) {
    case 'judge': {
      const item = plan.findWork(step.item);
      const file = files.find(({ path }) => path === item?.path);
      if (!item || !file) {
        return new Refusal(t('No roadmap declares {0} any more, so nothing was changed.', step.item));
      }
      const changes = judgeLink(file.path, file.text, { ...step, item: item.id }, file.folder);
      return typeof changes === 'string' ? new Refusal(changes) : { files: [{ path: file.path, changes }] };
    }
    case 'addAlias': {
      const item = plan.find(step.item.id);
      const names = isWork(item) ? item.aliases.map(({ name }) => name) : [];
      // Not the ID itself in other letters: it is known without being written.
      const former = names.filter((name) => name.toLowerCase() !== step.item.id.toLowerCase());
      const value = [...former, step.alias];
      return editRoadmaps(files, { kind: 'setField', item: step.item, field: 'aliases', value });
    }
    case 'append':
      return append(step, plan, files);
    default:
      return editRoadmaps(files, step);
  }
}

function append(
  { path, under, itemKind, id, title }: Extract<RoadmapStep, { kind: 'append' }>,
  plan: Plan,
  files: readonly RoadmapText[],
): EditResult {
  const holder = under === '' ? undefined : plan.findWork(under);
  if (under !== '' && !holder) {
    return new Refusal(t('No roadmap declares {0} any more, so nothing was changed.', under));
  }
  const siblings = holder ? holder.children : plan.roots.filter((item) => item.path === path);
  const after = siblings.findLast(({ kind }) => kind === itemKind)?.id;
  const to = { under: holder?.id, after };
  return editRoadmaps(files, { kind: 'addItem', path: holder?.path ?? path, itemKind, to, id, title, fields: {} });
}

function changeSource(
  path: string,
  edits: readonly SourceEdit[],
  { roadmaps, scan, sourceText }: FixScene,
): readonly TextChange[] | Refusal {
  const text = roadmaps.find((each) => each.path === path)?.text ?? sourceText(path);
  if (text === undefined) {
    return new Refusal(t('{0} cannot be read any more, so nothing was changed.', path));
  }
  const all: TextChange[] = [];
  for (const edit of edits) {
    const changes = changesOf(edit, text, scan);
    if (changes instanceof Refusal) {
      return changes;
    }
    all.push(...changes);
  }
  return joined(all);
}

function changesOf(edit: SourceEdit, text: string, scan: ScanOptions): readonly TextChange[] | Refusal {
  const { path } = edit;
  switch (edit.kind) {
    case 'replace': {
      const { span, written } = edit;
      const isThere = written === undefined || text.slice(span.start, span.end) === written;
      return isThere ? [{ span, text: edit.text }] : changedMeanwhile(path);
    }
    case 'annotate':
      return annotateLine(path, text, edit, scan);
    case 'ignore':
      return edit.reason.trim() === '' ? new Refusal(t('A reason is needed.')) : ignoreHere(path, text, edit);
    case 'explain':
    case 'unignore':
      if (!text.startsWith(SUPPRESSION_WORD, edit.span.start)) {
        return changedMeanwhile(path);
      }
      return edit.kind === 'unignore' ? removeAnnotation(path, text, edit.span) : explain(text, edit);
    default:
      return text.slice(edit.span.start, edit.span.start + edit.tag.length).toUpperCase() === edit.tag
        ? changesOfAnnotation(edit, text, scan)
        : changedMeanwhile(path);
  }
}

type AnnotationEdit = Extract<SourceEdit, { readonly tag: string; readonly span: Span }>;

function changesOfAnnotation(edit: AnnotationEdit, text: string, scan: ScanOptions): readonly TextChange[] | Refusal {
  const { path, span } = edit;
  switch (edit.kind) {
    case 'removeAnnotation':
      return removeAnnotation(path, text, span);
    case 'retag':
      return [{ span, text: inCaseOf(text.slice(span.start, span.end), edit.text) }];
    case 'nameItem':
      return nameItem(path, text, span, edit.id, scan);
    case 'wait':
      return waitUntil(path, text, span, edit.until, scan);
  }
}

/** `waymark-ignore WM203: reason`; an end that is stated comes before it. */
function explain(
  text: string,
  { span, reason }: Extract<SourceEdit, { kind: 'explain' }>,
): readonly TextChange[] | Refusal {
  const words = reason.trim().replace(/\s+/g, ' ');
  const isSetOff = /[:,;–—-]\s*$/.test(text.slice(span.start, span.end));
  return words === ''
    ? new Refusal(t('A reason is needed.'))
    : [insertion(span.end, `${isSetOff ? ' ' : ': '}${words}`)];
}

/** `note` where `todo` stands. */
function inCaseOf(former: string, tag: string): string {
  return former === former.toLowerCase() ? tag.toLowerCase() : tag;
}

function changedMeanwhile(path: string): Refusal {
  return new Refusal(t('{0} was changed meanwhile, so nothing was changed. Ask for the fixes again.', path));
}

/** In order; what two of them take away is taken away once. */
function joined(changes: readonly TextChange[]): readonly TextChange[] {
  const result: TextChange[] = [];
  for (const change of [...changes].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
    const last = result.at(-1);
    if (last && change.span.start < last.span.end) {
      const end = Math.max(last.span.end, change.span.end);
      result[result.length - 1] = { span: { start: last.span.start, end }, text: last.text };
    } else {
      result.push(change);
    }
  }
  return result;
}
