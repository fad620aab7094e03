import { describe, expect } from 'vitest';
import { BOOKING, tinySeed, withClouds } from '../../../tests/support/demo-requests.ts';
import {
  bookingPlaceholdersContract,
  guestMessagesContract,
  type GuestService,
  type Trouble,
} from '../../../tests/support/guest-services-contract.ts';
import { createTestLog } from '../../../tests/support/http.ts';
import { bookingId } from '../../../tests/support/ids.ts';
import { Secret } from '../../../shared/secret.ts';
import type { FaultKind } from '../../demo/http/faults.ts';
import type { SmoobuSwitches } from '../../demo/smoobu/switches.ts';
import { UndiciTransport } from '../http/transport.ts';
import { SmoobuClient } from './client.ts';

const FAULTS: Readonly<Record<Trouble, FaultKind>> = {
  refused: 'forbidden',
  lost: 'drop-after',
  'lost-in-an-error': 'server-error-after',
  'limited-after': 'rate-limited-after',
  broken: 'drop-before',
  page: 'html',
};

const over = (smoobuSwitches: Partial<SmoobuSwitches>) => (use: (service: GuestService) => Promise<void>) =>
  withClouds(
    async ({ smoobu }, clock) => {
      const log = createTestLog();
      const transport = new UndiciTransport({ origin: smoobu.url, userAgent: 'Latchkey/test', clock, log });
      const { apiKey, apiSecret } = smoobu.credentials;
      const credentials = { apiKey: new Secret(apiKey), apiSecret: new Secret(apiSecret) };
      const client = new SmoobuClient({ transport, credentials, clock, log, requestTimeoutMs: 2_000 });
      try {
        await use({
          guests: client.guests,
          booking: bookingId(90_001),
          otherBooking: bookingId(90_002),
          unknownBooking: bookingId(1),
          writes: (from, text) => void smoobu.addMessage({ bookingId: 90_001, from, text }),
          arrived: (to) => smoobu.sentMessages().flatMap((sent) => (sent.to === to && sent.arrived ? [sent.text] : [])),
          next: (trouble) => smoobu.faults.queue({ kind: FAULTS[trouble] }),
          addForeignPlaceholder: (key, defaultValue) => void smoobu.addPlaceholder({ key, defaultValue, type: 1, foreignId: 90_001 }),
          requestCount: () => client.requestCount(),
        });
        expect(JSON.stringify(log.lines)).not.toMatch(/284711|4711|Zoë/u);
      } finally {
        await client.close();
      }
    },
    { seed: tinySeed([BOOKING, { ...BOOKING, id: 90_002 }]), smoobuSwitches },
  );

describe.each<Partial<SmoobuSwitches>>([
  {},
  { messagesForm: 'array', sentAnswer: '201-with-id', messageHtml: 'empty' },
  { sentAnswer: '200', emptyText: 'null' },
])('messages through Smoobu %j', (switches) => {
  guestMessagesContract(over(switches));
});

describe.each<Partial<SmoobuSwitches>>([{}, { placeholdersForm: 'array' }, { placeholdersForm: 'pages' }])(
  'placeholders of Smoobu %j',
  (switches) => {
    bookingPlaceholdersContract(over(switches));
  },
);
