/** Who may open which door when, by the rules and by what was decided, checked at the doors of the demo cloud. */
import { expect } from 'vitest';
import type { DemoBooking, DemoShare } from '../../../electron/demo/seed.ts';
import { KEYPAD } from '../../../electron/demo/seed.ts';
import type { KeypadPlace } from '../../../shared/domain/ids.ts';
import { parsePin } from '../../../shared/domain/code.ts';
import type { ProblemKind } from '../../../shared/domain/problem.ts';
import type { RunReport } from '../../../shared/domain/run.ts';
import type { Person } from '../../../shared/domain/wishes.ts';
import { englishSentence } from '../../../shared/i18n/problem-text.ts';
import { addDays, dateOf, localNow } from '../../../shared/time.ts';
import type { LocalDateTime } from '../../../shared/time.ts';
import { bookingId, personId } from '../../support/ids.ts';
import { taggedBooking } from '../invariants.ts';
import type { Computer } from './computer.ts';
import { isBlockedOn } from './decided.ts';
import { codesOf, liveBookings, ownerOf } from './events.ts';
import type { Stage } from './events.ts';
import { covers, fromNow, keptAtMost, may, must, overlaps, spanOf, usual } from './windows.ts';
import type { Span } from './windows.ts';

/** Something could not be read, so the run decided for a part. */
const UNREAD: ReadonlySet<ProblemKind> = new Set<ProblemKind>([
  'list-failed',
  'lock-unread',
  'door-unreadable',
  'cloud-unreachable',
  'cloud-failed',
  'bookings-incomplete',
  'deadline',
]);
/** These say nothing about whether a door opens. */
const OTHER: ReadonlySet<ProblemKind> = new Set<ProblemKind>(['overlap', 'unclear-times', 'times-asked', 'other-pin', 'different-pins']);

/** A scheduled run that reads a part decides about a part. */
export function isWhole({ run, claim, problems }: RunReport, { world }: Stage, { installation }: Computer): boolean {
  const read = installation.readLocks();
  if (!world.settings.mapping.units.every(({ doors }) => doors.every(({ lockId }) => read.has(lockId)))) return false;
  return claim === undefined && ['ok', 'nothing-to-do', 'held'].includes(run.outcome) && !problems.some(({ kind }) => UNREAD.has(kind));
}

/** After a whole run of that computer. */
export class Verdict {
  readonly #stage: Stage;
  readonly #computer: Computer;
  readonly #report: RunReport;
  readonly #now: LocalDateTime;
  readonly #written: ReadonlySet<number>;
  readonly #live: readonly DemoBooking[];

  /** `written`: codes that another computer wrote since this one ran last: in the first of two syncs they are left alone, as after a hand. */
  constructor(stage: Stage, computer: Computer, report: RunReport, written: ReadonlySet<number>) {
    this.#written = written;
    this.#stage = stage;
    this.#computer = computer;
    this.#report = report;
    this.#now = nowOf(stage);
    this.#live = liveBookings(stage.world);
  }

