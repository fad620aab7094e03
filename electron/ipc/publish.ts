/**
 * Tells the window what changed: one snapshot, which it reads itself, plus numbered changes. Changes that come thick and fast are folded
 * into one, at most ten a second; a window that is hidden gets them all in one when it is shown again, and one that is not there none.
 */
import type { AppChange } from '../../shared/domain/app-state.ts';
import type { EventName } from '../../shared/ipc/channels.ts';
import { events } from '../../shared/ipc/contract.ts';
import type { EventPayload } from '../../shared/ipc/contract.ts';
import type { PublishedChange } from '../../shared/ipc/domain-schemas.ts';
import type { Logger } from '../app/ports/system.ts';
import type { Timers } from '../app/ports/schedule.ts';
import { issuesOf } from './serve.ts';

/** `absent`: no page listens. `hidden`: one does, but nobody sees it. */
export type Audience = 'absent' | 'hidden' | 'visible';

export interface PublisherOptions {
  readonly audience: () => Audience;
  /** To the page of our own window, and to no other. */
  readonly send: <N extends EventName>(name: N, payload: EventPayload<N>) => void;
  readonly timers: Timers;
  readonly log: Logger;
  readonly pauseMs?: number;
}
export interface Publisher {
  /** For every change of the state, in order. */
  changed(change: AppChange): void;
  /** The window was shown. */
  audienceChanged(): void;
  /** Takes the timer back; nothing is sent any more. */
  close(): void;
}

const PAUSE_MS = 100;

export function createPublisher(options: PublisherOptions): Publisher {
  return new CoalescingPublisher(options);
}

class CoalescingPublisher implements Publisher {
  readonly #options: PublisherOptions;
  readonly #pauseMs: number;
  #waiting: PublishedChange | null = null;
  #lastRevision: number | null = null;
  #endPause: (() => void) | null = null;
  #closed = false;

  constructor(options: PublisherOptions) {
    this.#options = options;
    this.#pauseMs = options.pauseMs ?? PAUSE_MS;
  }

  changed(change: AppChange): void {
    if (this.#closed) return;
    const follows = this.#lastRevision === null || change.revision === this.#lastRevision + 1;
    this.#lastRevision = change.revision;
    // Where a number is missing, what was folded so far must not be passed off as whole: the window sees the gap and reads again.
    const before = follows ? this.#waiting : null;
    this.#waiting = {
      since: before?.since ?? change.revision - 1,
      revision: change.revision,
      fields: { ...before?.fields, ...change.fields },
    };
    this.#sendUnlessPausing();
  }

  audienceChanged(): void {
    this.#sendUnlessPausing();
  }

  close(): void {
    this.#closed = true;
    this.#waiting = null;
    this.#endPause?.();
    this.#endPause = null;
  }

  #sendUnlessPausing(): void {
    if (this.#endPause !== null || this.#waiting === null) return;
    const audience = this.#options.audience();
    if (audience === 'hidden') return;
    const change = this.#waiting;
    this.#waiting = null;
    // A page that comes later reads the snapshot.
    if (audience === 'absent') return;
    this.#send(change);
    this.#endPause = this.#options.timers.after(this.#pauseMs, () => {
      this.#endPause = null;
      this.#sendUnlessPausing();
    });
  }

  #send(change: PublishedChange): void {
    const checked = events['snapshot.changed'].safeParse(change);
    if (checked.success) this.#options.send('snapshot.changed', checked.data);
    else this.#options.log.log('error', 'A change does not fit the contract and was kept back.', { issues: issuesOf(checked.error) });
  }
}
