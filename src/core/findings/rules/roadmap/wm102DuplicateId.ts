import { t } from '../../../words/t';
import { canonicalId } from '../../../ids/canonicalId';
import type { Item } from '../../../model/roadmap';
import type { StatusCategory } from '../../../model/status';
import { asWork, type Plan } from '../../../trace/plan';
import { headlinePlace, relatedItem } from '../../places';
import type { Draft, Rule } from '../../rule';
import { count } from '../../wording';
import { translatable } from '../../../words/translatable';

export const duplicateId: Rule = {
  code: 'WM102',
  name: 'duplicate-id',
  title: translatable('Duplicate ID'),
  severity: 'warning',
  scope: 'plan',
  documentation: {
    what: 'An ID is declared more than once, in one roadmap file or in several (`#12` and `GH-12` are one), or is listed under `aliases` although another item has it. It is shown at every declaration but the first. A Markdown file that shows again, under the same title and with no other status, what it or another file declares is a view of the plan and no second declaration; neither are its lines about parts of one item (`PAY-12 Phase 2: …`). A release may share the ID of an item, since no code or commit names releases.',
    why: translatable(
      'Annotations and commits name an ID, not a place: all evidence goes to the first declaration, and the others look as if nobody worked on them.',
    ),
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
    const key = item.kind === 'release' ? `release ${id}` : id;
    const same = declarations.get(key);
    if (same) {
      same.push(item);
    } else {
      declarations.set(key, [item]);
    }
  }
  for (const items of declarations.values()) {
    const [first, ...later] = items;
    for (const item of first ? later.filter((each) => !isSameInMarkdown(each, first, plan)) : []) {
      const times = items.length === 2 ? t('twice') : count(items.length, 'time');
      yield {
        message: t(
          '{0} is declared {1}. "{2}" comes first, so all evidence belongs to that one.',
          item.id,
          times,
          first?.title ?? '',
        ),
        place: headlinePlace(item),
        item: item.id,
        related: items.filter((other) => other !== item).map((other) => relatedItem(other)),
      };
    }
  }
}

/**
 * Whether a list in Markdown speaks of the same item twice: as a view of the other declaration (a ROADMAP.md that was made of a
 * roadmap.yaml, or a list of what each quarter brings below the descriptions), or of parts of it.
 */
function isSameInMarkdown(item: Item, first: Item, plan: Plan): boolean {
  if (!isInMarkdownList(item, plan) && !isInMarkdownList(first, plan)) {
    return false;
  }
  const [status, other] = [statusOf(item), statusOf(first)];
  const saysSame = status === undefined || other === undefined || status === other;
  return (saysSame && isShownAgain(item, first)) || partOf(item) !== partOf(first);
}

/** In another file, or as a heading and a line, the title may be shortened; next to each other such titles are two items. */
function isShownAgain(item: Item, first: Item): boolean {
  const [title, other] = [bareTitle(item), bareTitle(first)];
  const isApart = item.path !== first.path || item.kind !== first.kind;
  return title === other || (isApart && (hasWordsOf(title, other) || hasWordsOf(other, title)));
}

function hasWordsOf(title: string, shorter: string): boolean {
  const words = new Set(title.split(/[^\p{L}\p{N}]+/u));
  return shorter.split(/[^\p{L}\p{N}]+/u).every((word) => words.has(word));
}

/** `P4 — Coverage` and `Phase 3: Removal` are titles of parts; undefined: it is of the whole. */
function partOf({ title }: Item): string | undefined {
  return /^(?:p|phase|part|slice|stage|step)[\s-]?(\d{1,3})\b/i.exec(title)?.[1];
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
        const clash = owner
          ? t('{0} is listed as a former ID of {1}, but it is the ID of "{2}".', alias.name, item.id, owner.title)
          : t(
              '{0} is listed as a former ID of {1}, but it is listed as a former ID of {2} too.',
              alias.name,
              item.id,
              other.id,
            );
        yield {
          message: `${clash} ${t('Evidence that names it goes to {0}.', other.id)}`,
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
