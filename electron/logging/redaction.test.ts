import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Secret } from '../../shared/secret.ts';
import { formatEntry } from './log-file.ts';
import { redactValue } from './redact-value.ts';
import {
  isSecretField,
  redactApiKeys,
  redactBearerTokens,
  redactGuestLinks,
  redactHeaders,
  redactMailAddresses,
  redactNamedValues,
  redactPhoneNumbers,
  redactText,
  redactUrls,
  secretForms,
} from './redaction.ts';

describe('one rule per kind of secret', () => {
  it.each([
    [redactBearerTokens, 'sent Bearer abc.DEF-123_~/+= off', 'sent Bearer [redacted] off'],
    [redactBearerTokens, 'got eyJhbGciOi.eyJzdWIi.c2lnbg!', 'got [redacted]!'],
    [redactApiKeys, 'key usr_Ab3-x_9, next', 'key [redacted], next'],
    [redactHeaders, 'X-Signature: Zm9v/YmFy=\nHost: a', 'X-Signature: [redacted]\nHost: a'],
    [redactHeaders, '{"x-api-key":"abc","b":1}', '{"x-api-key":[redacted],"b":1}'],
    [redactHeaders, 'Set-Cookie: PHPSESSID=abc; path=/', 'Set-Cookie: [redacted]'],
    [redactNamedValues, 'password=swordfish&next=1', 'password=[redacted]&next=1'],
    [redactNamedValues, '{"pin":"0042","id":7}', '{"pin":[redacted],"id":7}'],
    [redactNamedValues, "refresh_token: 'abc def' done", 'refresh_token: [redacted] done'],
    [redactNamedValues, 'the PIN 4821 and the code is 0042', 'the PIN [redacted] and the code is [redacted]'],
    [redactNamedValues, 'code: ECONNREFUSED, status code 404, exit code: 70', 'code: ECONNREFUSED, status code 404, exit code: 70'],
    [redactNamedValues, 'read 12 codes of lock 3705, codeId=684000', 'read 12 codes of lock 3705, codeId=684000'],
    [redactPhoneNumbers, 'call +33 6 00 00 00 00 or 0033600000000.', 'call [phone] or [phone].'],
    [redactPhoneNumbers, 'call +33 (0)6-00-00-00-00!', 'call [phone]!'],
    [redactPhoneNumbers, 'at 2026-11-23T15:00:00+01:00, booking 90001234567', 'at 2026-11-23T15:00:00+01:00, booking 90001234567'],
    [redactGuestLinks, 'see https://login.example.com/guest-app/ab12?x=1 now', 'see https://login.example.com/[redacted] now'],
    [redactUrls, 'GET https://a.example/b?x=1&y=two#t=3 200', 'GET https://a.example/b?x=[redacted]&y=[redacted]#[redacted] 200'],
    [redactUrls, 'proxy http://me:pw@a.example:80/b', 'proxy http://[redacted]@a.example:80/b'],
    [redactMailAddresses, 'from ada.lovelace+x@example.org.', 'from [redacted]@example.org.'],
  ])('%o: %s', (rule, text, expected) => {
    expect(rule(text)).toBe(expected);
  });
});

describe('isSecretField', () => {
  it.each([
    'password',
    'PIN',
    'pin',
    'code',
    'codes',
    'apiSecret',
    'client_secret',
    'access-token',
    'guestPhone',
    'guest-name',
    'guest-app-url',
  ])('hides %s', (name) => {
    expect(isSecretField(name, 'value')).toBe(true);
    expect(isSecretField(name, { nested: 1 })).toBe(true);
  });
  it.each([
    'apiKey',
    'API_KEY',
    'api-key',
    'pinKey',
    'X-Signature',
    'Authorization',
    'email',
    'firstname',
    'last-name',
    'username',
    'newPinDigits',
  ])('hides %s', (name) => {
    expect(isSecretField(name, 'value')).toBe(true);
  });
  it('hides numbers too, but not ids and counts', () => {
    expect(['pin', 'code', 'token'].map((name) => isSecretField(name, 4821))).toEqual([true, true, true]);
    expect(
      ['lockId', 'bookingId', 'codeId', 'unitId', 'pinLength', 'codeCount', 'pinAttempt'].map((name) => isSecretField(name, 684000)),
    ).toEqual(Array(7).fill(false));
    expect(isSecretField('codeId', '4821')).toBe(true);
    expect(isSecretField('hasToken', true)).toBe(false);
  });
  it.each([
    ['keypadId', 'Kp7Qm2Xa'],
    ['key', 'create 1'],
    ['code', 'ECONNRESET'],
    ['code', 'ERR_SQLITE_ERROR'],
    ['statusCode', 404],
    ['spinner', 'x'],
    ['encoded', 'x'],
  ])('shows %s %j', (name, value) => {
    expect(isSecretField(name, value)).toBe(false);
  });
});

