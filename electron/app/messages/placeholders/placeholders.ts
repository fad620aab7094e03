/**
 * Keeps the placeholders at Smoobu that the host's own templates show: before a write those go that would stop being true, and after the
 * read-back each says what its doors have.
 */
import { claimantOf } from '../../../../shared/doors/code-owner.ts';
import type { BookingId } from '../../../../shared/domain/ids.ts';
import type { Plan, PlanInput } from '../../../../shared/domain/plan.ts';
import type { Problem } from '../../../../shared/domain/problem.ts';
import { toldKey } from '../../../../shared/domain/told.ts';
import type { Telling } from '../../../../shared/domain/told.ts';
import { bookingsToClear, clearTargets } from '../../../../shared/messages/placeholders/before-writes.ts';
import {
  placeholderLine,
  placeholderProblems,
  staysProblem,
  toldLines,
  unreadProblem,
} from '../../../../shared/messages/placeholders/lines.ts';
import { replacedPins } from '../../../../shared/messages/placeholders/ours.ts';
import { intentions, keptChange, otherEnds, settled, toldAfter } from '../../../../shared/messages/placeholders/register.ts';
import { isBackedOff, isCheckDue, keptAfter, needsReading, targetsOf } from '../../../../shared/messages/placeholders/steps.ts';
import type { Scope } from '../../../../shared/messages/placeholders/steps.ts';
import { isOtherAccount } from '../../../../shared/reconcile/trust/accounts.ts';
import { placeholderFacts, wantedPlaceholders } from '../../../../shared/messages/placeholders/wanted.ts';
import type { StayToTell } from '../../../../shared/messages/stay-to-tell.ts';
import { MINUTE_MS } from '../../../../shared/time.ts';
import type { BookingPlaceholders } from '../../ports/clouds.ts';
import type { HistoryStore } from '../../ports/storage.ts';
import type { PinVault, StartDeadline } from '../../ports/system.ts';
import type { RunToTell, ToldInRun } from '../guest-telling.ts';
import { carryOut } from './carry-out.ts';
import type { Carried } from './carry-out.ts';

export interface PlaceholderPorts {
  readonly guests: BookingPlaceholders;
  readonly history: Pick<HistoryStore, 'memory' | 'remember'>;
  readonly vault: Pick<PinVault, 'keyed' | 'digestPin' | 'digestText'>;
  readonly startDeadline: StartDeadline;
}
export interface PlaceholderKeeper {
  /** The writes at the locks follow, whatever comes of it. */
  beforeWrites(planned: Plan, input: PlanInput, signal: AbortSignal): Promise<readonly Problem[]>;
  /** Whose placeholders are not what the lists say. */
  due(input: PlanInput, stays: readonly StayToTell[]): readonly BookingId[];
  afterWrites(run: RunToTell, stays: readonly StayToTell[]): Promise<ToldInRun>;
}

/** No guest waits longer than this for a code. */
const BEFORE_WRITES_MS = MINUTE_MS / 2;

export function createPlaceholderKeeper(ports: PlaceholderPorts): PlaceholderKeeper {
  /** Of the present run: each is said once. */
  let reported: ReadonlySet<BookingId | undefined> = new Set();
  return {
    async beforeWrites(planned, input, signal) {
      const problems = await clearBeforeWrites(ports, planned, input, signal);
      reported = new Set(problems.map(({ bookingId }) => bookingId));
      return problems;
    },
    due(input, stays) {
      if (isOtherAccount(input, ['smoobu'])) return [];
      const facts = placeholderFacts(input, ports.vault);
      const targets = targetsOf(wantedPlaceholders(stays, facts), facts, scopeOf({ input, claim: null }));
      return targets.filter((target) => needsReading(target, input.nowMs)).map(({ bookingId }) => bookingId);
    },
    async afterWrites(run, stays) {
      const { problems, ...done } = await setAfterWrites(ports, run, stays);
      return { ...done, problems: problems.filter(({ kind, bookingId }) => kind !== 'placeholder-stays' || !reported.has(bookingId)) };
    },
  };
}

