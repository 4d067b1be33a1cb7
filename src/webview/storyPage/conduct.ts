import type { PageTarget, StoryPage } from '../../protocol/storyPage';

/** What the parts of the page do with what a person does, and how the person has the page. */
export interface Conduct {
  isOpen(part: string, byDefault: boolean): boolean;
  setOpen(part: string, isOpen: boolean): void;
  open(target: PageTarget, beside: boolean): void;
  tick(criterion: StoryPage['acceptance'][number], done: boolean): void;
  showActions(): void;
}
