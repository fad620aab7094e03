import { booking } from '../../../tests/reconcile/fixtures.ts';
import { describe, expect, it, vi } from 'vitest';
import { mappingSchema, unitMappingSchema } from '../../../shared/domain/mapping.ts';
import { settingsSchema } from '../../../shared/domain/settings.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { contract } from '../../../shared/ipc/contract.ts';
import { err, ok } from '../../../shared/result.ts';
import type { AccessFailure } from '../../../shared/errors.ts';
import { desktopHost } from '../../../tests/support/app/desktop-host.ts';
import { createFakeLocks } from '../../../tests/support/fake-locks.ts';
import type { DesktopPorts } from '../desktop/ports.ts';
import { ZONE_LOOKUPS_CAP_MS } from './mapping.ts';
import type { BookingCloud, CallOptions } from '../ports/clouds.ts';
import type { PlanPreview } from '../run/look/preview.ts';
import { problemText } from '../../../shared/i18n/problem-text.ts';
import { bookingId, unitId } from '../../../tests/support/ids.ts';

const draft = (units: readonly object[]) => unitMappingSchema.array().parse(units);
const FRONT = { lockId: 11, keypadId: 'KpAlpha1' };
const LOCK = { id: 11, name: 'Front', timeZone: null, batteryMillivolts: 6_100, keypads: [{ keypadId: 'KpAlpha1', name: '' }] };
const NUMBERED = { ...LOCK, id: 12, name: 'Loft', keypads: [{ keypadId: '4711', name: 'a bare number' }] };
const DONE = settingsSchema.parse({ setup: { done: true } });
const KEYCHAIN: AccessFailure = { kind: 'keychain-locked', message: 'Unlock it.' };
const REJECTED: AccessFailure = { kind: 'credentials-rejected', cloud: 'the-keys', message: 'No.', certain: true };
const PREVIEW: PlanPreview = {
  counts: { created: 0, updated: 0, adopted: 0, moved: 0, deleted: 0, unchanged: 0, held: 0, skipped: 0, failed: 0 },
  operations: [],
  problems: [],
  bookings: [],
  stays: [],
  others: [],
  readAtMs: 1,
};

const WHOLE_HOUSE = { ...booking({ id: 1, unitId: 9 }), related: [unitId(1)] };

interface Parts {
  readonly readUnit?: BookingCloud['readUnit'];
  readonly preview?: DesktopPorts['preview'];
}
/** An account with a loft and a lock whose zone is not known. */
function host({ readUnit = async (id) => ok({ id, timeZone: 'Europe/Lisbon' }), preview = async () => ok(PREVIEW) }: Parts = {}) {
  const asked: number[] = [];
  const failing = { bookings: null as AccessFailure | null, locks: null as AccessFailure | null };
  const never = () => Promise.reject(new Error('not asked for'));
  const bookings: BookingCloud = {
    listUnits: async () => ok([{ id: unitId(1), name: 'Loft' }]),
    readUnit: (id, options) => {
      asked.push(id);
      return readUnit(id, options);
    },
    fetchBookings: async () => ok({ complete: true, bookings: [WHOLE_HOUSE], incompleteBecause: null }),
    readBooking: never,
    readAccount: never,
    requestCount: () => 0,
    clockOffsetMs: () => null,
    close: never,
  };
  const locks = { ...createFakeLocks(), discover: async () => ok([LOCK, NUMBERED]) };
  const made = desktopHost(DONE, { preview });
  const { accounts } = made.ports;
  Object.assign(accounts, {
    bookingCloud: async () => (failing.bookings === null ? ok(bookings) : err(failing.bookings)),
    lockCloud: async () => (failing.locks === null ? ok(locks) : err(failing.locks)),
  });
  return { ...made, asked, failing };
}

