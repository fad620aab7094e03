import { describe, expect, it } from 'vitest';
import { KEYPAD_ID, LOCK, field, shareFields, theKeysSession, withClouds } from '../../../tests/support/demo-requests.ts';
import type { TheKeysSwitches } from './switches.ts';

const LIST = `partage/all/serrure/${LOCK}`;
const CREATE = `partage/create/${LOCK}/accessoire/${KEYPAD_ID}`;

/** One code as it reads back under the switches. */
function readBack(switches: Partial<TheKeysSwitches>): Promise<unknown> {
  return withClouds(
    async (clouds) => {
      clouds.theKeys.addForeignCode({
        lockId: LOCK,
        keypadId: KEYPAD_ID,
        name: 'Guest',
        code: '0471',
        startDate: '2026-11-24',
        startTime: '15:00',
        endDate: '2026-11-27',
        endTime: '09:05',
      });
      const { json } = await (await theKeysSession(clouds))(LIST);
      return field(json, 'data', 'partages_accessoire', 3);
    },
    { theKeysSwitches: switches },
  );
}
/** What creating one code answers under the switches, and how many codes there are then. */
function create(switches: Partial<TheKeysSwitches>, fields: Readonly<Record<string, string | null>> = {}) {
  return withClouds(
    async (clouds) => {
      const reply = await (await theKeysSession(clouds))(CREATE, shareFields(fields));
      const made = clouds.theKeys.codes(LOCK).filter(({ name }) => name !== 'Cleaner');
      return { ...reply, made };
    },
    { theKeysSwitches: switches },
  );
}

describe('reading back', () => {
  it.each([
    ['HH:MM', '09:05'],
    ['HH:MM:SS', '09:05:00'],
    ['object', { hour: 9, minute: 5 }],
    ['object-texts', { hour: '9', minute: '5' }],
    ['php-date', { date: '1970-01-01 09:05:00.000000', timezone_type: 3, timezone: 'Europe/Berlin' }],
    ['iso', '1970-01-01T09:05:00+0100'],
    ['null', null],
    ['odd', '9 heures 5'],
  ] as const)('times as %s', async (timeFormat, expected) => {
    expect(field(await readBack({ timeFormat }), 'heure_fin')).toEqual(expected);
  });

  it.each([
    ['date', '2026-11-27'],
    ['php-date', { date: '2026-11-27 00:00:00.000000', timezone_type: 3, timezone: 'Europe/Berlin' }],
    ['iso', '2026-11-27T00:00:00+01:00'],
    ['odd', 'le 27/11'],
  ] as const)('dates as %s', async (dateFormat, expected) => {
    expect(field(await readBack({ dateFormat }), 'date_fin')).toEqual(expected);
  });

  it('flags, ids, PINs and descriptions as the switches say', async () => {
    expect(await readBack({})).toMatchObject({ id: 684_003, actif: true, code: '0471', description: null, accessoire: { id: 8201 } });
    expect(await readBack({ flags: 'number', ids: 'text' })).toMatchObject({ id: '684003', actif: 1, accessoire: { id: '8201' } });
    expect(await readBack({ pinForm: 'number', emptyDescription: 'empty' })).toMatchObject({ code: 471, description: '' });
  });
});

describe('answers to writes', () => {
  it.each([
    ['id-and-code', { id: 684_003, code: '4719' }],
    ['id-only', { id: 684_003 }],
    ['null', null],
  ] as const)('create: %s', async (createData, data) => {
    const { json, made } = await create({ createData });
    expect(json).toEqual({ status: 200, data, message: { global: [], form: [] } });
    expect(made).toHaveLength(1);
  });

  it.each([
    ['id', { id: 684_001 }],
    ['null', null],
    ['empty-list', []],
  ] as const)('update and delete: %s', (writeData, data) =>
    withClouds(
      async (clouds) => {
        const call = await theKeysSession(clouds);
        expect((await call('partage/accessoire/update/684001', shareFields())).json).toMatchObject({ status: 200, data });
        expect((await call('partage/accessoire/delete/684001', {})).json).toMatchObject({ status: 200, data });
      },
      { theKeysSwitches: { writeData } },
    ),
  );

  it.each([
    ['http-404', 404, { status: 404, data: null }],
    ['status-404-in-200', 200, { status: 404, data: null }],
    ['data-null', 200, { status: 200, data: null }],
  ] as const)('a share that no longer exists: %s', (missingShare, status, body) =>
    withClouds(
      async (clouds) => {
        const call = await theKeysSession(clouds);
        expect(await call('partage/accessoire/delete/1', {})).toMatchObject({ status, json: body });
        expect(await call('partage/accessoire/update/1', shareFields())).toMatchObject({ status, json: body });
      },
      { theKeysSwitches: { missingShare } },
    ),
  );

  it.each([
    ['http-envelope', 400, { status: 400, data: null, message: { global: [], form: ['code: digits only'] } }],
    ['status-in-200', 200, { status: 400, data: null }],
    ['data-null', 200, { status: 200, data: null }],
    ['oauth', 400, { error: 'invalid_request' }],
    ['code-message', 400, { code: 400 }],
    ['html', 400, undefined],
  ] as const)('errors in the form %s', async (errorShape, status, body) => {
    const refused = await create({ errorShape }, { code: 'abcd' });
    expect(refused.status).toBe(status);
    if (body === undefined) expect(refused.text).toContain('<html>');
    else expect(refused.json).toMatchObject(body);
    expect(refused.made).toEqual([]);
  });
});

