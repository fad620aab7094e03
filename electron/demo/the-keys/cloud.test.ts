import { describe, expect, it } from 'vitest';
import {
  KEYPAD_ID,
  LOCK,
  NOW_MS,
  OTHER_LOCK,
  field,
  shareFields,
  theKeysCall,
  theKeysLogin,
  theKeysSession,
  withClouds,
} from '../../../tests/support/demo-requests.ts';

const LIST = `partage/all/serrure/${LOCK}`;
const CREATE = `partage/create/${LOCK}/accessoire/${KEYPAD_ID}`;

describe('signing in', () => {
  it('returns two different tokens that both work', () =>
    withClouds(async (clouds) => {
      const { json, headers } = await theKeysLogin(clouds);
      expect(json).toMatchObject({ expires_in: 3600, token_type: 'bearer' });
      const [access, token, refresh] = ['access_token', 'token', 'refresh_token'].map((name) => field(json, name) as string);
      expect(new Set([access, token, refresh]).size).toBe(3);
      expect((await theKeysCall(clouds, access!, LIST)).status).toBe(200);
      expect((await theKeysCall(clouds, token!, LIST)).status).toBe(200);
      expect((await theKeysCall(clouds, refresh!, LIST)).status).toBe(401);
      expect(headers.get('set-cookie')).toContain('DEMOSESSION=');
      expect(clouds.theKeys.loginCount()).toBe(1);
    }));

  it('can leave out either name, the lifetime and the cookie', () =>
    withClouds(async (clouds) => {
      clouds.theKeys.setSwitches({ loginTokens: 'token', announcedLifetimeSeconds: null, setCookie: false });
      const { json, headers } = await theKeysLogin(clouds);
      expect(Object.keys(json as object).sort()).toEqual(['refresh_token', 'scope', 'token', 'token_type']);
      expect(headers.get('set-cookie')).toBeNull();
      clouds.theKeys.setSwitches({ loginTokens: 'access_token', announcedLifetimeSeconds: 60 });
      expect((await theKeysLogin(clouds)).json).toMatchObject({ expires_in: 60 });
    }));

  it('expires tokens by the clock, and all at once on demand', () =>
    withClouds(async (clouds, clock) => {
      const call = await theKeysSession(clouds);
      clock.advance(3_599_000);
      expect((await call(LIST)).status).toBe(200);
      clock.advance(1_000);
      const late = await call(LIST);
      expect(late).toMatchObject({
        status: 401,
        json: { error: 'invalid_grant', error_description: expect.stringContaining('expired') as string },
      });
      const again = await theKeysSession(clouds);
      expect((await again(LIST)).status).toBe(200);
      clouds.theKeys.expireTokens();
      expect((await again(LIST)).status).toBe(401);
    }));

  it.each([
    ['http-401', 401],
    ['http-400', 400],
    ['body-200', 200],
  ] as const)('can refuse an expired token as %s', (expiredToken, status) =>
    withClouds(async (clouds) => {
      clouds.theKeys.setSwitches({ expiredToken });
      expect(await theKeysCall(clouds, 'unknown', LIST)).toMatchObject({ status, json: { error: 'invalid_grant' } });
    }),
  );

  it.each([
    ['code-message-401', 401, { code: 401 }],
    ['oauth-400', 400, { error: 'invalid_grant' }],
    ['oauth-401', 401, { error: 'invalid_grant' }],
    ['html-403', 403, undefined],
  ] as const)('can refuse a wrong password as %s', (wrongPassword, status, body) =>
    withClouds(async (clouds) => {
      clouds.theKeys.setSwitches({ wrongPassword });
      const refused = await theKeysLogin(clouds, 'wrong');
      expect(refused.status).toBe(status);
      if (body === undefined) expect(refused.json).toBeUndefined();
      else expect(refused.json).toMatchObject(body);
      expect([clouds.theKeys.loginCount(), clouds.theKeys.failedLoginCount()]).toEqual([0, 1]);
    }),
  );

  it('refuses requests without a token', () =>
    withClouds(async (clouds) => {
      const get = () => fetch(`${clouds.theKeys.url}/fr/api/v2/${LIST}`);
      expect((await get()).status).toBe(401);
      clouds.theKeys.setSwitches({ missingToken: 'http-400' });
      expect((await get()).status).toBe(400);
    }));

  it('accepts the changed password and no other', () =>
    withClouds(async (clouds) => {
      const { password } = clouds.theKeys.credentials;
      clouds.theKeys.setPassword('new one');
      expect((await theKeysLogin(clouds, password)).status).toBe(401);
      expect((await theKeysLogin(clouds)).status).toBe(200);
    }));
});

