import { join } from 'node:path';
import { t } from '../../core/words/t';
import { mayHoldPlan } from '../../core/drafting/planDocuments';
import type { FoundDocument } from '../../core/drafting/survey';
import { readText } from '../files/readText';
import { inSlices } from '../inSlices';
import { skipWords } from '../files/skipWords';

const MOST_DOCUMENTS = 20;

/** A document of more is generated, or a book. In letters. */
const LONGEST_DOCUMENT = 300_000;

/** Reads the documents that may hold a plan, those nearest the top first. @throws the signal's reason when aborted */
export async function readDocuments(
  folder: string,
  listed: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<{ readonly documents: readonly FoundDocument[]; readonly notes: readonly string[] }> {
  const depth = (path: string) => path.split('/').length;
  const paths = [...listed].filter(mayHoldPlan).sort((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1));
  const documents: FoundDocument[] = [];
  const notes: string[] = [];
  const read = (path: string): void => {
    const file = readText(join(folder, path));
    if ('text' in file && file.text.length <= LONGEST_DOCUMENT) {
      documents.push({ path, text: file.text });
    } else {
      notes.push(
        'text' in file
          ? t('{0} was not read: it is too long for a plan.', path)
          : t('{0} was not read: {1}.', path, skipWords(file.skipped)),
      );
    }
  };
  await inSlices(paths.slice(0, MOST_DOCUMENTS), read, { signal });
  return { documents, notes };
}
