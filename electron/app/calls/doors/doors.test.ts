import { describe, expect, it } from 'vitest';
import { desktopHost } from '../../../../tests/support/app/desktop-host.ts';
import { NOW_MS } from '../../../../tests/support/app/state-fixtures.ts';
import {
  DOOR,
  FORMER_DOOR,
  SECOND_DOOR,
  booking,
  code,
  date,
  person,
  personCode,
  pin,
  settings,
} from '../../../../tests/reconcile/fixtures.ts';
import { createFakeLocks } from '../../../../tests/support/fake-locks.ts';
import type { Code } from '../../../../shared/domain/code.ts';
import { contract } from '../../../../shared/ipc/contract.ts';
import type { CallName } from '../../../../shared/ipc/channels.ts';
import { ok } from '../../../../shared/result.ts';
import { bookingId, codeId, lockId } from '../../../../tests/support/ids.ts';
import { sampleStay } from '../../../../tests/support/snapshot.ts';
import { LastLists } from '../../doors/last-lists.ts';
import { doorCalls } from './doors.ts';

const GUEST = booking({ id: 12, arrival: date('2020-01-01'), departure: date('2040-01-01') });
const OPEN = { startDate: date('2020-01-01'), endDate: date('2040-01-01') };
const CODES = [
  code({ ...OPEN, id: 900 }),
  code({ ...OPEN, id: 901, description: 'cleaner', name: 'Marta' }),
  code({ ...OPEN, ...SECOND_DOOR, id: 902 }),
];

function office(codes: readonly Code[] = CODES) {
  const inner = createFakeLocks(codes);
  const clock = { nowMs: () => NOW_MS };
  const lists = new LastLists(clock);
  const locks = lists.watch(inner);
  const host = desktopHost(settings({ unit: { doors: [{ ...DOOR, prefix: '18' }, SECOND_DOOR] } }), { lists });
  const accounts = { ...host.ports.accounts, lockCloud: () => Promise.resolve(ok(locks)) };
  const stays = [{ ...sampleStay(), stay: { ...sampleStay().stay, booking: GUEST } }];
  const desktop = {
    settings: () => host.desktop.settings(),
    text: host.desktop.text,
    snapshot: () => ({ ...host.desktop.snapshot(), stays }),
  };
  const seen: string[] = [];
  const screen = {
    copyBriefly: (text: string) => void seen.push(`copied ${text}`),
    protect: (forMs: number) => void seen.push(`protected ${String(forMs)}`),
  };
  const ports = { ...host.ports, accounts, lists, screen };
  return {
    calls: doorCalls(desktop, ports),
    seen,
    inner,
    locks,
    events: () => host.ports.history.listEvents(10),
    shownFor: () => [...host.ports.history.memory().remembered['spare-shown'].values()],
    wishes: host.ports.wishes,
  };
}
/** As the window gets it: checked by the contract. */
function shown(name: CallName, answer: unknown): unknown {
  const { value } = answer as { readonly value: unknown };
  return contract[name].output.parse(value);
}

describe('door.find', () => {
  it('finds the guests of the last sync, units and doors', async () => {
    const { calls } = office();
    expect(shown('door.find', await calls['door.find']({ text: 'ANN' }))).toMatchObject({
      isOne: true,
      matches: [{ kind: 'guest', bookingId: 12 }],
    });
    expect(shown('door.find', await calls['door.find']({ text: 'flat' }))).toMatchObject({ isOne: true, matches: [{ kind: 'unit' }] });
    expect(shown('door.find', await calls['door.find']({ text: 'zzz' }))).toEqual({ isOne: false, more: 0, matches: [] });
  });
});

describe('doors.list', () => {
  it('lists the doors with their units, zone and health, and reads nothing', async () => {
    const { calls, inner } = office();
    const health = { reach: 'unknown', isRefused: false, battery: 'unknown', isGatewayAlive: null, seenAtMs: null };
    expect(shown('doors.list', await calls['doors.list'](null))).toEqual({
      doors: [
        { ...DOOR, unitIds: [101], zone: 'Europe/Paris', ...health },
        { ...SECOND_DOOR, unitIds: [101], zone: 'Europe/Paris', ...health },
        // Nobody's any more: codes may be left there.
        { ...FORMER_DOOR, unitIds: [], zone: 'Europe/Paris', ...health },
      ],
    });
    expect(inner.calls).toEqual([]);
  });
});

