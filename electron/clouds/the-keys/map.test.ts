import { describe, expect, it } from 'vitest';
import { mapCreatedId, mapKeypadsOfShares, mapListing, mapLocks, mapLogin } from './map.ts';
import { lockId } from '../../../tests/support/ids.ts';

const KEYPAD = { id: 901, id_accessoire: 'Kp7Qm2Xa', nom: 'Front door keypad', type: 2, version: 3, configuration: [] };
const SHARE = {
  id: 683001,
  iddesc: null,
  nom: 'Ada Example',
  actif: true,
  date_debut: '2026-12-04',
  date_fin: '2026-12-09',
  heure_debut: '15:00',
  heure_fin: '12:00:00',
  description: 'Smoobu#4711',
  notification_enabled: false,
  accessoire: KEYPAD,
  horaires: [],
  code: '0427',
};
const GATEWAY_SHARE = {
  ...SHARE,
  id: 683002,
  accessoire: { id: 902, id_accessoire: 'Gw1', nom: 'Gateway', type: 1 },
  code: 'aB3dE5gH7jK9mN1p',
};
const REMOTE_SHARE = { ...SHARE, id: 683003, accessoire: { id: 903, id_accessoire: 'Rm1', nom: 'Remote', type: 3 } };

function listOf(...items: unknown[]): unknown {
  return { partages_utilisateur: [], partages_accessoire: items, partages_demande: [] };
}
function onlyCode(overrides: Record<string, unknown>): unknown {
  return mapListing(lockId(7), listOf({ ...SHARE, ...overrides }))?.codes[0];
}
function without(key: keyof typeof SHARE): unknown {
  const { [key]: _left, ...rest } = SHARE;
  return rest;
}

