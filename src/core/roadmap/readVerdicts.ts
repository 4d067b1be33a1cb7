import { isSpellingOf } from '../ids/canonicalId';
import type { Named, Verdict } from '../model/roadmap';
import { readNames } from './fieldValues';
import type { OwnFields } from './ownFields';
import { quoted, type ReadContext, report } from './readContext';

/**
 * What `accepts` and `rejects` of an item say: `pay-12`, or `pay-12 in docs/prices.md`.
 *
 * @param ids the item's ID and aliases: what is written must resemble one of them
 */
export function readVerdicts(context: ReadContext, own: OwnFields, ids: readonly string[]): readonly Verdict[] {
  return FIELDS.flatMap(({ name, accepted }) =>
    own.readList(name, readNames).flatMap((entry) => readVerdict(context, entry, accepted, ids) ?? []),
  );
}

const FIELDS = [
  { name: 'accepts', accepted: true },
  { name: 'rejects', accepted: false },
] as const;

const WRITTEN_AND_WHERE = /^(\S+(?: \S+)?)(?:\s+in\s+(\S.*))?$/su;

function readVerdict(
  context: ReadContext,
  { name, span }: Named,
  accepted: boolean,
  ids: readonly string[],
): Verdict | undefined {
  const match = WRITTEN_AND_WHERE.exec(name);
  const written = match?.[1]?.normalize('NFC') ?? '';
  const where = match?.[2];
  const example = 'Write what stands in the text, and where if it holds there alone: `pay-12 in docs/prices.md`.';
  if (!ids.some((id) => isSpellingOf(written, id))) {
    return report(
      context,
      'WM105',
      span,
      `${quoted(written || name)} is no way to write ${ids[0] ?? 'an item without ID'}. ${example}`,
    );
  }
  if (where !== undefined && /^(?:[\\/]|[A-Za-z]:)|(?:^|\/)\.\.(?:\/|$)/.test(where)) {
    return report(context, 'WM105', span, `${quoted(where)} leads out of the folder. ${example}`);
  }
  return { accepted, written, where: where?.replace(/^\.\//, ''), path: context.path, span };
}
