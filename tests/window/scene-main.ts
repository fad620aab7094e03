/** A main process as the page sees it, made of a scene's data: it answers every call of the page. */
import type { Localization } from '../../electron/app/status/localization.ts';
import type { AppSnapshot } from '../../shared/domain/app-state.ts';
import type { CallName } from '../../shared/ipc/channels.ts';
import { ENGLISH } from './data/localization.ts';
import type { Answer, Answers, GalleryHost, Scene, StageCall } from './scene.ts';

export class SceneMain {
  readonly calls: (StageCall & { answer: unknown })[] = [];
  /** Calls that the scene has no answer to. */
  readonly errors: string[] = [];
  protected snapshot: AppSnapshot;
  protected pendingCalls = 0;
  /** Of the answers. */
  protected localization: Localization;
  readonly #scene: Scene;
  readonly #host: GalleryHost;
  readonly #answers: Answers;

  constructor(scene: Scene, host: GalleryHost, localization = ENGLISH) {
    this.#scene = scene;
    this.#host = host;
    this.localization = localization;
    this.snapshot = this.snapshotIn(ENGLISH);
    this.#answers = { ...host.answers, ...scene.answers };
  }

  /** Of the scene as it opens. */
  protected snapshotIn(localization: Localization): AppSnapshot {
    const snapshot = localization === ENGLISH ? this.#host.snapshot : this.#host.snapshotIn(localization);
    return this.#scene.snapshot?.(snapshot) ?? snapshot;
  }

  /** The answer as JSON, which reaches the page much faster than other large values do; null: there is never one. */
  async call(name: CallName, payload: unknown): Promise<string | null> {
    const call = { name, payload, answer: null as unknown };
    this.calls.push(call);
    this.pendingCalls += 1;
    try {
      const answer = await this.#answer(name, payload);
      call.answer = answer;
      return answer === 'never' ? null : JSON.stringify(answer);
    } finally {
      this.pendingCalls -= 1;
    }
  }

  async #answer(name: CallName, payload: unknown): Promise<unknown> {
    const given = this.#answers[name] as
      | ((payload: unknown, localization: Localization) => Answer<CallName> | Promise<Answer<CallName>>)
      | undefined;
    if (given !== undefined) return given(payload, this.localization);
    if (name === 'snapshot.get') return { ok: true, value: this.snapshot };
    if (name === 'window.ready') return { ok: true, value: this.#scene.goto };
    this.errors.push(`The scene ${this.#scene.name} has no answer to ${name}.`);
    return { ok: false, error: { kind: 'internal', detail: null, message: `No answer to ${name}.` } };
  }
}
