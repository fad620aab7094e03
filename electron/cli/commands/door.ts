/** `door TEXT`: who can open a door; with a guest's name, what to tell the guest who calls. What changes something: doors/actions.ts. */
import { callFacts, locksOf, pinLength } from '../../app/doors/door-facts.ts';
import type { DoorFacts } from '../../app/doors/door-facts.ts';
import { readLocks, readSummaries } from '../../app/doors/read-locks.ts';
import type { LocksRead } from '../../app/doors/read-locks.ts';
import { recordShown } from '../../app/doors/shown-codes.ts';
import { recordSpares, sparesForGuest } from '../../app/doors/spare-codes.ts';
import { withUnits } from '../../app/mapping/edit-mapping.ts';
import type { LockCloud } from '../../app/ports/clouds.ts';
import type { BookingId, LockId } from '../../../shared/domain/ids.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import type { Wishes } from '../../../shared/domain/wishes.ts';
import { digitsToType } from '../../../shared/doors/call-view.ts';
import type { CallDoor } from '../../../shared/doors/call-view.ts';
import type { KnownBooking } from '../../../shared/doors/code-owner.ts';
import { doorIndex, findDoor } from '../../../shared/doors/find-door.ts';
import type { DoorMatch, Found } from '../../../shared/doors/find-door.ts';
import { guestsOnLocks } from '../../../shared/doors/guests-on-locks.ts';
import type { AccessFailure } from '../../../shared/errors.ts';
import { placesOf } from '../../../shared/reconcile/observe.ts';
import { createLocalClock } from '../../../shared/reconcile/zones.ts';
import { dateOf } from '../../../shared/time.ts';
import type { LocalDate } from '../../../shared/time.ts';
import { accessFailure, answer, explainAccess, failure, usageFailure } from '../answer.ts';
import type { Answer } from '../answer.ts';
import type { Backend } from '../backend.ts';
import { openWithConfig } from '../config-option.ts';
import type { CommandContext } from '../context.ts';
import { EXIT, EXIT_OF_FAILURE, exitCodeOfFailures } from '../exit-code.ts';
import { exitCodeOfConfig } from '../old-config.ts';
import { showAgo } from '../../app/values/ages.ts';
import { callDocument, renderCall } from '../render/call.ts';
import { doorsDocument, renderDoors } from '../render/doors.ts';
import { counted, printable, stack } from '../render/text.ts';
import { showKind } from '../render/words.ts';
import type { RequestOf } from '../request.ts';
import { doorAction } from './doors/actions.ts';
import { readBookings } from './doors/known-bookings.ts';

export async function door(context: CommandContext, request: RequestOf<'door'>): Promise<Answer> {
  const action = doorAction(context, request);
  if (action !== null) return action;
  const { text, reveal = false } = request;
  const opened = await openWithConfig(context, request.config);
  if (!opened.ok) return opened.error;
  const { backend, settings, config } = opened.value;
  const locks = await backend.lockCloud();
  if (!locks.ok) return accessFailure(locks.error);
  const named = await withNames(settings, locks.value, backend);
  const desk = {
    backend,
    settings: named,
    wishes: backend.wishes.read(),
    locks: locks.value,
    today: todayOf(settings, backend.clock.nowMs()),
  };
  const search = await searchDoor(desk, text);
  const { found, failures } = search;
  if (found.kind === 'none') return notFound(text, failures);
  if (found.kind === 'several') return severalFound(text, found);
  const { match } = found;
  const lockIds = locksOf(match, { ...desk, bookings: search.bookings });
  context.note(`${lastKnown(backend, match)} Reading ${lockIds.length === 1 ? 'the lock' : 'the locks'}…`);
  const read = await readDoors(desk, lockIds);
  const nowMs = backend.clock.nowMs();
  const facts: DoorFacts = {
    ...desk,
    ...read,
    bookings: search.bookings,
    areFromLocks: search.failures.length > 0,
    memory: backend.history.memory(),
    summariesReadAtMs: nowMs,
    nowMs,
  };
  const told = match.kind === 'guest' ? toldDoors(match.bookingId, facts) : null;
  const shown = reveal && match.kind === 'guest' ? sparesForGuest(match.bookingId, facts).filter(({ digits }) => digits !== null) : [];
  if (reveal && match.kind === 'guest') {
    recordReveals(backend, match.bookingId, told ?? []);
    if (shown.length > 0) recordSpares(backend.history, shown, match.bookingId, facts);
  } else if (reveal) recordShown(backend.history, lockIds, facts);
  const problems = [...failures, ...read.failures];
  const codeIds =
    told === null ? {} : { codeIds: new Set([...told.flatMap(({ code }) => code?.id ?? []), ...shown.map(({ codeId }) => codeId)]) };
  const options = { reveal, lockIds, facts, ...codeIds };
  const call = match.kind === 'guest' ? { call: callDocument(match, options) } : {};
  const exitCode = exitCodeOfFailures(problems.map(({ kind }) => kind));
  return answer(
    {
      doors: doorsDocument(options),
      ...call,
      problems: problems.map((problem) => ({ kind: problem.kind, message: explainAccess(problem) })),
    },
    (style) =>
      stack(
        ...problems.flatMap((problem) => explainAccess(problem).split('\n')).map((line) => `${style.paint('bad', '✗')} ${line}`),
        match.kind === 'guest' ? renderCall(match, options, style) : renderDoors(options, style),
      ),
    config === null ? exitCode : exitCodeOfConfig(config, exitCode),
  );
}

interface Desk {
  readonly backend: Backend;
  readonly settings: Settings;
  readonly wishes: Wishes;
  readonly locks: LockCloud;
  readonly today: LocalDate;
}

