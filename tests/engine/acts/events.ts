/** Carries out the events of a history: the user's acts here, hands at The Keys, and what guests change at Smoobu. */
import { decideAccess } from '../../../electron/app/acts/decide-access.ts';
import type { DemoBooking, DemoShare } from '../../../electron/demo/seed.ts';
import { claimFromKey } from '../../../shared/domain/ids.ts';
import type { ClaimId } from '../../../shared/domain/ids.ts';
import type { Problem } from '../../../shared/domain/problem.ts';
import { noStayWish, personSchema } from '../../../shared/domain/wishes.ts';
import type { Person, StayWish } from '../../../shared/domain/wishes.ts';
import { parsePin } from '../../../shared/domain/code.ts';
import { readTag } from '../../../shared/reconcile/tag.ts';
import { Secret } from '../../../shared/secret.ts';
import { addDays, addMinutes, dateOf, localNow } from '../../../shared/time.ts';
import type { LocalDate, LocalDateTime, WallTime } from '../../../shared/time.ts';
import { bookingId } from '../../support/ids.ts';
import { taggedBooking } from '../invariants.ts';
import { bookingInput, doorsOf, unitId } from '../scenario.ts';
import type { World } from '../world.ts';
import type { Computer } from './computer.ts';
import type { Decided } from './decided.ts';
import { typePin } from './own-pin.ts';
import type { Event, Hand, History, PersonPlan, StayPlan } from './history.ts';
import { fromNow, must } from './windows.ts';

export interface Stage {
  readonly world: World;
  readonly history: History;
  readonly computers: readonly Computer[];
  readonly decided: Decided;
  /** What the last run of each computer reported. */
  readonly told: Map<Computer, readonly Problem[]>;
  people: number;
}

/** Refused once the stay is over, as far as that computer knows. */
const NOT_ONCE_OVER: ReadonlySet<Event['kind']> = new Set(['block', 'no-code', 'new-pin', 'own-pin']);

function isOver(booking: DemoBooking, { world, history }: Stage, { installation }: Computer): boolean {
  const wish = installation.wishes.read().stays.find(({ bookingId: id }) => id === booking.id)?.wish ?? noStayWish();
  return fromNow(must(booking, [wish]), localNow(history.layout.zone, world.clock.nowMs())) === null;
}

/** Whom the event is about; null: nobody, or it did nothing. */
export async function applyEvent(event: Event, stage: Stage, computer: Computer): Promise<ClaimId | null> {
  const { world, decided } = stage;
  const { smoobu } = world.clouds;
  if (event.kind === 'book') return book(event.stay, stage);
  if (event.kind === 'hand') return byHand(event, stage);
  if (event.kind === 'answer') return answer(event, stage, computer);
  if (event.kind === 'lose-files') {
    computer.lose(event.what);
    if (event.what !== 'history') decided.noteLoss(computer);
    if (event.what !== 'wishes') decided.noteForgotten(world, stage.computers);
    return null;
  }
  if (event.kind === 'person' || event.kind === 'edit-person' || event.kind === 'remove-person')
    return changePeople(event, stage, computer);
  const booking = pick(liveBookings(world), event.which);
  if (booking === null || (NOT_ONCE_OVER.has(event.kind) && isOver(booking, stage, computer))) return null;
  switch (event.kind) {
    case 'block':
    case 'let-in':
      access(event.kind === 'block', booking, stage, computer);
      break;
    case 'no-code':
    case 'with-code':
      wish(computer, booking.id, (before) => ({ ...before, noCode: event.kind === 'no-code' }));
      break;
    case 'own-times':
    case 'usual-times': {
      const times = event.kind === 'own-times' ? { from: event.from, until: event.until } : { from: null, until: null };
      wish(computer, booking.id, (before) => ({ ...before, ...times }));
      decided.noteTimes(computer, { bookingId: booking.id, ...times });
      break;
    }
    case 'new-pin':
      retirePins(booking, stage, computer);
      decided.setOwnPin(computer, booking.id, null);
      break;
    case 'own-pin': {
      const change = await typePin(booking, event.digits, world, computer);
      if (change === null) return null;
      wish(computer, booking.id, change);
      decided.setOwnPin(computer, booking.id, event.digits);
      break;
    }
    case 'cancel':
      smoobu.cancelBooking(booking.id);
      break;
    case 'vanish':
      smoobu.removeBooking(booking.id);
      break;
    case 'move':
      smoobu.changeBooking(booking.id, { apartmentId: unitId(event.unit) });
      break;
    case 'shift':
    case 'stay-longer': {
      const arrival = addDays(booking.arrival as LocalDate, event.kind === 'shift' ? event.days : 0);
      const departure = addDays(booking.departure as LocalDate, event.days);
      if (arrival < departure) smoobu.changeBooking(booking.id, { arrival, departure });
      break;
    }
    case 'rebook':
      return rebook(booking, event, stage);
  }
  return bookingId(booking.id);
}

