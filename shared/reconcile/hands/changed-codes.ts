/**
 * Codes that somebody changed at The Keys: a code that a list showed as it was sent, and that reads differently in two syncs. In the first it
 * is left alone, unless its booking moved since it was sent: the guest may be at the door. From the second on it stays as it is, within the bounds
 * of ./hand-window.ts, until the booking's own dates change.
 */
import type { Code } from '../../domain/code.ts';
import type { CodeId } from '../../domain/ids.ts';
import type { MemoryChange, MemoryValue } from '../../domain/memory.ts';
import type { PlanInput, StayWindow } from '../../domain/plan.ts';
import type { Problem } from '../../domain/problem.ts';
import { handProblem, pinChangedProblem, switchedOnProblem } from '../../questions/changed-by-hand.ts';
import type { Claim } from '../claims.ts';
import type { Observation } from '../observe.ts';
import { isUnseen } from '../stay/last-written.ts';
import { retiredPins } from '../stay/retired-pins.ts';
import { onlyExtends } from '../trust/only-extend.ts';
import { usualWindow } from '../stay-window.ts';
import type { LocalClock } from '../zones.ts';
import { accessWish } from './access-wish.ts';
import { handWindow, shutsOut } from './hand-window.ts';
import type { HandWindow } from './hand-window.ts';
import { asSeen, changeOf, readBack, seenWindow } from './sent-codes.ts';
import type { Change, SentCode } from './sent-codes.ts';

type ByHand = MemoryValue<'by-hand'>;
/** Without what it means for the code, which each plan decides. */
type Hand = Omit<ByHand, 'now' | 'result'>;

export interface ChangedCodes {
  /** The window that a code is to have. */
  windowOf(claim: Claim, code: Code): StayWindow;
  /** It reads differently for the first time. */
  isLeftAlone(code: Code): boolean;
  /** It was switched off here, and somebody switched it on again: they decided last. */
  isOnAgain(code: Code): boolean;
  /** Somebody switched on again what the user had switched off: the wish counts no more until the user says so. */
  isUndone(claim: Claim, blockedSinceMs: number): boolean;
  readonly problems: readonly Problem[];
  readonly remember: readonly MemoryChange[];
}

