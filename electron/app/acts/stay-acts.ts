/**
 * What the user does with one stay: the wish is stored first, then a run for this stay carries it out. Whatever interrupts it, the next sync does
 * the rest.
 */
import type { BookingId, ClaimId } from '../../../shared/domain/ids.ts';
import type { MemoryChange, MemoryValue } from '../../../shared/domain/memory.ts';
import type { PlanInput } from '../../../shared/domain/plan.ts';
import type { RunReport } from '../../../shared/domain/run.ts';
import type { ActKind, ActQuestion, ActRefusal, StayAction } from '../../../shared/domain/stay-action.ts';
import { noStayWish } from '../../../shared/domain/wishes.ts';
import type { StayWish, Wishes } from '../../../shared/domain/wishes.ts';
import type { AccessFailure } from '../../../shared/errors.ts';
import { letInNote } from '../../../shared/reconcile/hands/access-wish.ts';
import { err, ok } from '../../../shared/result.ts';
import { localNow } from '../../../shared/time.ts';
import type { Result } from '../../../shared/result.ts';
import type { HistoryStore, WishStore } from '../ports/storage.ts';
import type { Clock, PinVault } from '../ports/system.ts';
import type { Look } from '../run/look/read-only.ts';
import { decide } from './decide.ts';
import type { Decision } from './decide.ts';
import { stayFacts } from './stay-facts.ts';
import { toldTo } from './told-to.ts';
import type { StayFacts } from './stay-facts.ts';

export interface ActPorts {
  readonly wishes: WishStore;
  readonly history: HistoryStore;
  readonly clock: Pick<Clock, 'nowMs'>;
  readonly vault: PinVault;
  newRunId(): string;
  /** What a run for this stay would do, with these wishes in place of the stored ones, and with this remembered. Changes nothing. */
  look(claim: ClaimId, wishes?: Wishes, remember?: readonly MemoryChange[]): Promise<Result<Look, AccessFailure>>;
  run(claim: ClaimId, runId: string): Promise<Result<RunReport, ActRunRefusal>>;
}
/** `busy`: another run goes on. The wish is stored, so the next sync carries it out. */
export type ActRunRefusal = 'busy' | 'first-steps' | AccessFailure;

/** Why an act is not prepared. `unread`: a cloud could not be read, as the report says. */
export type ActFailure =
  | { readonly kind: 'refused'; readonly because: ActRefusal }
  | { readonly kind: 'unread'; readonly report: RunReport }
  | { readonly kind: 'access'; readonly failure: AccessFailure };

export interface PreparedAct {
  readonly claim: ClaimId;
  readonly action: ActKind;
  readonly asks: readonly ActQuestion[];
  /** What the guest was told of the present digits, for who gives the stay another PIN or blocks it. */
  readonly told?: readonly ActQuestion[];
  /** Applied to what is stored by then. */
  readonly change: (wishes: Wishes) => Wishes;
  /** The PIN of its codes where it cannot be drawn again, sealed. */
  readonly formerPin: string | null;
  /** Further changes of what runs remember. */
  readonly remember: readonly MemoryChange[];
}

/** These need nothing of the clouds, so that a guest can be blocked while one of them is down. */
const NEEDS_NOTHING: ReadonlySet<ActKind> = new Set([
  'block',
  'unblock',
  'with-code',
  'no-messages',
  'with-messages',
  'note',
  'reset-times',
]);
const EVENTS_SEARCHED = 1_000;

export async function prepareAct(ports: ActPorts, bookingId: BookingId, action: StayAction): Promise<Result<PreparedAct, ActFailure>> {
  const { vault, clock } = ports;
  const looked = await ports.look(bookingId);
  if (!looked.ok && !NEEDS_NOTHING.has(action.kind)) return err({ kind: 'access', failure: looked.error });
  const look = looked.ok ? looked.value : null;
  const input = look?.input ?? null;
  const facts = input === null ? null : stayFacts(input, bookingId);
  if (look !== null && facts === null && !NEEDS_NOTHING.has(action.kind)) return err({ kind: 'unread', report: look.report });
  if (typeof facts === 'string') return err({ kind: 'refused', because: facts });
  const contact = facts?.claim.booking.contact;
  const decided = decide(action, facts, {
    nowMs: clock.nowMs(),
    shown: timesShown(ports.history, bookingId),
    guest: contact === undefined ? [] : (vault.digestGuest(contact) ?? []),
    isKeyed: vault.keyed,
    seal: (pin) => vault.seal('wish-pin', bookingId, pin),
    digest: (pin) => vault.digestPin(pin),
  });
  if (!decided.ok) return err({ kind: 'refused', because: decided.error });
  const { asks, change } = decided.value;
  return ok({
    claim: bookingId,
    action: action.kind,
    asks,
    told: input === null || facts === null ? [] : toldBefore(action.kind, facts, input),
    change: (wishes) => withStayWish(wishes, bookingId, change),
    formerPin: facts === null ? null : formerPin(facts, vault),
    // A code that came back is to go as well.
    remember: action.kind === 'no-code' ? [{ kind: 'no-code', key: String(bookingId), value: null }] : [],
  });
}

