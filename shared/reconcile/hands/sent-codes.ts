/**
 * What is remembered of a code that Latchkey wrote: only one that a list showed as it was sent, and that reads differently in two syncs later,
 * was changed by hand.
 */
import type { Code, CodeRecord, Pin } from '../../domain/code.ts';
import type { ClaimId, KeypadPlace } from '../../domain/ids.ts';
import type { MemoryValue } from '../../domain/memory.ts';
import type { PlanWishes, StayWindow } from '../../domain/plan.ts';
import { at } from '../../time.ts';
import type { LocalDateTime } from '../../time.ts';
import { differences } from '../diff.ts';
import { saysBlocked } from '../tag.ts';
import { accessWish } from './access-wish.ts';
import { possiblePins } from '../stay/pins.ts';
import { codeEnd, codeStart } from '../windows.ts';

export type SentCode = MemoryValue<'read-back'>;

/** With another PIN key than before, digests say nothing. */
const KEY_MARK = '' as Pin;

function pinDigest(pin: Pin | null, { digestOf }: Pick<PlanWishes, 'digestOf'>): SentCode['pin'] {
  const digest = pin === null ? null : digestOf(pin);
  return digest === null ? null : { digest, key: String(digestOf(KEY_MARK)) };
}

/** Before the write is sent: until a list shows it, nothing is known about what the code should read as. */
export function sending(
  { lockId, keypadId }: KeypadPlace,
  claimId: ClaimId,
  record: CodeRecord,
  wasOn: boolean,
  wishes: Pick<PlanWishes, 'digestOf'>,
): SentCode {
  const window = { start: at(record.startDate, record.startTime), end: at(record.endDate, record.endTime) };
  const pin = pinDigest(record.pin, wishes);
  return {
    claimId,
    lockId,
    keypadId,
    window,
    isActive: record.active,
    pin,
    isVerified: false,
    wasOn: wasOn && record.active,
    differs: false,
  };
}

export function readBack(sent: SentCode, code: Code, isVerified: boolean, wishes: Pick<PlanWishes, 'stays' | 'people'>): SentCode {
  const { letInSinceMs, blockedSinceMs } = accessWish(wishes, sent.claimId);
  const isOn = code.active === true && !saysBlocked(code.description);
  return {
    ...sent,
    isVerified,
    wasOn: sent.isActive && (sent.wasOn || code.active === true),
    ...(isOn && letInSinceMs !== null ? { letInSinceMs } : {}),
    ...(code.active === false && blockedSinceMs !== null ? { blockedSinceMs } : {}),
  };
}

/** As the code reads now. */
export function asSeen(sent: SentCode, code: Code, wishes: Pick<PlanWishes, 'digestOf'>): SentCode {
  const pin = pinDigest(code.pinMayLackZeros ? null : code.pin, wishes) ?? sent.pin;
  const isActive = code.active === true ? true : sent.isActive;
  return { ...sent, window: seenWindow(code) ?? sent.window, pin, isActive, wasOn: sent.wasOn || code.active === true, differs: false };
}

/** null: a part of it is not known. */
export function seenWindow(code: Code): StayWindow | null {
  const [start, end] = [codeStart(code), codeEnd(code)];
  return start === null || end === null ? null : { start, end };
}

export interface Change {
  readonly start: boolean;
  readonly end: boolean;
  readonly pin: boolean;
  /** It was switched off by Latchkey, and is on. */
  readonly isOnAgain: boolean;
}

/** null: it reads as it was sent, as far as that can be seen. */
export function changeOf(sent: SentCode, code: Code, wishes: Pick<PlanWishes, 'digestOf' | 'stays' | 'people'>): Change | null {
  const { start, end } = sent.window;
  const as = { startDate: day(start), startTime: time(start), endDate: day(end), endTime: time(end) };
  const changes = differences(code, { name: code.name, active: true, description: code.description, notificationEnabled: false, ...as });
  const change = {
    start: changes.start !== undefined && codeStart(code) !== (start as string),
    end: changes.end !== undefined && codeEnd(code) !== (end as string),
    pin: isOtherPin(sent, code, wishes),
    // One that says that it is blocked could not be switched off. Where the user blocked again since, they decided last.
    isOnAgain: !sent.isActive && code.active === true && !saysBlocked(code.description) && !isBlockedAgain(sent, wishes),
  };
  return Object.values(change).includes(true) ? change : null;
}

function isBlockedAgain({ claimId, blockedSinceMs: before }: SentCode, wishes: Pick<PlanWishes, 'stays' | 'people'>): boolean {
  const { blockedSinceMs } = accessWish(wishes, claimId);
  return before !== undefined && blockedSinceMs !== null && blockedSinceMs !== before;
}

function isOtherPin({ pin }: SentCode, code: Code, wishes: Pick<PlanWishes, 'digestOf'>): boolean {
  if (pin === null || code.pin === null || wishes.digestOf(KEY_MARK) !== pin.key) return false;
  return possiblePins(code).every((one) => wishes.digestOf(one as Pin) !== pin.digest);
}

/** A list showed the code with this PIN, and it reads with another one now: a hand or another computer replaced it. */
export function wasReplaced(pin: Pin, sent: SentCode, code: Code, wishes: Pick<PlanWishes, 'digestOf'>): boolean {
  return sent.isVerified && sent.pin?.digest === wishes.digestOf(pin) && isOtherPin(sent, code, wishes);
}

const day = (moment: LocalDateTime) => moment.slice(0, 10) as CodeRecord['startDate'];
const time = (moment: LocalDateTime) => moment.slice(11) as CodeRecord['startTime'];
