import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { createIdFinder } from '../core/ids/idFinder';
import { lintMessage, type MessageFault, type MessageScene } from '../core/mentioning/commitMessage';
import { commentSignOf } from '../core/mentioning/messageText';
import { applyChanges } from '../core/edit/textChange';
import { LineTable } from '../core/model/lineTable';
import type { Roadmap } from '../core/model/roadmap';
import { Trace } from '../core/trace/trace';
import { branchWork } from '../core/workflow/branchWork';
import { commentSetting } from '../engine/git/commentSetting';
import { readHead } from '../engine/git/readHead';
import { repositoryAt } from '../engine/git/repositoryAt';
import { readPlan } from '../engine/readPlan';
import { stagedWork } from '../engine/stagedWork';
import { collect, existingRoadmap, EXIT, UsageError } from './commandLine';
import type { Terminal } from './terminal';

export interface CommitMsgOptions {
  readonly roadmap: readonly string[] | undefined;
  readonly requireId: boolean;
  readonly json: boolean;
  readonly git: boolean;
}

export function commitMsgCommand(program: Command): Command {
  return program
    .command('commit-msg')
    .description('check how a commit message names items; for the hook commit-msg of git')
    .argument('<file>', 'the file that holds the message')
    .argument('[folder]', 'the folder that holds the roadmap', '.')
    .option('--roadmap <file>', 'a roadmap file, and no other is looked for; repeatable', collect)
    .option('--require-id', 'a message must name an item, whatever the branch and the staged files', false)
    .option('--json', 'print what was found as JSON', false)
    .option('--no-git', 'do not look which story the branch and the staged files are for')
    .exitOverride();
}

/**
 * `waymark commit-msg`: what is wrong with how a commit's message names items, for a hook of git. Reads the roadmaps and the
 * name of the branch, and where the message names nothing the staged files; nothing else, since somebody waits for the commit.
 */
export async function runCommitMsg(
  file: string,
  folder: string,
  options: CommitMsgOptions,
  terminal: Terminal,
): Promise<number> {
  const message = readMessage(file);
  const { roadmaps } = await readPlan(resolve(folder), options.roadmap?.map(existingRoadmap));
  if (roadmaps.length === 0) {
    throw new UsageError(
      `No roadmap was found in ${folder}, so the message could not be checked. Name one with --roadmap FILE.`,
    );
  }
  const faults = await faultsOf(message, resolve(folder), roadmaps, options);
  const lines = LineTable.of(message);
  if (options.json) {
    terminal.printJson({ schemaVersion: 1, faults: faults.map((fault) => faultJson(fault, message, lines)) });
  } else {
    for (const fault of faults) {
      const { line, column } = lines.positionAt(fault.span.start);
      terminal.warn(`${file}:${line + 1}:${column + 1}: ${fault.sentence} ${fault.remedy}`);
    }
  }
  return faults.length > 0 ? EXIT.findings : EXIT.done;
}

async function faultsOf(
  message: string,
  folder: string,
  roadmaps: readonly Roadmap[],
  { git, requireId }: CommitMsgOptions,
): Promise<readonly MessageFault[]> {
  const trace = new Trace();
  trace.setRoadmaps(roadmaps);
  const { plan } = trace;
  const finder = createIdFinder(plan.vocabulary);
  const repository = git ? repositoryAt(folder) : undefined;
  const head = repository && (await readHead(repository));
  let asksForStaged = false;
  const scene: MessageScene = {
    plan,
    finder,
    branchItem: head?.branch ? branchWork(head.branch, plan, finder) : undefined,
    stagedItems: () => {
      asksForStaged = true;
      return [];
    },
    requiresId: requireId,
    commentSign: commentSignOf(repository && (await commentSetting(repository)), message),
  };
  const faults = lintMessage(message, scene);
  if (!asksForStaged || !repository) {
    return faults;
  }
  // Set by git for its hooks, and relative to where it runs them.
  const indexFile = process.env['GIT_INDEX_FILE'];
  const staged = await stagedWork(repository, folder, trace, finder, indexFile && resolve(indexFile));
  return lintMessage(message, { ...scene, stagedItems: () => staged });
}

function readMessage(file: string): string {
  const path = resolve(file);
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) {
    throw new UsageError(
      `There is no file ${file}. Name the file that holds the message, which git gives to its hook.`,
    );
  }
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new UsageError(`${file} could not be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

function faultJson({ kind, span, sentence, remedy, fixes }: MessageFault, message: string, lines: LineTable) {
  const { line, column } = lines.positionAt(span.start);
  return {
    kind,
    message: sentence,
    remedy,
    line: line + 1,
    column: column + 1,
    text: message.slice(span.start, span.end),
    fixes: fixes.map(({ title, change }) => ({ title, message: applyChanges(message, [change]) })),
  };
}
