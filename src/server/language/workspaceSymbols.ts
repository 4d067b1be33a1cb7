import type { SymbolInformation } from 'vscode-languageserver';
import { searchItems } from '../../core/mentioning/itemSearch';
import { itemName } from '../../core/report/itemWords';
import { asWork } from '../../core/trace/plan';
import type { Folders } from '../folders';
import { locationOf } from './navigation';
import { SYMBOL_KINDS } from './structure';

/** Whoever has to scroll further types another word. */
const MOST_SYMBOLS = 100;

/** What all folders plan and whose ID or title fits the words that are typed, best first. */
export function workspaceSymbols(folders: Folders, query: string): SymbolInformation[] {
  return folders.all
    .flatMap((folder) =>
      searchItems(folder.engine.trace.plan, query, MOST_SYMBOLS).map((found) => ({ ...found, folder })),
    )
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST_SYMBOLS)
    .flatMap(({ item, folder }): SymbolInformation[] => {
      const { plan } = folder.engine.trace;
      const location = locationOf(folder, { path: item.path, span: item.headline });
      const work = asWork(item);
      const parent = work && plan.parentOf(work);
      return location
        ? [
            {
              name: itemName(item),
              kind: SYMBOL_KINDS[item.kind],
              location,
              ...(parent && { containerName: itemName(parent) }),
            },
          ]
        : [];
    });
}