describe('mapListing', () => {
  it('returns keypad codes without gateway and remote shares', () => {
    expect(mapListing(lockId(7), listOf(GATEWAY_SHARE, SHARE, REMOTE_SHARE))).toEqual({
      lockId: 7,
      codes: [
        {
          id: 683001,
          lockId: 7,
          keypadId: 'Kp7Qm2Xa',
          name: 'Ada Example',
          pin: '0427',
          pinMayLackZeros: false,
          active: true,
          startDate: '2026-12-04',
          startTime: '15:00',
          endDate: '2026-12-09',
          endTime: '12:00',
          description: 'Smoobu#4711',
          hasSchedule: false,
          notificationEnabled: false,
        },
      ],
    });
  });

  it('reads an empty list as an empty list', () => {
    expect(mapListing(lockId(7), listOf())).toEqual({ lockId: 7, codes: [] });
  });

  it.each([
    ['null', null],
    ['a text', 'x'],
    ['no list', {}],
    ['null list', { partages_accessoire: null }],
    ['object list', { partages_accessoire: {} }],
  ])('fails on %s', (_case, data) => {
    expect(mapListing(lockId(7), data)).toBeNull();
  });

  const nothing = { codeId: null, keypadId: null, description: null };
  it.each([
    ['null item', null, nothing],
    ['item without accessory', without('accessoire'), { codeId: 683001, keypadId: null }],
    ['null accessory', { ...SHARE, accessoire: null }, { codeId: 683001, keypadId: null }],
    ['null accessory and no description', { id: 5, accessoire: null }, { codeId: 5, keypadId: null, description: '' }],
    ['accessory without type', { ...SHARE, accessoire: { id_accessoire: 'Kp7Qm2Xa' } }, { codeId: 683001, keypadId: 'Kp7Qm2Xa' }],
    ['keypad without id', without('id'), { codeId: null, keypadId: 'Kp7Qm2Xa' }],
    ['id of an odd kind', { ...SHARE, id: 'x1' }, { codeId: null, keypadId: 'Kp7Qm2Xa' }],
    ['id zero', { ...SHARE, id: '0' }, { codeId: null }],
    ['no keypad id', { ...SHARE, accessoire: { type: 2, nom: 'x' } }, { codeId: 683001, keypadId: null }],
    ['null keypad id', { ...SHARE, accessoire: { type: 2, id_accessoire: null } }, { keypadId: null }],
    ['empty keypad id', { ...SHARE, accessoire: { type: 2, id_accessoire: '' } }, { keypadId: null }],
    ['unreadable description', { ...SHARE, description: { text: 'Smoobu#4711' } }, { codeId: 683001, description: null }],
  ])('keeps what it can read of a row with %s, and reads the others', (_case, row, known) => {
    const found = mapListing(lockId(7), listOf({ ...SHARE, id: 1 }, row));
    expect(found?.codes.map(({ id }) => id)).toEqual([1]);
    expect(found?.unread).toMatchObject([known]);
  });

  it('ignores an unreadable share of another accessory', () => {
    expect(mapListing(lockId(7), listOf({ accessoire: { type: 1 } }))?.codes).toEqual([]);
  });

  it('reads ids and types sent as text', () => {
    expect(onlyCode({ id: '683001', accessoire: { ...KEYPAD, type: '2' } })).toMatchObject({ id: 683001, keypadId: 'Kp7Qm2Xa' });
  });

  it.each([
    ['0427', '0427', false],
    [427, '427', true],
    [0, '0', true],
    ['', null, false],
    ['12a4', null, false],
    [-5, null, true],
    [1.5, null, true],
    [null, null, false],
    [undefined, null, false],
    [['1'], null, false],
  ])('reads the code %j as %j', (code, pin, pinMayLackZeros) => {
    expect(onlyCode({ code })).toMatchObject({ pin, pinMayLackZeros });
  });

  it.each([
    [true, true],
    ['1', true],
    [1, true],
    [false, false],
    ['0', false],
    [0, false],
    ['yes', 'unknown'],
    [null, 'unknown'],
    [undefined, 'unknown'],
  ])('reads actif %j as %j', (actif, active) => {
    expect(onlyCode({ actif })).toMatchObject({ active });
  });

  it.each([
    [[], false],
    [null, false],
    [undefined, false],
    [[{ jour: 1 }], true],
    [{}, true],
    ['lundi', true],
  ])('reads horaires %j as schedule %j', (horaires, hasSchedule) => {
    expect(onlyCode({ horaires })).toMatchObject({ hasSchedule });
  });

  it('reads missing keys as missing', () => {
    for (const key of ['code', 'actif', 'horaires', 'notification_enabled', 'description', 'nom', 'date_debut', 'heure_fin'] as const) {
      expect(mapListing(lockId(7), listOf(without(key)))?.codes, key).toHaveLength(1);
    }
    expect(mapListing(lockId(7), listOf(without('horaires')))?.codes[0]?.hasSchedule).toBe(false);
    expect(mapListing(lockId(7), listOf(without('date_fin')))?.codes[0]?.endDate).toBe('unknown');
  });

  it('reads null as empty text', () => {
    expect(onlyCode({ description: null, nom: null })).toMatchObject({ description: '', name: '' });
  });

  it('reads a permanent share', () => {
    expect(onlyCode({ date_debut: null, date_fin: null, heure_debut: null, heure_fin: null })).toMatchObject({
      startDate: null,
      startTime: null,
      endDate: null,
      endTime: null,
    });
  });
});

const NOW_MS = Date.UTC(2026, 10, 23, 14, 1);
/** In winter, Paris is an hour ahead of UTC. */
const SEEN = { seenAtMs: Date.UTC(2026, 10, 23, 13, 59, 10), ids: [902, 902, 902] };
const seenAt = (last: unknown) => ({ accessoire: { id: 902, id_accessoire: 'Gw1', nom: 'Gateway', type: 1 }, info: { last_seen: last } });

