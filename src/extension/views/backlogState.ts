import { type Disposable, EventEmitter, type Memento } from 'vscode';
import type { BacklogWishes } from '../../protocol/backlogView';
import type { TreeNode } from '../../protocol/messages';

/** Why a row is shown: a person asks for it, has added it just now, or is at its item in the text. */
export type ShowingReason = 'asked' | 'added' | 'followed';

export interface ShownRows {
  readonly rows: readonly TreeNode[];
  readonly reason: ShowingReason;
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
  show(rows: readonly TreeNode[], reason: ShowingReason): void {
    this.#shown.fire({ rows, reason });
  }

  dispose(): void {
    this.#shown.dispose();
    this.#changed.dispose();
  }
}
