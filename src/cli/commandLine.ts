import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { parseDayRange } from '../core/model/calendar';
import { oneLine } from '../core/report/oneLine';
import { systemToday } from '../engine/clock';
import { type Engine, type EngineOptions, openEngine } from '../engine/engine';
import type { FactWish } from '../engine/facts/wantedFacts';
import { commitMsgCommand, type CommitMsgOptions, runCommitMsg } from './commitMsg';
import { type CheckOptions, checkUsage, isChosen, runCheck } from './check';
import { explainRule, type ExplainOptions, ruleToExplain, runExplain } from './explain';
import { type ExportOptions, runExport } from './exportRoadmap';
import { type ImportFileOptions, runImport } from './importFile';
import { initCommand, type InitOptions, runInit } from './init';
import { BASELINE } from './baselineFile';
import { runStatus, type StatusOptions } from './status';
import { runTrace } from './trace';
import { VERSION } from './version';
import { createTerminal, type Streams, type Terminal } from './terminal';

/** What a command was asked for, beside its own options. */
export interface CommonOptions {
  readonly roadmap: readonly string[] | undefined;
  readonly format: string;
  readonly git: boolean;
  readonly cache: boolean;
  readonly today: number;
  readonly color: 'auto' | 'always' | 'never';
  readonly quiet: boolean;
}

/** A sentence for the person, who can mend it: exit code 2, no stack. */
export class UsageError extends Error {}

/** The exit codes of the contract. */
export const EXIT = { done: 0, findings: 1, unusable: 2 } as const;

/**
 * Reads the arguments and runs the command. Never throws; returns the exit code. stdout carries only the result.
 *
 * @param cacheFolder where to keep what was read until the next time; undefined: nowhere
 *
 * @implements WAY-16
 */
export async function runCommandLine(args: readonly string[], streams: Streams, cacheFolder?: string): Promise<number> {
  let exitCode: number = EXIT.done;
  const program = buildProgram(streams, cacheFolder, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) {
      return error.exitCode === 0 ? EXIT.done : EXIT.unusable;
    }
    streams.stderr.write(`${oneLine(error instanceof UsageError ? error.message : String(error))}\n`);
    return EXIT.unusable;
  }
}

/** Of commands that print no findings: nobody waits for what is not printed. */
const NO_FACTS: FactWish = { isRuleAsked: () => false, facts: [] };

/** Of those that print how an item will end, and no findings. */
const PAST_ALONE: FactWish = { isRuleAsked: () => false, facts: ['planHistory'] };

/** @param engineOptions those that the engine was opened with */
type Run<T> = (
  engine: Engine,
  options: CommonOptions & T,
  terminal: Terminal,
  engineOptions: EngineOptions,
) => number | Promise<number>;

