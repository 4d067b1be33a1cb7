import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Puts plain JavaScript in the place of the two native modules that the editor's server asks for at every start and
 * that npm delivers as source only. Compiling them would need a compiler; without them the editor logs an error for
 * each log file, shows empty output channels, and starts more slowly.
 */
export async function replaceNativeModules(nodeModules: string): Promise<void> {
  const standIns = { '@vscode/spdlog': logWriter, '@vscode/native-watchdog': watchdog };
  for (const [name, code] of Object.entries(standIns)) {
    // Older editors have no such watchdog.
    if (existsSync(join(nodeModules, name))) await writeFile(join(nodeModules, name, 'index.js'), code);
  }
}

/** Writes log files in the format that the editor's output channels read. Levels count from trace, 0, to off, 6. */
const logWriter = `'use strict';
const fs = require('node:fs');
const path = require('node:path');

class Logger {
  constructor(file) {
    this.file = file;
    this.level = 2;
    this.raw = false;
  }
  getLevel() {
    return this.level;
  }
  setLevel(level) {
    this.level = level;
  }
  setPattern() {
    this.raw = false;
  }
  clearFormatters() {
    this.raw = true;
  }
  flush() {}
  drop() {}
}

for (const [level, name] of ['trace', 'debug', 'info', 'warn', 'error', 'critical'].entries()) {
  Logger.prototype[name] = function (message) {
    if (level < this.level) return;
    const time = new Date().toISOString().replace('T', ' ').replace('Z', '');
    try {
      fs.appendFileSync(this.file, this.raw ? message : time + ' [' + name + '] ' + message + '\\n');
    } catch {
      // The folder of the log is gone: the editor is being removed.
    }
  };
}

const create = async (_name, file) => {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  return new Logger(file);
};

module.exports = {
  version: 1,
  setLevel() {},
  setFlushOn() {},
  Logger,
  createRotatingLogger: create,
  createAsyncRotatingLogger: create,
};
`;

/** The editor also checks by itself, each second, that its parent still runs. */
const watchdog = `'use strict';
module.exports = {
  start() {},
  exit(code) {
    process.exit(code);
  },
};
`;
