import { describe, expect, it } from 'vitest';
import type { Code, CodeRecord, Pin } from '../../../shared/domain/code.ts';
import type { CloudFailure } from '../../../shared/errors.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import type { LocalDate, WallTime } from '../../../shared/time.ts';
import { createCode, deleteCode, updateCode } from './codes.ts';
import type { CodeDraft } from './code-record.ts';
import type { LockCloud } from '../ports/clouds.ts';
import { codeId, place } from '../../../tests/support/ids.ts';

const PLACE = place(3705, 'Kp7Qm2Xa');
const { lockId: LOCK } = PLACE;
const CODE = codeId(500);
const DRAFT: CodeDraft = {
  name: 'Cleaner',
  pin: '0471' as Pin,
  from: '2026-12-01' as LocalDate,
  to: '2026-12-05' as LocalDate,
  checkIn: '15:00' as WallTime,
  checkOut: '12:00' as WallTime,
  description: '',
};
function codeFrom(record: CodeRecord, id: number): Code {
  return { ...record, ...PLACE, id: codeId(id), pinMayLackZeros: false, hasSchedule: false };
}
const PRESENT: Code = {
  ...codeFrom(
    {
      ...DRAFT,
      startDate: DRAFT.from,
      startTime: DRAFT.checkIn,
      endDate: DRAFT.to,
      endTime: DRAFT.checkOut,
      active: true,
      notificationEnabled: true,
    },
    500,
  ),
  name: 'Guest A',
  pin: '8305' as Pin,
  description: 'Smoobu#90001 late',
};
const LOST: CloudFailure = { kind: 'timeout', cloud: 'the-keys', message: 'No answer in time.', certain: false };

/** One lock in memory. `happens`: whether a write is carried out, whatever its response. */
class FakeLock {
  codes: Code[];
  answer: CloudFailure | null = null;
  happens = true;
  sent: CodeRecord[] = [];
  busy = false;
  released = 0;
  listFailsAfterWrite = false;
  #written = false;

  constructor(...codes: readonly Code[]) {
    this.codes = [...codes];
  }

