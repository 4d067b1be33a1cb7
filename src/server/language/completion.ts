import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type CompletionParams,
  CompletionTriggerKind,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
} from 'vscode-languageserver';
import { type Completion, type CompletionKind, type Completions, completionsAt } from '../../core/authoring/completion';
import { innermostItem } from '../../core/authoring/outline';
import { folderToList, pathCompletions } from '../../core/authoring/pathCompletions';
import type { AuthoringPlace } from '../../core/authoring/place';
import { placeAt } from '../../core/authoring/placeAt';
import { asWork } from '../../core/trace/plan';
import { folderEntries } from '../../engine/files/folderEntries';
import type { RoadmapDocument } from './roadmapDocument';

/** What a client says of itself that decides on the form of the answer. */
export interface CompletionWishes {
  readonly snippets: boolean;
  readonly hasSchema: boolean;
  /** undefined: the client asks for values by itself, or not at all. */
  readonly suggestCommand: string | undefined;
}

/** Typing one of these asks for values; names of fields are asked for by letters alone. */
export const TRIGGER_CHARACTERS: readonly string[] = [' ', '[', '@', '#', '-', '/', ',', '"'];

export async function completionList(
  document: RoadmapDocument,
  { position, context }: Pick<CompletionParams, 'position' | 'context'>,
  wishes: CompletionWishes,
): Promise<CompletionList | undefined> {
  const offset = document.offsetAt(position);
  const place = placeAt(document.format, document.text, offset, document.frontMatter);
  if (!place || (context?.triggerKind === CompletionTriggerKind.TriggerCharacter && !isWorthAsking(place))) {
    return undefined;
  }
  const { list, isPart } = await completionsOf(document, place, offset, wishes.hasSchema);
  return { isIncomplete: isPart, items: list.map((each, index) => toItem(document, each, index, wishes)) };
}

/** A sign or a space alone asks for no field, but for the next one beside others in a line of Markdown. */
function isWorthAsking(place: AuthoringPlace): boolean {
  return place.kind === 'value' || (place.notation === 'markdown' && place.present.size > 0);
}

async function completionsOf(
  { folder, text, planned }: RoadmapDocument,
  place: AuthoringPlace,
  offset: number,
  hasSchema: boolean,
): Promise<Completions> {
  const toList = folderToList(text, place);
  if (place.kind === 'value' && toList !== undefined) {
    const entries = await folderEntries(folder.engine.folder, toList);
    return { list: pathCompletions(text, place, entries), isPart: false };
  }
  const { plan } = folder.engine.trace;
  const around = planned && asWork(innermostItem(planned, offset));
  return completionsAt(text, place, { plan, item: around && plan.findWork(around.id), hasSchema });
}

const KINDS: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  field: CompletionItemKind.Property,
  status: CompletionItemKind.EnumMember,
  item: CompletionItemKind.Reference,
  release: CompletionItemKind.Event,
  goal: CompletionItemKind.Constant,
  person: CompletionItemKind.Variable,
  word: CompletionItemKind.Value,
  file: CompletionItemKind.File,
  folder: CompletionItemKind.Folder,
};

/** @param document turns spans of the text that was asked about into ranges */
export function toItem(
  document: Pick<RoadmapDocument, 'rangeOf'>,
  completion: Completion,
  index: number,
  { snippets, suggestCommand }: CompletionWishes,
): CompletionItem {
  const { label, kind, detail, documentation, word, text, snippet, filter } = completion;
  const asSnippet = snippets && snippet !== undefined;
  return {
    label,
    kind: KINDS[kind],
    ...(detail !== undefined && { detail, labelDetails: { description: detail } }),
    ...(documentation !== undefined && { documentation: { kind: MarkupKind.Markdown, value: documentation } }),
    filterText: filter,
    sortText: String(index).padStart(5, '0'),
    textEdit: { range: document.rangeOf(word), newText: asSnippet ? snippet : text },
    insertTextFormat: asSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    insertTextMode: InsertTextMode.asIs,
    ...(completion.leadsToValues && suggestCommand && { command: { title: 'Suggest', command: suggestCommand } }),
  };
}
