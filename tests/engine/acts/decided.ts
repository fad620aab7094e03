/** What the user and others decided in a history, kept apart from the program's own memory: what the oracle judges by. */
import type { DemoShare } from '../../../electron/demo/seed.ts';
import { taggedBooking } from '../invariants.ts';
import type { World } from '../world.ts';
import type { Computer } from './computer.ts';
import type { Hand, Moment } from './history.ts';

/**
 * `blocked` is firm once a whole run of that computer has carried it out: from then on nothing but a decision lets the guest in. `unclear`: what was
 * decided was lost before it reached a lock, or somebody at The Keys decided otherwise.
 */
type Access = { readonly is: 'free' | 'let-in' | 'unclear' } | { readonly is: 'blocked'; readonly by: Computer; readonly isFirm: boolean };

export interface HandMark {
  readonly does: Hand;
  readonly atMs: number;
  readonly after: DemoShare | null;
  /** Whole runs of each computer since. */
  readonly seenBy: Map<Computer, number>;
}

export interface OwnTimes {
  readonly bookingId: number;
  readonly from: Moment | null;
  readonly until: Moment | null;
}

export class Decided {
  /** Those that were replaced count until a whole run has followed; where two computers write, one may have kept what the other gave. */
  #times: (OwnTimes & { readonly by: Computer; readonly isPast: boolean })[] = [];
  /** By booking: what its guest had for a former one. */
  readonly #followed = new Map<number, readonly (OwnTimes & { readonly by: Computer; readonly isPast: boolean })[]>();
  readonly #access = new Map<number, Access>();
  /** The digits that the user typed for a stay there. */
  readonly #ownPins = new Map<Computer, Map<number, string>>();
  /** By code: the last thing that a hand did to it. */
  readonly hands = new Map<number, HandMark>();
  /** Codes of a booking or person that a hand deleted. */
  readonly deletions: { readonly owner: string; readonly atMs: number; readonly seenBy: Map<Computer, number> }[] = [];
  /** Bookings for which the user chose to leave a code as it is. */
  readonly kept = new Set<number>();

  access(bookingId: number): Access {
    return this.#access.get(bookingId) ?? { is: 'free' };
  }
  setAccess(bookingId: number, access: Access): void {
    this.#access.set(bookingId, access);
  }

  /** How many writes there were when that computer ran last. */
  readonly seenWrites = new Map<Computer, number>();

  setOwnPin(by: Computer, bookingId: number, digits: string | null): void {
    const own = this.#ownPins.get(by) ?? new Map<number, string>();
    if (digits === null) own.delete(bookingId);
    else own.set(bookingId, digits);
    this.#ownPins.set(by, own);
  }
  ownPins(by: Computer): ReadonlyMap<number, string> {
    return this.#ownPins.get(by) ?? new Map();
  }

