/** Which cloud may be asked now, over runs, restarts and processes: rejected credentials are tried rarely, and pauses are kept. */
import type { MemoryKind, MemoryValue } from '../../../shared/domain/memory.ts';
import { LAST_READ } from '../../../shared/domain/readiness.ts';
import type { RunTrigger } from '../../../shared/domain/run.ts';
import { CLOUD_NAMES } from '../../../shared/errors.ts';
import type { CloudName } from '../../../shared/errors.ts';
import { isCodeConfirmed } from '../../../shared/readiness/links/code-link.ts';
import { HOUR_MS } from '../../../shared/time.ts';
import type { AccessGate } from '../ports/clouds.ts';
import type { HistoryStore } from '../ports/storage.ts';
import type { Clock, Logger } from '../ports/system.ts';
import { MAX_PAUSE_MS, isPausedAt, mayTry, nextTryMs, withTry } from './access-policy.ts';

export interface AccessPorts {
  readonly history: Pick<HistoryStore, 'memory' | 'remember'>;
  readonly clock: Pick<Clock, 'nowMs'>;
  readonly log: Logger;
  /** Tells other credentials from these, without being a way to find them. */
  readonly marks: { newSalt(): string; mark(credentials: string, salt: string): Promise<string> };
}

/** What a use of the clouds is for. `use`: the user asks for something else than a run. */
export type AccessReason = RunTrigger | 'use';

const ASKED: ReadonlySet<AccessReason> = new Set(['manual', 'resume', 'settings', 'command', 'act', 'use']);
/** An arrival so near, without a verified code, is worth one request during a pause. */
const NEAR_MS = 2 * HOUR_MS;

interface Known {
  rejection: MemoryValue<'rejection'> | null;
  pause: MemoryValue<'pause'> | null;
  /** One sign-in is allowed before it is due. */
  isAsked: boolean;
  /** Requests are sent although the cloud asked for a pause, until it asks again. */
  isAttempting: boolean;
}

export class CloudAccess {
  readonly #ports: AccessPorts;
  readonly #known: Readonly<Record<CloudName, Known>> = { smoobu: unknown(), 'the-keys': unknown() };

  constructor(ports: AccessPorts) {
    this.#ports = ports;
  }

  /** Before a run or another use. Reads what other processes have learned. */
  begin(reason: AccessReason): void {
    const { remembered } = this.#ports.history.memory();
    const nowMs = this.#ports.clock.nowMs();
    for (const cloud of CLOUD_NAMES) {
      const known = this.#known[cloud];
      known.rejection = remembered.rejection.get(cloud) ?? null;
      known.pause = remembered.pause.get(cloud) ?? null;
      known.isAsked = ASKED.has(reason);
      // A run that goes on keeps its attempt.
      if (reason === 'use') continue;
      known.isAttempting = reason === 'manual' || reason === 'act';
      const { pause } = known;
      if (pause === null || !isPausedAt(pause, nowMs)) continue;
      const lastRead = remembered['last-read'].get(LAST_READ) ?? null;
      const near = [...remembered.arrival.values()].flatMap((arrival) => {
        const isNear = Math.abs(arrival.startMs - nowMs) <= NEAR_MS && !arrival.isBlocked && !isCodeConfirmed(arrival, lastRead);
        return isNear && !pause.triedFor.includes(arrival.bookingId) ? [arrival.bookingId] : [];
      });
      if (near.length === 0) continue;
      known.isAttempting = true;
      known.pause = { ...pause, triedFor: [...pause.triedFor, ...near].slice(-200) };
      this.#remember('pause', cloud, known.pause);
    }
  }

