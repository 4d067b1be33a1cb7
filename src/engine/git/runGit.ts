import { EventEmitter, once } from 'node:events';
import { Readable } from 'node:stream';
import { GitPluginError, type SimpleGit, simpleGit } from 'simple-git';
import { type GitProgram, SAFE_VARIABLES } from './gitProgram';

export interface GitCall {
  readonly program: GitProgram;
  /** The folder to run in. */
  readonly folder: string;
  readonly args: readonly string[];
  /** Absolute path of the index to look into; undefined: the repository's own. */
  readonly indexFile?: string | undefined;
  /** Given to git as its standard input. */
  readonly input?: string | Buffer | undefined;
  /** Takes the output as it arrives, instead of {@link GitOutcome.stdout}. `false` = enough: git is stopped. */
  readonly onOutput?: ((chunk: Buffer) => boolean | undefined) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface GitOutcome {
  /** -1 when git could not be started or was stopped. */
  readonly exitCode: number;
  readonly stdout: Buffer;
  readonly stderr: string;
  /** True when git printed nothing until the deadline. */
  readonly timedOut: boolean;
}

/**
 * Runs git once. A git that fails is an outcome, not an exception.
 *
 * @throws the signal's reason when aborted, and what `onOutput` throws
 */
export async function runGit(call: GitCall): Promise<GitOutcome> {
  call.signal?.throwIfAborted();
  const run: Run = { exitCode: -1, chunks: [], stderr: '', timedOut: false, thrown: undefined };
  const overdue = watchForSilence(call.program.deadlineMs + GRACE_MS);
  try {
    const git = instance(call, run).outputHandler((_command, stdout) => {
      takeOver(stdout, call, run, () => overdue.reset());
    });
    await Promise.race([git.raw([...GLOBAL_OPTIONS, ...call.args]), overdue.promise]);
  } catch (error) {
    noteFailure(error, run);
  } finally {
    overdue.stop();
  }
  call.signal?.throwIfAborted();
  if (run.thrown !== undefined) {
    throw run.thrown.error;
  }
  return { exitCode: run.exitCode, stdout: Buffer.concat(run.chunks), stderr: run.stderr, timedOut: run.timedOut };
}

interface Run {
  exitCode: number;
  readonly chunks: Buffer[];
  stderr: string;
  timedOut: boolean;
  thrown: { readonly error: unknown } | undefined;
}

const GLOBAL_OPTIONS = ['--no-optional-locks', '--no-pager', '--literal-pathspecs'];

/** What a repository's own configuration could make git run. Empty switches fsmonitor off in every version of git. */
const SAFE_CONFIGURATION = ['core.fsmonitor=', 'core.hooksPath=/dev/null', 'log.showSignature=false'];

/** How long a git that was told to stop may take to do so before it is left alone. */
const GRACE_MS = 2_000;

/** One instance for each call: an instance whose signal was aborted refuses everything afterwards. */
function instance({ program, folder, indexFile, input, signal }: GitCall, run: Run): SimpleGit {
  return simpleGit({
    baseDir: folder,
    binary: program.path,
    config: SAFE_CONFIGURATION,
    allowEnvironment: [...Object.keys(SAFE_VARIABLES), 'GIT_INDEX_FILE'],
    unsafe: { allowUnsafeCustomBinary: true, allowUnsafeFsMonitor: true, allowUnsafeHooksPath: true },
    timeout: { block: program.deadlineMs },
    // Without this, output that has not been read 50 ms after git's end is lost.
    completion: { onClose: true, onExit: false },
    ...(signal && { abort: signal }),
    ...(input !== undefined && { input: () => input }),
    errors(error, { exitCode, stdErr }) {
      run.exitCode = exitCode;
      run.stderr = Buffer.concat(stdErr).toString('utf8');
      return error instanceof GitPluginError ? error : undefined;
    },
  }).env({ ...program.environment, ...(indexFile !== undefined && { GIT_INDEX_FILE: indexFile }) });
}

/**
 * simple-git keeps every chunk of the output until the end, which for a long history is a hundred megabytes. Its
 * collector is the only listener at this moment; those for the deadline and for the end are added afterwards.
 */
function takeOver(stream: NodeJS.ReadableStream, call: GitCall, run: Run, onActivity: () => void): void {
  const stop = (): void => {
    if (stream instanceof Readable) {
      stream.destroy();
    }
  };
  stream.removeAllListeners('data');
  stream.on('data', (chunk: Buffer) => {
    onActivity();
    if (call.onOutput === undefined) {
      run.chunks.push(chunk);
      return;
    }
    try {
      if (call.onOutput(chunk) === false) {
        stop();
      }
    } catch (error) {
      run.thrown = { error };
      stop();
    }
  });
}

function noteFailure(error: unknown, run: Run): void {
  run.exitCode = -1;
  if (error instanceof Silence || (error instanceof GitPluginError && error.plugin === 'timeout')) {
    run.timedOut = true;
  } else {
    run.stderr ||= error instanceof Error ? error.message : String(error);
  }
}

class Silence extends Error {}

/** A git that does not even react to being stopped must not be waited for. */
function watchForSilence(ms: number): { promise: Promise<never>; reset(): void; stop(): void } {
  const overdue = new EventEmitter();
  const promise = once(overdue, 'end').then(() => Promise.reject(new Silence()));
  let timer: NodeJS.Timeout | undefined;
  const reset = (): void => {
    timer = timer?.refresh() ?? setTimeout(() => overdue.emit('end'), ms);
  };
  reset();
  return { promise, reset, stop: () => clearTimeout(timer) };
}