  noteTimes(by: Computer, times: OwnTimes): void {
    const isReplaced = (one: OwnTimes & { by: Computer }): boolean => one.by === by && one.bookingId === times.bookingId;
    this.#times = [...this.#times.map((one) => (isReplaced(one) ? { ...one, isPast: true } : one)), { ...times, by, isPast: false }];
  }
  /** What may count for a stay: of each computer what the user gave there, or that nothing was given. */
  times(bookingId: number, computers: readonly Computer[]): readonly Pick<OwnTimes, 'from' | 'until'>[] {
    const all = [...this.#times.filter((one) => one.bookingId === bookingId), ...(this.#followed.get(bookingId) ?? [])];
    const isSilent = computers.some((computer) => !all.some(({ by, isPast }) => by === computer && !isPast));
    return isSilent ? [...all, { from: null, until: null }] : all;
  }

  /** Times that let the same guest in longer may go on with them, of each computer. */
  noteRebooked(from: number, to: number): void {
    const past = [...this.#times.filter((one) => one.bookingId === from), ...(this.#followed.get(from) ?? [])];
    this.#followed.set(
      to,
      past.map((one) => ({ ...one, isPast: true })),
    );
  }

  noteHand(does: Hand, before: DemoShare, after: DemoShare | null, owner: string, world: World, computers: readonly Computer[]): void {
    const atMs = world.clock.nowMs();
    if (does === 'delete') this.deletions.push({ owner, atMs, seenBy: new Map() });
    this.hands.set(before.id, { does, atMs, after, seenBy: new Map() });
    const bookingId = taggedBooking(before);
    if (bookingId === null || this.access(bookingId).is !== 'blocked') return;
    const off = world.clouds.theKeys.codes().filter((share) => taggedBooking(share) === bookingId && !share.active);
    const isEverywhere = computers.every(({ installation }) => knowsOut(installation, bookingId));
    if (does === 'on' || (off.length === 0 && !isEverywhere)) this.setAccess(bookingId, { is: 'unclear' });
  }

  /** A whole run ended: the codes that it left off keep a guest out whatever is lost, and it has seen what hands did before. */
  noteRun(computer: Computer, isAlone: boolean, hasCode: (bookingId: number) => boolean): void {
    if (isAlone && computer.installation.wishes.read().recovery === 'none') this.#times = this.#times.filter(({ isPast }) => !isPast);
    for (const [bookingId, access] of this.#access) {
      if (access.is === 'blocked' && access.by === computer && hasCode(bookingId)) this.#access.set(bookingId, { ...access, isFirm: true });
    }
    for (const { seenBy } of [...this.hands.values(), ...this.deletions]) seenBy.set(computer, (seenBy.get(computer) ?? 0) + 1);
  }

  /** What was decided there and has not reached the locks is lost with the files. */
  noteLoss(computer: Computer): void {
    this.#ownPins.delete(computer);
    this.#times = this.#times.map((one) => (one.by === computer ? { ...one, isPast: true } : one));
    for (const [bookingId, access] of this.#access) {
      if (access.is === 'let-in' || (access.is === 'blocked' && access.by === computer && !access.isFirm))
        this.#access.set(bookingId, { is: 'unclear' });
    }
  }

  /** Without its history, a computer asks about whom the user let in while a code is off, and may not know whom no code keeps out any more. */
  noteForgotten(world: World, computers: readonly Computer[]): void {
    const off = new Set(world.clouds.theKeys.codes().flatMap((share) => (share.active ? [] : [taggedBooking(share)])));
    for (const [id, { is }] of this.#access) if (is === 'let-in' && off.has(id)) this.setAccess(id, { is: 'unclear' });
    for (const [id, { isFirm }] of this.blocked()) {
      const hasCode = world.clouds.theKeys.codes().some((share) => taggedBooking(share) === id);
      if (isFirm && !hasCode && !computers.every(({ installation }) => knowsOut(installation, id))) this.setAccess(id, { is: 'unclear' });
    }
  }

  blocked(): readonly (readonly [number, Extract<Access, { is: 'blocked' }>])[] {
    return [...this.#access].flatMap(([id, access]) => (access.is === 'blocked' ? [[id, access] as const] : []));
  }
}

/** By the user's wish there, or since a code was off when it was read last. */
function knowsOut(installation: Computer['installation'], bookingId: number): boolean {
  const { 'seen-off': seen, 'deleted-by-hand': deleted } = installation.history.memory().remembered;
  const out = [...seen.values(), ...[...deleted.values()].filter(({ wasOff, isAgain }) => wasOff && isAgain)];
  return isBlockedOn(installation, bookingId) || out.some(({ claimId }) => claimId === bookingId);
}

export function isBlockedOn({ wishes }: Computer['installation'], bookingId: number): boolean {
  const wish = wishes.read().stays.find((stay) => stay.bookingId === bookingId)?.wish;
  return wish !== undefined && wish.blockedSinceMs !== null;
}
