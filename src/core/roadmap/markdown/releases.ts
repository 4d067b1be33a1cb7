import { type MapEntry, type MapNode, plainScalar, type ScalarNode } from '../valueNode';
import { dayInHeading, type HeadingMeaning } from './headings';
import type { Section } from './outline';
import type { Place } from './places';

/** Declares the release where its name is new, and returns the name as the place that items refer to. */
export function releaseOf(
  { releases, declared }: { readonly releases: Set<string>; readonly declared: MapNode[] },
  place: Place,
  meaning: HeadingMeaning & { kind: 'release' },
): ScalarNode | undefined {
  const { section, children } = place;
  const title = section.heading?.title;
  if (!title) {
    return undefined;
  }
  const name: ScalarNode = plainScalar(meaning.name, title.span.start);
  const key = meaning.name.toLowerCase();
  // `2026` above `2026-Q3` and `2026-Q4` only groups them.
  const groupsReleases = section.items.length === 0 && children.some((child) => child.meaning.kind === 'release');
  if (!releases.has(key) && !groupsReleases) {
    releases.add(key);
    declared.push({ kind: 'map', entries: releaseFields(section, name, title, meaning.rest), span: section.span });
  }
  return name;
}

/** `(Released on `, ` – due `: what stands before the day of a release. */
const BEFORE_DAY =
  /(?:\bto be )?\b(?:released?|shipped|due|target(?:ed|ing)?|planned|expected|scheduled|eta)[\s:]*(?:on|for|by|in|around)?\s*$/i;

function releaseFields(
  { heading, attributes }: Section,
  name: ScalarNode,
  title: ScalarNode,
  rest: string,
): MapEntry[] {
  const restStart = title.span.end - rest.length;
  const day = dayInHeading(rest);
  const words = day
    ? rest
        .slice(0, day.index)
        .replace(BEFORE_DAY, '')
        .replace(/[\s([–—:,|-]+$/, '')
    : rest;
  const fields: MapEntry[] = [{ key: 'id', keySpan: undefined, value: name }];
  if (words !== '' && !/^(?:roadmap|plans?|goals?)$/i.test(words)) {
    fields.push({ key: 'title', keySpan: undefined, value: plainScalar(words, restStart) });
  }
  if (day) {
    fields.push({ key: 'date', keySpan: undefined, value: plainScalar(day.text, restStart + day.index) });
  }
  const status = heading?.status ?? (day?.isPast ? { ...name, text: 'released' } : undefined);
  if (
    status &&
    ![...(heading?.attributes ?? []), ...attributes].some((entry) => /^(?:status|state)$/i.test(entry.key))
  ) {
    fields.push({ key: 'status', keySpan: undefined, value: status });
  }
  const own = heading?.attributes.filter((entry) => !day || !/^(?:due|date)$/i.test(entry.key)) ?? [];
  return [...fields, ...own, ...attributes];
}
