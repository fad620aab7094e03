/** `door TEXT`: who can open a door, and the call of a guest whose code does not work. */
import { beforeEach, describe, expect, it } from 'vitest';
import { cloudFailure } from '../../electron/clouds/http/classify.ts';
import type { LockSummary } from '../../shared/domain/code.ts';
import { settingsSchema } from '../../shared/domain/settings.ts';
import { noStayWish, personSchema } from '../../shared/domain/wishes.ts';
import { booking, code, date, wall } from '../reconcile/fixtures.ts';
import { NOW_MS } from '../support/cli/fake-backend.ts';
import { FakeWorld } from '../support/cli/fake-world.ts';
import { bookingId, branded, place } from '../support/ids.ts';

const DOOR = place(3705, 'Kp7Qm2Xa');
const GATE = place(3707, 'KpGate44');

let world: FakeWorld;
/** It is 23 November 2026, 15:00 in Paris. */
beforeEach(() => {
  world = new FakeWorld();
  const { backend } = world;
  const settings = backend.settings.read();
  backend.state = settingsSchema.parse({
    ...settings,
    mapping: { ...settings.mapping, units: [{ ...settings.mapping.units[0], doors: [{ ...DOOR, prefix: '18' }, GATE] }] },
  });
  backend.bookings = [
    booking({ id: 1, unitId: 500037, guestName: 'Björk Hallgrímsdóttir', arrival: date('2026-11-22'), departure: date('2026-11-25') }),
    booking({ id: 2, unitId: 500037, guestName: 'Björn Borg', arrival: date('2026-11-25'), departure: date('2026-11-28') }),
  ];
  const own = { ...DOOR, startDate: date('2026-11-22'), startTime: wall('15:00'), endDate: date('2026-11-25') };
  backend.codes = [
    code({ ...own, id: 10, description: 'Smoobu#1', name: 'Björk' }),
    code({ ...own, id: 11, description: 'Smoobu#2', startDate: date('2026-11-25'), endDate: date('2026-11-28') }),
    code({ ...own, id: 12, description: '', name: 'Cleaner', startDate: null, startTime: null, endDate: null, endTime: null }),
    code({ ...own, ...GATE, id: 20, description: 'Smoobu#1', active: false }),
  ];
  backend.locks = branded<LockSummary[]>([
    {
      id: 3705,
      name: 'Loft door',
      timeZone: 'Europe/Paris',
      batteryMillivolts: 6500,
      batteryAtMs: NOW_MS - 7_200_000,
      keypads: [],
      gateway: { seenAtMs: NOW_MS - 120_000, ids: [901] },
    },
    { id: 3707, name: 'Gate', timeZone: 'Europe/Paris', batteryMillivolts: null, keypads: [], gateway: null },
  ]);
});

