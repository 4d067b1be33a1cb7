import { existsSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { t } from '../core/words/t';
import { COLUMN_FIELDS } from '../core/exchange/columnNames';
import { exportRoadmaps } from '../core/exchange/exportRoadmap';
import { type ImportedRoadmap, importRoadmap } from '../core/exchange/importRoadmap';
import { countWords, meaningOf, noteWords, whyWords } from '../core/exchange/importWords';
import { LineTable } from '../core/model/lineTable';
import { isRoadmapPath } from '../core/roadmap/readRoadmap';
import { readTableText } from '../engine/files/readTableText';
import type { ExchangeAnswer, ExchangeParams, ExchangeRow } from '../protocol/messages';
import { type Folder, pathOfUri, rangeOf, uriOf } from './folder';
import { skipWords } from '../engine/files/skipWords';

/** The next question about importing or exporting a roadmap, or what came of it. Nothing is written here. */
export function exchange(folder: Folder | undefined, params: ExchangeParams): ExchangeAnswer {
  if (folder === undefined) {
    return { refusal: t('The folder is no longer open, so nothing was done.') };
  }
  return params.about === 'import' ? importing(folder, params) : exporting(folder, params);
}

function importing(folder: Folder, params: ExchangeParams): ExchangeAnswer {
  const { file = '', choices = {}, to = 'yaml', column } = params;
  const path = pathOfUri(file);
  const read = path === undefined ? undefined : readTableText(path);
  if (read === undefined || 'skipped' in read) {
    return {
      refusal: read
        ? t('This file could not be read: {0}. Pick a file of CSV or JSON on this machine.', skipWords(read.skipped))
        : t('This file could not be read. Pick a file of CSV or JSON on this machine.'),
    };
  }
  const form = to === 'markdown' ? 'markdown' : 'yaml';
  const chosen = new Map(Object.entries(choices));
  const imported = importRoadmap(read.text, { to: form, choices: chosen, keepUnknown: false, dateOrder: undefined });
  if (typeof imported === 'string') {
    return { refusal: imported };
  }
  if (column !== undefined) {
    return fieldsFor(imported, params, column);
  }
  return params.to === undefined ? columnsOf(imported, params, basename(path ?? '')) : madeOf(folder, imported, form);
}

/** The columns, each of which can be taken for something else; first what to make of them. */
function columnsOf(imported: ImportedRoadmap, params: ExchangeParams, name: string): ExchangeAnswer {
  const counts = countWords(imported.counts);
  const lost = imported.notes.filter(({ isLoss }) => isLoss).length;
  const columns = imported.columns.filter(({ why }) => why !== 'empty');
  return {
    title: t('Import {0}', name),
    placeHolder: [
      counts,
      ...(lost > 0 ? [t('{0} things cannot be read.', lost)] : []),
      t('Pick a column to change what it is taken for'),
    ].join(' '),
    rows: [
      { label: t('Import as YAML'), description: counts, next: { ...params, to: 'yaml' } },
      { label: t('Import as Markdown'), description: counts, next: { ...params, to: 'markdown' } },
      ...columns.map(
        (column): ExchangeRow => ({
          label: column.name || t('Column {0}', column.index + 1),
          description: `${meaningOf(column)} · ${whyWords(column)}`,
          detail: column.example,
          next: { ...params, column: column.index + 1 },
        }),
      ),
    ],
  };
}

function fieldsFor(imported: ImportedRoadmap, params: ExchangeParams, number: number): ExchangeAnswer {
  const { column: _chosen, ...back } = params;
  const column = imported.columns[number - 1];
  const name = column?.name ?? '';
  const row = (label: string, field: string, description = ''): ExchangeRow => ({
    label,
    description,
    next: { ...back, choices: { ...params.choices, [`#${number}`]: field } },
  });
  return {
    title: t('What is “{0}”?', name),
    placeHolder: column?.example ?? '',
    rows: [
      row(t('Leave it out'), ''),
      row(t('Keep it as a field of your own'), name),
      ...Object.entries(COLUMN_FIELDS).map(([field, words]) => row(words(), field, field)),
    ],
  };
}

/** A new file where the folder has no roadmap yet; else a document that is saved nowhere: nothing is overwritten. */
function madeOf(folder: Folder, { text, notes, counts }: ImportedRoadmap, form: 'yaml' | 'markdown'): ExchangeAnswer {
  const said = noteWords(notes.filter(({ isLoss }) => isLoss)).slice(0, MOST_SENTENCES);
  const sentence = [countWords(counts), ...said].join(' ');
  const path = folder.engine.folder;
  if (!existsSync(path) || readdirSync(path).some(isRoadmapPath)) {
    return {
      language: form,
      text,
      sentence: [sentence, t('There is a roadmap already, so this is a new document.')].join(' '),
    };
  }
  const uri = uriOf(folder, form === 'yaml' ? 'roadmap.yaml' : 'ROADMAP.md');
  const range = rangeOf(LineTable.of(''), { start: 0, end: 0 });
  const documentChanges = [
    { kind: 'create' as const, uri, options: { overwrite: false, ignoreIfExists: false } },
    { textDocument: { uri, version: null }, edits: [{ range, newText: text }] },
  ];
  return { edit: { documentChanges }, uri, sentence };
}

const MOST_SENTENCES = 3;

function exporting(folder: Folder, params: ExchangeParams): ExchangeAnswer {
  const { roadmaps } = folder.engine.trace.plan;
  if (roadmaps.length === 0) {
    return { refusal: t('There is no roadmap in this folder to export.') };
  }
  if (params.to === undefined) {
    return {
      title: t('Export the roadmap'),
      placeHolder: t('Pick the form; a new document opens, which you save where you want it'),
      rows: [
        {
          label: 'CSV',
          description: t('a row for each item, for spreadsheets and trackers'),
          next: { ...params, to: 'csv' },
        },
        {
          label: t('CSV with semicolons'),
          description: t('for spreadsheets in most of Europe'),
          next: { ...params, to: 'csv;' },
        },
        { label: 'Markdown', description: t('a ROADMAP.md that says the same'), next: { ...params, to: 'markdown' } },
      ],
    };
  }
  const form = params.to === 'markdown' ? 'markdown' : 'csv';
  const { text, notes } = exportRoadmaps(roadmaps, form, params.to === 'csv;' ? ';' : ',');
  const sentence = [...notes.map(({ message }) => message), t('The document is new: save it where you want it.')].join(
    ' ',
  );
  return { language: form === 'csv' ? 'plaintext' : 'markdown', text, sentence };
}
