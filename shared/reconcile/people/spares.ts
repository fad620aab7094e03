/** Spare codes that were shown for a stay get another PIN when that stay is over. Pure. */
import type { PersonId, UnitId } from '../../domain/ids.ts';
import type { UnitMapping } from '../../domain/mapping.ts';
import type { MemoryValue } from '../../domain/memory.ts';
import type { PlanInput } from '../../domain/plan.ts';
import type { Person, RetiredPin } from '../../domain/wishes.ts';
import type { LocalDateTime } from '../../time.ts';
import { knownBookings } from '../bookings.ts';
import type { Observation } from '../observe.ts';
import { fullPin } from '../stay/pins.ts';
import { createStayWindows } from '../stay-windows.ts';
import { readTag } from '../tag.ts';
import { createLocalClock } from '../zones.ts';
import { unitOf } from './people.ts';

export interface SpareDue {
  readonly personId: PersonId;
  readonly retired: readonly RetiredPin[];
}
type ShownFor = MemoryValue<'spare-shown'>['stays'][number];

/** Those whose every stay is over. One that was removed is renewed as well, since its removal can be taken back. */
export function sparesDue(input: PlanInput): readonly SpareDue[] {
  const { memory, wishes, settings, nowMs, clockIsWrong, clockStepped } = input;
  const shown = memory.remembered['spare-shown'];
  if (shown.size === 0 || clockIsWrong || clockStepped) return [];
  const clock = createLocalClock(settings, nowMs);
  const units = new Map<UnitId | null, UnitMapping>(settings.mapping.units.map((unit) => [unit.unitId, unit]));
  const isOver = overAt(input, units);
  return [...shown.values()].flatMap(({ personId, stays }): readonly SpareDue[] => {
    const person = wishes.people.find(({ id }) => id === personId);
    if (person === undefined) return [{ personId, retired: [] }];
    const now = clock.nowAt(person.doors[0] ?? null, unitOf(person, units));
    if (!stays.every((stay) => isOver(stay, now))) return [];
    const retired = pinsOf(person, input);
    return retired === null ? [] : [{ personId, retired }];
  });
}

/** A guest who is kept out is not to get in with it either. A booking that is not listed any more has left at the time that was remembered. */
function overAt(
  { bookings, lookups, settings, wishes }: PlanInput,
  units: Observation['units'],
): (stay: ShownFor, now: LocalDateTime) => boolean {
  const known = knownBookings(bookings, lookups);
  const windows = createStayWindows({ bookings: known, units, settings, wishes: wishes.stays });
  return ({ bookingId, until }, now) => {
    if ((wishes.stays.get(bookingId)?.blockedSinceMs ?? null) !== null) return true;
    if (!bookings.complete || bookings.unreadable?.includes(bookingId) === true) return false;
    const booking = known.find(({ id }) => id === bookingId);
    return (booking === undefined ? until : windows.of(booking).window.end) <= now;
  };
}

/** What it has now, by wish, draw and on the locks. null: the typed PIN cannot be read here, or a PIN cannot be retired without a key. */
function pinsOf({ id, pin }: Person, { memory, wishes, lists, settings, drawPin }: PlanInput): readonly RetiredPin[] | null {
  const draw = memory.pinDraws.get(id);
  const drawn = draw === undefined ? null : drawPin(id, draw.attempt, draw.length);
  const typed = wishes.typedPins.get(id) ?? null;
  if (pin.typed !== null && typed === null) return null;
  const listed = [...lists.values()]
    .flatMap((codes) => codes ?? [])
    .filter(({ description }) => {
      const tag = readTag(description);
      return tag.kind === 'tagged' && tag.claimId === id;
    })
    .flatMap((code) => fullPin(code, draw?.length ?? settings.codes.pinLength) ?? []);
  const others = new Set([...listed, ...(typed === null ? [] : [typed])].filter((one) => one !== drawn));
  const retired: RetiredPin[] = draw === undefined ? [] : [{ attempt: draw.attempt, length: draw.length }];
  for (const one of others) {
    const digest = wishes.digestOf(one);
    if (digest === null) return null;
    retired.push({ digest });
  }
  return retired;
}