function buildProgram(streams: Streams, cacheFolder: string | undefined, setExitCode: (code: number) => void): Command {
  const program = new Command('waymark')
    .description('Links code and history to the items of a roadmap file, and says where they no longer agree.')
    .version(VERSION, '-V, --version', 'print the version')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => streams.stdout.write(text),
      writeErr: (text) => streams.stderr.write(text),
    })
    .showSuggestionAfterError();

  const run =
    <T>(command: Run<T>, factWish: (options: CommonOptions & T) => FactWish | undefined) =>
    async (folder: string | undefined, options: CommonOptions & T) => {
      const terminal = createTerminal(streams, options);
      const engineOptions = {
        ...engineOptionsOf(options, options.cache ? cacheFolder : undefined, terminal),
        factWish: factWish(options),
      };
      const engine = await readFolder(folder ?? '.', engineOptions, terminal);
      try {
        setExitCode(await command(engine, options, terminal, engineOptions));
        const failure = await engine.saveCache();
        if (failure !== undefined && !options.quiet) {
          terminal.warn(failure);
        }
      } finally {
        engine.dispose();
      }
    };

  withCommonOptions(program.command('trace'), ['text', 'json'])
    .description('print every item with its annotations, references and commits')
    .argument('[folder]', 'the folder to read', '.')
    .action(run(runTrace, () => NO_FACTS));
  checkCommand(program).action(async (folder: string, options: CommonOptions & CheckOptions) => {
    checkUsage(folder, options);
    const isRuleAsked = (code: string) => isChosen(code, options);
    await run(runCheck, () => ({ isRuleAsked, facts: [] }))(folder, options);
  });
  withCommonOptions(program.command('status'), ['text', 'json'])
    .description('print what was read, skipped and why, and how long it took')
    .argument('[folder]', 'the folder to read', '.')
    .option(
      '--facts',
      'also read what findings rest on beside plan, code and commits, and print from when to when',
      false,
    )
    .action(run<StatusOptions>(runStatus, ({ facts }) => (facts ? undefined : NO_FACTS)));
  withCommonOptions(program.command('explain'), ['text', 'json'])
    .description('print everything known of one item and the rule behind every link, or what a rule of findings means')
    .argument('<name>', 'the ID of an epic, story or task, or the code or name of a rule')
    .argument('[folder]', 'the folder to read', '.')
    .option('--rule', 'the name is that of a rule, also where an item has it for its ID', false)
    .action(async (name: string, folder: string, options: CommonOptions & ExplainOptions) => {
      const terminal = createTerminal(streams, options);
      const rule = await ruleToExplain(name, resolve(folder), options);
      if (rule) {
        setExitCode(explainRule(rule, options, terminal));
        return;
      }
      const explain: Run<ExplainOptions> = (engine, common, own) => runExplain(name, engine, common, own);
      await run(explain, ({ format }) => (format === 'json' ? PAST_ALONE : undefined))(folder, options);
    });
  withCommonOptions(program.command('export'), ['csv', 'markdown'])
    .description('print the roadmap as a table for spreadsheets, or as a ROADMAP.md that reads back to the same plan')
    .argument('[folder]', 'the folder to read', '.')
    .option('--output <file>', 'write to this file, which must not exist')
    .option('--force', 'overwrite the file', false)
    .option('--delimiter <sign>', 'what parts the cells of a table: one sign, or tab', parseDelimiter, ',')
    .action(run<ExportOptions>(runExport, () => NO_FACTS));
  importCommand(program).action((file: string, options: ImportFileOptions) => {
    setExitCode(runImport(file, options, createTerminal(streams, options)));
  });
  initCommand(program).action(async (folder: string, options: InitOptions) => {
    setExitCode(await runInit(folder, options, createTerminal(streams, options)));
  });
  commitMsgCommand(program).action(async (file: string, folder: string, options: CommitMsgOptions) => {
    const terminal = createTerminal(streams, { color: 'auto', quiet: true });
    setExitCode(await runCommitMsg(file, folder, options, terminal));
  });
  return program;
}

function checkCommand(program: Command): Command {
  return withCommonOptions(program.command('check'), ['text', 'json', 'sarif', 'github', 'markdown', 'junit'])
    .description('print the findings; for a gate in CI')
    .argument('[folder]', 'the folder to read', '.')
    .addOption(
      new Option('--fail-on <severity>', 'exit with 1 on findings at or above this severity')
        .choices(['error', 'warning', 'information', 'never'])
        .default('error'),
    )
    .option('--only <codes>', 'only these findings, by code: WM203 or WM2*; repeatable', collectList)
    .option('--except <codes>', 'all but these findings; repeatable', collectList)
    .option('--since <ref>', 'only findings that this branch brought since it left that one')
    .option('--baseline [file]', `leave out what this file lists; ${BASELINE} in the folder by default`)
    .addOption(
      new Option('--write-baseline [file]', 'list all findings in a baseline instead of printing them').conflicts([
        'baseline',
        'since',
        'output',
      ]),
    )
    .option('--output <file>', 'write to this file, which must not exist')
    .option('--force', 'overwrite the file', false);
}

function importCommand(program: Command): Command {
  return program
    .command('import')
    .description('print a roadmap made of what another tool exported: CSV or JSON of Jira, Linear, GitHub or Backlog')
    .argument('<file>', 'the exported file')
    .addOption(new Option('--to <form>', 'what to write; as --output says, else yaml').choices(['yaml', 'markdown']))
    .option('--output <file>', 'write to this file, which must not exist')
    .option('--force', 'overwrite the file', false)
    .option(
      '--map <column=field>',
      'what a column is: a field, a name to keep it under, or nothing; repeatable',
      collect,
    )
    .option('--keep-unknown', 'keep unknown columns as fields of their own', false)
    .addOption(new Option('--dates <order>', 'how 03/04/2026 is meant').choices(['day-first', 'month-first']))
    .option('--dry-run', 'print what the columns are taken for, and nothing else', false)
    .addOption(new Option('--format <format>', 'how to print a dry run').choices(['text', 'json']).default('text'))
    .addOption(new Option('--color <when>', 'colour the text').choices(['auto', 'always', 'never']).default('auto'))
    .option('--quiet', 'print the roadmap and what was lost, and nothing else', false)
    .exitOverride();
}

