import { readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { scanFile } from '../../src/core/annotations/scanFile';
import { createTagSet } from '../../src/core/annotations/tags';
import { createIdFinder } from '../../src/core/ids/idFinder';
import { vocabularyOf } from '../../src/core/ids/vocabulary';
import { runGit } from './commands';
import { compareFindings, type FoundLines } from './foundLines';
import { type Row, rowBeside, rowWithout } from './row';
import { interleaved, Sample, timeOf } from './statistics';
import type { Tree } from './tree';

const ROUNDS = 5;
const WHAT = 'annotations of the same texts';
/** Both get the same words. The first two it knows by itself. */
const TAGS = ['TODO', 'FIXME', 'HACK', 'XXX', 'BUG'];
/** Larger ones are left out for both: its patterns may take very long there. */
const LARGEST_FILE = 500_000;

interface SourceText {
  readonly path: string;
  readonly text: string;
}

/**
 * The finding of annotations alone, in texts that are in memory already, next to the package `leasot`: only files of a kind
 * that it knows. The figures say where the two differ; which of them is right, the texts themselves must tell.
 */
export async function measureLeasot(tree: Tree): Promise<Row[]> {
  const leasot = await import('leasot').catch(() => undefined);
  if (leasot === undefined) {
    return [rowWithout(WHAT, '', 'the package leasot is not installed')];
  }
  const texts = textsOf(tree, (extension) => leasot.isExtensionSupported(extension));
  const options = { tags: createTagSet(TAGS), finder: createIdFinder(vocabularyOf([tree.key], [])) };
  const ours = (): FoundLines =>
    new Map(
      texts.map(({ path, text }) => {
        const { annotations, lines } = scanFile(path, text, options);
        return [path, new Set(annotations.map(({ span }) => lines.positionAt(span.start).line + 1))];
      }),
    );
  const theirs = async (): Promise<FoundLines> => {
    const found = new Map<string, ReadonlySet<number>>();
    for (const { path, text } of texts) {
      const config = { extension: extname(path), filename: path, customTags: TAGS.slice(2) };
      found.set(path, new Set((await leasot.parse(text, config)).map(({ line }) => line)));
    }
    return found;
  };
  const [own = [], other = []] = await interleaved(
    ROUNDS,
    () => timeOf(ours),
    () => timeOf(theirs),
  );
  const name = `${WHAT}, ${texts.length} files`;
  const beside = { what: 'leasot for the same words in the same texts', value: new Sample(other).median };
  return [rowBeside(name, 'ms', new Sample(own).median, beside), ...countRows(compareFindings(ours(), await theirs()))];
}

function countRows({ own, other, both, onlyOwn, onlyOther }: ReturnType<typeof compareFindings>): Row[] {
  const leasot = { what: 'what leasot finds, in lines with an annotation', value: other };
  const example = (places: readonly string[]) =>
    places.length > 0 ? `, such as ${places.slice(0, 3).join(', ')}` : '';
  return [
    rowBeside('annotations found', '', own, leasot, `${both} are found by both`),
    rowBeside(
      'annotations that leasot does not find',
      '',
      onlyOwn.length,
      undefined,
      `by our own list${example(onlyOwn)}`,
    ),
    rowBeside(
      'annotations that only leasot finds',
      '',
      onlyOther.length,
      undefined,
      `by our own list no annotation, or no comment at all${example(onlyOther)}`,
    ),
  ];
}

function textsOf(tree: Tree, isSupported: (extension: string) => boolean): SourceText[] {
  const paths = runGit(tree.folder, ['ls-files', '-z'])
    .split('\0')
    .filter((path) => isSupported(extname(path)));
  return paths.flatMap((path) => {
    const file = join(tree.folder, path);
    const stat = statSync(file, { throwIfNoEntry: false });
    return stat?.isFile() && stat.size <= LARGEST_FILE ? [{ path, text: readFileSync(file, 'utf8') }] : [];
  });
}
