/** Time, chance, logging and the lock between processes: what the use cases need from the machine. */
import type { GuestContact } from '../../../shared/domain/booking.ts';
import type { Pin } from '../../../shared/domain/code.ts';
import type { ClaimId, CodeId } from '../../../shared/domain/ids.ts';

/** Time and chance, handed in so that tests own both. */
export interface Clock {
  /** Wall clock, epoch milliseconds. */
  nowMs(): number;
  /** Milliseconds since the machine booted, sleep included; never goes back within one boot. */
  uptimeMs(): number;
  /** Names the boot that `uptimeMs` counts from; differs between two readings that cannot be compared. */
  bootId(): string;
  /** Resolves after the time, or at once when the signal aborts (it never rejects). */
  sleep(durationMs: number, signal?: AbortSignal): Promise<void>;
  /** In [0, 1), for jitter only. */
  random(): number;
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/** Values are redacted at the sink, but do not rely on it: hand in ids, counts and kinds, not bodies. */
export interface Logger {
  log(level: LogLevel, message: string, fields?: Readonly<Record<string, unknown>>): void;
}

/** A signal that fires when the time is up or the parent fires. Kept apart from `Clock.sleep` so that it holds nobody up. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** True when the time ran out (and not merely the parent fired). */
  reached(): boolean;
  /** Frees the timer; the signal never fires after this. */
  cancel(): void;
}

export type StartDeadline = (durationMs: number, parent: AbortSignal | undefined) => Deadline;

/** One run at a time on one data folder, over all processes; let go by the system when the process dies. */
export interface RunLock {
  /** null when another process is in the middle of a run. */
  tryAcquire(): { release(): void } | null;
}

/** For runs that no other process can get in the way of. */
export const NO_RUN_LOCK: RunLock = { tryAcquire: () => ({ release: () => undefined }) };

/** Draws PINs. Built from the pin key, or from the system's random source where there is none. */
export interface PinSource {
  readonly keyed: boolean;
  draw(claimId: ClaimId, attempt: number, length: number): Pin;
}

/** `wish-pin`: for a stay or a person. `undo-pin`: to bring it back. */
export type SealPurpose = 'wish-pin' | 'undo-pin';
/** A stay, a person, or a code that the user removed. */
export type SealOwner = ClaimId | `code ${CodeId}`;

/** Keeps what must not be readable in a file: built from the pin key. Without one, everything is null. */
export interface PinVault {
  readonly keyed: boolean;
  /** Encrypted, for this owner only. Contains no digits. */
  seal(purpose: SealPurpose, owner: SealOwner, pin: Pin): string | null;
  /** null: sealed with another key, for another owner or purpose, or damaged. */
  open(purpose: SealPurpose, owner: SealOwner, sealed: string): Pin | null;
  /** Recognises a PIN without storing it. */
  digestPin(pin: Pin): string | null;
  /** Recognises a text that was sent to a guest. */
  digestText(text: string): string | null;
  /** One digest for each thing that is known about the guest: two guests who share one may be the same person. */
  digestGuest(contact: GuestContact): readonly string[] | null;
}
