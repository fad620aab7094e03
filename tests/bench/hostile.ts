/** A hostile answer of 16 MB through the real clients: how long it takes, and how much memory. */
import { performance } from 'node:perf_hooks';
import { connectSmoobu, connectTheKeys } from '../../electron/compose/clouds.ts';
import { createSystemClock } from '../../electron/scheduling/system-clock.ts';
import type { LockId } from '../../shared/domain/ids.ts';
import { Secret } from '../../shared/secret.ts';
import { startRemoteClouds } from './clouds.ts';
import type { Measurement, Part } from './measure.ts';

const MEGABYTE = 1024 * 1024;

export const hostile: Part = {
  name: 'hostile',
  about: 'answers of 16 MB of nested JSON from both clouds',
  async measure() {
    const clock = createSystemClock();
    const clouds = await startRemoteClouds({ units: 1, locks: 1, bookings: 1, seed: 1, nowMs: clock.nowMs() }, 0);
    const world = { clock, log: { log: () => undefined }, version: 'bench' };
    const { smoobu, theKeys } = clouds;
    const [apiKey, apiSecret, password] = [smoobu.apiKey, smoobu.apiSecret, theKeys.password].map((text) => new Secret(text));
    const bookings = connectSmoobu({ credentials: { apiKey: apiKey!, apiSecret: apiSecret! }, origin: smoobu.url }, world);
    const locks = connectTheKeys({ credentials: { username: theKeys.username, password: password! }, origin: theKeys.url }, world);
    try {
      await Promise.all([bookings.readAccount(), locks.signIn()]);
      await clouds.flood();
      return [
        ...(await measured('bookings', () => bookings.readAccount())),
        ...(await measured('a list of codes', () => locks.listCodes(3701 as LockId))),
      ];
    } finally {
      await Promise.all([bookings.close(), locks.close()]);
      await clouds.close();
    }
  },
};

async function measured(what: string, ask: () => Promise<{ readonly ok: boolean }>): Promise<readonly Measurement[]> {
  const before = process.memoryUsage.rss();
  let most = before;
  const sampler = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 5);
  const startedMs = performance.now();
  const { ok } = await ask();
  const tookMs = performance.now() - startedMs;
  clearInterval(sampler);
  if (ok) throw new Error('A hostile answer was accepted.');
  const grownMb = (Math.max(most, process.memoryUsage.rss()) - before) / MEGABYTE;
  return [
    { what: `16 MB instead of ${what}`, value: tookMs, unit: 'ms', against: { name: 'limit', value: 2000 } },
    { what: `16 MB instead of ${what}, memory`, value: grownMb, unit: 'MB', against: { name: 'limit', value: 200 } },
  ];
}