export function liveBookings(world: World): readonly DemoBooking[] {
  return world.clouds.smoobu.bookings().filter(({ type }) => type !== 'cancellation');
}
function pick<T>(all: readonly T[], which: number): T | null {
  return all.at(which % Math.max(1, all.length)) ?? null;
}

export function book(plan: StayPlan, { world, history }: Pick<Stage, 'world' | 'history'>): ClaimId {
  const known = new Set(world.clouds.smoobu.bookings().map(({ id }) => id));
  const { smoobu } = world.clouds;
  smoobu.addBooking({ ...bookingInput(plan, history.layout, world.clock.nowMs()), checkOut: plan.checkOut });
  const id = newest(world, known);
  if (plan.hasAddress) smoobu.changeBooking(id, { email: `guest-${String(id)}@demo.invalid`, type: 'reservation' });
  return bookingId(id);
}
function newest(world: World, known: ReadonlySet<number>): number {
  return world.clouds.smoobu.bookings().find(({ id }) => !known.has(id))?.id ?? 0;
}

/**
 * Whom the user blocked is recognised by the address where they did so, and stays out whichever computer runs first. A hand that switched off
 * every code may be known or not. Without an address nobody is recognised.
 */
function rebook(booking: DemoBooking, event: Extract<Event, { kind: 'rebook' }>, { world, decided }: Stage): ClaimId {
  const { smoobu } = world.clouds;
  const { id, apartmentId, arrival, guestName, email } = booking;
  const before = codesOf(world, bookingId(id));
  const isOff = before.length > 0 && before.every(({ active }) => !active);
  if (event.isGone) smoobu.removeBooking(id);
  else smoobu.cancelBooking(id);
  const known = new Set(smoobu.bookings().map((one) => one.id));
  smoobu.addBooking({ apartmentId, arrival, departure: addDays(booking.departure as LocalDate, event.nights), guestName, email });
  const again = newest(world, known);
  decided.noteRebooked(id, again);
  const access = decided.access(id);
  const isKnown = access.is === 'blocked' && email !== '' && recognises(access.by, email);
  if (isKnown) decided.setAccess(again, { ...access, isFirm: false });
  else if ((access.is !== 'free' || isOff) && email !== '') decided.setAccess(again, { is: 'unclear' });
  return bookingId(again);
}

function digestsOf({ installation: { vault } }: Computer, email: string): readonly string[] {
  return email === '' ? [] : (vault.digestGuest({ email: new Secret(email), phone: null, guestId: null }) ?? []);
}
function recognises(computer: Computer, email: string): boolean {
  const digests = digestsOf(computer, email);
  const { stays } = computer.installation.wishes.read();
  return stays.some(({ wish: { blockedSinceMs, guest } }) => blockedSinceMs !== null && digests.some((digest) => guest.includes(digest)));
}

function wish(computer: Computer, id: number, change: (before: StayWish) => StayWish): void {
  computer.installation.wishes.change((wishes) => {
    const before = wishes.stays.find((stay) => stay.bookingId === id)?.wish ?? noStayWish();
    const others = wishes.stays.filter((stay) => stay.bookingId !== id);
    return { ...wishes, stays: [...others, { bookingId: bookingId(id), wish: change(before) }] };
  });
}

function access(isBlock: boolean, { id, email }: DemoBooking, { world, decided }: Stage, computer: Computer): void {
  const { wishes, history } = computer.installation;
  const is = isBlock ? 'blocked' : 'let-in';
  decideAccess({ history, wishes }, { id: bookingId(id), is, guest: digestsOf(computer, email) }, world.clock.nowMs());
  decided.setAccess(id, isBlock ? { is: 'blocked', by: computer, isFirm: false } : { is: 'let-in' });
}

function retirePins({ id }: DemoBooking, { world }: Stage, computer: Computer): void {
  const pins = new Set(codesOf(world, bookingId(id)).flatMap(({ code }) => parsePin(code) ?? []));
  const digests = [...pins].flatMap((pin) => computer.installation.vault.digestPin(pin) ?? []);
  wish(computer, id, ({ pin, ...before }) => ({
    ...before,
    pin: { typed: null, retired: [...pin.retired, ...digests.map((digest) => ({ digest }))] },
  }));
}

type PersonEvent = Extract<Event, { kind: 'person' | 'edit-person' | 'remove-person' }>;