describe('reading', () => {
  it('lists own locks with the text ids of their accessories', () =>
    withClouds(async (clouds) => {
      const call = await theKeysSession(clouds);
      const user = (await call('utilisateur/get/%2B33600000000')).json;
      expect(field(user, 'data', 'serrures')).toHaveLength(1);
      expect(field(user, 'data', 'serrures', 0)).toMatchObject({ id: LOCK, id_serrure: '17001', timezone: 'Europe/Paris', battery: 7000 });
      const idOf = async () => {
        const { json } = await call('utilisateur/get/+33600000000');
        return (field(json, 'data', 'serrures', 0, 'accessoires') as unknown[]).map((link) => field(link, 'accessoire', 'id_accessoire'));
      };
      expect(await idOf()).toEqual(['Gw1Test0', KEYPAD_ID, 'Rm1Test0']);
      clouds.theKeys.setSwitches({ keypadsInDiscovery: false });
      expect(await idOf()).toEqual(['Gw1Test0', 'Rm1Test0']);
      expect((await call('utilisateur/get/%2B33611111111')).json).toMatchObject({ status: 200, data: null });
    }));

  it('lists gateway, keypad and remote shares together', () =>
    withClouds(async (clouds) => {
      const { json } = await (await theKeysSession(clouds))(LIST);
      const shares = field(json, 'data', 'partages_accessoire') as unknown[];
      expect(shares.map((share) => field(share, 'accessoire', 'type'))).toEqual([1, 2, 3]);
      expect(shares[1]).toMatchObject({
        nom: 'Cleaner',
        code: '0358',
        actif: true,
        date_debut: null,
        heure_fin: null,
        horaires: [],
        description: null,
      });
      expect(field(json, 'data', 'partages_utilisateur')).toHaveLength(1);
      expect(clouds.theKeys.codes(LOCK).map(({ name }) => name)).toEqual(['Cleaner']);
      expect(clouds.theKeys.shares()).toHaveLength(3);
    }));

  it('describes lock and accessory, and when the gateway was last seen', () =>
    withClouds(async (clouds) => {
      const call = await theKeysSession(clouds);
      expect((await call(`serrure/get/${LOCK}`)).json).toMatchObject({ status: 200, data: { id: LOCK, logs: [] } });
      const seen = async () => field((await call('accessoire/get/8101')).json, 'data', 'info', 'last_seen');
      expect(await seen()).toBe('2026-11-23 10:14:00');
      clouds.theKeys.setSwitches({ gatewayOffline: true });
      expect(await seen()).toBe('2026-11-22 08:15:00');
      expect((await call('accessoire/get/1')).json).toMatchObject({ data: null });
    }));

  it('refuses a lock of another account, and answers HTML for unknown paths', () =>
    withClouds(async (clouds) => {
      const call = await theKeysSession(clouds);
      expect((await call(`partage/all/serrure/${OTHER_LOCK}`)).status).toBe(403);
      expect((await call(`partage/create/${OTHER_LOCK}/accessoire/Kp0Other`, shareFields())).status).toBe(403);
      expect((await call('partage/all/serrure/1')).status).toBe(404);
      for (const path of ['serrure/list', `serrure/${LOCK}/partages`, 'partage/accessoire/create/1']) {
        expect(await call(path)).toMatchObject({ status: 404, json: undefined });
      }
      clouds.theKeys.setForeign(LOCK, true);
      expect((await call(LIST)).status).toBe(403);
    }));
});

