import { t } from '../words/t';
import { STATUS_CATEGORIES, type StatusCategory } from '../model/status';
import { readName, readNames } from './fieldValues';
import { quoted, type ReadContext, report } from './readContext';
import { categoryOfStatus, statusKey } from './statusNames';
import type { MapEntry, ValueNode } from './valueNode';

/**
 * `workflow: { in-review: active }`, or the other way round `{ active: [in-review, in-qa] }`, or a plain list of names
 * that common words explain.
 */
export function readWorkflow(context: ReadContext, nodes: readonly ValueNode[]): ReadonlyMap<string, StatusCategory> {
  const workflow = new Map<string, StatusCategory>();
  const add = (name: string, category: StatusCategory) => {
    workflow.set(name.trim().toLowerCase(), category);
    context.ownStatuses.set(statusKey(name), category);
  };
  for (const node of nodes) {
    if (node.kind === 'map') {
      for (const entry of node.entries) {
        addWorkflowEntry(context, entry, add);
      }
    } else {
      for (const { name, span } of readNames(context, 'workflow', node)) {
        const category = categoryOfStatus(name, new Map());
        if (category) {
          add(name, category);
        } else {
          const message = t(
            'What {0} counts as is not plain. Write `{1}: active`, or another category.',
            quoted(name),
            name,
          );
          report(context, 'WM105', span, message);
        }
      }
    }
  }
  return workflow;
}

function addWorkflowEntry(
  context: ReadContext,
  { key, value }: MapEntry,
  add: (name: string, category: StatusCategory) => void,
): void {
  const keyCategory = asCategory(key);
  if (keyCategory && value.kind === 'list') {
    readNames(context, 'workflow', value).forEach(({ name }) => add(name, keyCategory));
    return;
  }
  const stated = readName(context, 'workflow', value);
  const category = stated && (asCategory(stated.name) ?? categoryOfStatus(stated.name, new Map()));
  if (category) {
    add(key, category);
  } else if (stated) {
    const message = t('{0} is no category. Use planned, active, blocked, done or dropped.', quoted(stated.name));
    report(context, 'WM105', stated.span, message);
  }
}

function asCategory(word: string): StatusCategory | undefined {
  return STATUS_CATEGORIES.find((category) => category === word.trim().toLowerCase());
}
