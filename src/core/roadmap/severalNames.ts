import type { Named } from '../model/roadmap';
import type { Status } from '../model/status';
import { fieldNamed } from './fields';
import { readAddress, readName, readProgress, readStatus, readYesNo } from './fieldValues';
import type { OwnFields, Reader } from './ownFields';
import type { ReadContext } from './readContext';
import type { MapEntry } from './valueNode';

/** The status that an item states, by whichever of the fields that can: `done: false` states none. */
export function statedStatus(own: OwnFields): Status | undefined {
  return own.read('status', readStatus) ?? statusOfDone(own) ?? own.read('progress', readProgress);
}

function statusOfDone(own: OwnFields): Status | undefined {
  const done = own.read('done', readYesNo);
  const span = own.spans.get('done')?.value;
  return done === true && span ? { name: 'done', category: 'done', span } : undefined;
}

export function readOwner(own: OwnFields): Named | undefined {
  return firstOf(own, 'owner', readName);
}

export function readLink(own: OwnFields): Named | undefined {
  return firstOf(own, 'link', readAddress);
}

/** Lists are common under other names (`assignees`, `links`): the first counts, and all of them are kept beside it. */
function firstOf(own: OwnFields, name: string, reader: Reader<Named | undefined>): Named | undefined {
  const entry = own.entry(name);
  if (entry?.value.kind !== 'list' || entry.key === name || entry.value.items.length < 2) {
    return own.read(name, reader);
  }
  own.keep(entry);
  const [first] = entry.value.items;
  return first && own.readFrom(name, first, reader);
}

/**
 * The release that an item names. Where it says several (`phase: 1`, `release: v2.0`), the first that is declared counts; a due
 * date that is written as a declared release is one as well: `quarter: 2026-Q3`.
 */
export function readReleaseName(context: ReadContext, own: OwnFields): Named | undefined {
  const stated = own.read('release', readName);
  const declared = context.releaseNames;
  if (declared.size === 0 || (stated && declared.has(stated.name.toLowerCase()))) {
    return stated;
  }
  return otherRelease(context, own) ?? stated ?? releaseOfDue(context, own);
}

function otherRelease({ releaseNames }: ReadContext, own: OwnFields): Named | undefined {
  const other = own.extras.find(
    ({ name, text }) => releaseNames.has(text.trim().toLowerCase()) && fieldNamed('story', name)?.name === 'release',
  );
  return other && { name: other.text.trim(), span: other.value };
}

function releaseOfDue({ releaseNames }: ReadContext, own: OwnFields): Named | undefined {
  const due: MapEntry | undefined = own.entry('due');
  const value = due?.key === 'due' ? undefined : due?.value;
  return value?.kind === 'scalar' && releaseNames.has(value.text.trim().toLowerCase())
    ? { name: value.text.trim(), span: value.inner }
    : undefined;
}
