/** Which window a code gets that somebody changed at The Keys: the one it was given, as far as nobody else needs the unit. */
import type { StayWindow } from '../../domain/plan.ts';
import { addMinutes } from '../../time.ts';
import type { LocalDateTime } from '../../time.ts';
import type { Claim } from '../claims.ts';

/** How long before and after its stay a code may open at most, which somebody made longer. */
const MAX_LONGER_MINUTES = 24 * 60;
const TWO_DAYS_MINUTES = 2 * 24 * 60;

export interface HandWindow {
  readonly window: StayWindow;
  /**
   * `same`: no other than the claim's. `overruled`: the booking's own dates changed afterwards, and count. `usual`: it has nothing in common with
   * the times that the user gave the stay here, so that neither counts.
   */
  readonly kind: 'same' | 'longer' | 'shorter' | 'overruled' | 'usual';
}
/**
 * `stays`: of every unit, each of which has one. `usual`: the claim's window without the times that the user gave it here. Where they were given on another computer, its window is what a hand
 * made of the code: both stay within reach of the usual one, so that they agree whatever was given where.
 */
export function handWindow(
  hand: { readonly before: StayWindow; readonly window: StayWindow },
  claim: Claim,
  stays: readonly Claim[],
  usual: StayWindow = claim.window,
): HandWindow {
  const { before, window: given } = hand;
  const { window } = claim;
  const others = stays.filter(({ id, unitId }) => unitId === claim.unitId && id !== claim.id).map((stay) => stay.window);
  // One that begins or ends at the same moment may be the same guest's.
  const followedAt = others
    .filter(({ start, end }) => end > window.end && start !== window.start)
    .map(({ start }) => start)
    .sort()[0];
  const freeSince = others
    .filter(({ start, end }) => start < window.start && end !== window.end)
    .map(({ end }) => end)
    .sort()
    .at(-1);
  // Beside a gap between stays, a guest may be in.
  const longer = claim.gap === undefined ? MAX_LONGER_MINUTES : 0;
  const latest = earlier(addMinutes(later(window.end, usual.end), longer), followedAt);
  // A code that works since ever works from the day before.
  const earliest = later(addMinutes(earlier(window.start, usual.start), -longer), freeSince);
  let isOverruled = false;
  const end = ((): LocalDateTime => {
    if (given.end === before.end) return window.end;
    if (given.end >= window.end) return later(window.end, earlier(given.end, latest));
    // Of one that is not overruled, the kind is `shorter`.
    isOverruled = true;
    return window.end === before.end ? given.end : window.end;
  })();
  const start = ((): LocalDateTime => {
    if (given.start === before.start) return window.start;
    if (given.start <= window.start) return earlier(window.start, later(given.start, earliest));
    isOverruled = true;
    return window.start === before.start ? given.start : window.start;
  })();
  if (start >= end) {
    const isUsual = usual.start === window.start && usual.end === window.end;
    return { window: usual, kind: isUsual ? 'overruled' : 'usual' };
  }
  const isShorter = start > window.start || end < window.end;
  const isLonger = start < window.start || end > window.end;
  return { window: { start, end }, kind: isShorter ? 'shorter' : isLonger ? 'longer' : isOverruled ? 'overruled' : 'same' };
}

/** The guest, who is there today or comes until tomorrow, does not get in all the time. */
export function shutsOut({ window, kind }: HandWindow, claim: Claim, now: LocalDateTime): boolean {
  const soon = addMinutes(now, TWO_DAYS_MINUTES);
  return kind === 'shorter' && claim.isDue && ((window.start > claim.window.start && claim.window.start <= soon) || window.end <= soon);
}

function earlier(one: LocalDateTime, other: LocalDateTime | undefined): LocalDateTime {
  return other !== undefined && other < one ? other : one;
}
function later(one: LocalDateTime, other: LocalDateTime | undefined): LocalDateTime {
  return other !== undefined && other > one ? other : one;
}