describe('discovery', () => {
  it('lists what both accounts hold, without keypads that cannot be mapped', async () => {
    const answer = await host().calls['accounts.discover'](null);
    expect(answer.ok && contract['accounts.discover'].output.parse(answer.value)).toEqual({
      units: [{ unitId: 1, name: 'Loft' }],
      locks: [
        { lockId: 11, name: 'Front', timeZone: null, batteryMillivolts: 6_100, keypads: [{ keypadId: 'KpAlpha1', name: '' }] },
        { lockId: 12, name: 'Loft', timeZone: null, batteryMillivolts: 6_100, keypads: [] },
      ],
      suggestions: [],
      gates: [],
      houses: [{ unitId: 9, related: [1], doors: [] }],
      failures: [],
    });
  });
  it('lists what one account holds when the other cannot be read, and reports a locked keychain once', async () => {
    const { calls, failing, happened } = host();
    failing.locks = REJECTED;
    expect(await calls['accounts.discover'](null)).toMatchObject({
      value: { units: [{ unitId: 1 }], locks: null, failures: [{ cloud: 'the-keys', kind: 'credentials-rejected' }] },
    });
    expect(happened).toEqual(['reconnect']);
    failing.locks = KEYCHAIN;
    failing.bookings = KEYCHAIN;
    const both = await calls['accounts.discover'](null);
    expect(both).toMatchObject({ value: { units: null, locks: null, failures: [{ cloud: null, kind: 'keychain-locked' }] } });
    expect(both.ok && both.value.failures).toHaveLength(1);
  });
});

describe('saving a mapping', () => {
  it('names units and locks, and asks once for the zone of a unit whose lock has none', async () => {
    const { calls, desktop, asked } = host();
    await calls['accounts.discover'](null);
    const answer = await calls['mapping.save']({ units: draft([{ unitId: 1, doors: [FRONT] }]) });
    expect(answer.ok && contract['mapping.save'].output.parse(answer.value)).toMatchObject({
      units: [{ unitId: 1, name: 'Loft', timeZone: 'Europe/Lisbon' }],
      before: [],
    });
    expect(desktop.settings().mapping.locks).toMatchObject([{ lockId: 11, name: 'Front', keypads: LOCK.keypads }]);
    await calls['plan.preview']({ of: 'draft', units: draft([{ unitId: 1, doors: [FRONT], checkIn: '18:00' }]) });
    expect(asked).toEqual([1]);
  });
  it('keeps an address, and answers with it', async () => {
    const { ports, calls } = host();
    await calls['mapping.save']({ units: draft([{ unitId: 1, doors: [FRONT], address: '1 Rue X' }]) });
    expect(ports.settings.read().mapping.units).toMatchObject([{ address: '1 Rue X' }]);
    const answer = await calls['mapping.get'](null);
    expect(answer.ok && contract['mapping.get'].output.parse(answer.value).units).toMatchObject([{ address: '1 Rue X' }]);
  });

  it('waits for a zone for a limited time, and not at all without network', async () => {
    const readUnit = (_id: number, options?: CallOptions) =>
      new Promise<Awaited<ReturnType<BookingCloud['readUnit']>>>((resolve) =>
        options?.signal?.addEventListener('abort', () =>
          resolve(err({ kind: 'aborted', cloud: 'smoobu', message: 'Stopped.', certain: true })),
        ),
      );
    const { calls, desktop, world, asked } = host({ readUnit });
    const saving = Promise.resolve(calls['mapping.save']({ units: draft([{ unitId: 1, doors: [FRONT] }]) }));
    await vi.waitFor(() => expect(asked).toEqual([1]));
    await world.advance(ZONE_LOOKUPS_CAP_MS);
    expect(await saving).toMatchObject({ ok: true, value: { units: [{ timeZone: null }] } });
    desktop.setOnline(false);
    await calls['mapping.save']({ units: draft([{ unitId: 2, doors: [FRONT] }]) });
    expect(asked).toEqual([1]);
  });
  it.each([
    [
      'a unit',
      [
        { unitId: 1, doors: [] },
        { unitId: 1, doors: [FRONT] },
      ],
    ],
    ['a door', [{ unitId: 1, doors: [FRONT, FRONT] }]],
  ])('with %s twice is refused as a whole, and so is its preview', async (_name, units) => {
    const { calls, desktop } = host();
    expect(await calls['mapping.save']({ units: draft(units) })).toMatchObject({ ok: false, error: { detail: 'bad-mapping' } });
    expect(await calls['plan.preview']({ of: 'draft', units: draft(units) })).toMatchObject({ error: { detail: 'bad-mapping' } });
    expect(desktop.settings()).toEqual(DONE);
  });
  it('can be undone once, for the last save only, and not after another change', async () => {
    const { calls, desktop } = host();
    const save = (unitId: number) => calls['mapping.save']({ units: draft([{ unitId, doors: [FRONT], timeZone: 'Europe/Paris' }]) });
    const ids = () => desktop.settings().mapping.units.map(({ unitId }) => unitId);
    expect(await calls['mapping.undo'](null)).toMatchObject({ ok: false, error: { detail: 'nothing-to-undo' } });
    await save(1);
    await save(2);
    // The same again is no save to take back.
    await save(2);
    expect(await calls['mapping.undo'](null)).toMatchObject({ ok: true, value: { before: null } });
    expect(ids()).toEqual([1]);
    expect(await calls['mapping.undo'](null)).toMatchObject({ ok: false });
    await save(3);
    desktop.saveSettings({ ...desktop.settings(), mapping: mappingSchema.parse({ units: draft([{ unitId: 9, doors: [FRONT] }]) }) });
    expect(await calls['mapping.get'](null)).toMatchObject({ ok: true, value: { before: null } });
    expect(await calls['mapping.undo'](null)).toMatchObject({ ok: false });
    expect(ids()).toEqual([9]);
  });
});