describe('door.view', () => {
  it('shows at once what is in memory, and what the lock has when asked, never a PIN', async () => {
    const { calls, inner } = office();
    const before = shown('door.view', await calls['door.view']({ lockId: DOOR.lockId, fresh: false }));
    expect(before).toMatchObject({ readAtMs: null, codes: null, health: { reach: 'unknown' } });
    expect(inner.calls).toEqual([]);
    const after = shown('door.view', await calls['door.view']({ lockId: DOOR.lockId, fresh: true }));
    expect(after).toMatchObject({
      codes: [
        { codeId: 900, owner: 'guest', bookingId: 12, opens: 'now' },
        { codeId: 901, owner: 'by-hand', name: 'Marta', opens: 'now' },
      ],
    });
    expect(JSON.stringify(after)).not.toContain('4711');
    expect(shown('door.view', await calls['door.view']({ lockId: DOOR.lockId, fresh: false }))).toMatchObject({ codes: [{}, {}] });
  });
  it('says whether the door has a spare code, and which of its codes that is', async () => {
    const spare = person({ name: 'Spare', isSpare: true, schedule: { kind: 'always' } });
    const { calls, wishes } = office([...CODES, personCode({ id: 903 })]);
    const view = async (id = DOOR.lockId) => shown('door.view', await calls['door.view']({ lockId: id, fresh: true }));
    expect(await view()).toMatchObject({ spare: 'off' });
    expect(await view(FORMER_DOOR.lockId)).toMatchObject({ spare: null });
    wishes.change((stored) => ({ ...stored, people: [spare] }));
    const { codes } = (await view()) as { readonly codes: readonly { readonly codeId: number; readonly isSpare: boolean }[] };
    expect(await view()).toMatchObject({ spare: 'on' });
    expect(codes.filter(({ isSpare }) => isSpare)).toMatchObject([{ codeId: 903, owner: 'person' }]);
  });
  it('is refused when the lock cannot be read', async () => {
    const { calls, inner } = office();
    inner.fault = () => ({ when: 'before', kind: 'unreachable', certain: true });
    expect(await calls['door.view']({ lockId: DOOR.lockId, fresh: true })).toMatchObject({ ok: false, error: { detail: 'unreachable' } });
  });
});

