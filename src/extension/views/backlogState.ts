import { type Disposable, EventEmitter, type Memento } from 'vscode';
import type { BacklogWishes } from '../../protocol/backlogView';

const KEY = 'waymark.roadmapView';

/** How the person looks at the *Roadmap* view, kept for the workspace. The server alone looks into it. */
export class BacklogState implements Disposable {
  readonly #changed = new EventEmitter<void>();
  readonly #memory: Memento;

  readonly onDidChange = this.#changed.event;

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

  dispose(): void {
    this.#changed.dispose();
  }
}
