import { t } from '../../words/t';
import { nameOf } from '../../findings/wording';
import { ANSWER, type FixKind } from '../fix';
import { itemOf, addressOf } from '../subjects';

/** What cannot be ignored: it is about the reading of the file, or about what is ignored. */
const NEVER: ReadonlySet<string> = new Set(['WM101', 'WM110']);

/** Silences the rule for the item that the finding is about, with a reason that stands in the roadmap. */
export const ignoreForItem: FixKind = (finding, context) => {
  const item = itemOf(finding, context);
  const { code } = finding;
  return item && !NEVER.has(code)
    ? [
        {
          title: t('Ignore {0} for {1}…', code, nameOf(item)),
          question: { needs: 'reason', prompt: t('Why {0} is to be ignored for {1}', code, nameOf(item)) },
          edit: {
            roadmap: [{ kind: 'suppress', item: addressOf(item), rule: code, reason: ANSWER, until: undefined }],
          },
        },
      ]
    : [];
};

/** Silences the rule where the finding stands in code, with a reason in a comment above its line. */
export const ignoreHere: FixKind = ({ code, place: { path, span } }, { roadmapText }) =>
  roadmapText(path) === undefined && !NEVER.has(code)
    ? [
        {
          title: t('Ignore {0} here…', code),
          question: { needs: 'reason', prompt: t('Why {0} is to be ignored here', code) },
          edit: { source: [{ kind: 'ignore', path, at: span.start, rule: code, reason: ANSWER }] },
        },
      ]
    : [];
