/** The window's calls about doors: find one, show who can open it, and answer the guest whose code does not work. */
import { UNKNOWN } from '../../../../shared/domain/code.ts';
import type { Code } from '../../../../shared/domain/code.ts';
import type { BookingId, LockId } from '../../../../shared/domain/ids.ts';
import type { KnownBooking } from '../../../../shared/doors/code-owner.ts';
import { digitsToType, hasMessage } from '../../../../shared/doors/call-view.ts';
import { doorIndex, findDoor } from '../../../../shared/doors/find-door.ts';
import type { CloudFailure } from '../../../../shared/errors.ts';
import { PIN_SHOWN_MS } from '../../../../shared/ipc/contract.ts';
import type { CallAnswer, CallHandlers, CallOutput, CallRequest } from '../../../../shared/ipc/contract.ts';
import { placesOf } from '../../../../shared/reconcile/observe.ts';
import { fullPin } from '../../../../shared/reconcile/stay/pins.ts';
import { saysBlocked } from '../../../../shared/reconcile/tag.ts';
import { codeEnd, codeStart } from '../../../../shared/reconcile/windows.ts';
import { createLocalClock } from '../../../../shared/reconcile/zones.ts';
import { ok } from '../../../../shared/result.ts';
import type { Result } from '../../../../shared/result.ts';
import { dateOf } from '../../../../shared/time.ts';
import type { Desktop } from '../../desktop/desktop.ts';
import type { DesktopPorts } from '../../desktop/ports.ts';
import { callFacts, healthOf, lockFacts, pinLength } from '../../doors/door-facts.ts';
import type { DoorFacts } from '../../doors/door-facts.ts';
import { readLocks, readSummaries } from '../../doors/read-locks.ts';
import { recordSpares, spareCodes, sparesForGuest } from '../../doors/spare-codes.ts';
import { spareOn } from '../../people/spares.ts';
import { accessRefusal, refusal } from '../refusal.ts';

const NAME_LENGTH = 1000;

export type DoorDesktop = Pick<Desktop, 'settings' | 'snapshot' | 'text'>;
export type Ports = Pick<DesktopPorts, 'accounts' | 'history' | 'clock' | 'system' | 'wishes' | 'lists'> & {
  readonly screen: Pick<DesktopPorts['screen'], 'protect' | 'copyBriefly'>;
};
type Calls = 'doors.list' | 'door.find' | 'door.view' | 'code.reveal' | 'call.view' | 'call.reveal' | 'call.copy';

export function doorCalls(desktop: DoorDesktop, ports: Ports): Pick<CallHandlers, Calls> {
  return {
    'doors.list': () => ok({ doors: doorsOf(knownFacts(desktop, ports)) }),
    'door.find': ({ text }) => find(text, desktop, ports),
    'door.view': (request) => viewDoor(request, desktop, ports),
    'code.reveal': (request) => revealCode(request, desktop, ports),
    'call.view': (request) => viewCall(request, desktop, ports),
    'call.reveal': (request) => revealCall(request, desktop, ports),
    'call.copy': (request) => copyCall(request, desktop, ports),
  };
}

/** From memory: nothing is read. */
function doorsOf({ settings, nowMs, ...facts }: DoorFacts): CallOutput<'doors.list'>['doors'] {
  const { mapping } = settings;
  const clock = createLocalClock(settings, nowMs);
  return placesOf(mapping).map(({ lockId, keypadId }) => {
    const units = mapping.units.filter(({ doors }) => doors.some((door) => door.lockId === lockId && door.keypadId === keypadId));
    const { reach, isRefused, battery, isGatewayAlive, seenAtMs } = healthOf(lockId, facts);
    const zone = clock.zoneAt({ lockId, keypadId }, units[0] ?? null);
    const unitIds = units.map(({ unitId }) => unitId);
    return { lockId, keypadId, zone, unitIds, reach, isRefused, battery, isGatewayAlive, seenAtMs };
  });
}

function find(text: string, desktop: DoorDesktop, { wishes, clock }: Ports): CallAnswer<'door.find'> {
  const settings = desktop.settings();
  const today = dateOf(createLocalClock(settings, clock.nowMs()).nowAt(null, null));
  const index = doorIndex({ bookings: bookingsOf(desktop), people: wishes.read().people, mapping: settings.mapping }, today);
  const found = findDoor(index, text);
  const matches = found.kind === 'several' ? found.matches : found.kind === 'one' ? [found.match] : [];
  return ok({
    isOne: found.kind === 'one',
    more: found.kind === 'several' ? found.more : 0,
    matches: matches.map((match) => ({ ...match, name: nameOf(match.name) })),
  });
}

