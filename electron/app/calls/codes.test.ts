import { describe, expect, it } from 'vitest';
import { LOCALIZATION } from '../../../tests/support/app/state-fixtures.ts';
import { desktopHost } from '../../../tests/support/app/desktop-host.ts';
import { contract } from '../../../shared/ipc/contract.ts';
import type { CloudFailure } from '../../../shared/errors.ts';
import { err, ok } from '../../../shared/result.ts';
import { code, date, DOOR, FORMER_DOOR, pin, settings } from '../../../tests/reconcile/fixtures.ts';
import { createFakeLocks } from '../../../tests/support/fake-locks.ts';
import type { FakeFault, FakeLocks } from '../../../tests/support/fake-locks.ts';
import type { DesktopPorts } from '../desktop/ports.ts';

const unused = (): never => {
  throw new Error('not to be called');
};
function list(locks: FakeLocks | CloudFailure, doors: readonly { readonly lockId: number; readonly keypadId: string }[] = [DOOR]) {
  const accounts: DesktopPorts['accounts'] = {
    store: unused,
    remove: unused,
    test: unused,
    bookingCloud: unused,
    reconnect: unused,
    pinVault: unused,
    lockCloud: () => Promise.resolve('cloud' in locks ? err(locks) : ok(locks)),
  };
  return desktopHost(settings({ unit: { doors } }), { accounts }).calls['codes.list'](null);
}
const fault = (kind: CloudFailure['kind']): FakeFault => ({ when: 'before', kind, certain: true });

describe('codes.list', () => {
  it('lists the codes of mapped and former doors, by hand and by booking, without a PIN', async () => {
    const locks = createFakeLocks([
      code({
        id: 903,
        name: 'Cleaner',
        pin: pin('777001'),
        description: 'Tuesdays',
        startDate: null,
        startTime: null,
        endDate: null,
        endTime: null,
      }),
      code({ id: 902, ...FORMER_DOOR, endDate: date('2026-11-27'), endTime: null, description: 'Smoobu#12 late' }),
      code({ id: 901, active: false, startDate: 'unknown', description: 'Smoobu#12 Smoobu#13' }),
      code({ id: 904, keypadId: 'KpOther9' }),
      code({ id: 905, name: 'Marta', description: 'Latchkey#k3m9qa' }),
    ]);
    const answer = await list(locks);
    const of = { bookingId: null, personId: null, schedule: null };
    const byHand = { ...of, owner: 'by-hand' };
    const shown = { name: 'Anna Müller', start: '2026-11-24T15:00', end: '2026-11-27T12:00', isActive: true };
    expect(answer).toEqual(
      ok({
        codes: [
          { ...DOOR, ...shown, codeId: 901, start: null, isActive: false, ...byHand },
          { ...FORMER_DOOR, ...shown, codeId: 902, end: '2026-11-27T23:59', ...of, bookingId: 12, owner: 'guest' },
          { ...DOOR, ...shown, codeId: 903, name: 'Cleaner', start: null, end: null, ...byHand },
          { ...DOOR, ...shown, codeId: 905, name: 'Marta', ...of, personId: 'k3m9qa', owner: 'unknown-person' },
        ],
        unread: [],
      }),
    );
    if (answer.ok) expect(contract['codes.list'].output.safeParse(answer.value).success).toBe(true);
    expect(JSON.stringify(answer)).not.toMatch(/4711|777001/);
  });

  it('reads each lock once and a few at a time', async () => {
    const doors = Array.from({ length: 12 }, (_, index) =>
      [1, 2].map((keypad) => ({ lockId: 100 + index, keypadId: `Kp${String(keypad)}` })),
    );
    const locks = createFakeLocks();
    const listCodes = locks.listCodes.bind(locks);
    let inHand = 0;
    let most = 0;
    locks.listCodes = async (lockId) => {
      inHand += 1;
      most = Math.max(most, inHand);
      const answer = await listCodes(lockId);
      inHand -= 1;
      return answer;
    };
    expect(await list(locks, doors.flat())).toEqual(ok({ codes: [], unread: [] }));
    expect(locks.calls).toHaveLength(13);
    expect(new Set(locks.calls).size).toBe(13);
    expect(most).toBe(4);
  });

  it('lists the locks that could not be read', async () => {
    const locks = createFakeLocks([code()]);
    locks.fault = (call) => (call === 'list 13' ? fault('forbidden') : null);
    expect(await list(locks)).toMatchObject(ok({ codes: [{ codeId: 900 }], unread: [13] }));
  });

  it('is refused only when all locks fail in the same way', async () => {
    const locks = createFakeLocks();
    locks.fault = () => fault('unreachable');
    expect(await list(locks)).toEqual(
      err({ detail: 'unreachable', message: LOCALIZATION.text('failure.unreachable', { cloud: 'The Keys' }) }),
    );
    locks.fault = (call) => fault(call === 'list 13' ? 'forbidden' : 'unreachable');
    expect(await list(locks)).toEqual(ok({ codes: [], unread: [11, 13] }));
  });

  it('is refused when the account cannot be used', async () => {
    const rejected = { kind: 'credentials-rejected', cloud: 'the-keys', message: 'no', certain: true } as const;
    expect(await list(rejected)).toEqual(
      err({ detail: 'credentials-rejected', message: LOCALIZATION.text('failure.credentials-rejected', { cloud: 'The Keys' }) }),
    );
  });
});
