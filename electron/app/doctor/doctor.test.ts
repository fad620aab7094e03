import { describe, expect, it } from 'vitest';
import { nothingRemembered } from '../../../shared/domain/memory.ts';
import { settingsSchema } from '../../../shared/domain/settings.ts';
import type { CloudFailure, CloudFailureKind } from '../../../shared/errors.ts';
import type { LockSummary } from '../../../shared/domain/code.ts';
import { healthAfter } from '../../../shared/readiness/health-after.ts';
import { judgedHealth } from '../../../shared/readiness/lock-health.ts';
import { err, ok } from '../../../shared/result.ts';
import { gatherFacts } from './doctor.ts';
import type { DoctorFacts, DoctorInput } from './doctor.ts';
import { judgeFacts } from './doctor-checks.ts';
import type { BookingCloud, LockCloud } from '../ports/clouds.ts';
import { keypadId, lockId, unitId } from '../../../tests/support/ids.ts';

const settings = settingsSchema.parse({
  mapping: {
    units: [
      { unitId: 1, name: 'Loft', doors: [{ lockId: 11, keypadId: 'KpA' }] },
      { unitId: 2, name: 'Villa', doors: [{ lockId: 12, keypadId: 'KpB' }] },
    ],
  },
});
const NOW_MS = Date.parse('2026-11-23T10:00:00Z');
const lock = { name: '', batteryMillivolts: null };
const HEALTHY: DoctorFacts = {
  settings,
  settingsRecovered: null,
  wishesRecovered: null,
  historyRecovered: null,
  credentials: { smoobu: { kind: 'keychain' }, theKeys: { kind: 'environment' }, pinKey: { kind: 'keychain' } },
  watchdog: { service: 'uptime-kuma', answeredAtMs: Date.UTC(2026, 10, 23, 14, 0), failure: null },
  limits: [],
  probes: { smoobu: ok(null), 'the-keys': ok(null) },
  clockOffsetMs: 800,
  units: [
    { id: unitId(1), name: 'Loft' },
    { id: unitId(2), name: 'Villa' },
  ],
  locks: [
    { ...lock, id: lockId(11), timeZone: 'Europe/Paris', keypads: [{ keypadId: keypadId('KpA'), name: '' }] },
    { ...lock, id: lockId(12), timeZone: 'Europe/Paris', keypads: [{ keypadId: keypadId('KpB'), name: '' }] },
  ],
  unitZones: new Map([[unitId(1), 'Europe/Paris']]),
  doors: [],
  nowMs: NOW_MS,
};
const failure = (kind: CloudFailureKind, cloud: CloudFailure['cloud']): CloudFailure => ({
  kind,
  cloud,
  message: 'It did not work.',
  certain: true,
});
function states(facts: Partial<DoctorFacts>): readonly string[] {
  return judgeFacts({ ...HEALTHY, ...facts })
    .filter(({ state }) => state !== 'ok')
    .map(({ topic, state, finding }) => `${topic} ${state}: ${finding}`);
}

