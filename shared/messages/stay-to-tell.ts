/** A stay as its guest may be told about it: what is on the locks after a run, not what should be there. */
import type { Pin } from '../domain/code.ts';
import type { BookingId, KeypadPlace, UnitId } from '../domain/ids.ts';
import type { StayWindow } from '../domain/plan.ts';
import type { Secret } from '../secret.ts';
import type { LocalDateTime } from '../time.ts';

export interface DoorToTell extends KeypadPlace {
  readonly name: string;
  /** Typed before the PIN. */
  readonly prefix: string;
  /** What the user wrote for this door; "" for none. */
  readonly hint: string;
  /** null: there is no code, or its PIN cannot be read for certain. */
  readonly pin: Pin | null;
  /** Read from the lock in this run, and right. */
  readonly isVerified: boolean;
  /** Somebody changed the PIN at The Keys, and that is kept. */
  readonly isPinByHand: boolean;
  /** As on the lock; where its times cannot be read, as they were sent. */
  readonly window: StayWindow;
}

export interface StayToTell {
  readonly bookingId: BookingId;
  readonly unitId: UnitId;
  readonly unitName: string;
  /** Of the unit; "" where the user entered none. */
  readonly address: string;
  readonly guestName: string;
  /** What tells this booking's texts from others: the channel's number for it, else Smoobu's. */
  readonly reference: string;
  readonly channelId: number | null;
  /** As Smoobu has it; null for none. */
  readonly language: string | null;
  /** In digits with the country's prefix. */
  readonly phone: Secret | null;
  /** `off`: blocked, or without a code by the user's wish, or every code is off. */
  readonly access: 'open' | 'off';
  /** The user does not want this guest to be sent anything. */
  readonly isMuted: boolean;
  readonly doors: readonly DoorToTell[];
  /** While every door of it opens. */
  readonly window: StayWindow;
  /** The same as instants. */
  readonly startMs: number;
  readonly endMs: number;
  /** IANA zone of the first door, and the wall time there. */
  readonly zone: string;
  readonly now: LocalDateTime;
}
