import type { Roadmap } from '../../model/roadmap';
import type { StatusCategory } from '../../model/status';
import { createReadContext } from '../readContext';
import { readPlanDocument } from '../readPlanDocument';
import { categoryOfStatus, statusKey } from '../statusNames';
import { entryOf, type MapEntry, type MapNode, plainScalar, type ScalarNode, type ValueNode } from '../valueNode';
import { readYamlValues } from '../yaml/readYaml';

/** What a folder of item files says of all of them. */
export interface FolderConfig {
  /** Its product, prefix and statuses, without items. */
  readonly roadmap: Roadmap;
  /** The prefix of IDs in capitals, where it is the configuration of Backlog.md. */
  readonly backlogPrefix: string | undefined;
  /** As they are written, each with what it counts as. */
  readonly statuses: ReadonlyMap<string, StatusCategory>;
  /** Where the items lie, relative to the open folder; undefined: beside this file. */
  readonly folder: string | undefined;
}

/**
 * Reads the `config.yml` of a folder of item files: Backlog.md's (its keys are in `parseConfig` of that tool's
 * `src/file-system/operations.ts`), or another one that lists `statuses`. undefined: it says nothing of items.
 */
export function readFolderConfig(path: string, text: string): FolderConfig | undefined {
  const context = createReadContext(path, 'yaml', text);
  const value = readYamlValues(context, text.startsWith('\uFEFF') ? 1 : 0, text.length);
  if (value?.kind !== 'map') {
    return undefined;
  }
  const product = entryOf(value, 'project_name', 'projectname', 'project');
  const prefix = scalarUnder(value, 'task_prefix', 'taskprefix');
  const statuses = statusNames(entryOf(value, 'statuses')?.value);
  const isBacklog =
    prefix !== undefined || entryOf(value, 'project_name', 'projectname', 'default_status') !== undefined;
  if (!isBacklog && statuses.length === 0) {
    return undefined;
  }
  const key = (prefix?.text.trim() || 'task').toUpperCase();
  const milestones = entryOf(value, 'milestones');
  const categories = categoriesOf(statuses);
  const entries: MapEntry[] = [
    ...(product ? [{ ...product, key: 'product' }] : []),
    ...(isBacklog && prefix ? [{ key: 'keys', keySpan: undefined, value: { ...prefix, text: key } }] : []),
    ...workflowEntry(categories, value),
    ...(milestones ? [{ ...milestones, key: 'releases' }] : []),
  ];
  return {
    roadmap: readPlanDocument(context, { kind: 'map', entries, span: value.span }).roadmap,
    backlogPrefix: isBacklog ? key : undefined,
    statuses: new Map([...categories].map(([node, category]) => [node.text.trim(), category])),
    folder: scalarUnder(value, 'backlog_directory', 'backlogdirectory')?.text.trim(),
  };
}

function scalarUnder(map: MapNode, ...keys: readonly string[]): ScalarNode | undefined {
  const value = entryOf(map, ...keys)?.value;
  return value?.kind === 'scalar' ? value : undefined;
}

/** Words, or mappings that name each status by `id`, `label` or `name`. */
function statusNames(value: ValueNode | undefined): readonly ScalarNode[] {
  const nodes = value?.kind === 'list' ? value.items : [];
  return nodes.flatMap((node) => {
    if (node.kind === 'map') {
      const names = ['id', 'label', 'name'].flatMap((key) => scalarUnder(node, key) ?? []);
      return names.slice(0, 2);
    }
    return node.kind === 'scalar' ? [node] : [];
  });
}

/** A word that is not commonly known counts by its place in the list: the first is planned, the last is done. */
function categoriesOf(statuses: readonly ScalarNode[]): ReadonlyMap<ScalarNode, StatusCategory> {
  const stated = statuses.filter((status) => statusKey(status.text) !== '');
  return new Map(
    stated.map((status, index) => {
      const byPlace = index === 0 ? 'planned' : index === stated.length - 1 ? 'done' : 'active';
      return [status, categoryOfStatus(status.text, new Map()) ?? byPlace];
    }),
  );
}

function workflowEntry(categories: ReadonlyMap<ScalarNode, StatusCategory>, { span }: MapNode): MapEntry[] {
  const entries = [...categories].map(([{ text, span: at, inner }, category]): MapEntry => {
    const value = { ...plainScalar(category, at.start), span: at, inner };
    return { key: text.trim(), keySpan: inner, value };
  });
  return entries.length === 0 ? [] : [{ key: 'workflow', keySpan: undefined, value: { kind: 'map', entries, span } }];
}
