/** A week of the whole app that nobody touches, in which almost everything goes wrong once. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dateOf, DAY_MS, HOUR_MS, instantOf, localNow, MINUTE_MS } from '../../../shared/time.ts';
import type { LocalDateTime } from '../../../shared/time.ts';
import { atTheDoors, bookings, mapping, seedOf, ZONE } from './guests.ts';
import { startVirtualApp } from './virtual-app.ts';
import type { VirtualApp } from './virtual-app.ts';

/** Thursday; the clocks go back in the night to Sunday. */
const START = '2026-10-22T07:00';
const STEP_MS = 30 * MINUTE_MS;

interface Event {
  /** In Paris. */
  readonly at: string;
  readonly what: (app: VirtualApp) => unknown;
}

const REJECTED = { apiKey: 'usr_live_week_another_key', apiSecret: 'YW5vdGhlciBrZXk=' };

/** A guest who books flat 1 while something is wrong. */
function books(id: number, arrival: string, departure: string): Event['what'] {
  return ({ clouds }) => clouds.smoobu.addBooking({ id, apartmentId: 501, arrival, departure, guestName: `Guest ${String(id)}` });
}

const EVENTS: readonly Event[] = [
  { at: '2026-10-22T10:00', what: ({ clouds }) => clouds.smoobu.cancelBooking(2_003) },
  { at: '2026-10-22T10:15', what: ({ clouds }) => clouds.smoobu.changeBooking(3_002, { guestName: 'Another name' }) },
  { at: '2026-10-22T12:00', what: ({ clouds }) => clouds.smoobu.setCredentials(REJECTED) },
  { at: '2026-10-22T20:00', what: ({ clouds }) => clouds.smoobu.setCredentials(seedOf([]).smoobu.credentials) },
  { at: '2026-10-23T00:00', what: (app) => app.sleep(8 * HOUR_MS) },
  { at: '2026-10-23T09:00', what: ({ clouds }) => clouds.theKeys.setPassword('another') },
  { at: '2026-10-23T14:00', what: ({ clouds }) => clouds.theKeys.setPassword(seedOf([]).theKeys.credentials.password) },
  { at: '2026-10-23T18:00', what: (app) => app.setOnline(false) },
  { at: '2026-10-23T22:00', what: (app) => app.setOnline(true) },
  {
    at: '2026-10-24T06:00',
    what: ({ disk }) => {
      disk.isFull = true;
    },
  },
  { at: '2026-10-24T10:00', what: books(90_000, '2026-10-25', '2026-10-26') },
  {
    at: '2026-10-24T18:00',
    what: ({ disk }) => {
      disk.isFull = false;
    },
  },
  {
    at: '2026-10-25T10:00',
    what: async (app) => {
      writeFileSync(join(app.homeFolder, 'settings.json'), '{"mapping": {"units": [');
      await app.restart();
    },
  },
  { at: '2026-10-25T12:00', what: books(90_001, '2026-10-26', '2026-10-28') },
  { at: '2026-10-26T18:00', what: (app) => app.setClockError(-100 * DAY_MS) },
  { at: '2026-10-26T19:00', what: books(90_002, '2026-10-28', '2026-10-29') },
  { at: '2026-10-28T16:00', what: (app) => app.setClockError(3 * DAY_MS) },
  { at: '2026-10-28T20:00', what: (app) => app.setClockError(0) },
];

/** Each matter once, when it begins to matter, and once more when it is over. */
const TOLD = [
  '2026-10-22T12:03 credentials:smoobu',
  '2026-10-23T08:00 recovered:credentials:smoobu',
  '2026-10-23T09:03 credentials:the-keys',
  '2026-10-23T16:18 recovered:credentials:the-keys',
  '2026-10-23T19:33 no-sync',
  '2026-10-23T22:00 recovered:no-sync',
  '2026-10-25T10:00 mapping-unconfirmed',
  '2026-10-26T18:03 clock',
];
/** The full disk is listed only: guests get their codes all the same. */
const LISTED = [
  '2026-10-22T12:30 credentials:smoobu',
  '2026-10-23T09:30 credentials:the-keys',
  '2026-10-23T20:00 no-sync',
  '2026-10-24T06:30 problem:history-unstored:::::',
  '2026-10-25T10:30 mapping-unconfirmed',
  '2026-10-26T18:30 clock',
];

describe('a week that nobody touches', () => {
  // Requests to the demo clouds would reach their time limit on a busy machine only.
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  // However busy the machine is: nothing here waits for real time.
  it('lets every guest in, and tells each matter once', { timeout: 0 }, async () => {
    const startMs = instantOf(START as LocalDateTime, ZONE);
    const app = await startVirtualApp({ seed: seedOf(bookings(dateOf(localNow(ZONE, startMs)))), mapping: mapping(), startMs });
    try {
      await app.advance(2 * MINUTE_MS);
      const { wrong, listed } = await play(app, startMs + 7 * DAY_MS);
      expect(wrong).toEqual([]);
      expect(listed).toEqual(LISTED);
      expect(app.notices.map(({ key, atMs }) => `${localNow(ZONE, atMs)} ${key}`)).toEqual(TOLD);
    } finally {
      await app.close();
    }
  });
});

interface Played {
  /** At the doors, at any time. */
  readonly wrong: readonly string[];
  /** What the list of what needs the user has begun to show. */
  readonly listed: readonly string[];
}
async function play(app: VirtualApp, endMs: number): Promise<Played> {
  const wrong: string[] = [];
  const listed: string[] = [];
  let shown: readonly string[] = [];
  const events = [...EVENTS];
  while (app.nowMs() < endMs) {
    while (events[0] !== undefined && instantOf(events[0].at as LocalDateTime, ZONE) <= app.nowMs()) await events.shift()?.what(app);
    await app.advance(STEP_MS - (app.nowMs() % STEP_MS));
    for (const what of atTheDoors(app)) wrong.push(`${localNow(ZONE, app.nowMs())}: ${what}`);
    const keys = app
      .desktop()
      .snapshot()
      .attention.map(({ key }) => key);
    listed.push(...keys.filter((key) => !shown.includes(key)).map((key) => `${localNow(ZONE, app.nowMs())} ${key}`));
    shown = keys;
  }
  return { wrong, listed };
}
