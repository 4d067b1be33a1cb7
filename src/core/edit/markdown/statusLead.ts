import type { Item } from '../../model/roadmap';
import type { Span } from '../../model/span';
import type { StatusCategory } from '../../model/status';
import { signAt } from '../../roadmap/markdown/signs';
import { categoryOfStatus } from '../../roadmap/statusNames';
import type { Scene } from '../scene';
import { deletion, type TextChange } from '../textChange';
import { type ItemLayout, layoutOf, neighboursOf } from './itemLayout';
import { usualSign } from './statusCells';

/** What a line says of its status before its words, behind a check box too: `✅ Shipped` of `- ✅ Shipped — Refunds`. */
export interface StatusLead {
  readonly span: Span;
  /** Where the words begin, behind what parts them from it. */
  readonly end: number;
  readonly sign: string | undefined;
  /** The status in words beside the sign. */
  readonly word: Span | undefined;
}

/** `unclear`: the words themselves begin with the status that the sign shows, so that another sign would contradict them. */
export function leadOf({ text, roadmap }: Scene, item: Item, layout: ItemLayout): StatusLead | 'unclear' | undefined {
  const { content, box } = layout;
  const status = item.fields.get('status');
  const starts = ['title', 'id'].flatMap((field) => item.fields.get(field)?.value.start ?? []);
  const limit = Math.min(content.end, ...starts);
  const space = /^\s*/.exec(text.slice(box?.end ?? content.start, limit))?.[0].length ?? 0;
  const start = (box?.end ?? content.start) + space;
  if (layout.form === 'row' || start >= limit || limit - start > LONGEST_LEAD) {
    return undefined;
  }
  const sign = signAt(text.slice(start, limit));
  const lead = /^(.*?)[\s:–—-]*[*_~`[(]*$/su.exec(text.slice(start, limit));
  const core = lead?.[1] ?? '';
  const torn = core.split('**').length % 2 === 0 ? '**'.length : 0;
  const end = start + core.length + torn;
  const isWord = status && !status.key && status.value.start >= start && status.value.end <= end;
  const word = isWord && status.value.start > start ? status.value : wordBehind(text, start + (sign?.length ?? 0), end);
  if (!sign && !isWord) {
    return undefined;
  }
  if (
    sign &&
    !word &&
    beginsWith(text.slice(limit, content.end), categoryOfStatus(sign.word, new Map()), roadmap.workflow)
  ) {
    return 'unclear';
  }
  const gap = /^[\s:–—-]*/.exec(text.slice(end, limit))?.[0].length ?? 0;
  return {
    span: { start, end },
    end: end + gap,
    sign: sign && text.slice(start, start + sign.length),
    word: word ?? (sign ? undefined : status?.value),
  };
}

const LONGEST_LEAD = 80;

function wordBehind(text: string, from: number, end: number): Span | undefined {
  const raw = text.slice(from, end);
  const start = raw.search(/[\p{L}\p{N}]/u);
  return start < 0 ? undefined : { start: from + start, end: from + raw.replace(/[^\p{L}\p{N}]+$/u, '').length };
}

function beginsWith(
  words: string,
  category: StatusCategory | undefined,
  workflow: ReadonlyMap<string, StatusCategory>,
): boolean {
  const [, first = '', second = ''] = /^[\s*_]*([\p{L}]+)(?:[\s-]+([\p{L}]+))?/u.exec(words.slice(0, 100)) ?? [];
  return [first, `${first} ${second}`].some(
    (each) => category !== undefined && categoryOfStatus(each, workflow) === category,
  );
}

/** Ways to say another status there: as the nearest item of that status does, else with the same parts. */
export function* leadChanges(
  scene: Scene,
  item: Item,
  lead: StatusLead,
  status: string,
  category: StatusCategory,
  signs: readonly string[],
): Iterable<readonly TextChange[]> {
  const { text } = scene;
  if (lead.sign && lead.word) {
    for (const each of neighboursOf(scene, item)) {
      const other = each.status?.category === category ? leadOf(scene, each, layoutOf(scene, each)) : undefined;
      if (other && other !== 'unclear' && other.sign && other.word) {
        yield [{ span: lead.span, text: text.slice(other.span.start, other.span.end) }];
        break;
      }
    }
  }
  const old = lead.word ? text.slice(lead.word.start, lead.word.end) : '';
  const word = /^\p{Lu}/u.test(old) ? status.charAt(0).toUpperCase() + status.slice(1) : status;
  const rename = lead.word ? [{ span: lead.word, text: word }] : [];
  for (const sign of lead.sign ? [...signs, usualSign(category, lead.sign)] : [undefined]) {
    const { start } = lead.span;
    yield [...(sign ? [{ span: { start, end: start + (lead.sign?.length ?? 0) }, text: sign }] : []), ...rename];
  }
}

/** Takes it away, with what parts it from the words. */
export function withoutLead({ span, end }: StatusLead): TextChange {
  return deletion(span.start, end);
}
