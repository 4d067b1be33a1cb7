import { statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { draftRoadmap } from '../core/drafting/draftRoadmap';
import { DRAFT_SOURCES, type DraftSource, foundWords } from '../core/drafting/suggestions';
import { roadmapTemplate } from '../core/report/roadmapTemplate';
import { systemToday } from '../engine/clock';
import { openEngine } from '../engine/engine';
import { EXIT, UsageError } from './commandLine';
import { checkOutput, type OutputOptions, writeOutput } from './outputFile';
import type { Terminal } from './terminal';

export interface InitOptions extends OutputOptions {
  readonly from: 'template' | 'headings' | 'todos' | 'commits';
  readonly git: boolean;
  readonly color: 'auto' | 'always' | 'never';
  readonly quiet: boolean;
}

const SOURCES: Readonly<Record<Exclude<InitOptions['from'], 'template'>, DraftSource>> = {
  headings: 'documents',
  todos: 'todos',
  commits: 'commits',
};

export function initCommand(program: Command): Command {
  return program
    .command('init')
    .description('print a first roadmap, made of what a repository says of its work, or a template to fill in')
    .argument('[folder]', 'the folder to look through', '.')
    .addOption(
      new Option('--from <what>', 'what it is made of')
        .choices(['template', 'headings', 'todos', 'commits'])
        .default('template'),
    )
    .option('--output <file>', 'write to this file, which must not exist')
    .option('--force', 'overwrite the file', false)
    .option('--no-git', 'start no git, and so read no history')
    .addOption(new Option('--color <when>', 'colour the text').choices(['auto', 'always', 'never']).default('auto'))
    .option('--quiet', 'print the roadmap and nothing else', false)
    .exitOverride();
}

/** `waymark init`: the roadmap on stdout, what was found on stderr. */
export async function runInit(folder: string, options: InitOptions, terminal: Terminal): Promise<number> {
  const path = resolve(folder);
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(`There is no folder ${folder}. Name the folder that the roadmap is for.`);
  }
  checkOutput(options);
  const text =
    options.from === 'template'
      ? roadmapTemplate(productOf(path), systemToday())
      : await draftOf(path, SOURCES[options.from], options, terminal);
  writeOutput(text, options, terminal);
  return EXIT.done;
}

async function draftOf(
  path: string,
  source: DraftSource,
  { git, quiet }: InitOptions,
  terminal: Terminal,
): Promise<string> {
  const gitNotAllowed = git ? undefined : 'History was not read, since --no-git was given.';
  const engine = openEngine(path, { gitNotAllowed, today: systemToday });
  try {
    const survey = await engine.survey({
      signal: new AbortController().signal,
      onProgress: (words) => terminal.progress(words),
    });
    terminal.progress(undefined);
    const text = draftRoadmap(survey, {
      groups: undefined,
      sources: [source],
      product: productOf(path),
      today: systemToday(),
    });
    if (text === undefined) {
      const others = DRAFT_SOURCES.map((each) => foundWords(survey, each)).filter((words) => words !== '');
      const found =
        others.length > 0 ? `What there is: ${others.join('; ')}.` : 'There is nothing of the others either.';
      throw new UsageError([`Nothing of this kind was found in ${path}.`, ...survey.notes, found].join(' '));
    }
    for (const line of quiet ? [] : [foundWords(survey, source), ...survey.notes]) {
      terminal.warn(line);
    }
    return text;
  } finally {
    engine.dispose();
  }
}

function productOf(path: string): string {
  return basename(path) || 'My product';
}
