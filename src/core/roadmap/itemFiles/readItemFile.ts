import { t } from '../../words/t';
import type { ItemFile, ItemFolder, Roadmap } from '../../model/roadmap';
import type { Span } from '../../model/span';
import type { StatusCategory } from '../../model/status';
import { createReadContext, report } from '../readContext';
import { findFrontMatter } from '../markdown/frontMatter';
import { readPlanDocument } from '../readPlanDocument';
import { statusKey } from '../statusNames';
import type { MapNode } from '../valueNode';
import { readYamlValues } from '../yaml/readYaml';
import { finishItem } from './finishItem';
import { readItemBody } from './itemBody';
import { documentOf, fieldText, idInFileName, partFields } from './itemFields';
import { placeInFolder } from './placeInFolder';
import { tellsOfItem } from './telltale';

/**
 * Reads a Markdown file that is one item, as the roadmap of that item alone: its front matter holds the fields, its body the
 * description, the acceptance criteria and the tasks. Never throws. undefined: it is no item, a page of documentation say.
 *
 * @param path must lie in the folder
 */
export function readItemFile(path: string, text: string, folder: ItemFolder): Roadmap | undefined {
  return readItem(path, text, folder)?.roadmap;
}

/** As {@link readItemFile}, with the fields of the front matter as they stand there. */
export function readItem(
  path: string,
  text: string,
  folder: ItemFolder,
): { readonly roadmap: Roadmap; readonly fields: MapNode } | undefined {
  const front = findFrontMatter(text, text.startsWith('\uFEFF') ? 1 : 0);
  const place = front && placeInFolder(path, folder);
  if (!front || !place || text.includes('\0')) {
    return undefined;
  }
  const ownStatuses = statusesOf(folder);
  const context = createReadContext(path, 'yaml', text, ownStatuses);
  const value = readYamlValues(context, front.inner.start, front.inner.end);
  const fields: MapNode = value?.kind === 'map' ? value : { kind: 'map', entries: [], span: front.inner };
  const body = readItemBody(text, front.end, fieldText(fields, 'id'));
  if (
    !tellsOfItem(fields, {
      folder,
      ownStatuses,
      hasTitle: fieldText(fields, 'title') !== undefined || body.heading !== undefined,
    })
  ) {
    return undefined;
  }
  const parted = partFields(context, fields.entries);
  const span = { start: front.inner.start, end: text.trimEnd().length };
  const document = documentOf({ place, folder, fields, stated: parted.stated, body, span });
  if (document.isWork && fieldText(fields, 'id') === undefined && idInFileName(path) === undefined) {
    const message = t('This item has no ID, so code and commits cannot name it. Give it one: `id: PAY-13`, say.');
    report(context, 'WM108', document.headline, message);
  }
  const { roadmap } = readPlanDocument(context, document.node);
  for (const item of roadmap.work) {
    finishItem(item, { path, place, folder, noted: parted.noted });
  }
  const standing = place.isArchived ? 'archived' : place.isDraft ? 'draft' : 'planned';
  const itemFile: ItemFile = { folder, order: parted.order, standing };
  const problems = roadmap.problems.filter(({ code, span: at }) => code !== 'WM101' || !isMention(text, at));
  return { roadmap: { ...roadmap, format: 'markdown', workflow: folder.statuses, itemFile, problems }, fields };
}

/** Folders have many files. */
const statusesBefore = new WeakMap<ItemFolder, Map<string, StatusCategory>>();

function statusesOf(folder: ItemFolder): Map<string, StatusCategory> {
  const known = statusesBefore.get(folder);
  const statuses = known ?? new Map([...folder.statuses].map(([name, category]) => [statusKey(name), category]));
  statusesBefore.set(folder, statuses);
  return statuses;
}

/** `assignee: @ana` is no YAML, but such files hold it, and what it says is plain. */
function isMention(text: string, { start }: Span): boolean {
  return /^@\w/.test(text.slice(start, start + 2));
}