export function findChangedCodes(input: PlanInput, observation: Observation, claims: readonly Claim[], clock: LocalClock): ChangedCodes {
  const { wishes, memory } = input;
  const { remembered } = memory;
  const hands = new Map<CodeId, Hand>([...remembered['by-hand'].values()].map((hand) => [hand.codeId, hand]));
  const leftAlone = new Set<CodeId>();
  const onAgain = new Set<CodeId>();
  const undone = new Map<string, number>();
  const problems: Problem[] = [];
  const remember: MemoryChange[] = [];
  // Such a run sees less, or other codes than these.
  const looks = !onlyExtends(input);
  const stays = claims.filter(({ booking }) => booking !== null);
  const windowOf = (hand: Hand, claim: Claim): HandWindow => handWindow(hand, claim, stays, usualOf(claim));
  for (const claim of claims) for (const code of claim.managed) look(claim, code);

  /** Without the user's own times for the stay, which another computer does not know. */
  function usualOf({ booking, unit, window }: Claim): StayWindow {
    const wish = booking === null ? undefined : wishes.stays.get(booking.id);
    if (booking === null || wish === undefined || (wish.from === null && wish.until === null)) return window;
    const usual = usualWindow(booking, unit, input.settings);
    return usual.start < usual.end ? usual : window;
  }

  function look(claim: Claim, code: Code): void {
    const sent = remembered['read-back'].get(String(code.id));
    if (looks && sent !== undefined && sent.claimId === claim.id && !code.hasSchedule) {
      if (isUnseen(code)) compareDates(code, sent);
      else compare(claim, code, sent);
    }
    tell(claim, code);
  }

  /** Where only its dates can be read, other dates than the sent ones end what a hand decided: two computers would change it in turns. */
  function compareDates(code: Code, sent: SentCode): void {
    const change = changeOf(sent, code, wishes);
    if (change?.start === true || change?.end === true) followBooking(code.id);
  }

  function followBooking(codeId: CodeId): void {
    if (hands.delete(codeId)) remember.push({ kind: 'by-hand', key: String(codeId), value: null });
  }

  function compare(claim: Claim, code: Code, sent: SentCode): void {
    const known = hands.get(code.id);
    const set = (value: SentCode): void => void remember.push({ kind: 'read-back', key: String(code.id), value });
    const change = changeOf(sent, code, wishes);
    if (!sent.isVerified) {
      const isAsSent = change === null && (code.active === sent.isActive || code.active === 'unknown');
      if (isAsSent) set(readBack(sent, code, true, wishes));
      return;
    }
    if (change === null) {
      const seen = { ...readBack(sent, code, true, wishes), differs: false };
      if (JSON.stringify(seen) !== JSON.stringify(sent)) set(seen);
      return;
    }
    const before = windowBefore(claim, sent, known, change);
    const hasMoved = claim.booking !== null && (before.start !== claim.window.start || before.end !== claim.window.end);
    if (!sent.differs && (!hasMoved || change.isOnAgain)) {
      leftAlone.add(code.id);
      if (change.isOnAgain) onAgain.add(code.id);
      // One that must not come back is replaced in this sync, and by no PIN that somebody replaced by it: two computers would do so in turns.
      if (change.pin && code.pin !== null && retiredPins(claim, input)(code.pin)) {
        rememberFormer(claim, sent);
        problems.push(pinChangedProblem({ ...code, claimId: claim.id, codeId: code.id }));
      }
      set({ ...sent, differs: true });
      return;
    }
    set(asSeen(sent, code, wishes));
    accept(claim, code, sent, { known, before, change });
  }

  /** A hand that comes after the booking's dates changed counts beside those dates. */
  function windowBefore(claim: Claim, sent: SentCode, known: Hand | undefined, change: Change): StayWindow {
    const edge = (side: 'start' | 'end'): StayWindow['start'] =>
      known !== undefined && (!change[side] || known.before[side] === claim.window[side]) ? known.before[side] : sent.window[side];
    return { start: edge('start'), end: edge('end') };
  }

  function accept(
    claim: Claim,
    code: Code,
    sent: SentCode,
    { known, before, change }: { readonly known: Hand | undefined; readonly before: StayWindow; readonly change: Change },
  ): void {
    const { lockId, keypadId, id: codeId } = code;
    const { blockedSinceMs } = accessWish(wishes, claim.id);
    if (change.isOnAgain) onAgain.add(code.id);
    if (change.isOnAgain && blockedSinceMs !== null) {
      undone.set(String(claim.id), blockedSinceMs);
      const value = { claimId: claim.id, lockId, keypadId, codeId, blockedSinceMs };
      remember.push({ kind: 'switched-on', key: String(claim.id), value });
      problems.push(switchedOnProblem(value));
    }
    if (!change.start && !change.end && !change.pin) return;
    const window = seenWindow(code) ?? sent.window;
    const isPinChanged = change.pin || known?.isPinChanged === true;
    // Another computer gave it the booking's own dates, or somebody did: they are to follow the booking from now on.
    if (!isPinChanged && window.start === claim.window.start && window.end === claim.window.end) {
      followBooking(codeId);
      return;
    }
    hands.set(codeId, { claimId: claim.id, lockId, keypadId, codeId, before, window, isPinChanged, isKept: false });
    if (change.pin) rememberFormer(claim, sent);
  }

  function rememberFormer({ id: claimId }: Claim, { pin }: SentCode): void {
    if (pin === null) return;
    const former = remembered['former-pins'].get(String(claimId))?.digests ?? [];
    const digests = [...former.filter((digest) => digest !== pin.digest), pin.digest].slice(-20);
    remember.push({ kind: 'former-pins', key: String(claimId), value: { claimId, digests } });
  }

  function tell(claim: Claim, code: Code): void {
    const hand = hands.get(code.id);
    if (hand === undefined) return;
    const found = windowOf(hand, claim);
    const now = clock.nowAt(code, claim.unit);
    const result = shutsOut(found, claim, now) ? 'shut-out' : found.kind;
    // Made longer once its guest had left, it opens all the same.
    const isOver = !claim.isDue && found.window.end <= now;
    const told: ByHand = { ...hand, isKept: hand.isKept || isOver, now: found.window, result };
    if (JSON.stringify(told) !== JSON.stringify(remembered['by-hand'].get(String(code.id))))
      remember.push({ kind: 'by-hand', key: String(code.id), value: told });
    if (isOver) return;
    problems.push(...handProblem(told));
    if (hand.isPinChanged) problems.push(pinChangedProblem(hand));
  }

  for (const { id } of claims) {
    const key = String(id);
    const known = remembered['switched-on'].get(key);
    const { blockedSinceMs } = accessWish(wishes, id);
    if (known?.blockedSinceMs === blockedSinceMs) {
      undone.set(key, known.blockedSinceMs);
      problems.push(switchedOnProblem(known));
    } else if (known !== undefined && !undone.has(key)) remember.push({ kind: 'switched-on', key, value: null });
  }
  for (const [key, hand] of remembered['by-hand'])
    if (!observation.ids.has(hand.codeId) && observation.isReadable(hand)) remember.push({ kind: 'by-hand', key, value: null });

  return {
    windowOf(claim, code) {
      const hand = hands.get(code.id);
      return hand === undefined ? claim.window : windowOf(hand, claim).window;
    },
    isOnAgain: (code) => onAgain.has(code.id),
    isLeftAlone: (code) => leftAlone.has(code.id),
    isUndone: (claim, blockedSinceMs) => undone.get(String(claim.id)) === blockedSinceMs,
    problems,
    remember,
  };
}
