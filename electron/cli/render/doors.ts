/** `door` for a lock, unit or person: as JSON, and as a table for people. PINs only when revealed. */
import { lockFacts, pinLength } from '../../app/doors/door-facts.ts';
import type { DoorFacts, LockFacts } from '../../app/doors/door-facts.ts';
import { maskPin } from '../../../shared/domain/code.ts';
import type { Code } from '../../../shared/domain/code.ts';
import type { CodeId, LockId } from '../../../shared/domain/ids.ts';
import { opensNow } from '../../../shared/doors/door-view.ts';
import type { DoorCode, Opening } from '../../../shared/doors/door-view.ts';
import type { CodeOwner } from '../../../shared/doors/code-owner.ts';
import { EVER, NEVER, codeEnd, codeStart } from '../../../shared/reconcile/windows.ts';
import { fullPin } from '../../../shared/reconcile/stay/pins.ts';
import { withOffset } from '../../../shared/time.ts';
import type { LocalDateTime } from '../../../shared/time.ts';
import { showAgo } from '../../app/values/ages.ts';
import { healthDocument, healthLines, isoOf } from './health.ts';
import type { Style, Tone } from './style.ts';
import { renderTable } from './table.ts';
import { counted, printable, stack, wrap, wrapHanging } from './text.ts';
import { showMoment } from './words.ts';

export interface DoorOptions {
  readonly lockIds: readonly LockId[];
  readonly facts: DoorFacts;
  readonly reveal: boolean;
  /** With a guest's name, only the PINs that this guest may be told are revealed. */
  readonly codeIds?: ReadonlySet<CodeId>;
}

export function doorsDocument({ lockIds, facts, reveal, codeIds }: DoorOptions): readonly object[] {
  return lockIds.map((lockId) => {
    const lock = lockFacts(lockId, facts);
    const { health, view } = lock;
    return {
      lockId,
      name: lock.name,
      ...healthDocument(health),
      capacity: { codes: view?.codes.length ?? null, limit: lock.limit },
      readAt: isoOf(lock.readAtMs),
      unread: lock.unread,
      // null where the list could not be read, which is not an empty one.
      codes:
        view?.codes.map((code) => codeDocument(code, lock.zone, reveal && codeIds?.has(code.code.id) !== false ? facts : null)) ?? null,
    };
  });
}

function codeDocument(owned: DoorCode, zone: string, revealing: DoorFacts | null): object {
  const { code, owner, bookingId, personId, name } = owned;
  return {
    codeId: code.id,
    keypadId: code.keypadId,
    owner,
    bookingId,
    personId,
    name,
    ...(revealing === null ? {} : { pin: fullPin(code, pinLength(bookingId, revealing)) }),
    from: momentOf(codeStart(code), zone),
    until: momentOf(codeEnd(code), zone),
    active: code.active,
    opensNow: opensNow(owned),
  };
}

/** null: without a limit. */
function momentOf(local: LocalDateTime | null, zone: string): string | null {
  if (local === null) return 'unknown';
  return local === EVER || local === NEVER ? null : withOffset(local, zone);
}

export function renderDoors({ lockIds, facts, reveal }: DoorOptions, style: Style): string {
  if (lockIds.length === 0) return 'It has no door.';
  const hint = reveal ? '' : style.paint('quiet', 'PINs are hidden; --reveal shows them.');
  return [...lockIds.map((lockId) => renderDoor(lockFacts(lockId, facts), { facts, reveal }, style)), ...(hint === '' ? [] : [hint])].join(
    '\n\n',
  );
}

function renderDoor(lock: LockFacts, { facts, reveal }: Omit<DoorOptions, 'lockIds'>, style: Style): string {
  const { view } = lock;
  const head = stack(
    style.paint('strong', wrap(`${printable(lock.name)} · lock ${String(lock.lockId)}`, style.width)),
    healthLines(lock.health, facts.nowMs, style),
  );
  if (view === null) return stack(head, style.paint('bad', 'The list of this lock could not be read. Who can open it is unknown.'));
  return stack(
    head,
    wrapHanging(`Now:  ${namesOf(view.now, 'nobody', untilOf)}`, style.width, 6),
    wrapHanging(
      `Next: ${namesOf(view.next, 'nobody', ({ startDate, startTime }) => `from ${showMoment(startDate, startTime)}`)}`,
      style.width,
      6,
    ),
    lock.unread === 0
      ? ''
      : style.paint('warn', wrap(`${counted(lock.unread, 'row')} of its list cannot be read, and may open it too.`, style.width)),
    renderCodes(view.codes, { facts, reveal }, style),
    style.paint('quiet', summaryOf(lock, facts.nowMs)),
  );
}

function summaryOf({ view, limit, readAtMs }: LockFacts, nowMs: number): string {
  const codes = counted(view?.codes.length ?? 0, 'code');
  return `${codes}${limit === null ? '' : ` of ${String(limit)} at most`}, read ${readAtMs === null ? 'never' : showAgo(readAtMs, nowMs)}.`;
}

function namesOf(codes: readonly DoorCode[], none: string, when: (code: Code) => string): string {
  if (codes.length === 0) return none;
  return codes.map(({ name, owner, code }) => `${nameOf(name)} (${OWNERS[owner]}, ${when(code)})`).join(' · ');
}

function untilOf({ endDate, endTime, hasSchedule }: Code): string {
  if (hasSchedule) return 'on its weekly schedule';
  return endDate === null ? 'always' : `until ${showMoment(endDate, endTime)}`;
}

function nameOf(name: string): string {
  return name.trim() === '' ? 'without a name' : printable(name).replaceAll('\n', ' ');
}

const OWNERS: Readonly<Record<CodeOwner, string>> = {
  guest: 'guest',
  person: 'person',
  'by-hand': 'by hand',
  outdated: 'outdated',
  'unknown-person': 'not known here',
};
const OPENS: Readonly<Record<Opening, { readonly text: string; readonly tone: Tone }>> = {
  now: { text: '✓ now', tone: 'good' },
  maybe: { text: '? maybe', tone: 'warn' },
  later: { text: 'later', tone: 'quiet' },
  over: { text: 'over', tone: 'quiet' },
  off: { text: 'off', tone: 'quiet' },
};

function renderCodes(codes: readonly DoorCode[], { facts, reveal }: Omit<DoorOptions, 'lockIds'>, style: Style): string {
  const hasKeypads = new Set(codes.map(({ code }) => code.keypadId)).size > 1;
  return renderTable(
    [
      { title: 'Code', align: 'right' },
      ...(hasKeypads ? [{ title: 'Keypad', flexibleFrom: 8 }] : []),
      { title: 'Name', flexibleFrom: 10 },
      { title: 'Whose', flexibleFrom: 8 },
      { title: 'PIN' },
      { title: 'From – to', flexibleFrom: 16 },
      { title: 'Opens' },
    ],
    codes.map(({ code, owner, name, bookingId, opens }) => [
      String(code.id),
      ...(hasKeypads ? [code.keypadId] : []),
      nameOf(name),
      bookingId === null ? OWNERS[owner] : `${OWNERS[owner]} ${String(bookingId)}`,
      reveal ? (fullPin(code, pinLength(bookingId, facts)) ?? '?') : maskPin(code.pin),
      `${showMoment(code.startDate, code.startTime)}\n${showMoment(code.endDate, code.endTime)}`,
      OPENS[opens],
    ]),
    style,
  );
}
