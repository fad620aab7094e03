/** Whatever Smoobu answers: a write that is said to be certain had no effect, one that succeeded had it, and none is sent twice. */
import { describe, expect, it } from 'vitest';
import { NOW_MS, tinySeed } from '../../../tests/support/demo-requests.ts';
import { createTestLog } from '../../../tests/support/http.ts';
import { bookingId } from '../../../tests/support/ids.ts';
import { createVirtualClock } from '../../../tests/support/virtual-clock.ts';
import { Secret } from '../../../shared/secret.ts';
import { actsFirst, FAULT_KINDS, type Fault } from '../../demo/http/faults.ts';
import { startSmoobuCloud } from '../../demo/smoobu/cloud.ts';
import { UndiciTransport } from '../http/transport.ts';
import { SmoobuClient } from './client.ts';

const BOOKING = bookingId(90_001);
const PIN = { key: 'latchkeyPin', defaultValue: '4711', type: 1, foreignId: 90_001 };
const FAULTS: readonly Fault[] = [
  // The large ones take their time, and are answers like any other here.
  ...FAULT_KINDS.filter((kind) => kind !== 'flood' && kind !== 'wide').map((kind): Fault => ({ kind, delayMs: 1 })),
  { kind: 'server-error-after', status: 408 },
];
/** No effect on Smoobu. */
const HARMLESS = new Set(['delay', 'expired-token']);

async function withGuests(use: (guests: SmoobuClient['guests'], smoobu: Awaited<ReturnType<typeof startSmoobuCloud>>) => Promise<void>) {
  const clock = createVirtualClock({ nowMs: NOW_MS });
  const smoobu = await startSmoobuCloud({ seed: tinySeed().smoobu, clock });
  const { apiKey, apiSecret } = smoobu.credentials;
  const log = createTestLog();
  const client = new SmoobuClient({
    transport: new UndiciTransport({ origin: smoobu.url, userAgent: 'Latchkey/test', clock, log }),
    credentials: { apiKey: new Secret(apiKey), apiSecret: new Secret(apiSecret) },
    clock,
    log,
    requestTimeoutMs: 400,
  });
  try {
    await use(client.guests, smoobu);
  } finally {
    await Promise.all([client.close(), smoobu.close()]);
  }
}

describe.each(FAULTS.map((fault) => ({ fault, name: `${fault.kind} ${String(fault.status ?? '')}` })))('under $name', ({ fault }) => {
  const acts = actsFirst(fault.kind);

  it('no message is sent twice, and none is said to be unsent that was sent', () =>
    withGuests(async (guests, smoobu) => {
      smoobu.faults.queue(fault);
      const sent = await guests.sendToGuest(BOOKING, new Secret('Your code: 4711'));
      expect(smoobu.requestCount()).toBe(1);
      expect(smoobu.sentMessages()).toHaveLength(acts ? 1 : 0);
      expect(sent.ok).toBe(HARMLESS.has(fault.kind));
      if (!sent.ok && acts) expect(sent.error.certain).toBe(false);
      expect(JSON.stringify(sent)).not.toContain('4711');
    }));

  it('no placeholder is written twice, and none is said to be as it was that changed', () =>
    withGuests(async (guests, smoobu) => {
      const { id } = smoobu.addPlaceholder({ ...PIN, key: 'other' });
      const list = await guests.listPlaceholders();
      const other = list.ok ? list.value[0]! : null;
      const writes = [
        () => guests.createPlaceholder(BOOKING, 'latchkeyPin', new Secret('4711')),
        () => guests.updatePlaceholder(other!, new Secret('0815')),
        () => guests.deletePlaceholder(id),
      ];
      for (const write of writes) {
        const before = JSON.stringify(smoobu.placeholders());
        smoobu.resetCounters();
        smoobu.faults.queue(fault);
        const written = await write();
        expect(smoobu.requests().filter(({ isWrite }) => isWrite)).toHaveLength(1);
        expect(JSON.stringify(smoobu.placeholders()) !== before).toBe(acts);
        expect(written.ok).toBe(HARMLESS.has(fault.kind));
        if (!written.ok && acts) expect(written.error.certain).toBe(false);
      }
    }));

  it('a thread and a list are read whole, or not at all', () =>
    withGuests(async (guests, smoobu) => {
      for (let index = 0; index < 30; index += 1) smoobu.addMessage({ bookingId: 90_001, from: 'host', text: `m${String(index)}` });
      smoobu.addPlaceholder(PIN);
      smoobu.faults.queue(null, fault, fault, fault);
      const thread = await guests.readThread(BOOKING);
      if (thread.ok) expect(thread.value.messages).toHaveLength(30);
      smoobu.faults.clear();
      smoobu.faults.queue(fault, fault, fault);
      const list = await guests.listPlaceholders();
      if (list.ok) expect(list.value).toHaveLength(1);
      expect([thread.ok, list.ok]).toEqual([HARMLESS.has(fault.kind), HARMLESS.has(fault.kind)]);
    }));
});
