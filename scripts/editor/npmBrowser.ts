import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { run } from '../processes';
import type { BrowserProgram } from './browser';
import { installOnce } from './installOnce';
import { npmInstall } from './npmInstall';

const browserPackage = '@sparticuz/chromium@153.0.0';
/** The browser's own font has no fixed-width face, which an editor is made of. */
const fontPackage = 'dejavu-fonts-ttf@2.37.3';

/** The browser that npm carries, with libraries and fonts of its own, installed into the cache on first use. */
export async function installNpmBrowser(): Promise<BrowserProgram> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('There is no browser to test in: install Chrome or Chromium, or name one in CHROME_PATH.');
  }
  const name = `${browserPackage}-${fontPackage}`.replaceAll('/', '-');
  const folder = await installOnce(name, 'Installing the browser (about 300 MB, once) …', unpackBrowser);
  return {
    executable: join(folder, 'chromium'),
    environment: {
      LD_LIBRARY_PATH: join(folder, 'lib'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
      XDG_CACHE_HOME: join(folder, 'cache'),
    },
  };
}

async function unpackBrowser(folder: string): Promise<void> {
  await npmInstall(folder, [browserPackage, fontPackage]);
  const modules = join(folder, 'node_modules');
  const archives = join(modules, '@sparticuz/chromium/bin');
  for (const archive of await readdir(archives)) {
    const unpacked = join(folder, archive.replace(/\.br$/, ''));
    await pipeline(createReadStream(join(archives, archive)), createBrotliDecompress(), createWriteStream(unpacked));
    if (unpacked.endsWith('.tar')) {
      await run('tar', ['-xf', unpacked, '-C', folder]);
      await rm(unpacked);
    }
  }
  await chmod(join(folder, 'chromium'), 0o755);
  await mkdir(join(folder, 'fonts'), { recursive: true });
  await cp(join(modules, 'dejavu-fonts-ttf/ttf'), join(folder, 'fonts/dejavu'), { recursive: true });
  await writeFile(join(folder, 'fonts.conf'), fontConfiguration);
  await rm(modules, { recursive: true });
}

/** Only the fonts beside it, so that a page looks the same on every machine. */
const fontConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
  <alias><family>sans-serif</family><prefer><family>Open Sans</family><family>DejaVu Sans</family></prefer></alias>
  <alias><family>serif</family><prefer><family>DejaVu Serif</family></prefer></alias>
  <alias><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>
</fontconfig>
`;