function parseDelimiter(value: string): string {
  const sign = value === 'tab' || value === '\\t' ? '\t' : value;
  if (sign.length !== 1 || /["\r\n'=+@-]/.test(sign)) {
    throw new InvalidArgumentError('It must be one sign such as ; or the word tab.');
  }
  return sign;
}

function withCommonOptions(command: Command, formats: readonly string[]): Command {
  return command
    .option(
      '--roadmap <file>',
      'a roadmap file, or a folder with a file for each item, and no other is looked for; repeatable',
      collect,
    )
    .addOption(new Option('--format <format>', 'how to print').choices([...formats]).default(formats[0]))
    .option('--no-git', 'start no git, and so read no history')
    .option('--no-cache', 'read everything anew')
    .addOption(
      new Option('--today <date>', 'the day to count from, YYYY-MM-DD')
        .argParser(parseToday)
        .default(systemToday(), 'the day it is'),
    )
    .addOption(new Option('--color <when>', 'colour the text').choices(['auto', 'always', 'never']).default('auto'))
    .option('--quiet', 'print no progress', false)
    .exitOverride();
}

/** Values of an option that may be given several times. */
export function collect(value: string, former: readonly string[] | undefined): readonly string[] {
  return [...(former ?? []), value];
}

function collectList(value: string, former: readonly string[] | undefined): readonly string[] {
  return [...(former ?? []), ...value.split(',').map((part) => part.trim())];
}

function parseToday(value: string): number {
  const range = /^\d{4}-\d{2}-\d{2}$/.test(value) ? parseDayRange(value) : undefined;
  if (!range) {
    throw new InvalidArgumentError('It must be a day such as 2026-08-03.');
  }
  return range.first;
}

function engineOptionsOf(options: CommonOptions, cacheFolder: string | undefined, terminal: Terminal): EngineOptions {
  return {
    gitNotAllowed: options.git ? undefined : 'History was not read, since --no-git was given.',
    onlyRoadmaps: options.roadmap?.map(existingRoadmap),
    cacheFolder,
    today: () => options.today,
    onError: (error) => terminal.warn(error instanceof Error ? error.message : String(error)),
  };
}

async function readFolder(folder: string, options: EngineOptions, terminal: Terminal): Promise<Engine> {
  const path = resolve(folder);
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(`There is no folder ${folder}. Name the folder that holds the roadmap.`);
  }
  let background: string | undefined;
  const onProgress = (words: string): void => {
    background = words;
    terminal.progress(words);
  };
  const engine = openEngine(path, { ...options, onProgress });
  terminal.progress('Reading the roadmap');
  const stopTelling = engine.onDidChange(() => terminal.progress(engine.busy ?? background));
  await engine.idle();
  stopTelling();
  terminal.progress(undefined);
  if (engine.trace.plan.roadmaps.length === 0) {
    const { notRoadmaps } = engine.status;
    engine.dispose();
    throw new UsageError(noRoadmap(folder, notRoadmaps, options.onlyRoadmaps !== undefined));
  }
  return engine;
}

/** @param wereNamed by `--roadmap`, so that no others were looked for */
function noRoadmap(folder: string, notRoadmaps: readonly string[], wereNamed: boolean): string {
  const left = notRoadmaps.map(
    (path) => `${path} was left alone, since nothing in it is planned: it lists no stories, say.`,
  );
  const none = `No ${left.length > 0 ? 'other ' : ''}roadmap was found in ${folder}. Looked for roadmap.yaml, .yml, .json and .md there and in docs, .waymark and .github, and for folders with a file for each item, such as backlog; name another with --roadmap FILE.`;
  return [...left, ...(wereNamed && left.length > 0 ? [] : [none])].join(' ');
}

/** @throws {UsageError} when there is no such file */
export function existingRoadmap(file: string): string {
  const path = resolve(file);
  if (!statSync(path, { throwIfNoEntry: false })) {
    throw new UsageError(`There is no roadmap file ${file}.`);
  }
  return path;
}
