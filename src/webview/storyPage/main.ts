import { config as translateBy } from '@vscode/l10n';
import type { LinksParams } from '../../protocol/messages';
import type { MessageFromPage, MessageToPage, StoryPage } from '../../protocol/storyPage';
import { patch } from '../patch';
import { h } from '../view';
import type { Conduct } from './conduct';
import { pageView } from './pageView';

/** What the editor keeps of the page while it is hidden, and from one start to the next. */
interface PageState {
  readonly item?: LinksParams;
  /** Parts that the person opened or closed against the usual. */
  readonly parts: Readonly<Record<string, boolean>>;
  /** In pixels from the top. */
  readonly scroll: number;
}

interface EditorApi {
  postMessage(message: MessageFromPage): void;
  getState(): Partial<PageState> | undefined;
  setState(state: PageState): void;
}

declare function acquireVsCodeApi(): EditorApi;

const editor = acquireVsCodeApi();
let state: PageState = { parts: {}, scroll: 0, ...editor.getState() };
let shown: StoryPage | undefined;

function change(changes: Partial<PageState>): void {
  state = { ...state, ...changes };
  editor.setState(state);
}

const conduct: Conduct = {
  isOpen: (part, byDefault) => state.parts[part] ?? byDefault,
  setOpen: (part, isOpen) => {
    change({ parts: { ...state.parts, [part]: isOpen } });
    show();
  },
  open: (target, beside) => editor.postMessage({ kind: 'open', target, beside }),
  tick: ({ index, text }, done) => editor.postMessage({ kind: 'tick', criterion: index, text, done }),
  showActions: () => editor.postMessage({ kind: 'actions' }),
};

const root = document.getElementById('page');

function show(): void {
  if (root && shown) {
    patch(root, pageView(shown, conduct));
  }
}

function receive(message: MessageToPage): void {
  if (message.kind === 'item') {
    translateBy({ contents: message.translations });
    change({ item: message.item });
    return;
  }
  if ('sentence' in message) {
    shown = undefined;
    if (root) {
      patch(root, [h('p', { key: 'sentence', class: 'note alone', role: 'status' }, message.sentence)]);
    }
    return;
  }
  const isFirst = shown === undefined;
  shown = message.page;
  show();
  if (isFirst) {
    window.scrollTo(0, state.scroll);
  }
}

/** From one link to the next as in the editor's own lists. */
function moveFocus({ key, target }: KeyboardEvent): boolean {
  const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || !(target instanceof HTMLElement) || !target.matches('.link, .toggle')) {
    return false;
  }
  const links = [...document.querySelectorAll<HTMLElement>('.link, .toggle')];
  const next = links[links.indexOf(target) + step];
  next?.focus();
  return next !== undefined;
}

window.addEventListener('message', ({ data }: MessageEvent<MessageToPage>) => receive(data));
window.addEventListener('scrollend', () => shown && change({ scroll: window.scrollY }));
window.addEventListener('keydown', (event) => {
  if (moveFocus(event)) {
    event.preventDefault();
  }
});
editor.postMessage({ kind: 'ready' });
