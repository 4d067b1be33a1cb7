import { t } from '../../words/t';
import type { FixKind } from '../fix';
import { mentionOf, short } from '../subjects';

/** What all suggestions of a rule are called, where they say the same in other letters and so may be made at once. */
const ALL: Readonly<Record<string, () => string>> = {
  WM106: () => t('Correct all misspelt fields'),
  WM211: () => t('Write all probable IDs as the roadmap does'),
};
/** Rules of which no suggestion has to be looked at first. */
const SAFE: ReadonlySet<string> = new Set(['WM106']);

/** Writes what would be right, where that is plain. In roadmap files as in code. */
export const didYouMean: FixKind = (finding, context) => {
  const { suggestion, place, code } = finding;
  if (suggestion === undefined) {
    return [];
  }
  const { span, path } = place;
  const fixAll = ALL[code]?.();
  const inRoadmap = context.roadmapText(path)?.slice(span.start, span.end);
  const written = inRoadmap ?? mentionOf(finding, context)?.mark.written;
  return [
    {
      title: code === 'WM211' ? t('Write {0}', suggestion) : titleOf(inRoadmap, suggestion),
      edit: { source: [{ kind: 'replace', path, span, written, text: suggestion }] },
      isPreferred: true,
      ...(fixAll !== undefined && { fixAll }),
      ...(SAFE.has(code) && { isSafe: true }),
    },
  ];
};

function titleOf(written: string | undefined, suggestion: string): string {
  if (suggestion === '') {
    return written ? t('Remove {0}', short(written)) : t('Remove this');
  }
  if (written !== undefined && written.trim() === suggestion.trim()) {
    const spaces = suggestion.length - suggestion.trimStart().length;
    return spaces === 1 ? t('Indent with 1 space') : t('Indent with {0} spaces', spaces);
  }
  return t('Replace with {0}', short(suggestion));
}