describe('a door', () => {
  it('is shown as JSON, without a PIN', async () => {
    const ran = await world.run('door', '3705', '--json');
    expect(ran.code).toBe(0);
    expect(ran.json()).toEqual({
      doors: [
        {
          lockId: 3705,
          name: 'Loft door',
          gateway: { seenAt: '2026-11-23T13:58:00Z', reach: 'gateway' },
          battery: { millivolts: 6500, at: '2026-11-23T12:00:00Z', level: 'low', monthAgo: null },
          capacity: { codes: 3, limit: null },
          readAt: '2026-11-23T14:00:00Z',
          unread: 0,
          codes: [
            {
              codeId: 10,
              keypadId: 'Kp7Qm2Xa',
              owner: 'guest',
              bookingId: 1,
              personId: null,
              name: 'Björk Hallgrímsdóttir',
              from: '2026-11-22T15:00:00+01:00',
              until: '2026-11-25T12:00:00+01:00',
              active: true,
              opensNow: true,
            },
            expect.objectContaining({ codeId: 12, owner: 'by-hand', from: null, until: null, opensNow: true }),
            expect.objectContaining({ codeId: 11, owner: 'guest', bookingId: 2, opensNow: false }),
          ],
        },
      ],
      problems: [],
    });
    expect(ran.out + ran.error).not.toContain('4711');
  });
  it('shows PINs only when asked, in the table, too, and records that', async () => {
    await world.run('door', '3705');
    expect(world.backend.events).toEqual([]);
    await world.run('door', '3705', '--reveal');
    expect(world.backend.events.map((event) => event.kind === 'pin-revealed' && event.codeId).toSorted()).toEqual(
      world.backend.codes.filter(({ lockId }) => lockId === 3705).map(({ id }) => id),
    );
    expect(JSON.stringify((await world.run('door', '3705', '--reveal', '--json')).json())).toContain('"pin":"4711"');
    const [hidden, shown] = [await world.run('door', '3705'), await world.run('door', '3705', '--reveal')];
    expect([hidden.out.includes('4711'), shown.out.includes('4711')]).toEqual([false, true]);
  });
  it('fits into 80 columns, with a long name', async () => {
    world.columns = 80;
    world.backend.bookings[0] = {
      ...world.backend.bookings[0]!,
      guestName: 'Prinzessin Maximiliane-Henriette von und zu Hohenstein-Langenburg',
    };
    for (const text of ['3705', 'prinz'])
      for (const line of (await world.run('door', text)).out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });
  it('says that a lock could not be read, and never that nobody can open it', async () => {
    world.backend.cloudFailure = cloudFailure('the-keys', 'unreachable');
    world.backend.bookingsFailure = cloudFailure('smoobu', 'unreachable');
    const ran = await world.run('door', '3705', '--json');
    expect([ran.code, ran.json()]).toMatchObject([4, { doors: [{ codes: null, gateway: { seenAt: null, reach: 'unknown' } }] }]);
    expect((await world.run('door', '3705')).out).toContain('Who can open it is unknown.');
  });
});

describe('the call', () => {
  it('goes from three letters to the digits of each door', async () => {
    const several = await world.run('door', 'bjö', '--json');
    expect([several.code, several.json()]).toMatchObject([
      2,
      { error: { kind: 'several-matches' }, matches: [{ bookingId: 1 }, { bookingId: 2 }] },
    ]);
    const ran = await world.run('door', 'björk', '--reveal');
    expect(ran.code).toBe(0);
    expect(ran.error).toContain('Reading the locks…');
    expect(ran.out).toContain('18 47 11   valid now');
    expect(ran.out).toContain("On the lock's list, checked 0 s ago.");
    expect(ran.out).toContain('blocked: this guest is kept out, or the code is switched off');
    expect(ran.out).toContain('a change reaches this door only when a phone syncs it');
    expect(ran.out).toContain('Is the prefix 18 left out?');
    expect(ran.out).toContain('Battery: 6.50 V: low, measured 2 h ago');
    expect(world.backend.events).toMatchObject([{ kind: 'pin-revealed', bookingId: 1, lockId: 3705 }]);
  });
  it('masks the digits, and records nothing, without --reveal', async () => {
    const ran = await world.run('door', 'björk');
    expect(ran.out).toContain('•• •• ••   valid now');
    expect(ran.out + ran.error).not.toContain('47 11');
    const { call } = (await world.run('door', '1', '--json')).json() as { readonly call: unknown };
    expect(call).toMatchObject({
      bookingId: 1,
      doors: [
        { codeId: 10, state: 'valid' },
        { codeId: 20, state: 'blocked' },
      ],
    });
    expect(JSON.stringify(call)).not.toMatch(/digits|4711/);
    expect(world.backend.events).toEqual([]);
  });
  it('reveals only this guest’s PINs, and none while the user keeps the guest out', async () => {
    const pins = async () => {
      const { doors, call } = (await world.run('door', 'björk', '--reveal', '--json')).json() as {
        readonly doors: readonly { readonly codes: readonly { readonly codeId: number; readonly pin?: string }[] }[];
        readonly call: { readonly doors: readonly { readonly digits: string | null }[] };
      };
      const codes = doors.flatMap((one) => one.codes).flatMap(({ codeId, pin }) => (pin === undefined ? [] : [codeId]));
      return [codes, call.doors.map(({ digits }) => digits)];
    };
    expect(await pins()).toEqual([[10], ['18 47 11', null]]);
    const wish = { ...noStayWish(), blockedSinceMs: NOW_MS };
    world.backend.wishes.change((wishes) => ({ ...wishes, stays: [{ bookingId: bookingId(1), wish }] }));
    expect(await pins()).toEqual([[], [null, null]]);
  });
  it('says when it opens, and that a door has no code', async () => {
    const ran = await world.run('door', 'borg');
    expect(ran.out).toContain('opens in 2 days');
    expect(ran.out).toContain('Not there: checked 0 s ago.');
  });
  it('names the command that opens early what opens later today, and that only a phone brings it to the door', async () => {
    world.backend.codes = [code({ ...DOOR, description: 'Smoobu#1', startDate: date('2026-11-23'), startTime: wall('18:00') })];
    const said = async () => (await world.run('door', 'björk')).out.replaceAll(/\s+/g, ' ');
    const from = '1+15:00';
    expect(await said()).toContain('opens in 3 h');
    expect(await said()).toContain(`To open it now: latchkey stay 1 --from ${from}.`);
    expect(await said()).not.toContain(`${from}. It reaches`);
    world.backend.locks = world.backend.locks.map((lock) => ({ ...lock, gateway: null }));
    expect(await said()).toContain(`--from ${from}. It reaches this door only when a phone syncs it.`);
    expect((await world.run('door', 'björk', '--json')).json()).toMatchObject({
      call: { doors: [{ openEarly: from }, { openEarly: null }] },
    });
    // Without Smoobu, the day of arrival is a guess.
    world.backend.bookingsFailure = cloudFailure('smoobu', 'unreachable');
    expect(await said()).not.toContain('To open it now');
  });
  it('finds the guest on the locks while Smoobu cannot be reached', async () => {
    world.backend.bookingsFailure = cloudFailure('smoobu', 'unreachable');
    const ran = await world.run('door', 'björk', '--reveal');
    expect(ran.code).toBe(4);
    expect(ran.out).toContain('18 47 11   valid now');
  });
  it('shows no digits while the locks cannot be reached', async () => {
    world.backend.cloudFailure = cloudFailure('the-keys', 'unreachable');
    const ran = await world.run('door', 'björk', '--reveal');
    expect(ran.code).toBe(4);
    expect(ran.out + ran.error).not.toMatch(/\d\d \d\d \d\d/);
  });
});

describe('the search', () => {
  it('takes the doors of a person', async () => {
    const cleaner = personSchema.parse({
      id: 'k3m9qa',
      name: 'Marta',
      doors: [GATE],
      schedule: { kind: 'always' },
      createdOn: '2026-01-01',
    });
    world.backend.wishes.change((wishes) => ({ ...wishes, people: [cleaner] }));
    world.backend.codes.push(code({ ...GATE, id: 21, description: 'Latchkey#k3m9qa', name: 'M' }));
    expect((await world.run('door', 'mar', '--json')).json()).toMatchObject({
      doors: [{ lockId: 3707, codes: [{ codeId: 21, owner: 'person', personId: 'k3m9qa', name: 'Marta' }, { codeId: 20 }] }],
    });
  });
  it.each([
    ['nothing found', 'zzz'],
    ['several matches', 'bj'],
    ['the number of no lock', '99'],
  ])('%s exits 2', async (_what, text) => {
    const ran = await world.run('door', text);
    expect(ran.code).toBe(2);
    expect(ran.out).toBe('');
  });
  it('takes the doors of a unit, and words without quotes', async () => {
    expect((await world.run('door', 'loft', 'can', '--json')).json()).toMatchObject({ doors: [{ lockId: 3705 }, { lockId: 3707 }] });
  });
  it('uses a configuration file for this command alone', async () => {
    world.files['/work/c.yaml'] = [
      'thekeys: { username: "+33600000000", password: "x" }',
      'smoobu: { api_key: "k", api_secret: "s" }',
      'apartment_locks: { "500037": 3707 }',
      'lock_accessoires: { 3707: "KpGate44" }',
    ].join('\n');
    const before = world.backend.settings.read();
    const ran = await world.run('door', 'björk', '--config', 'c.yaml', '--json');
    expect([ran.code, ran.json()]).toMatchObject([0, { doors: [{ lockId: 3707 }] }]);
    expect((await world.run('door', 'gat', '--config', 'c.yaml', '--json')).json()).toMatchObject({
      doors: [{ lockId: 3707, name: 'Gate' }],
    });
    expect(world.opened[0]?.given.theKeys?.source).toBe('config-file');
    expect(world.backend.settings.read()).toEqual(before);
    expect((await world.run('door', '3705', '--give-up', '--config', 'c.yaml')).code).toBe(2);
  });
});