describe('mapLocks', () => {
  const lock = {
    id: 7,
    id_serrure: '1751',
    nom: 'Harbour flat',
    timezone: 'Europe/Paris',
    battery: 7100,
    accessoires: [{ id: 1, accessoire: KEYPAD, info: null }],
  };

  it('reads locks with the text ids of their keypads', () => {
    const gateway = { id: 2, accessoire: { id: 902, id_accessoire: 'Gw1', nom: 'Gateway', type: 1 } };
    expect(mapLocks({ serrures: [{ ...lock, accessoires: [gateway, ...lock.accessoires, ...lock.accessoires] }] }, NOW_MS)).toEqual([
      {
        id: 7,
        name: 'Harbour flat',
        timeZone: 'Europe/Paris',
        batteryMillivolts: 7100,
        keypads: [{ keypadId: 'Kp7Qm2Xa', name: 'Front door keypad' }],
        gateway: { seenAtMs: null, ids: [902] },
      },
    ]);
  });

  it('reads when the battery was measured; 0 says that it never was', () => {
    const measured = { date: '2026-11-23 15:00:00.000000', timezone_type: 3, timezone: 'Europe/Berlin' };
    expect(mapLocks({ serrures: [{ ...lock, battery: 0, battery_date: measured }] }, NOW_MS)?.[0]).toMatchObject({
      batteryMillivolts: null,
      batteryAtMs: Date.UTC(2026, 10, 23, 14),
    });
  });

  it.each<[string, unknown, unknown]>([
    ['none where the account lists none', [{ accessoire: KEYPAD }], null],
    ['the one that was seen last', [seenAt('2026-11-23T14:59:10'), seenAt('2026-11-23T13:00:00'), seenAt(null)], SEEN],
    ['one in an unknown form as not known', [seenAt('yesterday')], { seenAtMs: null, ids: [902] }],
    ['nothing where an accessory cannot be read', [{ accessoire: KEYPAD }, null], undefined],
    ['nothing without a list', 'none', undefined],
  ])('reads of the gateways %s', (_what, accessoires, gateway) => {
    expect(mapLocks({ serrures: [{ ...lock, accessoires }] }, NOW_MS)?.[0]?.gateway).toEqual(gateway);
  });

  it('reads accessories that are not nested, and a keypad id of digits', () => {
    const keypads = mapLocks(
      { serrures: [{ ...lock, accessoires: [{ id: 901, id_accessoire: 12345678, nom: 'Gate', type: '2' }] }] },
      NOW_MS,
    )?.[0]?.keypads;
    expect(keypads).toEqual([{ keypadId: '12345678', name: 'Gate' }]);
  });

  it('tolerates missing optional values', () => {
    expect(mapLocks({ serrures: [{ id: '7', timezone: 'Mars/Base', battery: 'low', accessoires: [null, 3, {}] }] }, NOW_MS)).toEqual([
      { id: 7, name: '', timeZone: null, batteryMillivolts: null, keypads: [] },
    ]);
    expect(mapLocks({ serrures: [{ id: 7 }] }, NOW_MS)?.[0]?.keypads).toEqual([]);
  });

  it.each([[null], [{}], [{ serrures: null }], [{ serrures: {} }], [{ serrures: [{ nom: 'no id' }] }]])('fails on %j', (data) => {
    expect(mapLocks(data, NOW_MS)).toBeNull();
  });
});

describe('mapKeypadsOfShares', () => {
  it('lists each keypad once', () => {
    expect(mapKeypadsOfShares(listOf(SHARE, GATEWAY_SHARE, { ...SHARE, id: 5 }))).toEqual([
      { keypadId: 'Kp7Qm2Xa', name: 'Front door keypad' },
    ]);
  });
  it('fails without a list', () => {
    expect(mapKeypadsOfShares(null)).toBeNull();
  });
});

describe('mapLogin', () => {
  it.each([
    [
      { access_token: 'aaa', token: 'bbb', expires_in: 3600 },
      { token: 'aaa', lifetimeMs: 3_600_000 },
    ],
    [
      { token: 'bbb', expires_in: '1800' },
      { token: 'bbb', lifetimeMs: 1_800_000 },
    ],
    [
      { access_token: null, token: 'bbb', expires_in: null },
      { token: 'bbb', lifetimeMs: 3_600_000 },
    ],
    [
      { access_token: 'aaa', expires_in: 0 },
      { token: 'aaa', lifetimeMs: 3_600_000 },
    ],
    [
      { access_token: 'aaa', expires_in: 'soon' },
      { token: 'aaa', lifetimeMs: 3_600_000 },
    ],
    [{ access_token: 'aaa' }, { token: 'aaa', lifetimeMs: 3_600_000 }],
    [{ access_token: '' }, null],
    [{}, null],
    [null, null],
    ['aaa', null],
  ])('reads %j', (json, expected) => {
    expect(mapLogin(json)).toEqual(expected);
  });
});

describe('mapCreatedId', () => {
  it.each([
    [{ id: 683010, code: '0427' }, 683010],
    [{ id: '683010' }, 683010],
    [{ code: '0427' }, null],
    [{ id: null }, null],
    [null, null],
    [[], null],
  ])('reads %j as %j', (data, expected) => {
    expect(mapCreatedId(data)).toBe(expected);
  });
});

it('takes no list of more rows than an answer has room for', () => {
  expect(mapListing(lockId(7), listOf(...Array.from({ length: 20_000 }, () => ({}))))?.unread).toHaveLength(20_000);
  expect(mapListing(lockId(7), listOf(...Array.from({ length: 20_001 }, () => ({}))))).toBeNull();
});