function toldBefore(action: ActKind, facts: StayFacts, input: PlanInput): readonly ActQuestion[] {
  if (action !== 'new-pin' && action !== 'block') return [];
  const present = toldTo(facts, input).filter(({ agrees }) => agrees === 'yes');
  return present.map(({ way, atMs }) => ({ kind: 'told', guest: facts.claim.name, way, at: localNow(facts.zone, atMs) }));
}

/** Drawn and typed PINs come back by themselves: from the PIN key, and from the wish. */
function formerPin({ codes, draw, claim, wish }: StayFacts, vault: PinVault): string | null {
  const pin = codes.find((code) => code.pin !== null)?.pin ?? null;
  const typed = wish.pin.typed === null ? null : vault.open('wish-pin', claim.booking.id, wish.pin.typed);
  if (pin === null || pin === draw?.pin || pin === typed) return null;
  return vault.seal('undo-pin', claim.booking.id, pin);
}

function timesShown(history: HistoryStore, bookingId: BookingId): number {
  return history.listEvents(EVENTS_SEARCHED).filter((event) => event.kind === 'pin-revealed' && event.bookingId === bookingId).length;
}

/** What it would do: with the note as well, since a plan may ask whether the user has acted. */
export function previewAct(ports: ActPorts, act: PreparedAct): Promise<Result<Look, AccessFailure>> {
  const stored = ports.wishes.read();
  return ports.look(act.claim, act.change(stored), notesOf(act, 'dry-run', stored, ports.clock.nowMs()));
}

/** Noted first, then wished, then done: after a crash between any two, the next sync goes on, and nothing is taken back that was not wished. */
export async function carryOut(ports: ActPorts, act: PreparedAct): Promise<Result<RunReport, ActRunRefusal>> {
  const { wishes, history } = ports;
  const runId = ports.newRunId();
  const stored = wishes.read();
  history.remember(notesOf(act, runId, stored, ports.clock.nowMs()));
  wishes.change((stored) => act.change(stored));
  return ports.run(act.claim, runId);
}

function notesOf(act: PreparedAct, runId: string, stored: Wishes, atMs: number): readonly MemoryChange[] {
  return [noteOf(act, runId, stored, atMs), ...letInNotes(act, stored), ...act.remember];
}

function letInNotes({ claim, change }: PreparedAct, stored: Wishes): readonly MemoryChange[] {
  const sinceMs = letInSince(change(stored), claim);
  return sinceMs === null || sinceMs === letInSince(stored, claim) ? [] : [letInNote(claim, sinceMs)];
}
function letInSince({ stays, people }: Wishes, claim: ClaimId): number | null {
  const wish = typeof claim === 'number' ? stayWishOf({ stays }, claim) : people.find(({ id }) => id === claim);
  return wish?.letInSinceMs ?? null;
}

/** What undo needs. */
function noteOf({ claim, action, change, formerPin: former }: PreparedAct, runId: string, stored: Wishes, atMs: number): MemoryChange {
  const wishIn = (wishes: Wishes) => (typeof claim === 'number' ? actWish(stayWishOf(wishes, claim)) : null);
  const value = { claimId: claim, atMs, action, before: wishIn(stored), after: wishIn(change(stored)), formerPin: former };
  return { kind: 'act', key: runId, value };
}

export function stayWishOf({ stays }: Pick<Wishes, 'stays'>, id: BookingId): StayWish {
  return stays.find(({ bookingId }) => bookingId === id)?.wish ?? noStayWish();
}

export function actWish({ blockedSinceMs, noCode, noMessages, from, until, pin }: StayWish): NonNullable<MemoryValue<'act'>['before']> {
  return { blockedSinceMs, noCode, noMessages: noMessages === true, from, until, typed: pin.typed };
}

/** A wish that says nothing is not kept. */
export function withStayWish(wishes: Wishes, bookingId: BookingId, change: Decision['change']): Wishes {
  const wish = change(stayWishOf(wishes, bookingId));
  const others = wishes.stays.filter((stay) => stay.bookingId !== bookingId);
  const isEmpty = JSON.stringify(wish) === JSON.stringify(noStayWish());
  return { ...wishes, stays: isEmpty ? others : [...others, { bookingId, wish }] };
}
