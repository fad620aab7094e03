/** `import`: the older tool's file, and the names and time zones that it lacks. */
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeWorld } from '../support/cli/fake-world.ts';
import { lockId, place, unitId } from '../support/ids.ts';

let world: FakeWorld;
beforeEach(() => {
  world = new FakeWorld();
});

describe('import', () => {
  const FILE = `thekeys: { username: "+33600000000", password: "file-password" }
smoobu: { api_key: "file-key" }
apartment_locks: { "500037": 3801, "500038": 3801 }
lock_accessoires: { 3801: "KpNew" }
digicode_prefixes: { 3801: "18" }
default_times: { check_in_hour: "16", check_in_minute: "30", check_out_hour: "11", check_out_minute: "0" }
`;
  beforeEach(() => {
    world.files['/work/old.yaml'] = FILE;
  });
  it('imports mapping, times and credentials', async () => {
    const ran = await world.run('import', 'old.yaml');
    expect(ran.code).toBe(0);
    expect(ran.out).toMatchInlineSnapshot(`
      "┌────────┬────────────┬─────────┬─────────────────┬────────┐
      │   Unit │ Name       │ Change  │ Lock and keypad │ Prefix │
      ├────────┼────────────┼─────────┼─────────────────┼────────┤
      │ 500037 │ Loft Canal │ changed │ 3801 · KpNew    │ 18     │
      │ 500038 │            │ new     │ 3801 · KpNew    │ 18     │
      └────────┴────────────┴─────────┴─────────────────┴────────┘
      Check-in 16:30, check-out 11:00, PINs of 4 digits.
      No longer mapped, but still read so that codes there can be removed: 3705 · Kp7Qm2Xa.
      ! The file has an old Smoobu key without a secret, which Smoobu no longer accepts. Make a new key
      under Settings > Advanced > API Keys, then: latchkey credentials set smoobu
      ✓ The credentials for The Keys are in the keychain. You can delete them from the file.
      ✓ The mapping and the times are in the settings. \`latchkey doctor\` checks them.
      "
    `);
    expect(world.backend.state).toMatchObject({
      mapping: {
        units: [{ unitId: 500037, name: 'Loft Canal', doors: [{ lockId: 3801, keypadId: 'KpNew', prefix: '18' }] }, { unitId: 500038 }],
        retired: [{ lockId: 3705, keypadId: 'Kp7Qm2Xa' }],
      },
      times: { checkIn: '16:30', checkOut: '11:00' },
      stored: { smoobu: false, theKeys: true, pinKey: true },
    });
    expect([...world.backend.keychain.keys()]).toEqual(['the-keys', 'pin-key']);
    for (const secret of ['file-key', 'file-password']) expect(ran.out + ran.error).not.toContain(secret);
  });
  it('takes names and time zones from both accounts, since the file has numbers only', async () => {
    world.backend.units = [
      { id: unitId(500037), name: 'Loft Canal' },
      { id: unitId(500038), name: 'Marais' },
    ];
    world.backend.locks = [
      {
        id: lockId(3801),
        name: 'Gate',
        timeZone: 'Europe/Lisbon',
        batteryMillivolts: null,
        keypads: [{ keypadId: place(3801, 'KpNew').keypadId, name: 'Left' }],
      },
    ];
    const ran = await world.run('import', 'old.yaml');
    expect(ran.out).toContain('│ 500038 │ Marais     │ new     │ 3801 Gate · KpNew │ 18     │');
    expect(world.backend.state.mapping).toMatchObject({
      units: [{ name: 'Loft Canal' }, { name: 'Marais' }],
      locks: [{ lockId: 3801, name: 'Gate', timeZone: 'Europe/Lisbon', keypads: [{ keypadId: 'KpNew', name: 'Left' }] }, { lockId: 3705 }],
    });
    expect(world.backend.state.stored.theKeys).toBe(true);
  });
  it('imports without names while an account cannot be read, and says what to do', async () => {
    world.backend.accessFailure = { kind: 'credentials-missing', cloud: 'smoobu', message: 'No credentials for Smoobu.', certain: true };
    const ran = await world.run('import', 'old.yaml');
    expect(ran.code).toBe(0);
    expect(ran.out.replaceAll('\n', ' ')).toContain(
      'could not all be read: No credentials for Smoobu. To set them: latchkey credentials set smoobu',
    );
    expect(world.backend.state.mapping.units).toMatchObject([{ unitId: 500037 }, { unitId: 500038, name: '' }]);
  });
  it('stores nothing in a dry run', async () => {
    const before = structuredClone(world.backend.state);
    const ran = await world.run('import', 'old.yaml', '--dry-run', '--json');
    expect(ran.json()).toMatchObject({
      dryRun: true,
      units: [
        { unitId: 500037, change: 'changed' },
        { unitId: 500038, change: 'new' },
      ],
      retired: [{ lockId: 3705, keypadId: 'Kp7Qm2Xa' }],
      credentials: [
        { cloud: 'smoobu', state: 'incomplete' },
        { cloud: 'the-keys', state: 'to-store' },
      ],
    });
    expect(world.backend.state).toEqual(before);
    expect(world.backend.keychain.size).toBe(0);
  });
  it('imports everything else without a keychain, and exits 6 with guidance', async () => {
    world.backend.keychainFailure = {
      kind: 'keychain-missing',
      message: 'Set LATCHKEY_THEKEYS_USERNAME and LATCHKEY_THEKEYS_PASSWORD instead.',
    };
    const ran = await world.run('import', 'old.yaml');
    expect([ran.code, world.backend.state.times.checkIn]).toEqual([6, '16:30']);
    expect(ran.out.replaceAll('\n', ' ')).toContain('Set LATCHKEY_THEKEYS_USERNAME and LATCHKEY_THEKEYS_PASSWORD instead.');
    expect(world.backend.state.stored.theKeys).toBe(false);
  });
  it('changes nothing when the file has a mistake', async () => {
    world.files['/work/old.yaml'] = FILE.replace('3801: "KpNew"', '3802: "KpNew"');
    const before = structuredClone(world.backend.state);
    const ran = await world.run('import', 'old.yaml');
    expect(ran.code).toBe(2);
    expect(ran.error).toContain('line 3: apartment_locks.500037: lock 3801 has no keypad in lock_accessoires');
    expect(world.backend.state).toEqual(before);
  });
});
