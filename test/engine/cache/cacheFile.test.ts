import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCacheFile, tidyCacheFolder, writeCacheFile } from '../../../src/engine/cache/cacheFile';
import { userCacheFolder } from '../../../src/engine/cache/userCacheFolder';
import { withTempFolder } from '../../support/tempRepo';

const HEADER = { version: 1 };
const RECORDS = [{ text: 'a\nb “文”', none: undefined, list: [1, undefined] }, ['x'], 7];

function withCacheFile(body: (path: string, folder: string) => Promise<void>): Promise<void> {
  return withTempFolder((folder) => body(join(folder, 'made', 'one.files'), join(folder, 'made')));
}

describe('A file of the cache', () => {
  it('gives back what was written, and makes its folder', () =>
    withCacheFile(async (path, folder) => {
      await writeCacheFile({ path, header: HEADER }, RECORDS);
      assert.deepEqual(await readCacheFile({ path, header: HEADER }), RECORDS);
      assert.deepEqual(readdirSync(folder), ['one.files']);
    }));

  it('counts as missing when it is missing, or was written by another version', () =>
    withCacheFile(async (path) => {
      assert.equal(await readCacheFile({ path, header: HEADER }), undefined);
      await writeCacheFile({ path, header: HEADER }, RECORDS);
      assert.equal(await readCacheFile({ path, header: { version: 2 } }), undefined);
    }));

  it('counts as missing wherever it was cut off', () =>
    withCacheFile(async (path) => {
      await writeCacheFile({ path, header: HEADER }, RECORDS);
      for (let length = readFileSync(path).length - 1; length >= 0; length--) {
        truncateSync(path, length);
        assert.equal(await readCacheFile({ path, header: HEADER }), undefined, `${length} bytes`);
      }
    }));

  it('counts as missing when zeros or other bytes are in it', () =>
    withCacheFile(async (path) => {
      await writeCacheFile({ path, header: HEADER }, RECORDS);
      const bytes = readFileSync(path);
      for (const letter of ['\0', '\n', '{']) {
        const damaged = Buffer.from(bytes);
        damaged.write(letter, bytes.indexOf('text'));
        damaged.write(letter, bytes.indexOf('"x"'));
        writeFileSync(path, damaged);
        assert.equal(await readCacheFile({ path, header: HEADER }), undefined);
      }
    }));

  it('is whole for whoever reads while others write', () =>
    withCacheFile(async (path) => {
      const long = Array.from({ length: 2000 }, (_, index) => `record ${index}`);
      const contents = [long, long.map((record) => record.toUpperCase())];
      await writeCacheFile({ path, header: HEADER }, long);
      const writing = Promise.all(
        Array.from({ length: 10 }, (_, round) => writeCacheFile({ path, header: HEADER }, contents[round % 2] ?? [])),
      );
      for (let round = 0; round < 10; round++) {
        const read = await readCacheFile({ path, header: HEADER });
        assert.ok(contents.some((content) => JSON.stringify(content) === JSON.stringify(read)));
      }
      await writing;
    }));

  it('fails where it cannot be written, and leaves no draft', () =>
    withTempFolder(async (folder) => {
      writeFileSync(join(folder, 'file'), '');
      await assert.rejects(writeCacheFile({ path: join(folder, 'file', 'one.files'), header: HEADER }, RECORDS));
      mkdirSync(join(folder, 'taken'));
      await assert.rejects(writeCacheFile({ path: join(folder, 'taken'), header: HEADER }, RECORDS));
      assert.deepEqual(readdirSync(folder).sort(), ['file', 'taken']);
    }));
});

describe('The folder of the cache', () => {
  it('loses what nobody used for a month, and the drafts of those who died', () =>
    withTempFolder(async (folder) => {
      const day = 24 * 3_600_000;
      const now = Date.now();
      const ages: Record<string, number> = {
        'used.files': 29 * day,
        'unused.files': 31 * day,
        'new.draft': 60_000,
        'old.draft': 2 * 3_600_000,
      };
      for (const [name, age] of Object.entries(ages)) {
        writeFileSync(join(folder, name), 'x');
        utimesSync(join(folder, name), new Date(now - age), new Date(now - age));
      }
      tidyCacheFolder(folder, now);
      assert.deepEqual(readdirSync(folder).sort(), ['new.draft', 'used.files']);
    }));

  it('keeps a file that is read as one that is used', () =>
    withCacheFile(async (path, folder) => {
      await writeCacheFile({ path, header: HEADER }, RECORDS);
      utimesSync(path, new Date(0), new Date(0));
      await readCacheFile({ path, header: HEADER });
      tidyCacheFolder(folder, Date.now());
      assert.equal(existsSync(path), true);
    }));

  const PLACES: readonly (readonly [NodeJS.Platform, Record<string, string>, string | undefined, string])[] = [
    ['linux', { HOME: '/home/ana' }, '/home/ana/.cache/waymark', "the custom's default"],
    ['linux', { HOME: '/home/ana', XDG_CACHE_HOME: '/fast' }, '/fast/waymark', 'where the person wants caches'],
    ['linux', { HOME: '/home/ana', XDG_CACHE_HOME: 'x' }, '/home/ana/.cache/waymark', 'relative paths do not count'],
    ['darwin', { HOME: '/Users/ana' }, '/Users/ana/Library/Caches/waymark', "Apple's place"],
    ['linux', {}, undefined, 'nobody has a home'],
  ];
  for (const [platform, environment, expected, reason] of PLACES) {
    it(`is ${expected ?? 'nowhere'} on ${platform}: ${reason}`, () =>
      assert.equal(userCacheFolder(platform, environment), expected));
  }
});