async function clearBeforeWrites(
  ports: PlaceholderPorts,
  planned: Plan,
  input: PlanInput,
  parent: AbortSignal,
): Promise<readonly Problem[]> {
  const { guests, history, vault: digests, startDeadline } = ports;
  const { remembered } = input.memory;
  const ids = bookingsToClear(planned, input, digests, input.settings.sending.placeholder);
  if (ids.size === 0) return [];
  const targets = clearTargets(ids, input, digests);
  history.remember(
    targets.flatMap(({ kept }) => (kept === undefined || kept.state === 'taken' ? [] : [keptChange(kept, { ...kept, state: 'clearing' })])),
  );
  const deadline = startDeadline(BEFORE_WRITES_MS, parent);
  const carried = await carryOut(guests, targets, { digests, signal: deadline.signal, onSteps: (steps) => steps, readsBack: 'failures' });
  deadline.cancel();
  // Nobody is sent the code of a stay that is over.
  const mayBeSent = targets.filter(({ untilMs }) => untilMs > input.nowMs);
  if (!carried.ok) {
    const unread = mayBeSent.filter(({ kept }) => kept !== undefined && kept.state !== 'taken' && kept.state !== 'neutral');
    return unread.map(({ bookingId, key }) => staysProblem(bookingId, key));
  }
  const nowMs = Math.round(input.nowMs);
  // What another account does not have may still be in ours.
  const isElsewhere = isOtherAccount(input, ['smoobu']);
  const isLeft = ({ target: { kept }, step, now }: Carried): boolean =>
    now.kind === 'clear' || (isElsewhere && step.kind === 'done' && kept !== undefined && kept.state !== 'taken');
  const left = carried.value.filter(isLeft);
  const stays = new Set(left.map(({ target }) => target.bookingId));
  history.remember([
    ...carried.value.flatMap((one) =>
      one.now.kind === 'clear' || (one.target.kept !== undefined && !left.includes(one))
        ? [keptChange(one.target, keptAfter(one.target, one.now, nowMs))]
        : [],
    ),
    ...[...ids].flatMap((id) => (stays.has(id) ? [] : (toldAfter(id, remembered.told.get(toldKey(id, 'placeholder')), null, nowMs) ?? []))),
  ]);
  return left.flatMap(({ target }) => (mayBeSent.includes(target) ? [staysProblem(target.bookingId, target.key)] : []));
}

async function setAfterWrites(
  { guests, history, vault: digests }: PlaceholderPorts,
  run: RunToTell,
  stays: readonly StayToTell[],
): Promise<ToldInRun> {
  const { input, claim, signal } = run;
  const nowMs = Math.round(input.nowMs);
  const { remembered } = input.memory;
  // The placeholders of another account say nothing about ours.
  if (isOtherAccount(input, ['smoobu'])) return { told: [], problems: placeholderProblems([], remembered, nowMs), lines: [] };
  const facts = placeholderFacts(input, digests);
  const wanted = wantedPlaceholders(claim === null ? stays : stays.filter(({ bookingId }) => bookingId === claim), facts);
  history.remember(otherEnds(wanted, remembered));
  const linesNow = (): readonly Telling[] =>
    input.settings.sending.placeholder ? wanted.map((one) => placeholderLine(one, history.memory().remembered)) : [];
  const targets = targetsOf(wanted, facts, scopeOf(run));
  const isDue = targets.some((target) => needsReading(target, nowMs));
  if (!isDue && (claim !== null || !isCheckDue(facts)))
    return { told: [], problems: placeholderProblems(wanted, remembered, nowMs), lines: linesNow() };
  const carried = await carryOut(guests, targets, {
    ...{ digests, signal, readsBack: 'always' },
    onSteps: (steps) => {
      const due = steps.filter(({ target }) => target.want === null || !isBackedOff(target, nowMs));
      history.remember(intentions(due, wanted, remembered, nowMs));
      return due;
    },
  });
  if (!carried.ok) {
    const unread = isDue ? [unreadProblem(carried.error)] : [];
    return { told: [], problems: [...placeholderProblems(wanted, remembered, nowMs), ...unread], lines: linesNow() };
  }
  history.remember([
    ...settled(carried.value, wanted, history.memory().remembered, nowMs),
    ...(claim === null ? [{ kind: 'placeholders-read', key: 'all', value: { atMs: nowMs } } as const] : []),
  ]);
  const after = history.memory().remembered;
  return { told: toldLines(carried.value, wanted, after, nowMs), problems: placeholderProblems(wanted, after, nowMs), lines: linesNow() };
}

function scopeOf({ input, claim }: Pick<RunToTell, 'input' | 'claim'>): Scope {
  const lists = [...input.lists.values()];
  const withCode = new Set(lists.flatMap((list) => (list ?? []).map(claimantOf)));
  const isAllRead = lists.every((list) => list !== null);
  return {
    claim,
    bookings: new Map(input.bookings.bookings.map((booking) => [booking.id, booking])),
    hasCode: (id) => !isAllRead || withCode.has(id),
    isComplete: input.bookings.complete,
    replacedPins: (id) => replacedPins(id, input),
  };
}