async function viewDoor({ lockId, fresh }: CallRequest<'door.view'>, desktop: DoorDesktop, ports: Ports): Promise<CallAnswer<'door.view'>> {
  const read = await factsOf(fresh ? [lockId] : [], desktop, ports);
  if (!read.ok) return read;
  const [failure] = read.value.failures.values();
  if (failure !== undefined) return accessRefusal(desktop.text, failure, ports.system);
  const { facts } = read.value;
  const { name, health, view, readAtMs, unread, limit } = lockFacts(lockId, facts);
  const spares = new Set(facts.wishes.people.flatMap(({ id, isSpare }) => (isSpare ? [id] : [])));
  return ok({
    lockId,
    name: nameOf(name),
    health,
    readAtMs,
    unread,
    limit,
    spare: spareState(lockId, facts),
    // Copied field by field, so that no PIN gets in.
    codes:
      view?.codes.map((owned) => ({
        lockId: owned.code.lockId,
        keypadId: owned.code.keypadId,
        codeId: owned.code.id,
        owner: owned.owner,
        bookingId: owned.bookingId,
        personId: owned.personId,
        isSpare: owned.personId !== null && spares.has(owned.personId),
        name: nameOf(owned.name),
        opens: owned.opens,
        isNext: view.next.includes(owned),
        start: isDated(owned.code.startDate) ? codeStart(owned.code) : null,
        end: isDated(owned.code.endDate) ? codeEnd(owned.code) : null,
        hasSchedule: owned.code.hasSchedule,
      })) ?? null,
  });
}

function spareState(lockId: LockId, { wishes, settings: { mapping } }: DoorFacts): CallOutput<'door.view'>['spare'] {
  if (!mapping.units.some(({ doors }) => doors.some((door) => door.lockId === lockId))) return null;
  return spareOn(lockId, wishes, mapping) === null ? 'off' : 'on';
}

async function revealCode(
  { lockId, codeId }: CallRequest<'code.reveal'>,
  desktop: DoorDesktop,
  ports: Ports,
): Promise<CallAnswer<'code.reveal'>> {
  const read = await factsOf([lockId], desktop, ports);
  if (!read.ok) return read;
  const { facts, failures } = read.value;
  const [failure] = failures.values();
  if (failure !== undefined) return accessRefusal(desktop.text, failure, ports.system);
  const owned = lockFacts(lockId, facts).view?.codes.find(({ code }) => code.id === codeId);
  const pin = owned === undefined ? null : fullPin(owned.code, pinLength(owned.bookingId, facts));
  // Of a code that could not be switched off, nobody is to be told the PIN.
  if (owned === undefined || pin === null || saysBlocked(owned.code.description)) return refusal(desktop.text, 'no-code');
  const spare = spareCodes([lockId], facts).filter((one) => one.codeId === codeId);
  const { keypadId } = owned.code;
  if (spare.length > 0) recordSpares(ports.history, spare, null, facts);
  else ports.history.recordEvent({ kind: 'pin-revealed', atMs: facts.nowMs, bookingId: owned.bookingId, lockId, keypadId, codeId });
  ports.screen.protect(PIN_SHOWN_MS);
  return ok({ pin, hideAfterMs: PIN_SHOWN_MS });
}

async function viewCall(
  { bookingId, fresh }: CallRequest<'call.view'>,
  desktop: DoorDesktop,
  ports: Ports,
): Promise<CallAnswer<'call.view'>> {
  const read = await factsOf(fresh ? doorsOfStay(bookingId, desktop, ports) : [], desktop, ports);
  if (!read.ok) return read;
  const { facts, failures } = read.value;
  const doors = callFacts(bookingId, facts);
  if (doors === null) return ok(null);
  return ok({
    doors: doors.map(({ lockId, keypadId, state, minutes, openEarly, code, readAtMs, hints }) => {
      const { name, health } = lockFacts(lockId, facts);
      const codeId = code?.id ?? null;
      return { lockId, keypadId, name: nameOf(name), health, state, minutes, openEarly, codeId, readAtMs, hints: [...hints] };
    }),
    hasMessage: hasMessage(doors),
    spares: sparesForGuest(bookingId, facts).filter((spare) => spare.opensNow && spare.digits !== null).length,
    failed: [...failures.keys()],
  });
}

async function revealCall(
  { bookingId, spare }: CallRequest<'call.reveal'>,
  desktop: DoorDesktop,
  ports: Ports,
): Promise<CallAnswer<'call.reveal'>> {
  const told = await (spare === true ? tellSpares : tellDigits)(bookingId, desktop, ports);
  if (!told.ok) return told;
  // Before the digits are drawn, which is when this answer arrives.
  ports.screen.protect(PIN_SHOWN_MS);
  const doors = told.value.map(({ name: _unshown, ...door }) => door);
  return ok({ doors, hideAfterMs: PIN_SHOWN_MS });
}

async function copyCall({ bookingId }: CallRequest<'call.copy'>, desktop: DoorDesktop, ports: Ports): Promise<CallAnswer<'call.copy'>> {
  const told = await tellDigits(bookingId, desktop, ports);
  if (!told.ok) return told;
  const lines = told.value.flatMap(({ name, pin }) => (pin === null ? [] : [{ name, digits: pin.replaceAll(' ', '') }]));
  // Digits without a door's name are for all of them.
  const isForAll = lines.length === told.value.length && new Set(lines.map(({ digits }) => digits)).size === 1;
  ports.screen.copyBriefly(isForAll ? (lines[0]?.digits ?? '') : lines.map(({ name, digits }) => `${name}: ${digits}`).join('\n'));
  return ok(null);
}

