import { describe, expect, it } from 'vitest';
import { readEnvironment } from './environment.ts';

const PIN_KEY = 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=';

describe('readEnvironment', () => {
  it('is empty without variables', () => {
    expect(readEnvironment({ LATCHKEY_PIN_KEY: '', LATCHKEY_SMOOBU_URL: ' ' })).toEqual({
      ok: true,
      value: { given: { smoobu: null, theKeys: null, pinKey: null, watchdog: null }, addresses: { smoobu: null, theKeys: null } },
    });
  });
  it('reads credentials, pin key and addresses, trimming all but the password', () => {
    const read = readEnvironment({
      LATCHKEY_SMOOBU_API_KEY: ' key ',
      LATCHKEY_SMOOBU_API_SECRET: 'secret=\n',
      LATCHKEY_THEKEYS_USERNAME: '+33600000000',
      LATCHKEY_THEKEYS_PASSWORD: ' pass ',
      LATCHKEY_PIN_KEY: PIN_KEY,
      LATCHKEY_SMOOBU_URL: 'http://127.0.0.1:4010/',
      LATCHKEY_THEKEYS_URL: 'https://keys.example.org',
      LATCHKEY_WATCHDOG_URL: ' https://hc-ping.com/token ',
    });
    expect(read.ok).toBe(true);
    if (!read.ok) return;
    const { given, addresses } = read.value;
    expect(given.smoobu?.credentials.apiKey.reveal()).toBe('key');
    expect(given.smoobu?.credentials.apiSecret.reveal()).toBe('secret=');
    expect(given.smoobu?.source).toBe('environment');
    expect(given.theKeys?.credentials.password.reveal()).toBe(' pass ');
    expect(given.pinKey).toEqual({ credentials: Uint8Array.from({ length: 32 }, (_, index) => index), source: 'environment' });
    expect(given.watchdog?.credentials.reveal()).toBe('https://hc-ping.com/token');
    expect(addresses).toEqual({ smoobu: 'http://127.0.0.1:4010', theKeys: 'https://keys.example.org' });
  });
  it('names every mistake and quotes no value', () => {
    const read = readEnvironment({
      LATCHKEY_SMOOBU_API_KEY: 'lonely-key',
      LATCHKEY_THEKEYS_PASSWORD: 'lonely-password',
      LATCHKEY_PIN_KEY: 'not base64!',
      LATCHKEY_SMOOBU_URL: 'http://smoobu.example.org',
      LATCHKEY_WATCHDOG_URL: 'http://kuma.example.org/api/push/token',
    });
    expect(read).toMatchInlineSnapshot(`
      {
        "error": [
          "LATCHKEY_SMOOBU_API_KEY and LATCHKEY_SMOOBU_API_SECRET belong together: set both, or neither.",
          "LATCHKEY_THEKEYS_USERNAME and LATCHKEY_THEKEYS_PASSWORD belong together: set both, or neither.",
          "LATCHKEY_PIN_KEY must be base64 of 32 random bytes, as \`openssl rand -base64 32\` prints it.",
          "LATCHKEY_WATCHDOG_URL must begin with https. http is allowed to this computer, private IP addresses and names that end in .local.",
          "LATCHKEY_SMOOBU_URL must be an https address without a path (http on this computer only).",
        ],
        "ok": false,
      }
    `);
  });
});
