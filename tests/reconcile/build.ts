/** Builds a small world from drawn numbers and choices: bookings around today, and codes that more or less match them. */
import type { Booking, BookingLookup } from '../../shared/domain/booking.ts';
import type { Pin } from '../../shared/domain/code.ts';
import type { BookingId } from '../../shared/domain/ids.ts';
import type { PinDraw } from '../../shared/domain/plan.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import { bookingId, codeId, lockId, place, unitId } from '../support/ids.ts';
import type { LocalDate, WallTime } from '../../shared/time.ts';

import { shift } from './managed-codes.ts';
import { wallNow } from './oracle.ts';
import { PLACES } from './recipes.ts';
import type { BookingRecipe, CodeRecipe } from './recipes.ts';
import { drawPin, NO_KNOWLEDGE } from './world.ts';
import type { Format, TrueCode, World } from './world.ts';

const GATE = place(13, 'KpGate44');
const LOCK_IDS = [11, 12, 13].map(lockId);

export interface WorldRecipe {
  readonly nowMs: number;
  readonly settings: Settings;
  readonly bookings: readonly BookingRecipe[];
  readonly codes: readonly CodeRecipe[];
  readonly complete: boolean;
  readonly failed: number;
  readonly format: Format;
  readonly clockStepped: boolean;
  readonly pinVariety: number;
  readonly emptyList: boolean;
}

export function build(recipe: WorldRecipe): World {
  const today = wallNow(recipe.settings.times.timeZone, recipe.nowMs).slice(0, 10);
  const byId = new Map(recipe.bookings.map((entry) => [entry.id, entry]));
  const recipes = [...byId.values()];
  const bookings: Booking[] = [];
  const lookups = new Map<BookingId, BookingLookup>();
  const missingSinceMs = new Map<BookingId, number>();
  const pinDraws = new Map<BookingId, PinDraw>();
  for (const entry of recipes) {
    const booking = bookingOf(entry, today, recipe.settings.mapping.units.length);
    if (['listed', 'twice', 'contradicting'].includes(entry.seen) && !recipe.emptyList) bookings.push(booking);
    if (entry.seen === 'twice' && !recipe.emptyList) bookings.push({ ...booking });
    if (entry.seen === 'contradicting' && !recipe.emptyList) {
      bookings.push({
        ...booking,
        state: booking.state === 'live' ? 'cancelled' : 'live',
        unitId: unitId(102),
        arrival: day(today, 1),
        departure: day(today, 2),
      });
    }
    if (entry.seen === 'found') lookups.set(entry.id, { kind: 'found', booking });
    if (entry.seen === 'missing') lookups.set(entry.id, { kind: 'missing' });
    if (entry.seen === 'failed') lookups.set(entry.id, { kind: 'failed' });
    if (entry.missingForMinutes !== null) missingSinceMs.set(entry.id, recipe.nowMs - entry.missingForMinutes * 60_000);
    if (entry.attempt !== null) pinDraws.set(entry.id, { attempt: entry.attempt, length: recipe.settings.codes.pinLength });
  }
  const pins = { pinKey: 1, pinVariety: recipe.pinVariety };
  return {
    ...pins,
    nowMs: recipe.nowMs,
    settings: recipe.settings,
    complete: recipe.complete,
    bookings,
    lookups,
    codes: recipe.codes.map((entry, index) => codeOf(entry, index, recipes, today, recipe.settings, pins, pinDraws)),
    lockIds: LOCK_IDS,
    failedLocks: new Set(LOCK_IDS.filter((_, index) => ((recipe.failed >> index) & 1) === 1)),
    format: recipe.format,
    clockStepped: recipe.clockStepped,
    knowledge: { ...NO_KNOWLEDGE, missingSinceMs, pinDraws },
  };
}

function day(today: string, days: number): LocalDate {
  return shift(`${today}T00:00`, days * 1_440).slice(0, 10) as LocalDate;
}

function bookingOf(entry: BookingRecipe, today: string, units: number): Booking {
  return {
    id: entry.id,
    state: entry.state,
    unitId: entry.unit === 5 ? null : unitId(101 + (entry.unit < 5 ? entry.unit % units : entry.unit)),
    arrival: day(today, entry.arrivesIn),
    departure: day(today, entry.arrivesIn + entry.nights),
    checkIn: entry.checkIn,
    checkOut: entry.checkOut,
    guestName: entry.name,
  };
}

function codeOf(
  entry: CodeRecipe,
  index: number,
  recipes: readonly BookingRecipe[],
  today: string,
  { times, mapping, codes }: Settings,
  pins: Pick<World, 'pinKey' | 'pinVariety'>,
  draws: ReadonlyMap<BookingId, PinDraw>,
): TrueCode {
  const model = recipes.length === 0 ? undefined : recipes[entry.like % recipes.length];
  const booking = model === undefined ? null : bookingOf(model, today, mapping.units.length);
  const unit = mapping.units.find((candidate) => candidate.unitId === booking?.unitId);
  const doors = unit?.doors ?? [];
  const door = doors[entry.place % Math.max(1, doors.length)];
  const { lockId, keypadId } = (entry.place > 3 ? door : undefined) ?? PLACES[entry.place % PLACES.length] ?? GATE;
  const id = booking?.id ?? bookingId(12);
  const from = `${booking?.arrival ?? today}T${booking?.checkIn ?? unit?.checkIn ?? times.checkIn}`;
  const to = `${booking?.departure ?? today}T${booking?.checkOut ?? unit?.checkOut ?? times.checkOut}`;
  const start = shift(from, entry.startShift - (unit?.bufferBeforeMinutes ?? 0));
  const end = shift(to, entry.endShift + (unit?.bufferAfterMinutes ?? 0));
  const tags: Record<CodeRecipe['tag'], string> = {
    ours: `Smoobu#${String(id)}${entry.note}`,
    none: entry.note,
    longer: `Smoobu#${String(id)}3`,
    glued: `xSmoobu#${String(id)} Smoobu#${String(id)}b`,
    two: `Smoobu#${String(id)} Smoobu#55`,
    'other-case': `smoobu#${String(id)}`,
    stranger: 'Smoobu#424242',
  };
  const isOurs = entry.tag === 'ours';
  const pin = entry.pin ?? drawPin(pins, id, draws.get(id)?.attempt ?? 0, codes.pinLength);
  return {
    id: codeId(900 + index),
    lockId,
    keypadId,
    name: entry.name ?? booking?.guestName ?? 'Cleaner',
    pin: entry.pinMissing ? null : (pin as Pin),
    pinMayLackZeros: false,
    active: entry.active,
    startDate: entry.open === 'start' || entry.open === 'both' ? null : (start.slice(0, 10) as LocalDate),
    startTime: entry.open === 'no' || entry.open === 'end' ? (start.slice(11) as WallTime) : null,
    endDate: entry.open === 'end' || entry.open === 'both' ? null : (end.slice(0, 10) as LocalDate),
    endTime: entry.open === 'no' || entry.open === 'start' ? (end.slice(11) as WallTime) : null,
    description: tags[entry.tag],
    hasSchedule: entry.hasSchedule,
    notificationEnabled: isOurs && entry.name === null,
  };
}
