/** What the user decides about people with codes of their own: each decision is a change of the wishes, or why it cannot be made. */
import { parsePin } from '../../../shared/domain/code.ts';
import type { Code, Pin } from '../../../shared/domain/code.ts';
import { personIdSchema } from '../../../shared/domain/id-schemas.ts';
import { placeKey } from '../../../shared/domain/ids.ts';
import type { CodeId, KeypadPlace, LockId, PersonId, UnitId } from '../../../shared/domain/ids.ts';
import type { Mapping } from '../../../shared/domain/mapping.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import type { ActKind } from '../../../shared/domain/stay-action.ts';
import { MAX_PERSON_DOORS, personSchema } from '../../../shared/domain/wishes.ts';
import type { Person, Schedule, Wishes } from '../../../shared/domain/wishes.ts';
import { compareCodes, placesOf } from '../../../shared/reconcile/observe.ts';
import { codeEnd, codeStart, EVER, NEVER } from '../../../shared/reconcile/windows.ts';
import { createLocalClock } from '../../../shared/reconcile/zones.ts';
import { isTrivialPin, PinRegister } from '../../../shared/reconcile/stay/pins.ts';
import { readTag } from '../../../shared/reconcile/tag.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { addDays, DAY_MS, dateOf } from '../../../shared/time.ts';
import type { LocalDateTime } from '../../../shared/time.ts';
import type { PinVault } from '../ports/system.ts';

export type PeopleRefusal =
  | {
      readonly kind: 'person-unknown' | 'no-pin-key' | 'name-empty' | 'window-empty' | 'window-over' | 'too-many-people' | 'too-many-doors';
    }
  | { readonly kind: 'pin-length' | 'pin-trivial' | 'pin-digits' | 'pin-taken' | 'pin-near' | 'pin-retired' }
  | { readonly kind: 'code-unknown' | 'code-of-latchkey' | 'code-over' | 'code-unreadable' }
  | { readonly kind: 'lock-unmapped' | 'lock-unread'; readonly lockId: LockId }
  | { readonly kind: 'unit-unmapped'; readonly unitId: UnitId };

export type PersonNotFound =
  | { readonly kind: 'person-unknown' }
  | { readonly kind: 'several-people'; readonly people: readonly PersonId[] };

/** What the user is asked before it happens, with the names for the sentence. */
export type PersonQuestion =
  | { readonly kind: 'remove'; readonly person: string; readonly doors: string }
  | { readonly kind: 'link'; readonly person: string; readonly doors: string; readonly code: string; readonly name: string };

/** What decisions need: the wishes as stored, the mapping, and the lists of the locks that a PIN is to be used on. */
export interface PeopleFacts {
  readonly wishes: Wishes;
  readonly settings: Settings;
  readonly nowMs: number;
  readonly vault: Pick<PinVault, 'seal' | 'keyed'>;
  readonly codes: ReadonlyMap<LockId, readonly Code[]>;
  /** Whether somebody replaced this PIN of the person at The Keys. */
  isReplaced(pin: Pin, id: PersonId, codes: readonly Code[]): boolean;
  random(): number;
}
export interface PersonChange {
  readonly person: Person;
  readonly action: ActKind;
  readonly asks: readonly PersonQuestion[];
  readonly change: (wishes: Wishes) => Wishes;
}
type Decided = Result<PersonChange, PeopleRefusal>;

export interface PersonEdits {
  readonly name?: string;
  readonly locks?: readonly LockId[];
  readonly pin?: string;
  readonly schedule?: Schedule;
}

/** People who were removed are kept this long, for locks that could not be read in the meantime. */
const REMOVED_KEPT_MS = 90 * DAY_MS;
const MAX_PEOPLE = 1_000;
const MIN_DIGITS = 4;
const MAX_DIGITS = 8;
const MAX_NAME = 50;

export function addPerson(
  edits: Required<Pick<PersonEdits, 'name' | 'locks' | 'schedule'>> & PersonEdits & { readonly isSpare?: boolean },
  facts: PeopleFacts,
): Decided {
  const { settings, nowMs } = facts;
  if (facts.wishes.people.filter(isThere).length >= MAX_PEOPLE) return err({ kind: 'too-many-people' });
  const doors = doorsOf(edits.locks, settings.mapping);
  if (!doors.ok) return doors;
  const createdOn = dateOf(createLocalClock(settings, nowMs).nowAt(doors.value[0] ?? null, null));
  const { schedule, isSpare = false } = edits;
  const base = { id: newId(facts), name: cleanName(edits.name), doors: doors.value, schedule, createdOn, isSpare };
  return changed('person-added', base, edits, facts);
}

export function editPerson(id: PersonId, edits: PersonEdits, facts: PeopleFacts): Decided {
  const found = personOf(id, facts.wishes);
  if (!found.ok) return found;
  const doors = edits.locks === undefined ? ok(found.value.doors) : doorsOf(edits.locks, facts.settings.mapping);
  if (!doors.ok) return doors;
  const { name = found.value.name, schedule = found.value.schedule } = edits;
  return changed('person-edited', { ...found.value, name: cleanName(name), schedule, doors: doors.value }, edits, facts);
}