function changePeople(event: PersonEvent, stage: Stage, { installation: { wishes } }: Computer): ClaimId | null {
  const nowMs = stage.world.clock.nowMs();
  if (event.kind === 'person') {
    stage.people += 1;
    const person = personOf(`p${String(stage.people).padStart(5, '0')}`, event.plan, stage);
    wishes.change((before) => ({ ...before, people: [...before.people, person] }));
    return person.id;
  }
  const present = wishes.read().people.filter(({ removedAtMs }) => removedAtMs === null);
  const person = pick(present, event.which);
  if (person === null) return null;
  const next = event.kind === 'remove-person' ? { ...person, removedAtMs: nowMs } : personOf(person.id, event.plan, stage);
  wishes.change((before) => ({ ...before, people: before.people.map((one) => (one.id === person.id ? next : one)) }));
  return person.id;
}

function personOf(id: string, plan: PersonPlan, { world, history: { layout } }: Stage): Person {
  const now = localNow(layout.zone, world.clock.nowMs());
  const doors = doorsOf(layout, layout.doorsOfUnit[plan.unit] ?? []).map(({ lockId, keypadId }) => ({ lockId, keypadId }));
  return personSchema.parse({ id, name: `Helper ${id}`, doors, createdOn: dateOf(now), schedule: scheduleOf(plan, now) });
}
function scheduleOf(plan: PersonPlan, now: LocalDateTime): unknown {
  switch (plan.kind) {
    case 'always':
      return { kind: 'always' };
    case 'between-stays':
      return { kind: 'between-stays', unitId: unitId(plan.unit) };
    case 'once': {
      const from = addMinutes(now, plan.inHours * 60);
      return { kind: 'once', from, until: addMinutes(from, plan.hours * 60) };
    }
  }
}

function answer(event: Extract<Event, { kind: 'answer' }>, { told, decided, world }: Stage, computer: Computer): ClaimId | null {
  const asked = pick(
    (told.get(computer) ?? []).filter(({ question }) => question !== undefined),
    event.which,
  );
  const choice = pick(asked?.question?.choices ?? [], event.choice);
  if (asked?.question === undefined || choice === null || !computer.installation.answer(asked.question.key, choice)) return null;
  const { bookingId: id } = asked;
  if (id === undefined) return null;
  if (asked.kind === 'times-asked' && choice !== 'usual') noteAnsweredTimes(id, choice, { world, decided }, computer);
  if (choice === 'keep') decided.kept.add(id);
  if (choice === 'let-in') decided.setAccess(id, { is: 'let-in' });
  return id;
}

/** A check-out at night is on the day of departure, or a day later. */
function noteAnsweredTimes(id: number, choice: string, { world, decided }: Pick<Stage, 'world' | 'decided'>, computer: Computer): void {
  const booking = liveBookings(world).find((one) => one.id === id);
  if (booking?.checkOut == null) return;
  const from = computer.installation.wishes.read().stays.find((stay) => stay.bookingId === id)?.wish.from ?? null;
  const until = { day: choice === 'night-after' ? 1 : 0, time: booking.checkOut as WallTime };
  decided.noteTimes(computer, { bookingId: id, from, until });
}

function byHand({ does, which }: Extract<Event, { kind: 'hand' }>, { world, decided, computers }: Stage): ClaimId | null {
  const { theKeys } = world.clouds;
  const share = pick(
    theKeys.codes().filter((one) => ownerOf(one) !== null),
    which,
  );
  const owner = share === null ? null : ownerOf(share);
  if (share === null || owner === null) return null;
  if (does === 'delete') theKeys.removeCode(share.id);
  else theKeys.changeCode(share.id, changesOf(does, share, world));
  decided.noteHand(does, share, theKeys.share(share.id), owner, world, computers);
  return claimFromKey(owner);
}

function changesOf(does: Exclude<Hand, 'delete'>, share: DemoShare, world: World): Partial<DemoShare> {
  const day = (date: string | null, days: number): string | null => (date === null ? null : addDays(date as LocalDate, days));
  switch (does) {
    case 'off':
      return { active: false };
    case 'on':
      return { active: true };
    case 'longer':
      return { endDate: day(share.endDate, 2) };
    case 'shorter':
      return { endDate: day(share.endDate, -1) };
    case 'no-end':
      return { endDate: null, endTime: null };
    case 'other-pin': {
      const taken = new Set(world.clouds.theKeys.codes().map(({ code }) => code));
      return { code: ['7305', '7316', '7327', '7348', '7359', '7390'].find((pin) => !taken.has(pin)) ?? share.code };
    }
  }
}

/** As text: of a booking the number, of a person the id. null: made by hand. */
export function ownerOf(share: DemoShare): string | null {
  const tag = readTag(share.description ?? '');
  return tag.kind === 'tagged' ? String(tag.claimId) : null;
}
export function codesOf(world: World, owner: ClaimId): readonly DemoShare[] {
  return typeof owner === 'number'
    ? world.clouds.theKeys.codes().filter((share) => taggedBooking(share) === owner)
    : world.clouds.theKeys.codes().filter((share) => ownerOf(share) === owner);
}
