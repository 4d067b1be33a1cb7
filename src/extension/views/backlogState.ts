import { type Disposable, EventEmitter, type Memento } from 'vscode';
import type { BacklogWishes } from '../../protocol/backlogView';
import type { TreeNode } from '../../protocol/messages';

export interface ShownRows {
  readonly rows: readonly TreeNode[];
  /** Whether the keyboard goes there too. */
  readonly focus: boolean;
}

const KEY = 'waymark.roadmapView';

/** How the person looks at the *Roadmap* view, kept for the workspace. The server alone looks into it. */
export class BacklogState implements Disposable {
  readonly #changed = new EventEmitter<void>();
  readonly #memory: Memento;

  readonly #shown = new EventEmitter<ShownRows>();

  readonly onDidChange = this.#changed.event;
  readonly onDidShow = this.#shown.event;

  constructor(memory: Memento) {
    this.#memory = memory;
  }

  get wishes(): BacklogWishes {
    return this.#memory.get<BacklogWishes>(KEY, {});
  }

  async change(wishes: BacklogWishes): Promise<void> {
    await this.#memory.update(KEY, wishes);
    this.#changed.fire();
  }

  /** Has the view show the last of these rows, which the others lead to from the top. */
  show(rows: readonly TreeNode[], focus: boolean): void {
    this.#shown.fire({ rows, focus });
  }

  dispose(): void {
    this.#shown.dispose();
    this.#changed.dispose();
  }
}
