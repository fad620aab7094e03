import { describe, expect, it } from 'vitest';
import { developmentOptions, INSTALLED } from './development.ts';

const ENVIRONMENT = {
  LATCHKEY_SMOOBU_API_KEY: 'invented-key',
  LATCHKEY_SMOOBU_API_SECRET: 'invented-secret',
  LATCHKEY_THEKEYS_URL: 'http://127.0.0.1:4010',
  LATCHKEY_RUN_DELAY_MS: ' 200 ',
  LATCHKEY_SCHEDULE: ' */2 * * * * * ',
};

describe('developmentOptions', () => {
  it('reads credentials, addresses and pace in a development build', () => {
    const read = developmentOptions(ENVIRONMENT, { isPackaged: false });
    if (!read.ok) throw new Error(read.error.join());
    expect(read.value.given.smoobu?.credentials.apiKey.reveal()).toBe('invented-key');
    expect(read.value.addresses).toEqual({ smoobu: null, theKeys: 'http://127.0.0.1:4010' });
    expect(read.value.pace).toEqual({ runDelayMs: 200, cron: '*/2 * * * * *' });
  });
  it('takes a run without delay, and the usual pace when nothing is set', () => {
    const paceOf = (delay: string) => {
      const read = developmentOptions({ LATCHKEY_RUN_DELAY_MS: delay }, { isPackaged: false });
      return read.ok ? read.value.pace.runDelayMs : read.error;
    };
    expect([paceOf('0'), paceOf(''), paceOf(' ')]).toEqual([0, null, null]);
    expect(developmentOptions({}, { isPackaged: false })).toEqual({ ok: true, value: INSTALLED });
  });
  it('ignores all of it in an installed app, mistakes too', () => {
    expect(developmentOptions(ENVIRONMENT, { isPackaged: true })).toEqual({ ok: true, value: INSTALLED });
    expect(developmentOptions({ LATCHKEY_RUN_DELAY_MS: 'soon' }, { isPackaged: true })).toEqual({ ok: true, value: INSTALLED });
  });
  it('names every mistake', () => {
    expect(developmentOptions({ LATCHKEY_RUN_DELAY_MS: 'soon', LATCHKEY_SMOOBU_API_KEY: 'lonely' }, { isPackaged: false }))
      .toMatchInlineSnapshot(`
      {
        "error": [
          "LATCHKEY_SMOOBU_API_KEY and LATCHKEY_SMOOBU_API_SECRET belong together: set both, or neither.",
          "LATCHKEY_RUN_DELAY_MS must be a whole number of milliseconds.",
        ],
        "ok": false,
      }
    `);
  });
});