describe('the call', () => {
  it('has no digits in its view, and reveals them from memory without waiting for the lock', async () => {
    const { calls, inner, events } = office();
    const view = shown('call.view', await calls['call.view']({ bookingId: GUEST.id, fresh: true }));
    expect(view).toMatchObject({
      failed: [],
      doors: [
        { state: 'valid', codeId: 900 },
        { state: 'valid', codeId: 902 },
      ],
    });
    expect(JSON.stringify(view)).not.toContain('4711');
    expect(events()).toEqual([]);
    inner.calls.length = 0;
    inner.fault = () => ({ when: 'before', kind: 'unreachable', certain: true });
    const revealed = shown('call.reveal', await calls['call.reveal']({ bookingId: GUEST.id }));
    expect(revealed).toMatchObject({ doors: [{ pin: '18 47 11' }, { pin: '47 11' }] });
    expect(inner.calls).toEqual([]);
    expect(events()).toMatchObject([
      { kind: 'pin-revealed', bookingId: 12 },
      { kind: 'pin-revealed', bookingId: 12 },
    ]);
    expect(JSON.stringify(events())).not.toContain('4711');
  });
  it('keeps the window out of screenshots before the digits are answered', async () => {
    const { calls, seen } = office();
    const answer = calls['call.reveal']({ bookingId: GUEST.id });
    expect(seen).toEqual([]);
    await answer;
    expect(seen).toEqual(['protected 20000']);
    await calls['code.reveal']({ lockId: DOOR.lockId, codeId: codeId(901) });
    expect(seen).toEqual(['protected 20000', 'protected 20000']);
  });
  it('copies the digits without spaces, door by door where they differ or a door has none, and records it', async () => {
    const { calls, seen, events } = office();
    expect(await calls['call.copy']({ bookingId: GUEST.id })).toEqual(ok(null));
    expect(seen).toEqual(['copied lock 11: 184711\nlock 12: 4711']);
    expect(events()).toHaveLength(2);
    const missing = office([code({ ...OPEN, id: 900 })]);
    await missing.calls['call.copy']({ bookingId: GUEST.id });
    expect(missing.seen).toEqual(['copied lock 11: 184711']);
  });
  it('reveals the spare codes that a guest may be told, for this stay', async () => {
    const { calls, events, shownFor, wishes } = office([
      ...CODES,
      code({ ...OPEN, id: 950, pin: pin('90817'), description: 'Latchkey#k3m9qa' }),
    ]);
    expect(await calls['call.reveal']({ bookingId: GUEST.id, spare: true })).toMatchObject({ ok: false, error: { detail: 'no-code' } });
    const spare = person({ name: 'Spare', isSpare: true, schedule: { kind: 'always' } });
    wishes.change((stored) => ({ ...stored, people: [spare] }));
    expect(shown('call.view', await calls['call.view']({ bookingId: GUEST.id, fresh: false }))).toMatchObject({ spares: 1 });
    const revealed = shown('call.reveal', await calls['call.reveal']({ bookingId: GUEST.id, spare: true }));
    expect(revealed).toMatchObject({ doors: [{ lockId: DOOR.lockId, pin: '18 90 81 7' }] });
    expect(events()).toMatchObject([{ kind: 'pin-revealed', bookingId: 12, codeId: 950 }]);
    expect(shownFor()).toEqual([{ personId: 'k3m9qa', stays: [{ bookingId: 12, until: '2040-01-02T00:00' }] }]);
  });
  it('reads a lock that was not read yet before it reveals', async () => {
    const { calls, inner } = office();
    expect(shown('call.reveal', await calls['call.reveal']({ bookingId: GUEST.id }))).toMatchObject({ doors: [{ pin: '18 47 11' }, {}] });
    expect(inner.calls).toContain('list 11');
  });
  it('shows the other door when one cannot be read, and says which', async () => {
    const { calls, inner } = office();
    inner.fault = (name) => (name === 'list 12' ? { when: 'before', kind: 'forbidden', certain: true } : null);
    const view = shown('call.view', await calls['call.view']({ bookingId: GUEST.id, fresh: true }));
    expect(view).toMatchObject({ failed: [12], doors: [{ state: 'valid' }, { state: 'not-read' }] });
  });
  it('is nothing for a booking that is not known, and reveals nothing where there is no code', async () => {
    const { calls, events } = office([]);
    expect(shown('call.view', await calls['call.view']({ bookingId: bookingId(99), fresh: true }))).toBeNull();
    expect(await calls['call.reveal']({ bookingId: bookingId(99) })).toMatchObject({ ok: false, error: { detail: 'no-code' } });
    expect(await calls['call.reveal']({ bookingId: GUEST.id })).toMatchObject({ ok: false, error: { detail: 'no-code' } });
    expect(events()).toEqual([]);
  });
});

describe('code.reveal', () => {
  it('reveals no PIN of a code that says it is blocked, in no call', async () => {
    const { calls, events } = office([code({ ...OPEN, description: 'Smoobu#12 blocked' })]);
    const refused = { ok: false, error: { detail: 'no-code' } };
    expect(await calls['code.reveal']({ lockId: DOOR.lockId, codeId: codeId(900) })).toMatchObject(refused);
    expect(await calls['call.reveal']({ bookingId: GUEST.id })).toMatchObject(refused);
    expect(await calls['call.copy']({ bookingId: GUEST.id })).toMatchObject(refused);
    expect(events()).toEqual([]);
  });
  it('reveals one code of any owner, and records it', async () => {
    const { calls, events } = office();
    expect(shown('code.reveal', await calls['code.reveal']({ lockId: DOOR.lockId, codeId: codeId(901) }))).toEqual({
      pin: '4711',
      hideAfterMs: 20_000,
    });
    expect(events()).toMatchObject([{ kind: 'pin-revealed', bookingId: null, codeId: 901, lockId: 11 }]);
    expect(await calls['code.reveal']({ lockId: lockId(11), codeId: codeId(902) })).toMatchObject({
      ok: false,
      error: { detail: 'no-code' },
    });
  });
  it('remembers for which stay a spare code was shown', async () => {
    const { calls, events, shownFor, wishes } = office([code({ ...OPEN, id: 950, description: 'Latchkey#k3m9qa' })]);
    const spare = person({ name: 'Spare', isSpare: true, schedule: { kind: 'always' } });
    wishes.change((stored) => ({ ...stored, people: [spare] }));
    shown('code.reveal', await calls['code.reveal']({ lockId: DOOR.lockId, codeId: codeId(950) }));
    expect(events()).toMatchObject([{ kind: 'pin-revealed', bookingId: null, codeId: 950 }]);
    expect(shownFor()).toEqual([{ personId: 'k3m9qa', stays: [{ bookingId: 12, until: '2040-01-02T00:00' }] }]);
  });
});
