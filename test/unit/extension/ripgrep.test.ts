import assert from 'node:assert/strict';
import { findRipgrep } from '../../../src/extension/client/ripgrep';

/** Where editors keep their ripgrep, under the root of the installation. */
const INSTALLATIONS = [
  { of: 'a server', platform: 'linux', at: 'node_modules/@vscode/ripgrep-universal/bin/linux-x64/rg' },
  { of: 'a desktop', platform: 'darwin', at: 'node_modules.asar.unpacked/@vscode/ripgrep-universal/bin/darwin-x64/rg' },
  { of: 'Windows', platform: 'win32', at: 'node_modules.asar.unpacked/@vscode/ripgrep-universal/bin/win32-x64/rg.exe' },
  { of: 'a server before 1.122', platform: 'linux', at: 'node_modules/@vscode/ripgrep/bin/rg' },
  { of: 'a desktop before 1.122', platform: 'linux', at: 'node_modules.asar.unpacked/@vscode/ripgrep/bin/rg' },
] as const;

describe("the editor's own ripgrep", () => {
  for (const { of, platform, at } of INSTALLATIONS) {
    it(`is found in ${of}`, async () => {
      assert.equal(await find(platform, [at]), at);
    });
  }

  it('is the newer one where there are both', async () => {
    const [newer, older] = [INSTALLATIONS[0].at, INSTALLATIONS[3].at];
    assert.equal(await find('linux', [older, newer]), newer);
  });

  it('is undefined where there is none', async () => {
    assert.equal(await find('linux', []), undefined);
  });
});

/** What is found in an installation with these files; both relative to its root. */
async function find(platform: string, files: readonly string[]): Promise<string | undefined> {
  const installation = { appRoot: '/editor', platform, arch: 'x64' };
  const found = await findRipgrep(installation, async (file) => files.includes(relative(file)));
  return found && relative(found);
}

function relative(file: string): string {
  return file.replaceAll('\\', '/').replace('/editor/', '');
}
