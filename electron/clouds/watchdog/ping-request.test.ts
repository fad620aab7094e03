import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PING_CAUSES } from '../../../shared/domain/watchdog.ts';
import type { PingNews, WatchdogService } from '../../../shared/domain/watchdog.ts';
import { readAddress } from './address.ts';
import type { WatchdogAddress } from './address.ts';
import { judgeAnswer, pingRequest } from './ping-request.ts';

const UUID = '5f1ec9a4-7c12-4a0b-9d3e-0b1a2c3d4e5f';

function known(text: string): WatchdogAddress {
  const read = readAddress(text);
  if (!read.ok) throw new Error(read.error);
  return read.value;
}

describe('pingRequest', () => {
  it.each<[string, PingNews, string | null, string?]>([
    [`https://hc-ping.com/${UUID}`, 'good', `/${UUID}`],
    [`https://hc-ping.com/${UUID}`, 'cloud', `/${UUID}/fail`, 'cloud'],
    [`https://hc-ping.com/${UUID}/fail`, 'good', `/${UUID}`],
    [`https://hc-ping.com/${UUID}?create=1`, 'clock', `/${UUID}/fail?create=1`, 'clock'],
    ['https://k.example/api/push/tok?status=up&msg=OK&ping=', 'good', '/api/push/tok?status=up&msg=OK&ping='],
    ['https://k.example/api/push/tok?status=up&msg=OK&ping=', 'slow', '/api/push/tok?status=down&msg=slow&ping='],
    ['https://k.example/api/push/tok?status=down&a=%20b&&msg=x', 'good', '/api/push/tok?a=%20b&status=up&msg=OK&ping='],
    ['https://cronitor.link/p/key/mon', 'good', '/p/key/mon?state=complete'],
    ['https://cronitor.link/p/key/mon?env=home&state=run&message=x', 'disk', '/p/key/mon?env=home&state=fail&message=disk'],
    ['https://own.example/alive?key=a%2Fb', 'good', '/alive?key=a%2Fb'],
    ['https://own.example/alive?key=a%2Fb', 'error', null],
  ])('%s, %s', (address, news, target, body) => {
    const request = pingRequest(known(address), news);
    expect(request?.target ?? null).toBe(target);
    expect([request?.method, request?.body]).toEqual(
      target === null ? [undefined, undefined] : [body === undefined ? 'GET' : 'POST', body],
    );
  });

  it('leaves the token as it is, and adds words of the closed set only', () => {
    const token = fc.stringMatching(/^[A-Za-z0-9_-]{12,32}$/);
    const forms: readonly ((secret: string) => string)[] = [
      () => `https://hc-ping.com/${UUID}`,
      (secret) => `https://kuma.example/api/push/${secret}?status=up&msg=OK&ping=`,
      (secret) => `https://cronitor.link/p/${secret}/latchkey`,
      (secret) => `https://own.example/${secret}?key=${secret}`,
    ];
    fc.assert(
      fc.property(token, fc.constantFrom(...forms), fc.constantFrom<PingNews>('good', ...PING_CAUSES), (secret, form, news) => {
        const text = form(secret);
        const address = known(text);
        const request = pingRequest(address, news);
        if (request === null) {
          expect([address.service, news === 'good']).toEqual(['other', false]);
          return;
        }
        expect(request.target.startsWith(address.path)).toBe(true);
        expect(new URL(request.target, text).pathname.replace(/\/fail$/, '')).toBe(new URL(text).pathname);
        const said = [request.body ?? '', ...new URL(request.target, text).searchParams.values()].filter((word) => word !== secret);
        expect(said.filter((word) => !['', 'OK', 'up', 'down', 'complete', 'fail', ...PING_CAUSES].includes(word))).toEqual([]);
        expect(said.join('')).not.toMatch(/\d/);
      }),
    );
  });
});

describe('judgeAnswer', () => {
  it.each<[WatchdogService, number, string, string | null]>([
    ['healthchecks', 200, 'OK', null],
    ['healthchecks', 201, 'Created\n', null],
    ['healthchecks', 200, 'OK (not found)', 'not-found'],
    ['healthchecks', 200, 'OK (rate-limited)', 'rate-limited'],
    ['healthchecks', 200, 'OK (something new)', 'unexpected'],
    ['healthchecks', 200, '<html>Welcome</html>', 'unexpected'],
    ['healthchecks', 404, 'not found', 'not-found'],
    ['healthchecks', 409, 'ambiguous slug', 'refused'],
    ['uptime-kuma', 200, '{"ok":true}', null],
    ['uptime-kuma', 200, '{"ok":true,"msg":"later"}', null],
    ['uptime-kuma', 200, '{"ok":false,"msg":"Monitor not found or not active."}', 'not-found'],
    ['uptime-kuma', 404, '{"ok":false}', 'not-found'],
    ['uptime-kuma', 200, 'OK', 'unexpected'],
    ['uptime-kuma', 200, '<!DOCTYPE html>', 'unexpected'],
    ['uptime-kuma', 502, '', 'server-error'],
    ['cronitor', 200, 'OK', null],
    ['cronitor', 200, '', null],
    ['cronitor', 200, ' <html>', 'unexpected'],
    ['cronitor', 429, '', 'rate-limited'],
    ['cronitor', 403, '', 'refused'],
    ['other', 204, '', null],
    ['other', 200, '<html>', null],
    ['other', 301, '', 'redirected'],
    ['other', 408, '', 'timeout'],
    ['other', 410, '', 'not-found'],
  ])('%s answering %i %j', (service, status, body, failure) => {
    expect(judgeAnswer(service, { status, body })).toBe(failure);
  });
});
