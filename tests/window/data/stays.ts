/** What main answers about one stay and its doors: made by the app's own functions from the codes that are on the demo's locks. */
import type { AppSnapshot } from '../../../shared/domain/app-state.ts';
import type { Code } from '../../../shared/domain/code.ts';
import type { BookingId, LockId } from '../../../shared/domain/ids.ts';
import { placeKey } from '../../../shared/domain/ids.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { callView, digitsToType, hasMessage } from '../../../shared/doors/call-view.ts';
import type { CallDoor, LockReading } from '../../../shared/doors/call-view.ts';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import type { KnownDoors } from '../../../shared/readiness/facts.ts';
import { judgedHealth } from '../../../shared/readiness/lock-health.ts';
import { at, HOUR_MS, isoInstant, MINUTE_MS } from '../../../shared/time.ts';
import type { WallTime } from '../../../shared/time.ts';
import { branded } from '../../support/ids.ts';
import { ok, refused } from '../scene.ts';
import type { Answers } from '../scene.ts';
import { NOW_MS, ZONE } from './clock.ts';
import type { Portfolio } from './portfolios.ts';

/** After the last sync of the history. */
const READ_AT_MS = NOW_MS - 40_000;
const PIN_LENGTH = 4;

export function stayAnswers(snapshot: AppSnapshot, { codes, doors: known }: Portfolio, settings: Settings): Answers {
  const readings = readingsOf(codes);
  const bookings = snapshot.stays.map(({ stay }) => stay.booking);
  const doorsOf = (bookingId: BookingId): readonly CallDoor[] => {
    const booking = bookings.find(({ id }) => id === bookingId);
    if (booking === undefined) return [];
    const unit = settings.mapping.units.find(({ unitId }) => unitId === booking.unitId) ?? null;
    return callView({ booking, unit, isBlocked: false, readings, nowMs: NOW_MS, zoneAt: () => ZONE });
  };
  const isKnown = (bookingId: BookingId): boolean => bookings.some(({ id }) => id === bookingId);
  return {
    'call.view': ({ bookingId }) => {
      if (!isKnown(bookingId)) return ok(null);
      const doors = doorsOf(bookingId);
      return ok({ doors: doors.map((door) => shownDoor(door, known, settings)), hasMessage: hasMessage(doors), spares: 1, failed: [] });
    },
    'call.reveal': ({ bookingId }) => {
      const doors = doorsOf(bookingId).map((door) => ({
        lockId: door.lockId,
        keypadId: door.keypadId,
        readAtMs: door.readAtMs,
        pin: digitsToType(door, PIN_LENGTH),
      }));
      return doors.some(({ pin }) => pin !== null)
        ? ok({ doors, hideAfterMs: 20_000 })
        : refused('no-code', 'The lock has no code for this booking, or does not tell its PIN.');
    },
    'call.copy': () => ok(null),
    'messages.copy': () => ok({ language: 'en' }),
    'messages.send': () => refused('not-verified', 'The code is not checked on every door yet.'),
    'messages.mark-told': () => ok(null),
    'stay.forget': () => ok(null),
    'stay.view': ({ bookingId }) => {
      const status = snapshot.stays.find(({ stay }) => stay.booking.id === bookingId);
      return status === undefined ? refused('stay-unknown', 'Smoobu does not know this booking.') : ok(viewOf(status));
    },
  };
}

function viewOf({ stay, startMs, endMs, verdict }: AppSnapshot['stays'][number]): CallOutput<'stay.view'> {
  const { booking, doors, unitName } = stay;
  const [first] = doors;
  const start = doors.map(({ window }) => window.start).sort()[0] ?? at(booking.arrival, '15:00' as WallTime);
  const end =
    doors
      .map(({ window }) => window.end)
      .sort()
      .at(-1) ?? at(booking.departure, '11:00' as WallTime);
  const isStaying = startMs <= NOW_MS && NOW_MS < endMs;
  return {
    bookingId: booking.id,
    unitId: booking.unitId,
    unitName,
    guest: booking.guestName,
    arrival: booking.arrival,
    departure: booking.departure,
    ...{ isBlocked: false, noCode: false, noMessages: false, note: '', isTyped: false, own: { from: null, until: null } },
    window: { start, end, source: 'default' },
    refused: [],
    instants: { from: isoInstant(startMs), until: isoInstant(endMs) },
    doors: doors.map(({ lockId, keypadId, codeId }) => ({ lockId, keypadId, codeId, state: 'verified', changedByHand: false })),
    told: verdict === 'ready' ? [{ way: 'message', state: 'confirmed', at: isoInstant(NOW_MS - 50 * HOUR_MS), agrees: 'yes' }] : [],
    opened:
      isStaying && first !== undefined
        ? [{ lockId: first.lockId, firstAt: isoInstant(startMs + 64 * MINUTE_MS), lastAt: isoInstant(NOW_MS - HOUR_MS) }]
        : [],
    verdict,
  };
}

function shownDoor(door: CallDoor, known: KnownDoors, { mapping }: Settings): NonNullable<CallOutput<'call.view'>>['doors'][number] {
  const { lockId, keypadId, state, minutes, openEarly, code, readAtMs, hints } = door;
  const lock = mapping.locks.find((one) => one.lockId === lockId);
  const health = judgedHealth(known.health.get(String(lockId)));
  const codeId = code?.id ?? null;
  return { lockId, keypadId, name: lock?.name ?? '', health, state, minutes, openEarly, codeId, readAtMs, hints: [...hints] };
}

function readingsOf(shares: Portfolio['codes']): ReadonlyMap<LockId, LockReading> {
  const codes = shares.map(({ id, lockId, accessory, name, code, active, startDate, startTime, endDate, endTime, ...rest }) =>
    branded<Code>({
      ...{ id, lockId, keypadId: accessory.stringId, name, pin: code as never, pinMayLackZeros: false, active },
      ...{ startDate: startDate as never, startTime: startTime as never, endDate: endDate as never, endTime: endTime as never },
      description: rest.description ?? '',
      hasSchedule: rest.schedule.length > 0,
      notificationEnabled: rest.notificationEnabled,
    }),
  );
  return new Map(
    [...Map.groupBy(codes, ({ lockId }) => lockId)].map(([lockId, own]) => [
      lockId,
      { codes: own.toSorted((one, other) => placeKey(one).localeCompare(placeKey(other))), unread: [], readAtMs: READ_AT_MS },
    ]),
  );
}