  readonly runLock = { tryAcquire: () => (this.busy ? null : { release: () => (this.released += 1) }) };
  get ports() {
    return { locks: this.cloud, runLock: this.runLock };
  }
  get cloud(): LockCloud {
    const write = <T>(value: T, change: () => void): Result<T, CloudFailure> => {
      this.#written = true;
      if (this.happens) change();
      return this.answer === null ? ok(value) : err(this.answer);
    };
    return {
      signIn: async () => ok(null),
      discover: async () => ok([]),
      readAccount: async () => ok({ id: 1, locks: [] }),
      readGateway: async () => ok(null),
      readLog: async () => ok([]),
      listCodes: async (lockId) => (this.#written && this.listFailsAfterWrite ? err(LOST) : ok({ lockId, codes: [...this.codes] })),
      createCode: async (_lockId, _keypadId, record) =>
        write({ codeId: codeId(900) }, () => {
          this.sent.push(record);
          this.codes.push(codeFrom(record, 900));
        }),
      updateCode: async (id, record) =>
        write(null, () => {
          this.sent.push(record);
          this.codes = this.codes.map((code) => (code.id === id ? { ...codeFrom(record, id) } : code));
        }),
      deleteCode: async (id) =>
        write(null, () => {
          this.codes = this.codes.filter((code) => code.id !== id);
        }),
      requestCount: () => 0,
      clockOffsetMs: () => null,
      close: async () => {},
    };
  }
}

describe('createCode', () => {
  it('creates the code and returns it as the lock has it', async () => {
    const lock = new FakeLock(PRESENT);
    expect(await createCode(lock.ports, PLACE, DRAFT)).toMatchObject({ ok: true, value: { id: 900, name: 'Cleaner', pin: '0471' } });
    expect(lock.sent).toMatchObject([{ active: true, notificationEnabled: false, startDate: '2026-12-01', endTime: '12:00' }]);
    expect(lock.released).toBe(1);
  });
  it('rejects a PIN that is on the keypad, a window that ends before it starts, and an empty name', async () => {
    const lock = new FakeLock(PRESENT);
    const taken = await createCode(lock.ports, PLACE, { ...DRAFT, pin: '8305' as Pin });
    expect(taken).toMatchObject({ ok: false, error: { kind: 'refused' } });
    expect(JSON.stringify(taken)).not.toContain('8305');
    expect(await createCode(lock.ports, PLACE, { ...DRAFT, to: DRAFT.from })).toMatchObject({ error: { kind: 'refused' } });
    expect(await createCode(lock.ports, PLACE, { ...DRAFT, name: '  ' })).toMatchObject({ error: { kind: 'refused' } });
    expect(lock.sent).toEqual([]);
  });
  it('reads the lock when the response was lost', async () => {
    const arrived = new FakeLock();
    arrived.answer = LOST;
    expect(await createCode(arrived.ports, PLACE, DRAFT)).toMatchObject({ ok: true, value: { id: 900 } });
    const lost = new FakeLock();
    lost.answer = LOST;
    lost.happens = false;
    expect(await createCode(lost.ports, PLACE, DRAFT)).toMatchObject({ ok: false, error: { kind: 'cloud' } });
  });
  it('is unverified when the lock does not have it, or cannot be read', async () => {
    const silent = new FakeLock();
    silent.happens = false;
    expect(await createCode(silent.ports, PLACE, DRAFT)).toMatchObject({ error: { kind: 'unverified', codeId: 900 } });
    const blind = new FakeLock();
    blind.listFailsAfterWrite = true;
    expect(await createCode(blind.ports, PLACE, DRAFT)).toMatchObject({ error: { kind: 'unverified' } });
  });
  it('is rejected during a run', async () => {
    const lock = new FakeLock();
    lock.busy = true;
    expect(await createCode(lock.ports, PLACE, DRAFT)).toMatchObject({ error: { kind: 'busy' } });
    expect(lock.sent).toEqual([]);
  });
});

describe('updateCode', () => {
  it('sends the whole record, with the edits and the rest unchanged', async () => {
    const lock = new FakeLock(PRESENT);
    const changed = await updateCode(lock.ports, LOCK, CODE, { to: '2026-12-07' as LocalDate });
    expect(changed).toMatchObject({ ok: true, value: { endDate: '2026-12-07' } });
    expect(lock.sent).toEqual([
      {
        name: 'Guest A',
        pin: '8305',
        startDate: '2026-12-01',
        startTime: '15:00',
        endDate: '2026-12-07',
        endTime: '12:00',
        active: true,
        description: 'Smoobu#90001 late',
        notificationEnabled: true,
      },
    ]);
  });
  it('keeps the tag of a booking in front of a new description', async () => {
    const lock = new FakeLock(PRESENT);
    await updateCode(lock.ports, LOCK, CODE, { description: 'asked for late check-out' });
    expect(lock.sent[0]?.description).toBe('Smoobu#90001 asked for late check-out');
  });
  it.each<[string, Partial<Code>]>([
    ['a schedule', { hasSchedule: true }],
    ['an unknown start', { startDate: 'unknown' }],
    ['an unknown start time', { startTime: 'unknown' }],
    ['no end', { endDate: null }],
    ['an end without a time', { endTime: null }],
    ['an unknown on/off state', { active: 'unknown' }],
    ['no PIN', { pin: null }],
    ['a PIN that may lack zeros', { pinMayLackZeros: true }],
  ])('rejects keeping %s', async (_what, odd) => {
    const lock = new FakeLock({ ...PRESENT, ...odd });
    expect(await updateCode(lock.ports, LOCK, CODE, { name: 'Other' })).toMatchObject({ ok: false, error: { kind: 'refused' } });
    expect(lock.sent).toEqual([]);
  });
  it('accepts an unknown value that is edited', async () => {
    const lock = new FakeLock({ ...PRESENT, endDate: null, endTime: null, pin: null });
    const edits = { to: '2026-12-09' as LocalDate, checkOut: '11:00' as WallTime, pin: '0042' as Pin };
    expect(await updateCode(lock.ports, LOCK, CODE, edits)).toMatchObject({
      ok: true,
      value: { pin: '0042', endDate: '2026-12-09' },
    });
  });
  it('rejects the PIN of another code, but not its own', async () => {
    const lock = new FakeLock(PRESENT, { ...PRESENT, id: codeId(501), pin: '1357' as Pin });
    expect(await updateCode(lock.ports, LOCK, CODE, { pin: '1357' as Pin })).toMatchObject({ error: { kind: 'refused' } });
    expect(await updateCode(lock.ports, LOCK, CODE, { pin: '8305' as Pin })).toMatchObject({ ok: true });
  });
  it('fails when there is no such code, and is unverified when the lock does not have the change', async () => {
    const lock = new FakeLock(PRESENT);
    expect(await updateCode(lock.ports, LOCK, codeId(1), { name: 'x' })).toMatchObject({ error: { kind: 'not-found' } });
    lock.happens = false;
    expect(await updateCode(lock.ports, LOCK, CODE, { name: 'x' })).toMatchObject({ error: { kind: 'unverified' } });
  });
});

describe('deleteCode', () => {
  it('deletes the code and returns it', async () => {
    const lock = new FakeLock(PRESENT);
    expect(await deleteCode(lock.ports, LOCK, CODE)).toMatchObject({ ok: true, value: { id: 500 } });
    expect(lock.codes).toEqual([]);
  });
  it('is unverified while the lock still lists the code', async () => {
    const lock = new FakeLock(PRESENT);
    lock.happens = false;
    expect(await deleteCode(lock.ports, LOCK, CODE)).toMatchObject({ error: { kind: 'unverified' } });
  });
  it('is done when the response was lost but the code is gone', async () => {
    const lock = new FakeLock(PRESENT);
    lock.answer = LOST;
    expect(await deleteCode(lock.ports, LOCK, CODE)).toMatchObject({ ok: true });
  });
});