export function removePerson(id: PersonId, { wishes, settings, nowMs }: Pick<PeopleFacts, 'wishes' | 'settings' | 'nowMs'>): Decided {
  const found = personOf(id, wishes);
  if (!found.ok) return found;
  const asks = [{ kind: 'remove', person: found.value.name, doors: doorNames(found.value, settings.mapping) }] as const;
  return ok({ ...storing('person-removed', { ...found.value, removedAtMs: nowMs }, nowMs), asks });
}

/** A code made by hand becomes a new person's, with its PIN and its times. */
export function linkCode(
  { lockId, codeId, name }: { readonly lockId: LockId; readonly codeId: CodeId; readonly name: string },
  facts: PeopleFacts,
): Decided {
  const { settings, nowMs, vault } = facts;
  const codes = facts.codes.get(lockId);
  if (codes === undefined) return err({ kind: 'lock-unread', lockId });
  const code = codes.find(({ id }) => id === codeId);
  if (code === undefined) return err({ kind: 'code-unknown' });
  if (!placesOf(settings.mapping).some((place) => placeKey(place) === placeKey(code))) return err({ kind: 'lock-unmapped', lockId });
  // The lock shows it only once the run for that person is over.
  const isLinked = facts.wishes.people.some(
    ({ linked, removedAtMs }) => removedAtMs === null && linked?.lockId === lockId && linked.codeId === codeId,
  );
  if (isLinked || readTag(code.description).kind !== 'none') return err({ kind: 'code-of-latchkey' });
  const now = createLocalClock(settings, nowMs).nowAt(code, null);
  const [from, until] = [codeStart(code), codeEnd(code)];
  const isCertain = code.pin !== null && (!code.pinMayLackZeros || code.pin.length >= settings.codes.pinLength);
  if (code.hasSchedule || code.pin === null || !isCertain || from === null || until === null) return err({ kind: 'code-unreadable' });
  if (until <= now) return err({ kind: 'code-over' });
  const schedule = linkedSchedule(from, until, now);
  const { keypadId } = code;
  const id = newId(facts);
  const typed = vault.seal('wish-pin', id, code.pin);
  if (typed === null) return err({ kind: 'no-pin-key' });
  const parsed = personSchema.safeParse({
    ...{ id, name: cleanName(name), doors: [{ lockId, keypadId }], schedule, createdOn: dateOf(now) },
    pin: { typed },
    linked: { lockId, keypadId, codeId },
  });
  if (!parsed.success) return err({ kind: 'name-empty' });
  const person = parsed.data;
  const doors = doorNames(person, settings.mapping);
  const asks = [{ kind: 'link', person: person.name, doors, code: String(codeId), name: code.name }] as const;
  return ok({ ...storing('person-linked', person, nowMs), asks });
}

/** Without a limit, or one that is years away: it always works. */
function linkedSchedule(from: LocalDateTime, until: LocalDateTime, now: LocalDateTime): Schedule {
  const isAlways = until === NEVER || dateOf(until) > addDays(dateOf(now), 3_650);
  return isAlways ? { kind: 'always' } : { kind: 'once', from: from === EVER ? now : from, until };
}

function personOf(id: PersonId, { people }: Pick<Wishes, 'people'>): Result<Person, PeopleRefusal> {
  const person = people.find((one) => one.id === id && isThere(one));
  return person === undefined ? err({ kind: 'person-unknown' }) : ok(person);
}

/** By id, or by the whole name. */
export function findPerson(text: string, { people }: Pick<Wishes, 'people'>): Result<Person, PersonNotFound> {
  const wanted = text.trim().toLowerCase();
  const present = people.filter(isThere);
  const byId = present.find(({ id }) => id === wanted);
  const named = byId === undefined ? present.filter(({ name }) => name.trim().toLowerCase() === wanted) : [byId];
  const [only] = named;
  if (only === undefined) return err({ kind: 'person-unknown' });
  return named.length === 1 ? ok(only) : err({ kind: 'several-people', people: named.map(({ id }) => id) });
}

export function isThere({ removedAtMs }: Person): boolean {
  return removedAtMs === null;
}

/** The locks that have to be read before the decision: a PIN that the user types must be free on all of them. */
export function locksToRead(edits: PersonEdits, present: Person | null): readonly LockId[] {
  if (edits.pin === undefined) return [];
  return edits.locks ?? present?.doors.map(({ lockId }) => lockId) ?? [];
}

type Drafted = Pick<Person, 'id' | 'name' | 'doors' | 'schedule' | 'createdOn'> & Partial<Person>;

function changed(action: ActKind, draft: Drafted, edits: PersonEdits, facts: PeopleFacts): Decided {
  if (draft.name === '') return err({ kind: 'name-empty' });
  const wrong = edits.schedule === undefined ? null : wrongSchedule(edits.schedule, draft.doors, facts);
  if (wrong !== null) return err(wrong);
  const typed = edits.pin === undefined ? ok(draft.pin?.typed ?? null) : typedPin(edits.pin, draft, facts);
  if (!typed.ok) return typed;
  const { pin, ...rest } = draft;
  return ok(storing(action, personSchema.parse({ ...rest, pin: { ...pin, typed: typed.value } }), facts.nowMs));
}