describe('redactValue', () => {
  const redact = (value: unknown) => redactValue(value, []);

  it('redacts at any depth, in lists, maps, sets and errors', () => {
    const error = Object.assign(new Error('no: password=swordfish', { cause: { token: 'swordfish' } }), {
      code: 'ECONNRESET',
      pin: '4821',
    });
    const text = JSON.stringify(
      redact([{ a: { b: [{ password: 'swordfish' }] } }, new Map([['pin', '4821']]), new Set(['usr_swordfish']), error]),
    );
    expect(text).not.toMatch(/swordfish|4821/);
    expect(text).toContain('ECONNRESET');
    expect(text).toContain('redaction.test.ts');
  });

  it('keeps ids, counts and booleans', () => {
    expect(
      redact({ lockId: 3705, bookingId: 90001, codeId: 684000, unitId: 500037, ok: true, none: null, left: undefined, ms: 1.5 }),
    ).toEqual({
      ...{ lockId: 3705, bookingId: 90001, codeId: 684000, unitId: 500037, ok: true, none: null, ms: 1.5 },
    });
  });

  it('never throws, whatever it is given', () => {
    const loop: Record<string, unknown> = {};
    loop.self = loop;
    const hostile = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error('no');
        },
      },
    );
    const values = [
      loop,
      hostile,
      new Secret('swordfish'),
      Symbol('s'),
      () => 1,
      10n,
      Number.NaN,
      new Date(Number.NaN),
      new Uint8Array(3),
      new URL('https://a.example/?b=c'),
    ];
    const text = JSON.stringify(redact(values));
    expect(text).not.toContain('swordfish');
    expect(JSON.parse(text)).toEqual([
      ...[
        { self: '[circular]' },
        '[unreadable]',
        {},
        '[symbol]',
        '[function]',
        '10',
        'NaN',
        '[invalid date]',
        '[3 bytes]',
        'https://a.example/?b=[redacted]',
      ],
    ]);
    expect(JSON.stringify(redact(JSON.parse('{"__proto__":{"a":1},"b":2}')))).toBe('{"__proto__":{"a":1},"b":2}');
  });

  it('bounds depth, length and number', () => {
    let deep: unknown = 'end';
    for (let level = 0; level < 50; level += 1) deep = { deep };
    expect(JSON.stringify(redact(deep)).length).toBeLessThan(200);
    expect(JSON.stringify(redact('x'.repeat(100_000))).length).toBeLessThan(5000);
    expect(redact(Array(1000).fill(1))).toHaveLength(101);
  });
});

describe('long texts', () => {
  it.each([
    'x',
    'a-',
    'a.',
    'a@',
    'http://',
    '"',
    ' ',
    'code ',
    'pin:',
    '+1 ',
    'Bearer ',
    'eyJabcd.',
    'guest',
    '[redacted]',
    'https://a/guest?=',
  ])('of %j are redacted within the time of a test', (piece) => {
    // Patterns with much backtracking took minutes for this.
    const redacted = redactValue(piece.repeat(Math.ceil(1_000_000 / piece.length)), secretForms(['swordfish', 'usr_abc']));
    expect(JSON.stringify(redacted).length).toBeLessThan(100_000);
  });

  it('leave no half of a secret where they are cut', () => {
    for (let length = 3950; length < 4250; length += 1) {
      const cut = JSON.stringify(redactValue(`${'x '.repeat(length / 2)} +33 6 00 11 22 33 ${'y'.repeat(9000)}`, []));
      expect(cut).not.toMatch(/\+3/);
    }
  });
});

describe('registered secrets', () => {
  it('are found in every usual form', () => {
    const forms = secretForms(['sword "fish"/é']);
    for (const text of [
      'sword "fish"/é',
      JSON.stringify('sword "fish"/é'),
      encodeURIComponent('sword "fish"/é'),
      `p=${new URLSearchParams({ '': 'sword "fish"/é' }).toString()}`,
      btoa(String.fromCharCode(...new TextEncoder().encode('sword "fish"/é'))),
    ]) {
      expect(redactText(`before ${text} after`, forms)).toMatch(/^before .*\[redacted\].* after$/);
      expect(redactText(text, forms)).not.toMatch(/fish|ZmlzaC/);
    }
  });

  it('are ignored when they are too short to distinguish', () => {
    expect(secretForms(['abc', '  a  ', ''])).toEqual([]);
  });

  it('never appear, wherever they were put', () => {
    // With capital letters in the middle, the secret cannot be part of the entry's own format.
    const secret = fc.stringMatching(/^[a-z0-9+/ "\\é]{0,8}QZ[a-zA-Z0-9+/= "\\é]{4,30}$/).filter((text) => text.trim() === text);
    const around = fc.string({ maxLength: 20, unit: 'grapheme' });
    fc.assert(
      fc.property(secret, around, around, fc.integer({ min: 0, max: 9 }), (text, before, after, place) => {
        const planted = before + text + after;
        const holders: readonly (() => { message?: string; fields?: Record<string, unknown> })[] = [
          () => ({ message: planted }),
          () => ({ fields: { note: planted } }),
          () => ({ fields: { [planted]: 1 } }),
          () => ({ fields: { list: [1, [planted]] } }),
          () => ({ fields: { error: new Error(planted) } }),
          () => ({ fields: { error: Object.assign(new Error('x', { cause: new TypeError(planted) }), { body: planted }) } }),
          () => ({ fields: { body: JSON.stringify({ a: planted }) } }),
          () => ({ fields: { map: new Map([[planted, new Set([planted])]]) } }),
          () => ({ fields: { url: `https://a.example/${encodeURIComponent(text)}/b` } }),
          () => ({ fields: { form: `x=${new URLSearchParams({ a: text }).toString()}` } }),
        ];
        const { message = 'm', fields = {} } = holders[place]!();
        const line = formatEntry({ at: '1970-01-01T00:00:00Z', level: 'info', message }, fields, secretForms([text]));
        const bare = line.replaceAll('\\\\', '\\').replaceAll('\\"', '"');
        for (const form of [text, JSON.stringify(text).slice(1, -1), encodeURIComponent(text)]) {
          expect(line).not.toContain(form);
          expect(bare).not.toContain(form);
        }
        expect(line).not.toContain('\n');
      }),
      { numRuns: 500 },
    );
  });

  it('never appear as numbers', () => {
    expect(redactValue({ phone33: 1, value: 33600000000 }, secretForms(['33600000000']))).toMatchObject({ value: '[redacted]' });
  });
});
