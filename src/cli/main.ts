import { userCacheFolder } from '../engine/cache/userCacheFolder';
import { runCommandLine } from './commandLine';

// A reader that has seen enough (`waymark trace | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 2);
});

// What a command made for itself, it removes when the process ends in order.
for (const [signal, exitCode] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const) {
  process.once(signal, () => process.exit(exitCode));
}

const cacheFolder = userCacheFolder(process.platform, process.env);

void runCommandLine(process.argv.slice(2), process, cacheFolder).then((exitCode) => {
  process.exitCode = exitCode;
});
