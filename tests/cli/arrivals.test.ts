/** `status --arrivals`: the verdict for each arrival from what syncs kept, without asking the clouds. */
import { beforeEach, describe, expect, it } from 'vitest';
import { withChanges } from '../../shared/domain/memory.ts';
import type { MemoryChange } from '../../shared/domain/memory.ts';
import { LAST_READ } from '../../shared/domain/readiness.ts';
import type { Arrival, ArrivalDoor } from '../../shared/domain/readiness.ts';
import { HOUR_MS, MINUTE_MS } from '../../shared/time.ts';
import type { LocalDateTime } from '../../shared/time.ts';
import { NOW_MS } from '../support/cli/fake-backend.ts';
import { FakeWorld } from '../support/cli/fake-world.ts';
import { bookingId, codeId, keypadId, lockId, unitId } from '../support/ids.ts';

let world: FakeWorld;
beforeEach(() => {
  world = new FakeWorld();
  const lists = { 3705: NOW_MS - 5 * MINUTE_MS };
  keep({ kind: 'last-read', key: LAST_READ, value: { bookingsAtMs: NOW_MS - 5 * MINUTE_MS, lists } });
});
function keep(...changes: readonly MemoryChange[]): void {
  world.backend.remembered = withChanges(world.backend.remembered, changes);
}
const GOOD = { state: 'good', because: null, sinceMs: null } as const;

function arrives(id: number, guest: string, inHours: number, door: Partial<ArrivalDoor> = {}, readAtMs = NOW_MS - 5 * MINUTE_MS): void {
  const startMs = NOW_MS + inHours * HOUR_MS;
  const value: Arrival = {
    bookingId: bookingId(id),
    unitId: unitId(500037),
    unitName: 'Loft Canal',
    guest,
    startMs,
    endMs: startMs + 48 * HOUR_MS,
    isBlocked: false,
    booking: GOOD,
    doors: [
      {
        lockId: lockId(3705),
        keypadId: keypadId('Kp7Qm2Xa'),
        codeId: codeId(684000 + id),
        window: { start: '2026-11-23T15:00' as LocalDateTime, end: '2026-11-26T12:00' as LocalDateTime },
        state: 'verified',
        because: null,
        verifiedAtMs: NOW_MS - 5 * MINUTE_MS,
        ...door,
      },
    ],
    guestTold: { state: 'unknown', because: null, sinceMs: null },
    readAtMs,
  };
  keep({ kind: 'arrival', key: String(id), value });
}

async function shown(...words: string[]) {
  const ran = await world.run('status', '--arrivals', '--json', ...words);
  return ran.json() as { readonly arrivals: readonly { readonly guest: string; readonly links: object }[] };
}

describe('status --arrivals', () => {
  it('shows each arrival with its verdict and what to do, the nearest first', async () => {
    arrives(2, 'Otto Berg', 5, { state: 'broken', verifiedAtMs: null });
    arrives(1, 'Ana Ruiz', 2);
    const ran = await world.run('status', '--arrivals');
    expect(ran.code).toBe(0);
    expect(ran.out).toMatchInlineSnapshot(`
      "┌──────────────────┬───────────┬────────────┬─────────────────┬────────────────────────────────────┐
      │ Arrives          │ Guest     │ Unit       │ Verdict         │ Why, and what to do                │
      ├──────────────────┼───────────┼────────────┼─────────────────┼────────────────────────────────────┤
      │ 2026-11-23 17:00 │ Ana Ruiz  │ Loft Canal │ ✓ ready         │                                    │
      │ 2026-11-23 20:00 │ Otto Berg │ Loft Canal │ ✗ action needed │ No code of this guest is confirmed │
      │                  │           │            │                 │ on lock “Loft door”. Sync now; if  │
      │                  │           │            │                 │ that does not help, make a code in │
      │                  │           │            │                 │ The Keys app, or have a spare code │
      │                  │           │            │                 │ ready.                             │
      └──────────────────┴───────────┴────────────┴─────────────────┴────────────────────────────────────┘
      Not known for some of them: whether the code has reached the lock, the battery, when the lock was
      last used, whether the guest knows the code. \`--json\` says for whom.
      As the sync of 5 min ago knew it. The clouds were not asked.
      "
    `);
  });

  it('as JSON, with every link', async () => {
    arrives(1, 'Ana Ruiz', 2);
    arrives(2, 'Otto Berg', 5, { state: 'broken', verifiedAtMs: null });
    keep({ kind: 'covered', key: 'all', value: { untilMs: NOW_MS + 5 * HOUR_MS, ends: 'arrival', messages: 1, asOfMs: NOW_MS } });
    const document = await shown();
    expect(document).toMatchObject({
      arrivals: [
        { bookingId: 1, unitId: 500037, guest: 'Ana Ruiz', at: '2026-11-23T17:00:00+01:00', verdict: 'ready', since: null, action: null },
        { bookingId: 2, verdict: 'action-needed', links: { code: { state: 'broken' }, booking: { state: 'good', reason: null } } },
      ],
      coveredUntil: '2026-11-23T20:00:00+01:00',
      messagesDueBefore: 1,
      asOf: '2026-11-23T13:55:00Z',
    });
    expect(Object.keys(document.arrivals[0]?.links ?? {})).toEqual([
      ...['booking', 'code', 'gateway', 'battery', 'lock', 'guest', 'computer'],
    ]);
  });

  it('leaves out who arrives later or arrived long ago', async () => {
    arrives(1, 'Ana Ruiz', 30);
    arrives(2, 'Otto Berg', -23);
    arrives(3, 'Ida Lund', -25);
    const guests = async (...words: string[]) => (await shown(...words)).arrivals.map(({ guest }) => guest);
    expect(await guests()).toEqual(['Otto Berg', 'Ana Ruiz']);
    expect(await guests('--within', '24')).toEqual(['Otto Berg']);
    expect((await world.run('status', '--arrivals', '--within', '24')).out).not.toContain('Ana Ruiz');
  });

  it('says that nobody arrives, that nothing is known, and what is no number of hours', async () => {
    expect((await world.run('status', '--arrivals')).out).toContain('No guest with a door arrives within 72 hours');
    keep({ kind: 'last-read', key: LAST_READ, value: null });
    expect((await world.run('status', '--arrivals')).out).toContain('No sync has read the bookings yet.');
    expect(await world.run('status', '--arrivals', '--within', '73')).toMatchObject({ code: 2 });
    expect(await world.run('status', '--within', '24')).toMatchObject({ code: 2 });
  });

  it('knows by itself that the bookings have not been read for long', async () => {
    arrives(1, 'Ana Ruiz', 2, {}, NOW_MS - 9 * HOUR_MS);
    keep({ kind: 'last-read', key: LAST_READ, value: { bookingsAtMs: NOW_MS - 9 * HOUR_MS, lists: { 3705: NOW_MS - 9 * HOUR_MS } } });
    expect((await world.run('status', '--arrivals', '--json')).json()).toMatchObject({
      arrivals: [{ verdict: 'check', since: '2026-11-23T05:00:00Z', links: { booking: { state: 'doubtful' } } }],
    });
  });
});