interface Search {
  readonly found: Found;
  readonly bookings: readonly KnownBooking[];
  readonly failures: readonly AccessFailure[];
}

/** A mapping from a configuration file has no names. Without those of the accounts, only numbers and guests are found. */
async function withNames(settings: Settings, locks: LockCloud, backend: Backend): Promise<Settings> {
  const { mapping } = settings;
  const isNamed = (lockId: LockId): boolean => mapping.locks.some((lock) => lock.lockId === lockId && lock.name !== '');
  const lacksUnits = mapping.units.some(({ name }) => name === '');
  const lacksLocks = placesOf(mapping).some(({ lockId }) => !isNamed(lockId));
  const cloud = lacksUnits ? await backend.bookingCloud() : null;
  const [units, found] = await Promise.all([cloud?.ok === true ? cloud.value.listUnits() : null, lacksLocks ? locks.discover() : null]);
  const known = { units: units?.ok === true ? units.value : [], locks: found?.ok === true ? found.value : [] };
  return { ...settings, mapping: withUnits(mapping, mapping.units, known) };
}

/** Without Smoobu, the codes on the locks say which guests there are. */
async function searchDoor(desk: Desk, text: string): Promise<Search> {
  const { settings, wishes, today } = desk;
  const find = (bookings: readonly KnownBooking[]): Found =>
    findDoor(doorIndex({ bookings, people: wishes.people, mapping: settings.mapping }, today), text);
  const read = await readBookings(desk);
  if (read.ok) return { found: find(read.value), bookings: read.value, failures: [] };
  const without = find([]);
  if (without.kind !== 'none') return { found: without, bookings: [], failures: [read.error] };
  const lists = await readLocks(
    desk.locks,
    placesOf(settings.mapping).map(({ lockId }) => lockId),
    desk.backend.clock,
  );
  const codes = [...lists.readings.values()].flatMap((reading) => reading.codes);
  const bookings = guestsOnLocks(codes, settings.mapping.units, today);
  return { found: find(bookings), bookings, failures: [read.error, ...lists.failures.values()].slice(0, 2) };
}

async function readDoors(
  { locks, backend }: Desk,
  lockIds: readonly LockId[],
): Promise<Pick<DoorFacts, 'summaries'> & Pick<LocksRead, 'readings'> & { readonly failures: readonly AccessFailure[] }> {
  const [lists, summaries] = await Promise.all([readLocks(locks, lockIds, backend.clock), readSummaries(locks, lockIds, backend.clock)]);
  const failures = [...lists.failures.values(), ...(summaries.ok ? [] : [summaries.error])];
  const once = [...new Map(failures.map((problem) => [problem.kind, problem])).values()];
  return { readings: lists.readings, summaries: summaries.ok ? summaries.value : new Map(), failures: once };
}

/** Where there are digits for the guest. */
function toldDoors(bookingId: BookingId, facts: DoorFacts): readonly CallDoor[] {
  return (callFacts(bookingId, facts) ?? []).filter((door) => digitsToType(door, pinLength(bookingId, facts)) !== null);
}

/** As the window's call does: that a guest's PIN was shown, not the PIN. */
function recordReveals({ history, clock }: Backend, bookingId: BookingId, doors: readonly CallDoor[]): void {
  for (const { lockId, keypadId } of doors) history.recordEvent({ kind: 'pin-revealed', atMs: clock.nowMs(), bookingId, lockId, keypadId });
}

/** What is known here without asking: shown at once, since reading a lock takes seconds. */
function lastKnown({ history, clock }: Backend, match: DoorMatch): string {
  const last = history.listRuns({ limit: 20, isWhole: true }).find(({ mode }) => mode === 'live');
  if (last === undefined) return 'No sync yet.';
  const ago = (iso: string): string => showAgo(Date.parse(iso), clock.nowMs());
  const [change] = match.kind === 'guest' ? history.listOperationsOfBooking(match.bookingId, 1) : [];
  const known =
    change === undefined ? '' : ` Last change for this guest: ${showKind(change.kind)}, ${change.status}, ${ago(change.startedAt)}.`;
  return `Last sync: ${ago(last.startedAt)}.${known}`;
}

function notFound(text: string, failures: readonly AccessFailure[]): Answer {
  const [unread] = failures;
  if (unread !== undefined)
    return failure(EXIT_OF_FAILURE[unread.kind], unread.kind, `${explainAccess(unread)}\nNothing else was found for “${printable(text)}”.`);
  return usageFailure(
    `Nothing was found for “${printable(text)}”: no guest, unit, door or person. \`latchkey discover\` lists units and locks.`,
  );
}

function severalFound(text: string, { matches, more }: Extract<Found, { kind: 'several' }>): Answer {
  const lines = matches.map((match) => `  ${describe(match)}`);
  const rest = more === 0 ? '' : `  and ${counted(more, 'other')}`;
  return failure(
    EXIT.usage,
    'several-matches',
    stack(`“${printable(text)}” matches several. Type the whole name, or the number:`, ...lines, rest),
    { matches, more },
  );
}

function describe(match: DoorMatch): string {
  switch (match.kind) {
    case 'guest':
      return `${String(match.bookingId)}  ${printable(match.name)}, ${match.arrival} to ${match.departure}`;
    case 'person':
      return `${match.personId}  ${printable(match.name)}`;
    case 'unit':
      return `${String(match.unitId)}  ${printable(match.name)} (unit)`;
    case 'lock':
      return `${String(match.lockId)}  ${printable(match.name)} (lock)`;
  }
}

function todayOf(settings: Settings, nowMs: number): LocalDate {
  return dateOf(createLocalClock(settings, nowMs).nowAt(null, null));
}
