/** Takes back one whole act of the user, as far as that is possible. What is decided about a stay is pure. */
import type { Pin } from '../../../shared/domain/code.ts';
import type { BookingId, PersonId } from '../../../shared/domain/ids.ts';
import type { MemoryValue } from '../../../shared/domain/memory.ts';
import type { ActQuestion, ActRefusal } from '../../../shared/domain/stay-action.ts';
import type { Wishes } from '../../../shared/domain/wishes.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { withMessages, withRetired } from './decide.ts';
import type { Decision } from './decide.ts';
import { actWish, stayWishOf, withStayWish } from './stay-acts.ts';
import type { ActFailure, ActPorts, PreparedAct } from './stay-acts.ts';
import { stayFacts } from './stay-facts.ts';
import type { StayFacts } from './stay-facts.ts';
import { UNDO_KEPT_MS, UNDOABLE } from './undoable.ts';

type Act = MemoryValue<'act'>;
type StayAct = Act & { readonly before: NonNullable<Act['before']>; readonly after: NonNullable<Act['after']> };

/** `reference`: a run's id, or that of one of its operations. */
export async function prepareUndo(ports: ActPorts, reference: string): Promise<Result<PreparedAct, ActFailure>> {
  const [runId = ''] = reference.split('/');
  const found = findAct(ports, runId);
  if (typeof found === 'string') return refused(found);
  const forget = { kind: 'act', key: runId, value: null } as const;
  if (typeof found.claimId === 'string') return undoPerson(found, found.claimId, ports, forget);
  const { before, after, claimId } = found;
  if (before === null || after === null) return refused('act-not-undone');
  const act: StayAct = { ...found, before, after };
  if (isChanged(act, ports.wishes.read(), claimId)) return refused('act-changed');
  const looked = await ports.look(claimId);
  if (!looked.ok) return err({ kind: 'access', failure: looked.error });
  if (looked.value.input === null) return err({ kind: 'unread', report: looked.value.report });
  const facts = stayFacts(looked.value.input, claimId);
  if (typeof facts === 'string') return refused(facts);
  const decided = undoStay(act, facts, ports, claimId);
  if (!decided.ok) return refused(decided.error);
  return ok({
    claim: claimId,
    action: 'undo',
    asks: decided.value.asks,
    change: (wishes) => withStayWish(wishes, claimId, decided.value.change),
    formerPin: null,
    remember: [forget],
  });
}

function refused(because: ActRefusal): Result<never, ActFailure> {
  return err({ kind: 'refused', because });
}

function findAct({ history, clock }: ActPorts, runId: string): Act | ActRefusal {
  const act = history.memory().remembered.act.get(runId);
  if (act === undefined || clock.nowMs() - act.atMs > UNDO_KEPT_MS) {
    const run = history.readRun(runId)?.run ?? null;
    return run === null || run.trigger === 'act' ? 'act-unknown' : 'act-is-sync';
  }
  if (act.action === 'new-pin') return 'act-new-pin';
  return UNDOABLE.has(act.action) ? act : 'act-not-undone';
}

/** What the act wished is not wished any more. */
function isChanged({ before, after }: StayAct, wishes: Wishes, id: BookingId): boolean {
  const now = actWish(stayWishOf(wishes, id));
  const fields = ['blockedSinceMs', 'noCode', 'noMessages', 'from', 'until', 'typed'] as const;
  const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
  return fields.some((field) => !same(before[field], after[field]) && !same(now[field], after[field]));
}

