/** Who can open a door now, who next, and every code on it with whose it is. From the lock's list as it was read. */
import type { Code } from '../domain/code.ts';
import { compareCodes } from '../reconcile/observe.ts';
import { codeEnd, codeStart, isOver, mayBeOpen } from '../reconcile/windows.ts';
import type { LocalDateTime } from '../time.ts';
import { ownerOf } from './code-owner.ts';
import type { Known, Owned } from './code-owner.ts';

/**
 * `maybe`: it opens as far as can be read, but a part of it cannot be, or it has a weekly schedule. It counts as opening: nobody is to be told
 * that a door is closed to somebody who may get in.
 */
export const OPENINGS = ['now', 'maybe', 'later', 'over', 'off'] as const;
export type Opening = (typeof OPENINGS)[number];

export interface DoorCode extends Owned {
  readonly code: Code;
  readonly opens: Opening;
}
export interface DoorView {
  /** Those who can open it, then those who can later in the order of their start, then the others. */
  readonly codes: readonly DoorCode[];
  readonly now: readonly DoorCode[];
  /** All codes that begin at the next moment at which one does. */
  readonly next: readonly DoorCode[];
}

/** `codes` are those of one lock. */
export function doorView(codes: readonly Code[], known: Known, now: LocalDateTime): DoorView {
  const all = codes.map((code): DoorCode => ({ ...ownerOf(code, known, now), code, opens: openingOf(code, now) })).sort(compareDoorCodes);
  const later = all.filter(({ opens }) => opens === 'later');
  const [first] = later;
  return {
    codes: all,
    now: all.filter(opensNow),
    next: first === undefined ? [] : later.filter(({ code }) => codeStart(code) === codeStart(first.code)),
  };
}

export function opensNow({ opens }: DoorCode): boolean {
  return opens === 'now' || opens === 'maybe';
}

export function openingOf(code: Code, now: LocalDateTime): Opening {
  if (code.active === false) return 'off';
  if (isOver(code, now)) return 'over';
  if (!mayBeOpen(code, now)) return 'later';
  const isCertain = code.active === true && !code.hasSchedule && isReadable(code);
  return isCertain ? 'now' : 'maybe';
}

function isReadable(code: Code): boolean {
  return codeStart(code) !== null && codeEnd(code) !== null && code.startTime !== 'unknown' && code.endTime !== 'unknown';
}

function compareDoorCodes(one: DoorCode, other: DoorCode): number {
  const byOpening = OPENINGS.indexOf(one.opens) - OPENINGS.indexOf(other.opens);
  if (byOpening !== 0) return byOpening;
  const [start, otherStart] = [codeStart(one.code) ?? '', codeStart(other.code) ?? ''];
  if (one.opens === 'later' && start !== otherStart) return start < otherStart ? -1 : 1;
  return compareCodes(one.code, other.code);
}