describe('judgeFacts', () => {
  it('warns of what the desktop app lacks', () => {
    const found = judgeFacts({ ...HEALTHY, limits: ['no-sandbox', 'no-notifications'] }).filter(({ topic }) => topic === 'app');
    expect(found.map(({ state, finding }) => [state, finding])).toEqual([
      ['warn', expect.stringContaining('without the sandbox')],
      ['warn', expect.stringContaining('did not show the last notification')],
    ]);
    expect(found.every(({ action, failure }) => action !== null && failure === null)).toBe(true);
  });
  it('finds nothing when everything is in order', () => {
    expect(judgeFacts(HEALTHY).map(({ topic, state }) => `${topic} ${state}`)).toEqual([
      'clock ok',
      'network ok',
      'network ok',
      'keychain ok',
      'credentials ok',
      'credentials ok',
      'mapping ok',
      'watchdog ok',
    ]);
  });
  it.each([
    [null, 'skipped', 'No watchdog is set.'],
    [{ service: 'other', answeredAtMs: null, failure: null }, 'skipped', 'The watchdog (an address of your own) was not pinged yet.'],
    [{ service: 'cronitor', answeredAtMs: 1, failure: 'timeout' }, 'warn', 'The watchdog service did not answer in time.'],
    [{ service: null, answeredAtMs: null, failure: 'unreadable' }, 'warn', 'The address of the watchdog cannot be read from the keychain.'],
    [HEALTHY.watchdog, 'ok', 'The watchdog (Uptime Kuma) last answered at 2026-11-23 15:00.'],
  ] as const)('tells of the watchdog %j', (watchdog, state, finding) => {
    expect(judgeFacts({ ...HEALTHY, watchdog }).find(({ topic }) => topic === 'watchdog')).toMatchObject({ state, finding, failure: null });
  });
  it.each([
    [0, []],
    [59_000, []],
    [-90_000, ["clock warn: This computer's clock is 90 s ahead of Smoobu's."]],
    [400_000, ["clock bad: This computer's clock is 400 s behind Smoobu's."]],
    [null, ['clock skipped: The clock could not be checked: Smoobu did not respond.']],
  ])('judges a clock that differs by %j ms', (clockOffsetMs, expected) => {
    expect(states({ clockOffsetMs })).toEqual(expected);
  });
  it('distinguishes an unreachable cloud from rejected and from missing credentials', () => {
    const probe = (kind: CloudFailureKind) => states({ probes: { ...HEALTHY.probes, 'the-keys': err(failure(kind, 'the-keys')) } });
    expect(probe('unreachable')).toEqual([
      'network bad: The Keys could not be reached: It did not work.',
      'credentials skipped: The credentials for The Keys could not be tested.',
    ]);
    expect(probe('credentials-rejected')).toEqual(['credentials bad: The Keys rejects the credentials from the environment.']);
    expect(probe('credentials-missing')).toEqual([
      'network skipped: The Keys was not contacted: there are no credentials.',
      'credentials bad: There are no credentials for The Keys.',
    ]);
  });
  it('fails when the keychain has the credentials, and only warns when it has the pin key', () => {
    const source = { kind: 'keychain-failed', failure: { kind: 'keychain-locked', message: 'Unlock it.' } } as const;
    const check = (facts: Partial<DoctorFacts>) => judgeFacts({ ...HEALTHY, ...facts }).find(({ topic }) => topic === 'keychain');
    expect(check({ credentials: { ...HEALTHY.credentials, smoobu: source } })).toMatchObject({
      state: 'bad',
      action: 'Unlock it.',
      failure: 'keychain-locked',
    });
    expect(check({ credentials: { ...HEALTHY.credentials, pinKey: source } })).toMatchObject({ state: 'warn', failure: null });
    expect(check({ credentials: { ...HEALTHY.credentials, pinKey: { kind: 'none' } } })).toMatchObject({ state: 'warn' });
  });
  it('compares the mapping with both accounts', () => {
    expect(
      states({
        units: [
          { id: unitId(1), name: 'Loft' },
          { id: unitId(3), name: 'Barn' },
        ],
        locks: [{ ...lock, id: lockId(11), timeZone: 'Europe/London', keypads: [{ keypadId: keypadId('KpX'), name: 'Gate' }] }],
      }),
    ).toEqual([
      'mapping warn: Unit 3 “Barn” has no door.',
      'mapping warn: Unit 2 “Villa” is mapped, but Smoobu does not list it.',
      'mapping warn: Keypad KpA of unit 1 “Loft” is not listed with lock 11.',
      'mapping bad: Lock 12 of unit 2 “Villa” is not in this account of The Keys.',
      'mapping warn: Unit 1 “Loft” is in Europe/Paris, its lock 11 in Europe/London.',
    ]);
    expect(states({ settings: settingsSchema.parse({}) })).toEqual(['mapping bad: No unit has a door yet.']);
    expect(states({ locks: null })).toEqual(['mapping skipped: The mapping could not be compared with both accounts.']);
  });
  it('groups what it says of doors', () => {
    const lock = { id: lockId(11), name: '', timeZone: null, batteryMillivolts: 7_200, keypads: [] };
    const door = (name: string, of: Partial<LockSummary>) => ({
      name,
      health: judgedHealth(healthAfter(undefined, { lock: { ...lock, ...of }, readAtMs: NOW_MS, isRefused: null })),
    });
    const gateway = (minutes: number | null) => ({
      gateway: { seenAtMs: minutes === null ? null : NOW_MS - minutes * 60_000, ids: [901] },
    });
    expect(judgeFacts({ ...HEALTHY, doors: [door('Loft', gateway(1))] }).find(({ topic }) => topic === 'doors')).toMatchObject({
      state: 'ok',
    });
    expect(
      states({
        doors: [
          door('Loft', { ...gateway(90), batteryMillivolts: 6_700, batteryAtMs: NOW_MS - 86_400_000 * 20 }),
          door('Villa', { ...gateway(1), batteryMillivolts: 6_300 }),
          door('Barn', gateway(60)),
          door('Gate', { gateway: null, batteryMillivolts: null }),
          door('Shed', gateway(null)),
        ],
      }),
    ).toEqual([
      'doors warn: The gateway is silent: Loft (for 90 min) · Barn (for 60 min).',
      'doors warn: Without a gateway: Gate.',
      'doors skipped: Whether changes reach these doors is not known: Shed.',
      'doors warn: The battery is low: Loft (6.70 V: low, measured 20 days ago) · Villa (6.30 V: nearly empty).',
      'doors skipped: The battery is not known: Gate.',
    ]);
  });
  it('names files that were set aside', () => {
    expect(states({ historyRecovered: { setAsideAs: '/x/history.corrupt', because: 'it is damaged' } })).toEqual([
      'files warn: The history file could not be read (it is damaged) and was renamed to /x/history.corrupt.',
    ]);
  });
});

