/** Codes of a lock. PINs are masked unless the user asked to see them; the mask shows only the length. */
import { maskPin, UNKNOWN } from '../../../shared/domain/code.ts';
import type { Code } from '../../../shared/domain/code.ts';
import { claimRef } from '../../../shared/domain/ids.ts';
import type { ClaimId, CodeId, LockId } from '../../../shared/domain/ids.ts';
import { readTag } from '../../../shared/reconcile/tag.ts';
import type { Style } from './style.ts';
import { renderTable } from './table.ts';
import { counted, printable, stack, wrap } from './text.ts';
import { showMoment } from './words.ts';

/** A dry run shows codes that have no id yet, and what it would send says nothing about a schedule. */
export interface ShownCode extends Omit<Code, 'id' | 'hasSchedule' | 'pinMayLackZeros'>, Partial<Pick<Code, 'hasSchedule'>> {
  readonly id: CodeId | null;
}

/** `pin` is present only when revealed. */
export function codeDocument(code: ShownCode, reveal: boolean): object {
  const tag = readTag(code.description);
  return {
    id: code.id,
    lockId: code.lockId,
    keypadId: code.keypadId,
    name: code.name,
    ...(reveal ? { pin: code.pin } : {}),
    active: code.active,
    startDate: code.startDate,
    startTime: code.startTime,
    endDate: code.endDate,
    endTime: code.endTime,
    description: code.description,
    managed: tag.kind === 'tagged',
    ...(tag.kind === 'tagged' ? claimRef(tag.claimId) : { bookingId: null }),
    hasSchedule: code.hasSchedule ?? false,
  };
}

export function renderCodes(codes: readonly Code[], { lockId, reveal }: { lockId: LockId; reveal: boolean }, style: Style): string {
  if (codes.length === 0) return `Lock ${String(lockId)} has no keypad codes.`;
  const managed = codes.filter(({ description }) => readTag(description).kind === 'tagged').length;
  const table = renderTable(
    [
      { title: 'Code', align: 'right' },
      { title: 'Keypad', flexibleFrom: 8 },
      { title: 'Name', flexibleFrom: 10 },
      { title: 'PIN' },
      { title: 'From – to', flexibleFrom: 16 },
      { title: 'Belongs to', flexibleFrom: 9 },
    ],
    codes.map((code) => [
      String(code.id),
      code.keypadId,
      code.name,
      reveal ? (code.pin ?? '?') : maskPin(code.pin),
      `${showMoment(code.startDate, code.startTime)}\n${showMoment(code.endDate, code.endTime)}`,
      { text: ownerOf(code), tone: readTag(code.description).kind === 'tagged' ? 'good' : 'quiet' },
    ]),
    style,
  );
  const hint = reveal ? '' : ' PINs are hidden; --reveal shows them.';
  const summary = `${counted(codes.length, 'code')}, ${String(managed)} maintained by Latchkey; runs never change the others.${hint}`;
  return stack(table, wrap(summary, style.width));
}

/** One code in one line, without its PIN. */
export function renderCode(code: ShownCode): string {
  return `code ${code.id === null ? '' : `${String(code.id)} `}“${printable(code.name)}” on lock ${String(code.lockId)}, keypad ${code.keypadId}, ${showMoment(code.startDate, code.startTime)} to ${showMoment(code.endDate, code.endTime)}.`;
}

function ownerName(id: ClaimId): string {
  return typeof id === 'number' ? `booking ${String(id)}` : `person ${id}`;
}

function ownerOf(code: Code): string {
  const tag = readTag(code.description);
  const owner = tag.kind === 'tagged' ? ownerName(tag.claimId) : 'foreign';
  const marks = [
    ...(code.active === false ? ['off'] : code.active === UNKNOWN ? ['on or off unknown'] : []),
    ...(code.hasSchedule ? ['weekly schedule'] : []),
  ];
  return [owner, ...marks].join(', ');
}
