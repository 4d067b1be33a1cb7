import { t } from '../words/t';
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
  const example = t('Write what stands in the text, and where if it holds there alone: `pay-12 in docs/prices.md`.');
  if (!ids.some((id) => isSpellingOf(written, id))) {
    return report(
      context,
      'WM105',
      span,
      t('{0} is no way to write {1}. {2}', quoted(written || name), ids[0] ?? t('an item without ID'), example),
    );
  }
  if (where !== undefined && /^(?:[\\/]|[A-Za-z]:)|(?:^|\/)\.\.(?:\/|$)/.test(where)) {
    return report(context, 'WM105', span, t('{0} leads out of the folder. {1}', quoted(where), example));
  }
  return { accepted, written, where: where?.replace(/^\.\//, ''), path: context.path, span };
}