describe('gatherFacts', () => {
  const asked: string[] = [];
  const bookings = (account: CloudFailure | null): BookingCloud => ({
    fetchBookings: async () => err(failure('aborted', 'smoobu')),
    readBooking: async () => ok({ kind: 'missing' }),
    listUnits: async () => {
      asked.push('units');
      return ok([{ id: unitId(2), name: 'Villa' }]);
    },
    readUnit: async (id) => {
      asked.push(`unit ${String(id)}`);
      return ok({ id, timeZone: 'Europe/Rome' });
    },
    readAccount: async () => (account === null ? ok({ id: 1, email: null }) : err(account)),
    requestCount: () => 0,
    clockOffsetMs: () => -2_000,
    close: async () => {},
  });
  const locks: LockCloud = {
    signIn: async () => ok(null),
    discover: async () => ok([]),
    readAccount: async () => ok({ id: 1, locks: [] }),
    readGateway: async () => ok(null),
    readLog: async () => ok([]),
    listCodes: async () => err(failure('aborted', 'the-keys')),
    createCode: async () => err(failure('aborted', 'the-keys')),
    updateCode: async () => err(failure('aborted', 'the-keys')),
    deleteCode: async () => err(failure('aborted', 'the-keys')),
    requestCount: () => 0,
    clockOffsetMs: () => null,
    close: async () => {},
  };
  const input = (account: CloudFailure | null): DoctorInput => ({
    ...HEALTHY,
    clock: { nowMs: () => NOW_MS },
    remembered: nothingRemembered(),
    bookings: ok(bookings(account)),
    locks: ok(locks),
  });

  it('reads the zones of mapped units that exist', async () => {
    asked.length = 0;
    const facts = await gatherFacts(input(null));
    expect(asked).toEqual(['units', 'unit 2']);
    expect(facts).toMatchObject({ clockOffsetMs: -2_000, locks: [], probes: { smoobu: { ok: true } } });
    expect([...facts.unitZones]).toEqual([[2, 'Europe/Rome']]);
  });
  it('sends a cloud nothing more once it rejected the credentials', async () => {
    asked.length = 0;
    const facts = await gatherFacts(input(failure('credentials-rejected', 'smoobu')));
    expect(asked).toEqual([]);
    expect(facts.units).toBeNull();
    expect(facts.probes['the-keys'].ok).toBe(true);
  });
});