function undoStay(act: StayAct, facts: StayFacts, { vault, clock }: ActPorts, id: BookingId): Result<Decision, ActRefusal> {
  const { before, action } = act;
  if (action === 'from' || action === 'until' || action === 'extend' || action === 'reset-times')
    return ok({ change: (wish) => ({ ...wish, from: before.from, until: before.until }), asks: [] });
  if (action === 'no-messages' || action === 'with-messages')
    return ok({ change: (wish) => (before.noMessages ? { ...wish, noMessages: true } : withMessages(wish)), asks: [] });
  if (!facts.claim.isDue) return err('stay-over');
  if (action === 'block') {
    // One moment however often the change is made: the note of the act has it too.
    const letInSinceMs = before.blockedSinceMs === null ? clock.nowMs() : null;
    return ok({ change: (wish) => ({ ...wish, blockedSinceMs: before.blockedSinceMs, letInSinceMs }), asks: [] });
  }
  const former = act.formerPin === null ? null : vault.open('undo-pin', id, act.formerPin);
  if (act.formerPin !== null && former === null) return err('act-pin-lost');
  if (action === 'no-code') {
    const typed = former === null ? null : vault.seal('wish-pin', id, former);
    if (former !== null && isTaken(former, facts)) return err('pin-taken');
    return ok({ change: (wish) => ({ ...wish, noCode: false, pin: { ...wish.pin, typed: typed ?? wish.pin.typed } }), asks: [] });
  }
  return undoPin(act, former, facts, {
    seal: (pin) => vault.seal('wish-pin', id, pin),
    open: (sealed) => vault.open('wish-pin', id, sealed),
    digest: (pin) => vault.digestPin(pin),
  });
}

interface Sealing {
  readonly seal: (pin: Pin) => string | null;
  readonly open: (sealed: string) => Pin | null;
  readonly digest: (pin: Pin) => string | null;
}

/** The PIN from before, drawn or not, becomes the wished one, since the PIN of an existing code changes for a wish only. */
function undoPin(
  { before, after }: StayAct,
  former: Pin | null,
  facts: StayFacts,
  { seal, open, digest }: Sealing,
): Result<Decision, ActRefusal> {
  const asks: readonly ActQuestion[] = facts.isStaying ? [{ kind: 'new-pin-staying', guest: facts.claim.name }] : [];
  const typedBefore = before.typed === null ? null : open(before.typed);
  if (before.typed !== null && typedBefore === null) return err('act-pin-lost');
  const present = former ?? typedBefore ?? facts.draw?.pin ?? null;
  if (present !== null && facts.isRetired(present)) return err('pin-retired');
  if (present !== null && isTaken(present, facts)) return err('pin-taken');
  if (present !== null) {
    const typed = seal(present);
    return typed === null ? err('no-pin-key') : ok({ change: (wish) => ({ ...wish, pin: { ...wish.pin, typed } }), asks });
  }
  // There was no code before, so that any other PIN will do.
  const dropped = after.typed === null ? null : open(after.typed);
  const mark = dropped === null ? null : digest(dropped);
  if (mark === null) return err('act-pin-lost');
  return ok({ change: (wish) => ({ ...wish, pin: { typed: null, retired: withRetired(wish.pin.retired, [{ digest: mark }]) } }), asks });
}

function isTaken(pin: Pin, { claim, others }: StayFacts): boolean {
  return claim.doors.some((door) => !others.isFreeAt(claim.id, door, pin));
}

/** The removed are kept among the wishes until their codes are gone, and after. */
function undoPerson(
  act: Act,
  id: PersonId,
  { wishes, clock }: ActPorts,
  forget: PreparedAct['remember'][number],
): Result<PreparedAct, ActFailure> {
  const person = wishes.read().people.find((one) => one.id === id);
  const isRemoval = act.action === 'person-removed';
  if (person === undefined || (person.removedAtMs !== null) !== isRemoval) return refused('act-changed');
  const removedAtMs = isRemoval ? null : clock.nowMs();
  const change = (stored: Wishes): Wishes => ({
    ...stored,
    people: stored.people.map((one) => (one.id === id ? { ...one, removedAtMs } : one)),
  });
  return ok({ claim: id, action: 'undo', asks: [], change, formerPin: null, remember: [forget] });
}