  check(): void {
    for (const booking of this.#live) this.#guestGetsIn(booking);
    for (const share of this.#stage.world.clouds.theKeys.codes()) this.#nobodyElse(share);
    this.#blockedAreOut();
    this.#retiredStayRetired();
    this.#ownPins();
    for (const person of this.#computer.installation.wishes.read().people) this.#person(person);
  }

  /** On each door during the usual times or those that the user gave, unless the user or a hand decided otherwise and the user was told. */
  #guestGetsIn(booking: DemoBooking): void {
    const { decided, computers, world } = this.#stage;
    const { id } = booking;
    const access = decided.access(id).is;
    if (access === 'blocked' || access === 'unclear' || decided.kept.has(id) || this.#isWithoutCode(id)) return;
    const needed = fromNow(must(booking, decided.times(id, computers)), this.#now);
    if (needed === null) return;
    const codes = codesOf(world, bookingId(booking.id));
    if (codes.some((share) => this.#written.has(share.id))) return;
    for (const door of this.#doorsOf(booking)) {
      const opens = codes.some((share) => isAt(share, door) && share.active && covers(spanOf(share), needed));
      if (opens || this.#isHeld(id)) continue;
      // Let in on one computer, and blocked on another that never saw it undone on a lock.
      if (computers.some(({ installation }) => isBlockedOn(installation, id)) && this.#isTold(id)) continue;
      const isByHand = this.#isByHand(String(id), codes);
      expect(
        isByHand && (this.#isFresh(String(id), codes) || this.#isTold(id)),
        this.#say(`guest ${String(id)} gets in at ${door.keypadId}`),
      ).toBe(true);
    }
  }

  /** A guest's code opens no other door and at no other time, or the user was told. */
  #nobodyElse(share: DemoShare): void {
    const { decided, computers, world } = this.#stage;
    const id = taggedBooking(share);
    const opens = fromNow(spanOf(share), this.#now);
    if (id === null || opens === null || !share.active || decided.kept.has(id)) return;
    const booking = this.#live.find((one) => one.id === id);
    if (booking !== undefined && this.#doorsOf(booking).some((door) => isAt(share, door))) {
      const allowed = may(booking, decided.times(id, computers));
      if (covers(allowed, opens)) return;
      const mark = decided.hands.get(share.id);
      if (mark !== undefined && covers(keptAtMost(booking, allowed, this.#live), opens) && this.#isTold(id)) return;
    }
    const isFresh = this.#isFresh(String(id), codesOf(world, bookingId(id)));
    const what = `code ${String(share.id)} of ${String(id)} opens ${share.accessory.stringId} from ${opens.start} to ${opens.end}`;
    expect(isFresh || this.#isHeld(id) || this.#isToldOfFormer(id, share.id), this.#say(what)).toBe(true);
  }

  #blockedAreOut(): void {
    for (const [id, { by }] of this.#stage.decided.blocked()) {
      if (by === this.#computer) assertOut(this.#stage, id, this.#say(`${String(id)} was blocked`));
    }
  }

  #retiredStayRetired(): void {
    const { wishes, vault } = this.#computer.installation;
    for (const { bookingId, wish } of wishes.read().stays) {
      // In the first of two syncs a hand is left alone, whatever else is due.
      if (this.#isFresh(String(bookingId), codesOf(this.#stage.world, bookingId))) continue;
      const digests = new Set(wish.pin.retired.flatMap((retired) => ('digest' in retired ? [retired.digest] : [])));
      for (const share of codesOf(this.#stage.world, bookingId)) {
        if (!share.active || fromNow(spanOf(share), this.#now) === null || !this.#live.some(({ id }) => id === bookingId)) continue;
        const pin = parsePin(share.code);
        const isRetired = pin !== null && digests.has(vault.digestPin(pin) ?? '');
        expect(isRetired && !this.#isTold(bookingId), this.#say(`a retired PIN of ${String(bookingId)}`)).toBe(false);
      }
    }
  }

  /** What the user typed here opens every door of the stay, or they were told why not. */
  #ownPins(): void {
    const { decided, world } = this.#stage;
    for (const [id, digits] of decided.ownPins(this.#computer)) {
      const booking = this.#live.find((one) => one.id === id);
      const codes = codesOf(world, bookingId(id));
      if (booking === undefined || this.#isWithoutCode(id) || this.#isFresh(String(id), codes)) continue;
      for (const share of codes) {
        const isDue =
          share.active && fromNow(spanOf(share), this.#now) !== null && this.#doorsOf(booking).some((door) => isAt(share, door));
        const isRight = !isDue || share.code === digits || this.#isTold(id) || this.#isHeld(id);
        expect(isRight, this.#say(`code ${String(share.id)} of ${String(id)} has the PIN that the user typed`)).toBe(true);
      }
    }
  }

  #person(person: Person): void {
    const { world, decided } = this.#stage;
    const codes = codesOf(world, person.id).filter((share) => share.active && fromNow(spanOf(share), this.#now) !== null);
    const what = `${person.id} (${JSON.stringify(person.schedule)}) has ${JSON.stringify(codes.map(spanOf))}`;
    const isByHand = this.#isByHand(person.id, codesOf(world, person.id));
    if (person.removedAtMs !== null) {
      expect(codes, this.#say(`${person.id} was removed`)).toEqual([]);
      return;
    }
    for (const share of codes) {
      expect(
        person.doors.some((door) => isAt(share, door)),
        this.#say(what),
      ).toBe(true);
    }
    const { schedule } = person;
    if (schedule.kind === 'between-stays') {
      if (this.#isFresh(person.id, codesOf(world, person.id))) return;
      for (const booking of this.#live) {
        if (booking.apartmentId !== schedule.unitId || decided.access(booking.id).is === 'blocked') continue;
        const stay = must(booking, decided.times(booking.id, this.#stage.computers));
        for (const share of codes) {
          const isIn = overlaps(fromNow(spanOf(share), this.#now) ?? stay, stay);
          expect(stay.start < stay.end && isIn, this.#say(`${what}, while ${String(booking.id)} is in`)).toBe(false);
        }
      }
      return;
    }
    const yearEnd = addDays(dateOf(this.#now), 300);
    const window = schedule.kind === 'once' ? { start: schedule.from, end: schedule.until } : { start: this.#now, end: `${yearEnd}T00:00` };
    const needed = fromNow(window, this.#now);
    if (isByHand) return;
    if (schedule.kind === 'once') {
      for (const share of codes) expect(covers(window, fromNow(spanOf(share), this.#now) ?? window), this.#say(what)).toBe(true);
    }
    for (const door of needed === null ? [] : person.doors) {
      expect(
        codes.some((share) => isAt(share, door) && needed !== null && covers(spanOf(share), needed)),
        this.#say(`${what} but not at ${door.keypadId}`),
      ).toBe(true);
    }
  }

  #doorsOf({ apartmentId }: DemoBooking): readonly KeypadPlace[] {
    return this.#stage.world.settings.mapping.units.find(({ unitId }) => unitId === apartmentId)?.doors ?? [];
  }
  #isWithoutCode(id: number): boolean {
    const wishes = this.#stage.computers.map(({ installation }) => installation.wishes.read());
    return wishes.some(({ stays }) => stays.some((stay) => stay.bookingId === id && stay.wish.noCode));
  }
  /** Somebody changed one of its codes, which still is as they left it, or deleted one. */
  #isByHand(owner: string, codes: readonly DemoShare[]): boolean {
    const { hands, deletions } = this.#stage.decided;
    return codes.some(({ id }) => hands.has(id)) || deletions.some((one) => one.owner === owner);
  }
  /** This computer has not seen it twice. */
  #isFresh(owner: string, codes: readonly DemoShare[]): boolean {
    const { hands, deletions } = this.#stage.decided;
    const marks = [...codes.flatMap(({ id }) => hands.get(id) ?? []), ...deletions.filter((one) => one.owner === owner)];
    return codes.some(({ id }) => this.#written.has(id)) || marks.some(({ seenBy }) => (seenBy.get(this.#computer) ?? 0) < 1);
  }
  #isTold(id: number): boolean {
    return this.#report.problems.some(({ bookingId, kind }) => bookingId === id && !OTHER.has(kind));
  }
  #isToldOfFormer(id: number, codeId: number): boolean {
    const { problems } = this.#report;
    return (
      this.#isTold(id) ||
      problems.some((one) => one.codeId === codeId || (one.kind === 'booked-again' && Number(one.text.parameters.other) === id))
    );
  }
  /** Also in an earlier run: the user is asked until they have answered. */
  #isHeld(id: number): boolean {
    const holds = this.#computer.installation.history.listHolds().map(({ operation }) => operation);
    return [...holds, ...this.#report.operations.filter(({ status }) => status === 'held')].some((one) => one.bookingId === id);
  }
  #say(what: string): string {
    return `${this.#now}: ${what}; told: ${this.#report.problems.map(englishSentence).join(' ')}`;
  }
}

/** Whom no run lets in: the codes are off, or the computer knows that the guest is blocked and no code lets them in yet. */
export function keptOut(stage: Stage, { installation }: Computer): readonly number[] {
  return stage.decided
    .blocked()
    .flatMap(([id, { isFirm }]) => (isFirm || (isBlockedOn(installation, id) && !letsIn(stage, id)) ? [id] : []));
}

/** A code of that guest opens a door, now or later. */
function letsIn(stage: Stage, id: number): boolean {
  const { theKeys } = stage.world.clouds;
  return codesOf(stage.world, bookingId(id)).some((share) => {
    const { active, lockId, accessory, code } = share;
    return theKeys.opens(lockId, accessory.stringId, code) || (active && fromNow(spanOf(share), nowOf(stage)) !== null);
  });
}
export function assertOut(stage: Stage, id: number, what: string): void {
  expect(letsIn(stage, id), `${what}: a code lets them in`).toBe(false);
}

/** Whatever becomes of a run: whoever was blocked stays out, and whoever could get in and was to, still can. */
export function nearDoors(stage: Stage, when: 'before-run' | 'after-run'): ReadonlySet<string> {
  const { world, decided, computers } = stage;
  const now = nowOf(stage);
  const soon = `${addDays(dateOf(now), 1)}T24`;
  const found = new Set<string>();
  for (const booking of liveBookings(world)) {
    const { id, apartmentId } = booking;
    const isUsual = decided.times(id, computers).every(({ from, until }) => from === null && until === null);
    const codes = codesOf(world, bookingId(id));
    const needed = fromNow(usual(booking), now);
    if (needed === null || needed.start > soon || !isUsual || decided.access(id).is !== 'free') continue;
    if (
      computers.some(({ installation }) => installation.wishes.read().stays.some(({ bookingId, wish }) => bookingId === id && wish.noCode))
    )
      continue;
    // A run may give a booking codes of a former one that somebody changed.
    const isByHand = codes.some((share) => decided.hands.has(share.id)) || decided.deletions.some(({ owner }) => owner === String(id));
    if (when === 'before-run' && isByHand) continue;
    const unit = world.settings.mapping.units.find(({ unitId }) => unitId === apartmentId);
    for (const door of unit?.doors ?? []) {
      const opens = codes.some((share) => isAt(share, door) && share.active && isIn(spanOf(share), needed.start));
      if (opens) found.add(`${String(id)} at ${door.keypadId}`);
    }
  }
  return found;
}

/** A run changes no code but those of bookings and of the people that this computer knows. */
export function assertOwn(stage: Stage, computer: Computer, from: number): void {
  const people = new Set(computer.installation.wishes.read().people.map(({ id }) => id));
  for (const { by, before } of stage.world.clouds.theKeys.events().slice(from)) {
    if (by !== 'request' || before === null) continue;
    const owner = ownerOf(before);
    const isOwn = owner !== null && (taggedBooking(before) !== null || people.has(personId(owner)));
    expect(isOwn, `code ${String(before.id)} of ${owner ?? 'nobody'} was changed`).toBe(true);
  }
}

function isAt(share: DemoShare, place: KeypadPlace): boolean {
  return share.lockId === place.lockId && share.accessory.type === KEYPAD && share.accessory.stringId === place.keypadId;
}
function isIn({ start, end }: Span, moment: string): boolean {
  return start <= moment && moment < end;
}
export function nowOf({ world, history }: Stage): LocalDateTime {
  return localNow(history.layout.zone, world.clock.nowMs());
}
