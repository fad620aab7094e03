/** Which guests need to be told by somebody else, since no message reached them in time. Pure. */
import { problemText } from '../i18n/problem-text.ts';
import type { Problem } from '../domain/problem.ts';
import type { TellingReason } from '../domain/told.ts';
import type { MessageDecision } from './due.ts';
import { isGivenUp } from './register.ts';
import { isSoon } from './when.ts';

/** The user did not decide these, and no other problem says them. */
const WITHHELD: ReadonlySet<TellingReason> = new Set([
  'refused',
  'template-broken',
  'draft-language',
  'different-pins',
  'asked',
  'register-lost',
  'no-pin-key',
]);

/** As they are after what was due was sent. */
export function notToldProblems(decisions: readonly MessageDecision[], nowMs: number): readonly Problem[] {
  const isLost = decisions.some(({ reason }) => reason === 'register-lost');
  return [
    ...(isLost ? [{ kind: 'register-lost', text: problemText('problem.register-lost'), retryable: false } as const] : []),
    ...decisions.filter((decision) => isNotTold(decision, nowMs)).map(notTold),
  ];
}

function isNotTold({ state, reason, row, stay }: MessageDecision, nowMs: number): boolean {
  const isWithheld = state === 'due' || ((state === 'waiting' || state === 'off') && reason !== null && WITHHELD.has(reason));
  return isWithheld && (isSoon(stay, nowMs) || isGivenUp(row)) && stay.endMs > nowMs && stay.access === 'open' && !stay.isMuted;
}

function notTold({ kind, bookingId, stay: { window, unitId } }: MessageDecision): Problem {
  const from = window.start;
  const text = kind === 'code' ? problemText('problem.not-told', { from }) : problemText('problem.not-told-change', { from });
  return { kind: 'not-told', text, retryable: false, bookingId, unitId };
}
