import { t } from '../core/words/t';
import { ruleExplanation } from '../core/findings/reference';
import { RULES } from '../core/findings/registry';
import { statusMarkdown } from '../core/report/statusReport';
import { commitText } from '../engine/git/commits';
import { parseDocumentUri } from './documentUris';
import type { Folders } from './folders';

/** The text of a read-only document of this server; what cannot be shown is said in a sentence in its place. */
export async function documentText(uri: string, folders: Folders): Promise<string> {
  const document = parseDocumentUri(uri);
  if (!document) {
    return t('This is no document of Waymark.');
  }
  if (document.kind === 'status') {
    return statusMarkdown(
      folders.all.map(({ engine, settingsProblems }) => {
        const { status } = engine;
        return { ...status, notes: [...settingsProblems, ...status.notes] };
      }),
    );
  }
  if (document.kind === 'rule') {
    const { code } = document;
    const rule = RULES.find((each) => each.code === code);
    return rule ? ruleExplanation(rule) : t('There is no rule {0}.', code);
  }
  const repository = folders.find(document.folder)?.engine.repository;
  if (!repository) {
    return t('This commit cannot be shown, since its folder is no longer open or git cannot be used in it.');
  }
  return commitText(repository, document.sha);
}
