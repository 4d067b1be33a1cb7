import type { LinksParams } from '../../protocol/messages';
import type { MessageFromPage, PageTarget } from '../../protocol/storyPage';
import { hasStrings, isObject, isOpenTarget, judgeableLinkOf, linksParamsOf } from '../commands/commandArguments';

/** What a page asks for; undefined: it is nothing that a page of ours asks. */
export function messageFromPage(message: unknown): MessageFromPage | undefined {
  if (!isObject(message)) {
    return undefined;
  }
  switch (message['kind']) {
    case 'ready':
    case 'actions':
      return { kind: message['kind'] };
    case 'open': {
      const target = targetOf(message['target']);
      return target && { kind: 'open', target, beside: message['beside'] === true };
    }
    case 'tick': {
      const { criterion, done } = message;
      return hasStrings(message, 'text') && typeof criterion === 'number' && typeof done === 'boolean'
        ? { kind: 'tick', criterion, text: message.text, done }
        : undefined;
    }
    default:
      return undefined;
  }
}

/** The item of a page that the editor opens again; undefined: its state is of something else. */
export function itemOfState(state: unknown): LinksParams | undefined {
  return isObject(state) ? linksParamsOf(state['item']) : undefined;
}

function targetOf(target: unknown): PageTarget | undefined {
  if (!isObject(target)) {
    return undefined;
  }
  const { kind, open, code, accepted } = target;
  const item = linksParamsOf(target);
  if ((kind === 'open' || kind === 'fixes') && isOpenTarget(open)) {
    return { kind, open };
  }
  if (kind === 'rule' && typeof code === 'string') {
    return { kind, code };
  }
  const link = judgeableLinkOf(target);
  if (kind === 'judge' && typeof accepted === 'boolean' && link) {
    return { kind, accepted, link };
  }
  return kind === 'story' && item ? { kind, item } : undefined;
}
