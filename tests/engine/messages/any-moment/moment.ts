/** What a message says, and what was true of its stay at the moment when it was sent: from the clouds and from what the user decided. */
import { KEYPAD } from '../../../../electron/demo/seed.ts';
import type { DemoShare } from '../../../../electron/demo/seed.ts';
import { localNow } from '../../../../shared/time.ts';
import type { LocalDateTime } from '../../../../shared/time.ts';
import type { Computer } from '../../acts/computer.ts';
import { spanOf } from '../../acts/windows.ts';
import type { Span } from '../../acts/windows.ts';
import { taggedBooking } from '../../invariants.ts';
import type { World } from '../../world.ts';

/** By number of the lock, without digits: told from PINs. */
export const LOCK_NAMES: readonly string[] = ['Front', 'Attic', 'Cellar', 'Gate'];

interface DoorNow {
  readonly name: string;
  readonly prefix: string;
  /** Of this stay, and not off. */
  readonly codes: readonly DemoShare[];
}
export interface Moment {
  readonly bookingId: number;
  readonly computer: Computer;
  readonly atMs: number;
  readonly now: LocalDateTime;
  readonly isLive: boolean;
  readonly isUnwanted: boolean;
  readonly unitId: number | null;
  readonly doors: readonly DoorNow[];
  readonly settings: World['settings'];
}

export function momentOf(world: World, bookingId: number, computer: Computer): Moment {
  const booking = world.clouds.smoobu.booking(bookingId);
  const atMs = world.clock.nowMs();
  const wish = computer.installation.wishes.read().stays.find((stay) => stay.bookingId === bookingId)?.wish;
  const { mapping } = world.settings;
  const unit = mapping.units.find(({ unitId }) => unitId === booking?.apartmentId);
  const codes = world.clouds.theKeys.codes().filter((share) => taggedBooking(share) === bookingId && share.active);
  return {
    bookingId,
    computer,
    atMs,
    now: localNow('Europe/Paris', atMs),
    isLive: booking !== null && booking.type !== 'cancellation',
    isUnwanted: wish !== undefined && (wish.blockedSinceMs !== null || wish.noCode || wish.noMessages === true),
    unitId: unit?.unitId ?? null,
    doors: (unit?.doors ?? []).map(({ lockId, keypadId, prefix }) => ({
      name: mapping.locks.find((lock) => lock.lockId === lockId)?.name ?? '',
      prefix,
      codes: codes.filter(
        ({ accessory, ...share }) => share.lockId === lockId && accessory.type === KEYPAD && accessory.stringId === keypadId,
      ),
    })),
    settings: world.settings,
  };
}

/** What the guest reads: digits by door, and times as day and wall time. */
export interface Told {
  readonly doors: ReadonlyMap<string, string>;
  readonly times: readonly string[];
}
export function toldBy(text: string): Told {
  const doors = [...text.matchAll(/^(Front|Attic|Cellar|Gate): (\d+)$/gmu)].map(([, name = '', digits = '']) => [name, digits] as const);
  const times = [...text.matchAll(/(\d{1,2})(?:er|\.)? \p{L}+,? (?:à |godz\. )?(\d{2})[:h](\d{2})/gu)];
  return {
    doors: new Map(doors),
    times: times.map(([, day = '', hour = '', minute = '']) => `${day.padStart(2, '0')} ${hour}:${minute}`),
  };
}

/** While every one of these codes opens its door. */
export function windowOf(codes: readonly DemoShare[]): Span {
  const spans = codes.map(spanOf);
  const sorted = (times: readonly string[]): readonly string[] => times.toSorted();
  return { start: sorted(spans.map(({ start }) => start)).at(-1) ?? '', end: sorted(spans.map(({ end }) => end))[0] ?? '' };
}
export function dayAndTime(local: string): string {
  return `${local.slice(8, 10)} ${local.slice(11, 16)}`;
}
