import { t } from '../words/t';
import type { Component, DateValue, Named, RuleWish } from '../model/roadmap';
import { fieldAlways } from './fields';
import { readDate, readName, readPaths } from './fieldValues';
import { readNumber } from './numberValues';
import { quoted, type ReadContext, report } from './readContext';
import type { ListNode, MapEntry, MapNode, ValueNode } from './valueNode';

/** `{ WM206: off, WM403: { severity: warning, points: 13 } }`, or a list of `{ rule: WM206, severity: off }`. Nothing is checked. */
export function readRuleWishes(context: ReadContext, _field: string, node: ValueNode): RuleWish[] {
  return eachOf(
    context,
    'rules',
    node,
    (entry) => wishOfEntry(context, entry),
    (item) => wishOfItem(context, item),
  );
}

function wishOfEntry(context: ReadContext, { key, keySpan, value }: MapEntry): RuleWish {
  const rule = { name: key.trim(), span: keySpan ?? value.span };
  return value.kind === 'map'
    ? { rule, ...wishesIn(context, value.entries) }
    : { rule, severity: readName(context, 'rules', value), thresholds: [] };
}

function wishOfItem(context: ReadContext, item: MapNode): RuleWish[] {
  const named = item.entries.find(({ key }) => fieldAlways('rule', key)?.name === 'rule');
  const rule = named && readName(context, 'rule', named.value);
  // A list of `WM206: off` says the same.
  return rule
    ? [
        {
          rule,
          ...wishesIn(
            context,
            item.entries.filter((entry) => entry !== named),
          ),
        },
      ]
    : item.entries.map((entry) => wishOfEntry(context, entry));
}

function wishesIn(context: ReadContext, entries: readonly MapEntry[]): Omit<RuleWish, 'rule'> {
  let severity: Named | undefined;
  const thresholds: RuleWish['thresholds'][number][] = [];
  for (const { key, keySpan, value } of entries) {
    if (fieldAlways('rule', key)?.name === 'severity') {
      severity = readName(context, 'severity', value);
    } else if (!/^(?:reason|because|why)$/i.test(key)) {
      const number = readNumber(context, key.trim(), value);
      if (number) {
        thresholds.push({ name: { name: key.trim(), span: keySpan ?? value.span }, value: number });
      }
    }
  }
  return { severity, thresholds };
}

/** `{ payments: ["src/pay/**"] }`, or a list of `{ name, code }`. */
export function readComponents(context: ReadContext, _field: string, node: ValueNode): Component[] {
  return eachOf(
    context,
    'components',
    node,
    ({ key, keySpan, value }) => {
      const own = value.kind === 'map' ? codeIn(value) : value;
      const code = own ? readPaths(context, 'components', own) : [];
      return { name: key.trim(), code, span: keySpan ?? value.span };
    },
    (item) => {
      const named = item.entries.find(({ key }) => fieldAlways('component', key)?.name === 'name');
      const name = named && readName(context, 'name', named.value);
      const own = codeIn(item);
      return name ? [{ name: name.name, code: own ? readPaths(context, 'code', own) : [], span: name.span }] : [];
    },
  );
}

function codeIn({ entries }: MapNode): ValueNode | undefined {
  return entries.find(({ key }) => fieldAlways('component', key)?.name === 'code')?.value;
}

/** A longer one is a slip in a year: nobody has so many holidays in a row. */
const MOST_DAYS = 366;

/** Dates and ranges of dates. */
export function readDays(context: ReadContext, field: string, node: ValueNode): DateValue[] {
  const nodes = node.kind === 'list' ? node.items : [node];
  return nodes.flatMap((each) => {
    const days = readDate(context, field, each);
    if (days && days.last - days.first >= MOST_DAYS) {
      return report(context, 'WM105', days.span, t('{0} is longer than a year.', quoted(days.text))) ?? [];
    }
    return days ?? [];
  });
}

/** Reads a mapping by its entries, and a list by its mappings. */
function eachOf<T>(
  context: ReadContext,
  field: string,
  node: ValueNode,
  ofEntry: (entry: MapEntry) => T,
  ofItem: (item: MapNode) => readonly T[],
): T[] {
  switch (node.kind) {
    case 'map':
      return node.entries.map(ofEntry);
    case 'list':
      return itemsOf(context, field, node).flatMap(ofItem);
    case 'scalar':
      return report(context, 'WM105', node.span, t('`{0}` takes a mapping or a list.', field)) ?? [];
    case 'empty':
      return [];
  }
}

function itemsOf(context: ReadContext, field: string, { items }: ListNode): MapNode[] {
  return items.flatMap((item) => {
    if (item.kind === 'map') {
      return [item];
    }
    const message = t('`{0}` takes a mapping in each entry of its list.', field);
    return item.kind === 'empty' ? [] : (report(context, 'WM105', item.span, message) ?? []);
  });
}