type ToldDoors = readonly (CallOutput<'call.reveal'>['doors'][number] & { readonly name: string })[];
type Told = Result<ToldDoors, ReturnType<typeof accessRefusal>['error']>;

/** The digits of the last lists, whatever their age, so that the user need not wait; a lock that was not read yet is read. Recorded. */
async function tellDigits(bookingId: BookingId, desktop: DoorDesktop, ports: Ports): Promise<Told> {
  const read = await factsOf(unreadOf(bookingId, desktop, ports), desktop, ports);
  if (!read.ok) return read;
  const { facts, failures } = read.value;
  const doors = (callFacts(bookingId, facts) ?? []).map((door) => ({
    lockId: door.lockId,
    keypadId: door.keypadId,
    name: nameOf(lockFacts(door.lockId, facts).name),
    readAtMs: door.readAtMs,
    pin: digitsToType(door, pinLength(bookingId, facts)),
  }));
  const shown = doors.filter(({ pin }) => pin !== null);
  const [failure] = failures.values();
  if (shown.length === 0)
    return failure === undefined ? refusal(desktop.text, 'no-code') : accessRefusal(desktop.text, failure, ports.system);
  for (const { lockId, keypadId } of shown)
    ports.history.recordEvent({ kind: 'pin-revealed', atMs: facts.nowMs, bookingId, lockId, keypadId });
  return ok(doors);
}

async function tellSpares(bookingId: BookingId, desktop: DoorDesktop, ports: Ports): Promise<Told> {
  const read = await factsOf(unreadOf(bookingId, desktop, ports), desktop, ports);
  if (!read.ok) return read;
  const { facts } = read.value;
  const spares = sparesForGuest(bookingId, facts).filter(({ opensNow, digits }) => opensNow && digits !== null);
  if (spares.length === 0) return refusal(desktop.text, 'no-code');
  recordSpares(ports.history, spares, bookingId, facts);
  return ok(
    spares.map(({ lockId, keypadId, digits }) => {
      const { name, readAtMs } = lockFacts(lockId, facts);
      return { lockId, keypadId, name: nameOf(name), readAtMs, pin: digits };
    }),
  );
}

function unreadOf(bookingId: BookingId, desktop: DoorDesktop, ports: Ports): readonly LockId[] {
  return doorsOfStay(bookingId, desktop, ports).filter((lockId) => !ports.lists.readings.has(lockId));
}

function doorsOfStay(bookingId: number, desktop: DoorDesktop, ports: Ports): readonly LockId[] {
  const facts = knownFacts(desktop, ports);
  const booking = facts.bookings.find(({ id }) => id === bookingId);
  return [...new Set((booking === undefined ? null : callFacts(booking.id, facts))?.map(({ lockId }) => lockId))];
}

interface FreshFacts {
  readonly facts: DoorFacts;
  readonly failures: ReadonlyMap<LockId, CloudFailure>;
}

/** What is in memory, with these locks read now. A lock that cannot be read keeps its last list. */
export async function factsOf(
  lockIds: readonly LockId[],
  desktop: DoorDesktop,
  ports: Ports,
): Promise<Result<FreshFacts, ReturnType<typeof accessRefusal>['error']>> {
  if (lockIds.length === 0) return ok({ facts: knownFacts(desktop, ports), failures: new Map() });
  const locks = await ports.accounts.lockCloud();
  if (!locks.ok) return accessRefusal(desktop.text, locks.error, ports.system);
  const [lists, summaries] = await Promise.all([
    readLocks(locks.value, lockIds, ports.clock),
    readSummaries(locks.value, lockIds, ports.clock),
  ]);
  const known = knownFacts(desktop, ports);
  const discovered = summaries.ok ? { summaries: summaries.value, summariesReadAtMs: known.nowMs } : {};
  return ok({ facts: { ...known, readings: new Map([...known.readings, ...lists.readings]), ...discovered }, failures: lists.failures });
}

function knownFacts(desktop: DoorDesktop, { history, clock, wishes, lists }: Ports): DoorFacts {
  return {
    settings: desktop.settings(),
    bookings: bookingsOf(desktop),
    wishes: wishes.read(),
    readings: lists.readings,
    summaries: lists.summaries,
    summariesReadAtMs: lists.summariesReadAtMs,
    memory: history.memory(),
    nowMs: clock.nowMs(),
  };
}

/** As the last sync read them. */
function bookingsOf(desktop: DoorDesktop): readonly KnownBooking[] {
  return desktop.snapshot().stays.map(({ stay }) => stay.booking);
}

export function nameOf(name: string): string {
  return name.slice(0, NAME_LENGTH);
}

export function isDated(date: Code['startDate']): boolean {
  return date !== null && date !== UNKNOWN;
}
