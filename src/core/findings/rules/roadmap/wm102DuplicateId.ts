import { canonicalId } from '../../../ids/canonicalId';
import type { Item } from '../../../model/roadmap';
import type { StatusCategory } from '../../../model/status';
import { asWork, type Plan } from '../../../trace/plan';
import { headlinePlace, relatedItem } from '../../places';
import type { Draft, Rule } from '../../rule';
import { count } from '../../wording';

export const duplicateId: Rule = {
  code: 'WM102',
  name: 'duplicate-id',
  title: 'Duplicate ID',
  severity: 'warning',
  scope: 'plan',
  documentation: {
    what: 'An ID is declared more than once, in one roadmap file or in several (`#12` and `GH-12` are one), or is listed under `aliases` although another item has it. It is shown at every declaration but the first. A Markdown file that shows again, under the same title and with no other status, what it or another file declares is a view of the plan and no second declaration.',
    why: 'Annotations and commits name an ID, not a place: all evidence goes to the first declaration, and the others look as if nobody worked on them.',
    example: 'Two stories with `id: PAY-12`.',
    answer:
      'Give one of them a new ID. To keep the links of the former one, list it under the `aliases` of the item that goes on.',
  },
  *check(plan) {
    if (plan.contested.size === 0) {
      return;
    }
    yield* duplicateDeclarations(plan);
    yield* clashingAliases(plan);
  },
};

function* duplicateDeclarations(plan: Plan): Iterable<Draft> {
  const declarations = new Map<string, Item[]>();
  for (const item of plan.items) {
    const id = canonicalId(item.id);
    if (item.derivedId || !plan.contested.has(id)) {
      continue;
    }
    const same = declarations.get(id);
    if (same) {
      same.push(item);
    } else {
      declarations.set(id, [item]);
    }
  }
  for (const items of declarations.values()) {
    const [first, ...later] = items;
    for (const item of first ? later.filter((each) => !isShownAgain(each, first, plan)) : []) {
      const times = items.length === 2 ? 'twice' : count(items.length, 'time');
      yield {
        message: `${item.id} is declared ${times}. "${first?.title ?? ''}" comes first, so all evidence belongs to that one.`,
        place: headlinePlace(item),
        item: item.id,
        related: items.filter((other) => other !== item).map((other) => relatedItem(other)),
      };
    }
  }
}

/**
 * Whether one of two declarations is a view of the other: a ROADMAP.md that was made of a roadmap.yaml, or a list of what
 * each quarter brings below the descriptions.
 */
function isShownAgain(item: Item, first: Item, plan: Plan): boolean {
  const [status, other] = [statusOf(item), statusOf(first)];
  return (
    (isInMarkdownList(item, plan) || isInMarkdownList(first, plan)) &&
    bareTitle(item) === bareTitle(first) &&
    (status === undefined || other === undefined || status === other)
  );
}

function isInMarkdownList({ path }: Item, plan: Plan): boolean {
  const roadmap = plan.roadmaps.find((each) => each.path === path);
  return roadmap?.format === 'markdown' && roadmap.itemFile === undefined;
}

function statusOf(item: Item): StatusCategory | undefined {
  return item.kind === 'goal' || item.kind === 'risk' ? undefined : item.status?.category;
}

/** Without a remark at its end, such as `(high priority)`. */
function bareTitle({ title }: Item): string {
  return title
    .toLowerCase()
    .replace(/\s*\([^()]*\)\s*$/, '')
    .replace(/[\s.:;,–—-]+$/, '');
}

function* clashingAliases(plan: Plan): Iterable<Draft> {
  const owners = new Map(plan.items.map((item) => [canonicalId(item.id), item]));
  const aliased = new Map<string, Item>();
  for (const item of plan.workItems) {
    for (const alias of item.aliases) {
      const name = canonicalId(alias.name);
      const owner = owners.get(name);
      const former = aliased.get(name);
      const other = owner ?? former;
      if (other && other.id !== item.id) {
        const clash = owner ? `is the ID of "${owner.title}"` : `is listed as a former ID of ${other.id} too`;
        yield {
          message: `${alias.name} is listed as a former ID of ${item.id}, but it ${clash}. Evidence that names it goes to ${other.id}.`,
          place: { path: item.path, span: alias.span },
          item: item.id,
          related: [aliasPlace(other, alias.name)],
        };
      } else if (!other) {
        aliased.set(name, item);
      }
    }
  }
}

function aliasPlace(item: Item, alias: string) {
  const listed = asWork(item)?.aliases.find(({ name }) => canonicalId(name) === canonicalId(alias));
  return listed
    ? { message: `${item.id} ${item.title}`, place: { path: item.path, span: listed.span } }
    : relatedItem(item);
}