function storing(action: ActKind, person: Person, nowMs: number): PersonChange {
  return {
    person,
    action,
    asks: [],
    change: (wishes) => ({
      ...wishes,
      people: [
        ...wishes.people.filter(
          ({ id, removedAtMs }) => id !== person.id && (removedAtMs === null || nowMs - removedAtMs < REMOVED_KEPT_MS),
        ),
        person,
      ],
    }),
  };
}

function doorNames({ doors }: Person, { locks }: Mapping): string {
  const nameOf = (lockId: LockId): string => locks.find((lock) => lock.lockId === lockId)?.name.trim() ?? '';
  return [...new Set(doors.map(({ lockId }) => nameOf(lockId) || String(lockId)))].join(', ');
}

function doorsOf(lockIds: readonly LockId[], mapping: Mapping): Result<readonly KeypadPlace[], PeopleRefusal> {
  const mapped = placesOf({ ...mapping, retired: [] });
  const unknown = lockIds.find((lockId) => !mapped.some((place) => place.lockId === lockId));
  if (unknown !== undefined) return err({ kind: 'lock-unmapped', lockId: unknown });
  const doors = mapped.filter(({ lockId }) => lockIds.includes(lockId));
  return doors.length > MAX_PERSON_DOORS ? err({ kind: 'too-many-doors' }) : ok(doors);
}

function wrongSchedule(schedule: Schedule, doors: readonly KeypadPlace[], { settings, nowMs }: PeopleFacts): PeopleRefusal | null {
  switch (schedule.kind) {
    case 'always':
      return null;
    case 'once': {
      if (schedule.from >= schedule.until) return { kind: 'window-empty' };
      return schedule.until <= createLocalClock(settings, nowMs).nowAt(doors[0] ?? null, null) ? { kind: 'window-over' } : null;
    }
    case 'between-stays': {
      const { unitId } = schedule;
      return settings.mapping.units.some((unit) => unit.unitId === unitId) ? null : { kind: 'unit-unmapped', unitId };
    }
  }
}

/** Sealed. Free and unlike others on every door, whenever the code is to work. */
function typedPin(digits: string, { id, doors, schedule }: Drafted, facts: PeopleFacts): Result<string, PeopleRefusal> {
  const { settings, vault, codes } = facts;
  const pin: Pin | null = parsePin(digits);
  if (pin === null || pin.length < MIN_DIGITS || pin.length > MAX_DIGITS) return err({ kind: 'pin-length' });
  if (isTrivialPin(pin)) return err({ kind: 'pin-trivial' });
  const sealed = vault.seal('wish-pin', id, pin);
  if (sealed === null) return err({ kind: 'no-pin-key' });
  const keys = new Set(doors.map(placeKey));
  const mapped = settings.mapping.units.flatMap((unit) => unit.doors).filter((door) => keys.has(placeKey(door)));
  if (mapped.some((door) => door.digits !== undefined && ![...pin].every((digit) => door.digits?.includes(digit))))
    return err({ kind: 'pin-digits' });
  const unread = doors.find(({ lockId }) => !codes.has(lockId));
  if (unread !== undefined) return err({ kind: 'lock-unread', lockId: unread.lockId });
  const register = new PinRegister();
  const own: Code[] = [];
  for (const code of [...codes.values()].flat().sort(compareCodes)) {
    const tag = readTag(code.description);
    if (tag.kind === 'tagged' && tag.claimId === id) own.push(code);
    else register.addCode(code);
  }
  if (facts.isReplaced(pin, id, own)) return err({ kind: 'pin-retired' });
  if (doors.some((door) => !register.isFreeAt(id, door, pin))) return err({ kind: 'pin-taken' });
  const start = createLocalClock(settings, facts.nowMs).nowAt(doors[0] ?? null, null);
  const window = schedule.kind === 'once' ? { start: schedule.from, end: schedule.until } : { start, end: NEVER };
  const isNear = doors.some((door) => register.hasNeighbour(door, pin, window));
  return isNear ? err({ kind: 'pin-near' }) : ok(sealed);
}

const LETTERS = 'abcdefghijkmnpqrstuvwxyz';
const SIGNS = `${LETTERS}23456789`;

/** Not a secret. Without signs that look alike. */
function newId(facts: PeopleFacts): PersonId {
  const { people } = facts.wishes;
  for (;;) {
    const sign = (signs: string): string => signs.charAt(Math.floor(facts.random() * signs.length));
    const id = personIdSchema.parse(sign(LETTERS) + Array.from({ length: 5 }, () => sign(SIGNS)).join(''));
    if (people.every((person) => person.id !== id)) return id;
  }
}

function cleanName(name: string): string {
  return name
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, MAX_NAME)
    .trim();
}
