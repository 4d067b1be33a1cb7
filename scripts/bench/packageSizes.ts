import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../project';
import { type Row, rowWithLimit, rowWithout } from './row';

/** What a person downloads. */
export function measurePackage(): Row[] {
  const packages = readdirSync(projectFolder).filter((name) => name.endsWith('.vsix'));
  const bundles = ['server', 'cli'].map((name) => `${name} ${kilobytes(join('dist', `${name}.js`)).toFixed(0)} kB`);
  return [
    rowWithLimit('bundle of the extension', 'kB', kilobytes('dist/extension.js'), 400, bundles.join(', ')),
    ...packages.map((name) => rowWithLimit(name, 'kB', kilobytes(name), 2_000)),
    ...(packages.length === 0 ? [rowWithout('package', '<= 2000 kB', 'run `npm run package` first')] : []),
  ];
}

function kilobytes(file: string): number {
  return statSync(join(projectFolder, file)).size / 1000;
}
