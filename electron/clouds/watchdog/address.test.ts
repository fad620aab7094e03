import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAddress } from './address.ts';

const UUID = '5f1ec9a4-7c12-4a0b-9d3e-0b1a2c3d4e5f';
const PING_KEY = 'fqOOd6-F4MMNuCEnzTU01w';

describe('readAddress', () => {
  it.each([
    [`https://hc-ping.com/${UUID}`, 'healthchecks', `/${UUID}`],
    [` https://HC-PING.com/${UUID.toUpperCase()}/`.trim(), 'healthchecks', `/${UUID.toUpperCase()}`],
    [`https://hc-ping.com/${UUID}/fail`, 'healthchecks', `/${UUID}`],
    [`https://hc-ping.com/${UUID}/0`, 'healthchecks', `/${UUID}`],
    [`https://hc-ping.com/${PING_KEY}/latchkey`, 'healthchecks', `/${PING_KEY}/latchkey`],
    [`https://hc-ping.com/${PING_KEY}/fail`, 'healthchecks', `/${PING_KEY}/fail`],
    [`https://hc-ping.com/${PING_KEY}/${PING_KEY}/fail`, 'healthchecks', `/${PING_KEY}/${PING_KEY}`],
    [`https://checks.example.org/ping/${UUID}`, 'healthchecks', `/ping/${UUID}`],
    [`http://192.168.1.20:8000/below/ping/${PING_KEY}/latchkey/log`, 'healthchecks', `/below/ping/${PING_KEY}/latchkey`],
    [`https://checks.example.org/hooks/${UUID}`, 'other', `/hooks/${UUID}`],
    ['https://hc-ping.com/latchkey', 'other', '/latchkey'],
    [`https://hc-ping.com/below/${UUID}`, 'other', `/below/${UUID}`],
    ['https://kuma.example.org/api/push/aB3dE5gH7j?status=up&msg=OK&ping=', 'uptime-kuma', '/api/push/aB3dE5gH7j'],
    ['http://10.0.0.7:3001/kuma/api/push/aB3dE5gH7j/', 'uptime-kuma', '/kuma/api/push/aB3dE5gH7j/'],
    ['https://kuma.example.org/api/push/', 'other', '/api/push/'],
    ['https://cronitor.link/p/0123456789abcdef/latchkey?state=run', 'cronitor', '/p/0123456789abcdef/latchkey'],
    ['https://cronitor.link/d3x0c1/complete', 'other', '/d3x0c1/complete'],
    ['https://cronitor.example.org/p/key/monitor', 'other', '/p/key/monitor'],
    ['https://alive.example.org', 'other', '/'],
    ['http://kuma.local/alive?t=1#top', 'other', '/alive'],
  ])('%s is %s', (text, service, path) => {
    expect(readAddress(text)).toMatchObject({ ok: true, value: { service, path } });
  });

  it.each([
    ['', 'not-address'],
    ['hc-ping.com/abc', 'not-address'],
    ['ftp://10.0.0.1/', 'not-address'],
    ['file:///etc/passwd', 'not-address'],
    ['https://kuma.example.org//evil.example/', 'not-address'],
    [`https://kuma.example.org/${'a'.repeat(2000)}`, 'not-address'],
    ['http://kuma.example.org/api/push/a', 'plain'],
    ['http://172.32.0.1/', 'plain'],
    ['http://100.64.0.1/', 'plain'],
    ['http://169.254.169.254/', 'plain'],
    ['http://10.0.0.1.example.org/', 'plain'],
    ['http://kuma/', 'plain'],
    ['https://me:secret@kuma.example.org/', 'signed-in'],
  ])('refuses %j: %s', (text, mistake) => {
    expect(readAddress(text)).toEqual({ ok: false, error: mistake });
  });

  it('accepts http in private networks only', () => {
    const octet = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(octet, octet, octet, octet, (a, b, c, d) => {
        const isPrivate = a === 10 || a === 127 || (a === 192 && b === 168) || (a === 172 && b >= 16 && b < 32);
        expect(readAddress(`http://${[a, b, c, d].join('.')}/x`).ok).toBe(isPrivate);
      }),
      {
        examples: [
          [10, 0, 0, 1],
          [192, 168, 0, 1],
          [172, 16, 0, 1],
          [172, 31, 255, 255],
          [192, 169, 0, 1],
        ],
      },
    );
    for (const host of ['[::1]', '[fd12:3456::1]', '[fc00::1]', 'localhost']) expect(readAddress(`http://${host}:3001/`).ok).toBe(true);
    for (const host of ['[2001:db8::1]', '[fe80::1]', '[::ffff:10.0.0.1]']) expect(readAddress(`http://${host}/`).ok).toBe(false);
  });
});
