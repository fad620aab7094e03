/** What is shown of placeholders: a line for each stay, and the problems. Pure. */
import type { BookingId } from '../../domain/ids.ts';
import type { Remembered } from '../../domain/memory.ts';
import type { Problem } from '../../domain/problem.ts';
import { placeholderKey, toldKey } from '../../domain/told.ts';
import type { KeptPlaceholder, Telling } from '../../domain/told.ts';
import { problemText } from '../../i18n/problem-text.ts';
import { isRetryable } from '../../errors.ts';
import type { CloudFailure } from '../../errors.ts';
import type { Step, Target } from './steps.ts';
import type { WantedPlaceholders } from './wanted.ts';

export function placeholderLine({ bookingId, values, action, line }: WantedPlaceholders, remembered: Remembered): Telling {
  const shown = { bookingId, way: 'placeholder', kind: 'code' } as const;
  if (action !== 'set') return { ...shown, ...line };
  const kept = values.map(({ key, digest }) => {
    const one = remembered.placeholder.get(placeholderKey({ bookingId, key }));
    return one?.text === digest || one?.state === 'clearing' ? one : undefined;
  });
  const failed = kept.find((one) => one?.state === 'clearing' || (one?.state === 'setting' && one.tries > 0));
  if (kept.some((one) => one?.state === 'taken' || one?.state === 'translated'))
    return { ...shown, state: 'waiting', atMs: null, reason: 'placeholder-taken' };
  if (failed !== undefined) return { ...shown, state: 'waiting', atMs: failed.nextMs === 0 ? null : failed.nextMs, reason: 'refused' };
  if (kept.some((one) => one?.state !== 'set')) return { ...shown, ...line };
  const atMs = remembered.told.get(toldKey(bookingId, 'placeholder'))?.known?.atMs ?? null;
  return { ...shown, state: 'confirmed', atMs, reason: null };
}

/** By what is remembered, so that a run that sends no request has the same. */
export function placeholderProblems(wanted: readonly WantedPlaceholders[], remembered: Remembered, nowMs: number): readonly Problem[] {
  // Nobody is sent the code of a stay that is over.
  const untrue = [...remembered.placeholder.values()].filter(({ state, untilMs }) => state === 'clearing' && untilMs > nowMs);
  const problems = untrue.map(({ bookingId, key }) => staysProblem(bookingId, key));
  const takenKeys = new Set<string>();
  const unitsWithoutPin = new Set<number>();
  for (const { bookingId, unitId, values, hasDifferentPins } of wanted) {
    for (const { key, digest } of values) {
      const kept = remembered.placeholder.get(placeholderKey({ bookingId, key }));
      if (isTaken(kept) && !takenKeys.has(key)) {
        takenKeys.add(key);
        problems.push({ kind: 'placeholder-taken', text: problemText('problem.placeholder-taken', { key }), retryable: false, bookingId });
      } else if (kept?.state === 'setting' && kept.tries > 0 && kept.text === digest)
        problems.push({ kind: 'placeholder-failed', text: problemText('problem.placeholder-failed', { key }), retryable: true, bookingId });
    }
    if (hasDifferentPins && !unitsWithoutPin.has(unitId)) {
      unitsWithoutPin.add(unitId);
      const text = problemText(values.length === 0 ? 'problem.placeholder-no-pin' : 'problem.placeholder-doors-only');
      problems.push({ kind: 'placeholder-no-pin', text, retryable: false, unitId });
    }
  }
  return problems;
}

function isTaken(kept: KeptPlaceholder | undefined): boolean {
  return kept?.state === 'taken' || kept?.state === 'translated';
}

/** What was set or deleted in this run: a line for each booking. */
export function toldLines(
  carried: readonly { readonly target: Target; readonly step: Step<unknown>; readonly now: Step<unknown> }[],
  wanted: readonly WantedPlaceholders[],
  after: Remembered,
  nowMs: number,
): readonly Telling[] {
  const changed = carried.filter(({ step, now }) => step.kind !== now.kind && (now.kind === 'done' || now.kind === 'neutral'));
  return [...new Set(changed.map(({ target }) => target.bookingId))].map((bookingId): Telling => {
    const stay = wanted.find((one) => one.bookingId === bookingId);
    if (stay?.action === 'set') return placeholderLine(stay, after);
    const isOver = changed.some(({ target }) => target.bookingId === bookingId && target.untilMs <= nowMs);
    const reason = stay?.line.reason ?? (isOver ? 'over' : 'no-code');
    return { bookingId, way: 'placeholder', kind: 'code', state: 'off', atMs: nowMs, reason };
  });
}

export function unreadProblem({ kind }: CloudFailure): Problem {
  const text = problemText('problem.placeholders-unread');
  return { kind: 'placeholder-failed', text, retryable: isRetryable(kind), failure: kind };
}

/** A template that Smoobu sends now would say it: urgent. */
export function staysProblem(bookingId: BookingId, key: string): Problem {
  return { kind: 'placeholder-stays', text: problemText('problem.placeholder-stays', { key }), retryable: false, bookingId };
}