  /** null: the cloud did not ask for a pause, or it is over. Epoch milliseconds. */
  pausedUntilMs(cloud: CloudName): number | null {
    const { pause } = this.#known[cloud];
    return pause !== null && isPausedAt(pause, this.#ports.clock.nowMs()) ? pause.untilMs : null;
  }

  /** When rejected credentials are tried again by themselves; null while they are not rejected. Epoch milliseconds. */
  retryAtMs(cloud: CloudName): number | null {
    const { rejection } = this.#known[cloud];
    return rejection === null ? null : nextTryMs(rejection);
  }

  /** `credentials`: as text, to tell whether they have changed. */
  gateFor(cloud: CloudName, credentials: string): Gate {
    return new Gate(this.#ports, cloud, credentials, this.#known[cloud], (kind, value) => this.#remember(kind, cloud, value));
  }

  /** A history that cannot be written must not stop a run: this process still knows. */
  #remember<K extends 'rejection' | 'pause'>(kind: K, cloud: CloudName, value: MemoryValue<K> | null): void {
    try {
      this.#ports.history.remember([{ kind, key: cloud, value } as Parameters<HistoryStore['remember']>[0][number]]);
    } catch (error) {
      this.#ports.log.log('warn', 'access not remembered', { cloud, error });
    }
  }
}

type Remember = <K extends Extract<MemoryKind, 'rejection' | 'pause'>>(kind: K, value: MemoryValue<K> | null) => void;

export class Gate implements AccessGate {
  readonly #ports: AccessPorts;
  readonly #cloud: CloudName;
  readonly #credentials: string;
  readonly #known: Known;
  readonly #remember: Remember;
  #lastMark: { readonly salt: string; readonly mark: Promise<string> } | null = null;

  constructor(ports: AccessPorts, cloud: CloudName, credentials: string, known: Known, remember: Remember) {
    this.#ports = ports;
    this.#cloud = cloud;
    this.#credentials = credentials;
    this.#known = known;
    this.#remember = remember;
  }

  /** Like `maySignIn`, without counting one. */
  async isOpen(): Promise<boolean> {
    const rejection = await this.#ownRejection();
    return rejection === null || mayTry(rejection, this.#known.isAsked, this.#ports.clock.nowMs());
  }

  async maySignIn(): Promise<boolean> {
    const rejection = await this.#ownRejection();
    if (rejection === null) return true;
    const nowMs = this.#ports.clock.nowMs();
    if (!mayTry(rejection, this.#known.isAsked, nowMs)) return false;
    this.#known.isAsked = false;
    this.#setRejection(withTry(rejection, nowMs));
    return true;
  }

  async accepted(): Promise<void> {
    if ((await this.#ownRejection()) !== null) this.#setRejection(null);
  }

  async rejected(): Promise<void> {
    const rejection = await this.#ownRejection();
    const nowMs = this.#ports.clock.nowMs();
    this.#ports.log.log('warn', 'credentials rejected', { cloud: this.#cloud });
    if (rejection !== null) {
      this.#setRejection({ ...rejection, rejected: rejection.rejected + 1 });
      return;
    }
    const salt = this.#ports.marks.newSalt();
    this.#setRejection({ salt, mark: await this.#mark(salt), triesMs: [nowMs], rejected: 1 });
  }

  isPaused(): boolean {
    const { pause, isAttempting } = this.#known;
    return pause !== null && !isAttempting && isPausedAt(pause, this.#ports.clock.nowMs());
  }

  pauseFor(durationMs: number): void {
    const sinceMs = this.#ports.clock.nowMs();
    const untilMs = sinceMs + Math.min(durationMs, MAX_PAUSE_MS);
    this.#ports.log.log('warn', 'cloud asks for a pause', { cloud: this.#cloud, seconds: Math.round((untilMs - sinceMs) / 1000) });
    this.#known.isAttempting = false;
    this.#setPause({ sinceMs, untilMs, triedFor: this.#known.pause?.triedFor ?? [] });
  }

  answered(sentAtMs: number): void {
    const { pause } = this.#known;
    if (pause !== null && (sentAtMs > pause.sinceMs || this.#known.isAttempting)) this.#setPause(null);
  }

  /** null: these credentials were not rejected last. */
  async #ownRejection(): Promise<MemoryValue<'rejection'> | null> {
    const { rejection } = this.#known;
    if (rejection === null || (await this.#mark(rejection.salt)) === rejection.mark) return rejection;
    this.#setRejection(null);
    return null;
  }

  #mark(salt: string): Promise<string> {
    if (this.#lastMark?.salt !== salt) this.#lastMark = { salt, mark: this.#ports.marks.mark(this.#credentials, salt) };
    return this.#lastMark.mark;
  }

  #setRejection(rejection: MemoryValue<'rejection'> | null): void {
    this.#known.rejection = rejection;
    this.#remember('rejection', rejection);
  }
  #setPause(pause: MemoryValue<'pause'> | null): void {
    this.#known.pause = pause;
    this.#remember('pause', pause);
  }
}

function unknown(): Known {
  return { rejection: null, pause: null, isAsked: false, isAttempting: false };
}