describe('rules', () => {
  it.each<[string, Partial<TheKeysSwitches>, Record<string, string | null>, boolean]>([
    ['an unknown field', {}, { 'accessoire ': 'x' }, false],
    ['a name that is blank', {}, { nom: ' ' }, false],
    ['a date of another form', {}, { date_debut: '24/11/2026' }, false],
    ['a day that does not exist', {}, { date_fin: '2026-11-31' }, false],
    ['a padded minute', {}, { 'heure_debut][minute': '00' }, false],
    ['a padded minute where allowed', { paddedTimes: 'accept' }, { 'heure_debut][minute': '00' }, true],
    ['an hour that does not exist', {}, { 'heure_debut][hour': '24' }, false],
    ['an hour without a minute', {}, { 'heure_debut][minute': null }, false],
    ['no dates at all', {}, { date_debut: null, date_fin: null, 'heure_debut][hour': null, 'heure_debut][minute': null }, true],
    ['a PIN of letters', {}, { code: '47a9' }, false],
    ['a PIN that is too short', {}, { code: '123' }, false],
    ['a long PIN where only four digits go', { pinLengths: { min: 4, max: 4 } }, { code: '47195' }, false],
    ['a long PIN', {}, { code: '47195' }, true],
    ['a PIN that is there already', {}, { code: '0358' }, true],
    ['a PIN that is there already, refused', { duplicatePins: 'refuse' }, { code: '0358' }, false],
    ['a name beyond the limit', {}, { nom: 'n'.repeat(256) }, false],
    ['a name beyond no limit', { textLimit: null }, { nom: 'n'.repeat(256) }, true],
    ['a description beyond the limit', { textLimit: 5 }, { nom: 'Ada' }, false],
    ['one code too many', { codesPerKeypad: 1 }, {}, false],
    ['the last free place', { codesPerKeypad: 2 }, {}, true],
  ])('%s', async (_name, switches, fields, accepted) => {
    const { status, made } = await create(switches, fields);
    expect([status, made.length]).toEqual(accepted ? [200, 1] : [400, 0]);
  });

  it('never contains a PIN in an error', async () => {
    expect((await create({ duplicatePins: 'refuse' }, { code: '0358' })).text).not.toContain('0358');
  });

  it('reads actif "0" as on, as the form framework does, or as off', async () => {
    expect((await create({}, { actif: '0' })).made[0]?.active).toBe(true);
    expect((await create({ activeZero: 'off' }, { actif: '0' })).made[0]?.active).toBe(false);
    expect((await create({}, { actif: null })).made[0]?.active).toBe(false);
  });

  it('accepts updates of a full keypad and of a duplicate PIN', () =>
    withClouds(
      async (clouds) => {
        const call = await theKeysSession(clouds);
        expect((await call('partage/accessoire/update/684001', shareFields({ code: '0358' }))).status).toBe(200);
      },
      { theKeysSwitches: { codesPerKeypad: 1, duplicatePins: 'refuse' } },
    ));

  it('does not accept JSON', () =>
    withClouds(async (clouds) => {
      const { theKeys } = clouds;
      const login = await fetch(`${theKeys.url}/api/login_check`, {
        method: 'POST',
        body: new URLSearchParams({ _username: theKeys.credentials.username, _password: theKeys.credentials.password }),
      });
      const token = String(field(await login.json(), 'access_token'));
      const refused = await fetch(`${theKeys.url}/fr/api/v2/${CREATE}`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({ partage_accessoire: { nom: 'Ada', code: '4719' } }),
      });
      expect(refused.status).toBe(400);
    }));
});
