/**
 * Sends the window numbered changes of the snapshot that it has read. Quick changes are merged, so that at most ten a second are sent; a
 * hidden window gets them merged when it is shown, and without a window none are sent.
 */
import type { AppChange } from '../../shared/domain/app-state.ts';
import type { EventName } from '../../shared/ipc/channels.ts';
import { events } from '../../shared/ipc/contract.ts';
import type { EventPayload } from '../../shared/ipc/contract.ts';
import type { PublishedChange } from '../../shared/ipc/domain-schemas.ts';
import type { Logger } from '../app/ports/system.ts';
import type { Timers } from '../app/ports/schedule.ts';
import { issuesOf } from './serve.ts';
import { withoutMisfits } from './without-misfits.ts';

/** `absent`: no page listens. `hidden`: a page listens but is not visible. */
export type Audience = 'absent' | 'hidden' | 'visible';

export interface PublisherOptions {
  readonly audience: () => Audience;
  readonly send: <N extends EventName>(name: N, payload: EventPayload<N>) => void;
  readonly timers: Timers;
  readonly log: Logger;
  readonly pauseMs?: number;
}
const PAUSE_MS = 100;

export class Publisher {
  readonly #options: PublisherOptions;
  readonly #pauseMs: number;
  #pending: PublishedChange | null = null;
  #lastRevision: number | null = null;
  #endPause: (() => void) | null = null;
  #closed = false;

  constructor(options: PublisherOptions) {
    this.#options = options;
    this.#pauseMs = options.pauseMs ?? PAUSE_MS;
  }

  /** Call for each change, in order. */
  changed(change: AppChange): void {
    if (this.#closed) return;
    const follows = this.#lastRevision === null || change.revision === this.#lastRevision + 1;
    this.#lastRevision = change.revision;
    // After a missing revision, earlier changes are dropped: the window sees the gap and reads the snapshot again.
    const before = follows ? this.#pending : null;
    this.#pending = {
      since: before?.since ?? change.revision - 1,
      revision: change.revision,
      fields: { ...before?.fields, ...change.fields },
    };
    this.#sendUnlessPausing();
  }

  /** The window was shown or hidden. */
  audienceChanged(): void {
    this.#sendUnlessPausing();
  }

  /** Nothing is sent after this, and no timer is left. */
  close(): void {
    this.#closed = true;
    this.#pending = null;
    this.#endPause?.();
    this.#endPause = null;
  }

  #sendUnlessPausing(): void {
    if (this.#endPause !== null || this.#pending === null) return;
    const audience = this.#options.audience();
    if (audience === 'hidden') return;
    const change = this.#pending;
    this.#pending = null;
    // A page that is loaded later reads the snapshot.
    if (audience === 'absent') return;
    this.#send(change);
    this.#endPause = this.#options.timers.after(this.#pauseMs, () => {
      this.#endPause = null;
      this.#sendUnlessPausing();
    });
  }

  #send(change: PublishedChange): void {
    const { value, leftOut, error } = withoutMisfits(events['snapshot.changed'], change);
    if (value !== null) this.#options.send('snapshot.changed', value);
    if (error === null) return;
    const because = value === null ? 'change not sent: does not fit the contract' : 'rows left out: do not fit the contract';
    this.#options.log.log('error', because, { leftOut, issues: issuesOf(error) });
  }
}
