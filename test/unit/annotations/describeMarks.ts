import { formatDay } from '../../../src/core/model/calendar';
import type { FileMarks, Until } from '../../../src/core/model/marks';

/**
 * One line an annotation or reference: `TODO PAY-12 PAY-13 @ana until:… P1 "message"`, or `code PAY-12 story`. A `?` marks
 * what is probable.
 */
export function describeMarks({ annotations, references }: Pick<FileMarks, 'annotations' | 'references'>): string[] {
  return [
    ...annotations.map(({ tag, message, mentions, owner, until, priority }) =>
      [
        tag,
        ...mentions.map(({ id, certainty }) => (certainty === 'certain' ? id : `${id}?`)),
        ...(owner === undefined ? [] : [`@${owner}`]),
        ...(until === undefined ? [] : [untilWords(until)]),
        ...(priority === undefined ? [] : [`P${priority}`]),
        `"${message}"`,
      ].join(' '),
    ),
    ...references.map(({ role, via, mention }) =>
      [role, mention.certainty === 'certain' ? mention.id : `${mention.id}?`, ...(via === 'bare' ? [] : [via])].join(
        ' ',
      ),
    ),
  ];
}

/** `until:` and the text; then what it says, where that is another text: its days, or an ID as the roadmap writes it. */
function untilWords({ text, days, id }: Until): string {
  const said = days ? [...new Set([formatDay(days.first), formatDay(days.last)])].join('..') : (id ?? text);
  return said === text ? `until:${text}` : `until:${text}=${said}`;
}