describe('writing', () => {
  it('creates, updates and deletes a code, and keeps a record of it', () =>
    withClouds(async (clouds) => {
      const call = await theKeysSession(clouds);
      const created = await call(CREATE, shareFields());
      expect(created).toMatchObject({ status: 200, json: { status: 200, data: { code: '4719' } } });
      const id = field(created.json, 'data', 'id') as number;
      expect(clouds.theKeys.share(id)).toMatchObject({
        name: 'Ada Exemplar',
        startDate: '2026-11-24',
        startTime: '15:00',
        endTime: '12:00',
        active: true,
        notificationEnabled: false,
        description: 'Smoobu#90001',
      });
      expect((await call(`partage/accessoire/update/${id}`, shareFields({ date_fin: '2026-11-29' }))).status).toBe(200);
      expect(clouds.theKeys.share(id)).toMatchObject({ endDate: '2026-11-29', code: '4719' });
      expect((await call(`partage/accessoire/delete/${id}`, {})).status).toBe(200);
      expect(clouds.theKeys.share(id)).toBeNull();
      expect(clouds.theKeys.events().map(({ kind, by }) => [kind, by])).toEqual([
        ['created', 'request'],
        ['updated', 'request'],
        ['deleted', 'request'],
      ]);
      expect(clouds.theKeys.requests().filter(({ isWrite }) => isWrite)).toHaveLength(3);
    }));

  it('clears what an update leaves out, so that the code works for ever', () =>
    withClouds(async (clouds) => {
      const { theKeys } = clouds;
      const call = await theKeysSession(clouds);
      const input = {
        lockId: LOCK,
        keypadId: KEYPAD_ID,
        name: 'Old',
        code: '4719',
        description: 'x',
        iddesc: 'y',
        notificationEnabled: true,
      };
      const { id } = theKeys.addForeignCode({ ...input, startDate: '2026-11-24', endDate: '2026-11-27', endTime: '12:00', schedule: [{}] });
      theKeys.setSwitches({ clearing: false });
      const partial = shareFields({
        date_debut: null,
        date_fin: null,
        'heure_fin][hour': null,
        'heure_fin][minute': null,
        description: null,
      });
      await call(`partage/accessoire/update/${id}`, partial);
      expect(theKeys.share(id)).toMatchObject({
        name: 'Ada Exemplar',
        endDate: '2026-11-27',
        endTime: '12:00',
        description: 'x',
        iddesc: 'y',
      });
      expect(theKeys.opens(LOCK, KEYPAD_ID, '4719', NOW_MS + 30 * 86_400_000)).toBe(false);
      theKeys.setSwitches({ clearing: true });
      await call(`partage/accessoire/update/${id}`, partial);
      expect(theKeys.share(id)).toMatchObject({
        endDate: null,
        endTime: null,
        description: null,
        iddesc: null,
        notificationEnabled: false,
        schedule: [],
      });
      expect(theKeys.opens(LOCK, KEYPAD_ID, '4719', NOW_MS + 30 * 86_400_000)).toBe(true);
      await call(`partage/accessoire/update/${id}`, shareFields({ actif: null, code: null }));
      expect(theKeys.share(id)?.active).toBe(false);
      expect(theKeys.share(id)?.code).not.toBe('4719');
    }));

  it('generates a PIN, or a secret for a gateway, when none is sent', () =>
    withClouds(async (clouds) => {
      const call = await theKeysSession(clouds);
      expect(field((await call(CREATE, shareFields({ code: null }))).json, 'data', 'code')).toMatch(/^\d{4}$/);
      const gateway = await call(`partage/create/${LOCK}/accessoire/Gw1Test0`, { 'partage_accessoire[nom]': 'Remote' });
      expect(field(gateway.json, 'data', 'code')).toMatch(/^[A-Za-z0-9]{16}$/);
    }));

  it('does not find a keypad by another name', () =>
    withClouds(async (clouds) => {
      const call = await theKeysSession(clouds);
      expect((await call(`partage/create/${LOCK}/accessoire/Nobody00`, shareFields())).status).toBe(404);
      expect((await call(`partage/create/${LOCK}/accessoire/8201`, shareFields())).status).toBe(404);
      clouds.theKeys.setSwitches({ numericKeypadId: 'form-error' });
      expect((await call(`partage/create/${LOCK}/accessoire/8201`, shareFields())).status).toBe(400);
      expect(clouds.theKeys.codes(LOCK)).toHaveLength(1);
    }));
});

describe('the door', () => {
  it('opens within the code’s dates, in the lock’s time zone, after it has learned the code', () =>
    withClouds(async (clouds, clock) => {
      const { theKeys } = clouds;
      theKeys.setSwitches({ syncDelayMs: 120_000 });
      await (
        await theKeysSession(clouds)
      )(CREATE, shareFields({ date_debut: '2026-11-23', 'heure_debut][hour': '10' }));
      const opens = () => theKeys.opens(LOCK, KEYPAD_ID, '4719');
      expect(opens()).toBe(false);
      clock.advance(120_000);
      expect(opens()).toBe(true);
      expect(theKeys.opens(LOCK, KEYPAD_ID, '4718')).toBe(false);
      expect(theKeys.opens(LOCK, KEYPAD_ID, '4719', Date.parse('2026-11-27T10:59:00Z'))).toBe(true);
      expect(theKeys.opens(LOCK, KEYPAD_ID, '4719', Date.parse('2026-11-27T11:00:00Z'))).toBe(false);
      theKeys.setSwitches({ gatewayOffline: true });
      expect(opens()).toBe(false);
      expect(theKeys.opens(LOCK, KEYPAD_ID, '0358')).toBe(true);
    }));
});
