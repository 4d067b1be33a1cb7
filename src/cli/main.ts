import { userCacheFolder } from '../engine/cache/userCacheFolder';
import { runCommandLine } from './commandLine';

// A reader that has seen enough (`waymark trace | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 2);
});

const cacheFolder = userCacheFolder(process.platform, process.env);

void runCommandLine(process.argv.slice(2), process, cacheFolder).then((exitCode) => {
  process.exitCode = exitCode;
});