describe('a preview', () => {
  it('is of the draft, of the saved mapping, or of the file that was read last', async () => {
    const seen: string[] = [];
    const { calls } = host({
      preview: async ({ mapping }) => {
        seen.push(mapping.units.map(({ unitId }) => unitId).join());
        return ok(PREVIEW);
      },
    });
    await calls['mapping.save']({ units: draft([{ unitId: 1, doors: [] }]) });
    await calls['plan.preview']({ of: 'current' });
    await calls['plan.preview']({ of: 'draft', units: draft([{ unitId: 2, doors: [] }]) });
    expect(await calls['plan.preview']({ of: 'candidate' })).toMatchObject({ ok: false, error: { detail: 'no-candidate' } });
    await calls['import.read']({ text: 'apartment_locks: { "3": [11] }\nlock_accessoires: { 11: "KpNew" }' });
    await calls['plan.preview']({ of: 'candidate' });
    expect(seen).toEqual(['1', '2', '1,3']);
  });
  it('of other times shows them with the rest of the settings as it is, and saves nothing', async () => {
    const seen: Settings[] = [];
    const { calls, desktop } = host({
      preview: async (settings) => {
        seen.push(settings);
        return ok(PREVIEW);
      },
    });
    const { times, codes } = settingsSchema.parse({ times: { checkIn: '13:00' }, codes: { horizonDays: 30 } });
    await calls['plan.preview']({ of: 'settings', times, codes });
    expect(seen).toEqual([{ ...DONE, times, codes }]);
    expect(desktop.settings()).toEqual(DONE);
  });
  it('says the guest and the unit by name, also of a unit without a door', async () => {
    const about = { why: 'no-door', start: null, end: null, startMs: null, endMs: null, codes: [] } as const;
    const ada = { ...about, bookingId: bookingId(7), guestName: 'Ada', unitId: unitId(3), unitName: 'Parking' };
    const text = problemText('problem.unmapped', { arrival: '2026-11-26' });
    const problem = { kind: 'unmapped-unit', text, retryable: false, bookingId: bookingId(7), unitId: unitId(3) } as const;
    const { calls } = host({ preview: async () => ok({ ...PREVIEW, problems: [problem], others: [ada] }) });
    const answer = await calls['plan.preview']({ of: 'current' });
    const [told] = answer.ok ? contract['plan.preview'].output.parse(answer.value).problems : [];
    expect(told?.message).toMatch(/^Ada’s booking \(arrives .*\) is in unit “Parking”/u);
  });
  it('that fails says why', async () => {
    const { calls } = host({ preview: async () => err(REJECTED) });
    const refused = await calls['plan.preview']({ of: 'current' });
    expect(refused).toMatchObject({ ok: false, error: { detail: 'credentials-rejected' } });
    expect(!refused.ok && refused.error.message).toMatch(/The Keys/);
  });
  it('waits for the current run, and of several waiting ones only the newest is made', async () => {
    let previews = 0;
    const { calls, desktop, set } = host({
      preview: async () => {
        previews += 1;
        return ok(PREVIEW);
      },
    });
    const ended = Promise.withResolvers<undefined>();
    set.run = () => ended.promise;
    desktop.syncNow();
    const asked = ['a', 'b', 'c'].map(async () => {
      const answer = await calls['plan.preview']({ of: 'current' });
      return answer.ok ? 'made' : answer.error.detail;
    });
    await Promise.resolve();
    expect(previews).toBe(0);
    ended.resolve(undefined);
    expect(await Promise.all(asked)).toEqual(['superseded', 'superseded', 'made']);
    expect(previews).toBe(1);
  });
});
