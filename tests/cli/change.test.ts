/** Commands that change something by hand: codes, credentials. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Code, Pin } from '../../shared/domain/code.ts';
import type { LocalDate, WallTime } from '../../shared/time.ts';
import { withChanges } from '../../shared/domain/memory.ts';
import { writtenCode } from '../../shared/readiness/code-reach.ts';
import { FakeWorld } from '../support/cli/fake-world.ts';
import { bookingId, codeId, place } from '../support/ids.ts';

let world: FakeWorld;
beforeEach(() => {
  world = new FakeWorld();
});

const CODE: Code = {
  id: codeId(500),
  ...place(3705, 'Kp7Qm2Xa'),
  name: 'Ana\u001b[31m López',
  pin: '8305' as Pin,
  pinMayLackZeros: false,
  active: true,
  startDate: '2026-11-23' as LocalDate,
  startTime: '15:00' as WallTime,
  endDate: '2026-11-26' as LocalDate,
  endTime: '12:00' as WallTime,
  description: 'Smoobu#90001',
  hasSchedule: false,
  notificationEnabled: false,
};
const CREATE = 'codes create --lock 3705 --keypad Kp7Qm2Xa --name Cleaner --from 2026-12-01 --to 2026-12-05 --pin'.split(' ');

describe('codes list', () => {
  beforeEach(() => {
    world.backend.codes = [
      CODE,
      { ...CODE, id: codeId(501), name: 'Cleaner', description: '', endDate: null, endTime: null, active: false },
    ];
  });
  it('masks PINs and lets no name control the terminal', async () => {
    const ran = await world.run('codes', 'list', '--lock', '3705');
    expect(ran.out).toMatchInlineSnapshot(`
      "┌──────┬──────────┬───────────────┬──────┬──────────────────┬───────────────┐
      │ Code │ Keypad   │ Name          │ PIN  │ From – to        │ Belongs to    │
      ├──────┼──────────┼───────────────┼──────┼──────────────────┼───────────────┤
      │  500 │ Kp7Qm2Xa │ Ana[31m López │ •••• │ 2026-11-23 15:00 │ booking 90001 │
      │      │          │               │      │ 2026-11-26 12:00 │               │
      │  501 │ Kp7Qm2Xa │ Cleaner       │ •••• │ 2026-11-23 15:00 │ foreign, off  │
      │      │          │               │      │ open             │               │
      └──────┴──────────┴───────────────┴──────┴──────────────────┴───────────────┘
      2 codes, 1 maintained by Latchkey; runs never change the others. PINs are hidden; --reveal shows
      them.
      "
    `);
    expect((await world.run('codes', 'list', '--lock', '3705', '--json')).out).not.toContain('8305');
  });
  it('shows PINs when asked to, and records that', async () => {
    await world.run('codes', 'list', '--lock', '3705');
    expect(world.backend.events).toEqual([]);
    expect((await world.run('codes', 'list', '--lock', '3705', '--reveal')).out).toContain('│ 8305 │');
    const shown = { kind: 'pin-revealed', ...place(3705, 'Kp7Qm2Xa') };
    expect(world.backend.events).toMatchObject([
      { ...shown, bookingId: 90001, codeId: 500 },
      { ...shown, bookingId: null, codeId: 501 },
    ]);
    expect(JSON.stringify(world.backend.events)).not.toContain('8305');
    expect((await world.run('codes', 'list', '--lock', '3705', '--reveal', '--json')).json()).toMatchObject({
      lockId: 3705,
      codes: [
        { id: 500, pin: '8305', managed: true, bookingId: 90001 },
        { id: 501, managed: false, endDate: null },
      ],
    });
  });
});

describe('codes create', () => {
  it('creates a code with the times of the settings and never prints the PIN', async () => {
    const ran = await world.run(...CREATE, '0471');
    expect([ran.code, ran.error]).toEqual([0, '']);
    expect(ran.out).toBe('✓ Created: code 684000 “Cleaner” on lock 3705, keypad Kp7Qm2Xa, 2026-12-01 15:00 to 2026-12-05 12:00.\n');
    expect(world.backend.codes).toMatchObject([{ pin: '0471', active: true }]);
    expect(ran.out).not.toContain('0471');
  });
  it('warns about a description that makes the code a booking’s', async () => {
    expect((await world.run(...CREATE, '0471', '--description', 'Smoobu#90009')).out).toContain("treats it as that booking's code");
  });
  it.each([
    [['12a4'], 'The PIN must be digits only'],
    [['0471', '--keypad', '12345'], "The keypad must be the keypad's string id"],
  ])('refuses %j without quoting the PIN', async (rest, words) => {
    const ran = await world.run(...CREATE, ...rest);
    expect(ran.code).toBe(2);
    expect(ran.error).toContain(words);
    expect(ran.error).not.toContain(rest[0]);
    expect(world.opened).toEqual([]);
  });
  it('exits 1 for a PIN that is taken', async () => {
    world.backend.codes = [CODE];
    const ran = await world.run(...CREATE, '8305', '--json');
    expect([ran.code, ran.json()]).toMatchObject([1, { error: { kind: 'refused' } }]);
  });
});

describe('codes update and delete', () => {
  beforeEach(() => {
    world.backend.codes = [CODE];
  });
  it('changes the given fields and keeps the rest', async () => {
    const ran = await world.run('codes', 'update', '500', '--lock', '3705', '--to', '2026-11-27');
    expect(ran.code).toBe(0);
    expect(world.backend.codes).toMatchObject([{ endDate: '2026-11-27', pin: '8305', description: 'Smoobu#90001' }]);
    expect(ran.out).toContain('belongs to booking 90001');
  });
  it('forgets that the code has reached its lock, which has yet to learn of the change', async () => {
    const placed = { codeId: CODE.id, claimId: bookingId(90001), lockId: CODE.lockId, keypadId: CODE.keypadId };
    world.backend.remembered = withChanges(world.backend.remembered, [writtenCode(placed, 1_000)]);
    await world.run('codes', 'update', '500', '--lock', '3705', '--to', '2026-11-27', '--dry-run');
    expect(world.backend.remembered['code-reach'].size).toBe(1);
    await world.run('codes', 'update', '500', '--lock', '3705', '--to', '2026-11-27');
    expect(world.backend.remembered['code-reach'].size).toBe(0);
  });
  it('refuses an update without changes, and one that would move the code', async () => {
    expect((await world.run('codes', 'update', '500', '--lock', '3705')).code).toBe(2);
    const moved = await world.run('codes', 'update', '500', '--lock', '3705', '--keypad', 'Other', '--name', 'x');
    expect([moved.code, moved.error.includes('cannot move')]).toEqual([2, true]);
  });
  it('deletes, and says what that means', async () => {
    const ran = await world.run('codes', 'delete', '500', '--lock', '3705', '--yes');
    expect([ran.code, world.backend.codes]).toEqual([0, []]);
    expect(ran.out).toContain('while that booking is live, the next run creates it again');
    expect((await world.run('codes', 'delete', '500', '--lock', '3705', '--yes')).code).toBe(1);
  });
});

describe('credentials', () => {
  it('asks on a terminal, without echo for secrets', async () => {
    world.answers = ['typed-key', 'typed-secret'];
    const ran = await world.run('credentials', 'set', 'smoobu');
    expect(ran.code).toBe(0);
    expect(world.asked).toEqual(['Smoobu API key', 'Smoobu API secret']);
    expect(JSON.parse(world.backend.keychain.get('smoobu') ?? '')).toEqual({ apiKey: 'typed-key', apiSecret: 'typed-secret' });
    expect(world.backend.keychain.has('pin-key')).toBe(true);
    expect(ran.out + ran.error).not.toContain('typed');
    expect(ran.out).toContain('A pin key was created');
  });
  it('stores nothing when the user cancels', async () => {
    world.answers = ['+33600000000', null];
    expect((await world.run('credentials', 'set', 'the-keys')).code).toBe(2);
    expect(world.opened).toEqual([]);
  });
  it.each([
    ['smoobu', 'piped-key\npiped-secret\n', { apiKey: 'piped-key', apiSecret: 'piped-secret' }],
    ['smoobu', '{"apiKey":"piped-key","apiSecret":"piped-secret"}', { apiKey: 'piped-key', apiSecret: 'piped-secret' }],
    ['the-keys', '+33600000000\r\n piped pass \r\n', { username: '+33600000000', password: ' piped pass ' }],
  ])('reads %s from standard input: %j', async (cloud, input, stored) => {
    world.input = input;
    const ran = await world.run('credentials', 'set', cloud, '--json');
    expect(ran.json()).toEqual({ cloud, stored: true, pinKey: 'made' });
    expect(JSON.parse(world.backend.keychain.get(cloud === 'smoobu' ? 'smoobu' : 'the-keys') ?? '')).toEqual(stored);
    expect(ran.out + ran.error).not.toContain('piped');
  });
  it.each(['', 'piped-one', 'piped-1\npiped-2\npiped-3', '{"apiKey":"piped"}', '{piped'])(
    'refuses %j and quotes nothing',
    async (input) => {
      world.input = input;
      const ran = await world.run('credentials', 'set', 'smoobu');
      expect(ran.code).toBe(2);
      expect(ran.error).not.toContain('piped');
      expect(world.backend.keychain.size).toBe(0);
    },
  );
  it('exits 6 where there is no keychain', async () => {
    world.input = 'a\nb';
    world.backend.keychainFailure = { kind: 'keychain-missing', message: 'Use the environment.' };
    const ran = await world.run('credentials', 'set', 'smoobu');
    expect([ran.code, ran.error]).toEqual([6, 'Use the environment.\n']);
  });
  it('tests the current credentials and says what it found', async () => {
    expect((await world.run('credentials', 'test', 'smoobu')).out).toBe('✓ Smoobu accepts the credentials: 1 apartment.\n');
    expect((await world.run('credentials', 'test', 'the-keys')).out).toBe('✓ The Keys accepts the credentials: 1 lock, 1 keypad.\n');
    world.backend.cloudFailure = { kind: 'credentials-rejected', cloud: 'smoobu', message: 'Smoobu rejects the key.', certain: true };
    const ran = await world.run('credentials', 'test', 'smoobu', '--json');
    expect([ran.code, ran.json()]).toMatchObject([3, { error: { kind: 'credentials-rejected' } }]);
  });
  it('removes, and warns that the environment has credentials', async () => {
    world.environment = { LATCHKEY_SMOOBU_API_KEY: 'a', LATCHKEY_SMOOBU_API_SECRET: 'b' };
    world.backend.keychain.set('smoobu', 'x');
    const ran = await world.run('credentials', 'remove', 'smoobu');
    expect([ran.code, world.backend.keychain.size]).toEqual([0, 0]);
    expect(ran.out).toContain('the environment takes precedence over the keychain');
  });
});
