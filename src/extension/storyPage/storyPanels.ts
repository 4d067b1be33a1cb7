import { type Disposable, ViewColumn, type WebviewPanel, window } from 'vscode';
import { STORY_PAGE_PANEL } from '../../protocol/contributions';
import type { LinksParams } from '../../protocol/messages';
import { linksParamsOf } from '../commands/commandArguments';
import { pickItem } from '../commands/pickItem';
import type { Services } from '../services';
import { itemOfState } from './pageMessages';
import { StoryPanel } from './storyPanel';

/** The panels that are open, one for each item. */
export class StoryPanels implements Disposable {
  readonly #panels = new Map<string, StoryPanel>();

  /** Shows the page of an item: where it is open already, else in a new tab. */
  open(services: Services, item: LinksParams): void {
    const panel = this.#panels.get(keyOf(item));
    if (panel) {
      panel.reveal();
    } else {
      const options = { enableFindWidget: true };
      this.#add(services, window.createWebviewPanel(STORY_PAGE_PANEL, item.id, ViewColumn.Active, options), item);
    }
  }

  /** Takes a panel that was open before a reload. */
  restore(services: Services, panel: WebviewPanel, state: unknown): void {
    const item = itemOfState(state);
    if (item && !this.#panels.has(keyOf(item))) {
      this.#add(services, panel, item);
    } else {
      panel.dispose();
    }
  }

  /** The panels themselves are the editor's, which keeps them for the next time. */
  dispose(): void {
    this.#panels.forEach((panel) => panel.dispose());
    this.#panels.clear();
  }

  #add(services: Services, panel: WebviewPanel, item: LinksParams): void {
    const key = keyOf(item);
    const own = new StoryPanel(services, panel, item);
    this.#panels.set(key, own);
    panel.onDidDispose(() => {
      own.dispose();
      this.#panels.delete(key);
    });
  }
}

/** Has the editor give back after a reload what was open before it. */
export function registerStoryPages(services: Services): Disposable {
  return window.registerWebviewPanelSerializer(STORY_PAGE_PANEL, {
    deserializeWebviewPanel: (panel, state) => {
      services.pages.restore(services, panel, state);
      return Promise.resolve();
    },
  });
}

/** Shows the page of the item that a row or link names, else of one that the person picks. */
export async function openStoryPage(services: Services, argument: unknown): Promise<void> {
  const item = linksParamsOf(argument) ?? (await pickItem(services));
  if (item !== undefined) {
    services.pages.open(services, { folder: item.folder, id: item.id });
  }
}

function keyOf({ folder, id }: LinksParams): string {
  return `${folder}\n${id}`;
}
