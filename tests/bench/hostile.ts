/** Hostile answers through the real clients, too large or just not: how long they take, and how much memory. */
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
  about: 'answers of 16 MB of nested JSON from both clouds, and of 1.4 million rows in just under 4 MB',
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
      await clouds.answerWith('flood');
      const deep = [
        ...(await measured(
          '16 MB instead of bookings',
          refused(() => bookings.readAccount()),
        )),
        ...(await measured(
          '16 MB instead of a list of codes',
          refused(() => locks.listCodes(3701 as LockId)),
        )),
      ];
      await clouds.answerWith('wide');
      return [
        ...deep,
        ...(await measured('1.4 million rows instead of bookings', () => bookings.readAccount())),
        ...(await measured('1.4 million rows instead of a list of codes', () => locks.listCodes(3701 as LockId))),
      ];
    } finally {
      await Promise.all([bookings.close(), locks.close()]);
      await clouds.close();
    }
  },
};

function refused(ask: () => Promise<{ readonly ok: boolean }>): () => Promise<void> {
  return async () => {
    const { ok } = await ask();
    if (ok) throw new Error('A hostile answer was accepted.');
  };
}

async function measured(what: string, ask: () => Promise<unknown>): Promise<readonly Measurement[]> {
  const before = process.memoryUsage.rss();
  let most = before;
  const sampler = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 5);
  const startedMs = performance.now();
  await ask();
  const tookMs = performance.now() - startedMs;
  clearInterval(sampler);
  const grownMb = (Math.max(most, process.memoryUsage.rss()) - before) / MEGABYTE;
  return [
    { what, value: tookMs, unit: 'ms', against: { name: 'limit', value: 2000 } },
    { what: `${what}, memory`, value: grownMb, unit: 'MB', against: { name: 'limit', value: 200 } },
  ];
}
