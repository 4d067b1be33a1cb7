import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, posix, sep } from 'node:path';

const SOURCE = join(__dirname, '../../src');

interface Room {
  readonly rooms: readonly string[];
  readonly packages: readonly string[];
}

/** The table of docs/architecture.md, which is the rule: the document cannot drift from what the test enforces. */
function readRooms(): ReadonlyMap<string, Room> {
  const document = readFileSync(join(__dirname, '../../docs/architecture.md'), 'utf8');
  const [, table = ''] = document.split('## Who may import whom');
  const rows = table.split('\n').filter((line) => /^\| \w/.test(line) && !line.startsWith('| room '));
  return new Map(
    rows.map((row) => {
      const [room = '', rooms = '', packages = ''] = row
        .split('|')
        .slice(1)
        .map((cell) => cell.trim());
      return [room, { rooms: words(rooms), packages: words(packages) }];
    }),
  );
}

function words(cell: string): string[] {
  return cell.split(',').map((word) => word.trim());
}

function sourceFiles(): string[] {
  return readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => path.split(sep).join('/'));
}

/** Static, type-only and dynamic imports, and re-exports. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(SOURCE, file), 'utf8');
  const pattern =
    /(?:^|[\n;])\s*(?:import|export)\b[^'"`;]*?\bfrom\s*'([^']+)'|\b(?:import|require)\(\s*'([^']+)'|(?:^|\n)import '([^']+)'/g;
  return Array.from(text.matchAll(pattern), (match) => match[1] ?? match[2] ?? match[3] ?? '');
}

/** One sentence when the import goes against the table; undefined when it may stay. */
function violation(file: string, specifier: string, rooms: ReadonlyMap<string, Room>): string | undefined {
  const name = file.split('/')[0] ?? '';
  const room = rooms.get(name);
  if (!room) {
    return `src/${file} lies in no room that docs/architecture.md knows.`;
  }
  if (specifier.startsWith('.')) {
    const target = posix.join(posix.dirname(file), specifier).split('/')[0] ?? '';
    return room.rooms.includes(target)
      ? undefined
      : `src/${file} imports ${specifier}: ${name} may not import ${target}.`;
  }
  const bare = specifier.replace(/^node:/, '');
  const packageName = bare
    .split('/')
    .slice(0, bare.startsWith('@') ? 2 : 1)
    .join('/');
  const isNode = specifier.startsWith('node:') || builtinModules.includes(bare);
  return room.packages.includes(isNode ? 'node' : packageName)
    ? undefined
    : `src/${file} imports ${specifier}: ${name} may not import ${isNode ? 'Node modules' : `the package ${packageName}`}.`;
}

describe('The architecture', () => {
  const rooms = readRooms();

  it('lets every file import only what the table of docs/architecture.md allows its room', () => {
    const files = sourceFiles();
    const imports = files.flatMap((file) => importsOf(file).map((specifier) => ({ file, specifier })));
    assert.ok(imports.length > files.length, `only ${imports.length} imports were found in ${files.length} files`);
    const violations = imports.flatMap(({ file, specifier }) => violation(file, specifier, rooms) ?? []);
    assert.deepEqual(violations, []);
  });

  it('has a room in the table for every folder of src, and no other', () => {
    const folders = readdirSync(SOURCE, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    assert.deepEqual(folders.map((folder) => folder.name).sort(), [...rooms.keys()].sort());
  });

  it('tells what is wrong with an import in one sentence', () => {
    assert.equal(
      violation('core/model/span.ts', 'node:fs', rooms),
      'src/core/model/span.ts imports node:fs: core may not import Node modules.',
    );
    assert.equal(
      violation('core/trace/trace.ts', '../../engine/engine', rooms),
      'src/core/trace/trace.ts imports ../../engine/engine: core may not import engine.',
    );
    assert.equal(
      violation('server/server.ts', 'vscode', rooms),
      'src/server/server.ts imports vscode: server may not import the package vscode.',
    );
  });

  it('lets the pages of panels take only types of the protocol, whose messages bring a library along', () => {
    const taken = sourceFiles()
      .filter((file) => file.startsWith('webview/'))
      .flatMap((file) => readFileSync(join(SOURCE, file), 'utf8').match(/^import .*\/protocol\/.*$/gm) ?? []);
    assert.ok(taken.length > 0);
    assert.deepEqual(
      taken.filter((line) => !line.startsWith('import type ')),
      [],
    );
  });

  it('keeps the clock out of core', () => {
    const clocks = sourceFiles()
      .filter((file) => file.startsWith('core/'))
      .filter((file) =>
        /\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(|\bprocess\./.test(readFileSync(join(SOURCE, file), 'utf8')),
      );
    assert.deepEqual(clocks, []);
  });
});
