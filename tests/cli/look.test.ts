/** Commands that only read: status, history, discover, doctor. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Problem } from '../../shared/domain/problem.ts';
import { withChanges } from '../../shared/domain/memory.ts';
import type { Covered, KnownLockHealth } from '../../shared/domain/readiness.ts';
import { DAY_MS, HOUR_MS } from '../../shared/time.ts';
import { FakeWorld } from '../support/cli/fake-world.ts';
import { NOW_MS } from '../support/cli/fake-backend.ts';
import { CREATE, detail, HELD, report, UPDATE } from '../support/cli/sample-run.ts';
import { bookingId, keypadId, lockId, unitId } from '../support/ids.ts';
import { recordedText } from '../../shared/i18n/problem-text.ts';

let world: FakeWorld;
beforeEach(() => {
  world = new FakeWorld();
});
const UNREACHABLE = { kind: 'unreachable', cloud: 'the-keys', message: 'The Keys cannot be reached.', certain: true } as const;
const PROBLEM: Problem = { kind: 'overlap', text: recordedText('Two stays overlap.'), retryable: false, bookingId: bookingId(90001) };

describe('status', () => {
  it('writes no character as it is that a terminal obeys, in JSON either', async () => {
    const misleading = 'Anna \u009B2J\u202E\u2028';
    world.backend.runs = [detail(report('ok', { problems: [{ ...PROBLEM, text: recordedText(misleading) }] }))];
    const ran = await world.run('status', '--json');
    expect(ran.out).not.toMatch(/(?!\n)[\p{C}\p{Zl}]/u);
    expect(JSON.stringify(ran.json())).toContain(misleading);
  });

  it('shows the last run, the next run, what needs approval and what is wrong', async () => {
    world.backend.runs = [detail(report('held', { counts: { ...report('ok').counts, created: 1, held: 1 }, problems: [PROBLEM] }))];
    world.backend.holds = [{ operation: HELD, sinceMs: NOW_MS }];
    const ran = await world.run('status');
    expect(ran.code).toBe(0);
    expect(ran.out).toMatchInlineSnapshot(`
      "Last run  2026-11-23 15:00  ! needs your approval: 1 created, 1 held
      Next run  2026-11-23 15:15, if the app or \`latchkey watch\` is running
      Watchdog  none, so nobody hears when this computer is off
      ✗ Two stays overlap.
      ! 1 operation needs your approval (\`latchkey sync --apply-held\`). Until then these codes keep working:
      ┌────────┬───────┬──────────────────────┬──────────────────┬───────────────────────────────────────┐
      │ What   │   For │ Door                 │ Since            │ Why                                   │
      ├────────┼───────┼──────────────────────┼──────────────────┼───────────────────────────────────────┤
      │ delete │ 90002 │ Loft Canal           │ 2026-11-23 15:00 │ The booking was cancelled. Needs your │
      │        │       │ Loft door · Kp7Qm2Xa │                  │ approval: the stay has begun, and     │
      │        │       │                      │                  │ someone may be inside.                │
      └────────┴───────┴──────────────────────┴──────────────────┴───────────────────────────────────────┘
      latchkey answer delete/90002 approve|keep
      "
    `);
    const scripted = await world.run('status', '--json');
    expect(scripted.json()).toMatchObject({
      lastRun: { id: 'run-1', outcome: 'held', counts: { created: 1 } },
      nextRun: { cron: '*/15 * * * *', at: '2026-11-23T14:15:00Z' },
      waiting: [{ kind: 'delete', bookingId: 90002, hold: 'someone-may-be-inside', since: '2026-11-23T14:00:00Z' }],
      problems: [
        { kind: 'overlap', bookingId: 90001, retryable: false },
        { kind: 'removal-held', bookingId: 90002, question: { key: HELD.key, choices: ['approve', 'keep'] } },
      ],
      missing: [],
    });
  });
  it('tells what the last sync read of the doors, and names those with something to know', async () => {
    const health: KnownLockHealth = {
      ...{ readAtMs: NOW_MS - HOUR_MS, reach: 'gateway' as const, seenAtMs: NOW_MS - 26 * HOUR_MS, batteryMillivolts: 6_450 },
      ...{ batteryAtMs: NOW_MS - 2 * DAY_MS, logSequence: 12, movedAtMs: null, earlier: [], isRefused: false },
    };
    const keep = (changes: Partial<KnownLockHealth>) =>
      void (world.backend.remembered = withChanges(world.backend.remembered, [
        { kind: 'lock-health', key: '3705', value: { ...health, ...changes } },
      ]));
    expect((await world.run('status', '--json')).json()).toMatchObject({ doors: [] });
    keep({});
    expect((await world.run('status')).out).toContain('! Loft door: gateway silent for 26 h · battery 6.45 V: low, measured 2 days ago');
    expect((await world.run('status', '--json')).json()).toMatchObject({
      doors: [
        {
          lockId: 3705,
          gateway: { seenAt: '2026-11-22T12:00:00Z', reach: 'gateway' },
          battery: { millivolts: 6450, at: '2026-11-21T14:00:00Z', level: 'low', monthAgo: null },
          refusesAccess: false,
          readAt: '2026-11-23T13:00:00Z',
        },
      ],
    });
    keep({ seenAtMs: NOW_MS - HOUR_MS, batteryMillivolts: 4_065, isRefused: true });
    expect((await world.run('status')).out).toContain('! Loft door: refuses this account\n');
    keep({ seenAtMs: NOW_MS - HOUR_MS, batteryMillivolts: 4_065 });
    expect((await world.run('status')).out).not.toContain('Loft door');
  });
  it('says until when codes are in place, by the last sync that could tell', async () => {
    const covered = { untilMs: NOW_MS + 90 * DAY_MS, ends: 'arrival', messages: 3, asOfMs: NOW_MS - HOUR_MS } as const;
    expect((await world.run('status', '--json')).json()).toMatchObject({ coveredUntil: null, messagesDueBefore: null, asOf: null });
    const keep = (changes: Partial<Covered>) =>
      void (world.backend.remembered = withChanges(world.backend.remembered, [
        { kind: 'covered', key: 'all', value: { ...covered, ...changes } },
      ]));
    keep({});
    expect((await world.run('status')).out).toContain(
      'Codes are in place for arrivals until 2027-02-21 15:00; 3 messages due before that would not go.',
    );
    expect((await world.run('status', '--json')).json()).toMatchObject({
      coveredUntil: '2027-02-21T15:00:00+01:00',
      messagesDueBefore: 3,
      asOf: '2026-11-23T13:00:00Z',
    });
    keep({ ends: 'open-code', messages: 0 });
    expect((await world.run('status')).out).toContain('Codes stay right until 2027-02-21 15:00.');
    keep({ untilMs: NOW_MS });
    expect((await world.run('status')).out).toContain('Not every code is right any more: the next sync corrects what it can.');
  });
  it('says what is missing before the first run, and leaves no job behind', async () => {
    world.backend.state = { ...world.backend.state, mapping: { units: [], locks: [], retired: [] } };
    world.backend.sources = { ...world.backend.sources, smoobu: { kind: 'none' } };
    const ran = await world.run('status');
    expect(ran.out).toContain('none yet');
    expect(ran.out).toContain('✗ No unit has a door yet');
    expect(ran.out).toContain('✗ There are no credentials for Smoobu.');
    expect(world.backend.jobs.every(({ stopped }) => stopped)).toBe(true);
  });
});

describe('history', () => {
  beforeEach(() => {
    world.backend.runs = [
      detail(report('partial', { operations: [CREATE, UPDATE], problems: [PROBLEM] })),
      { ...detail(report('ok')), run: { ...detail(report('ok')).run, id: 'run-0' } },
    ];
  });
  it('lists runs, as many as asked for', async () => {
    expect((await world.run('history', '--json', '--limit', '1')).json()).toMatchObject({
      runs: [{ id: 'run-1', outcome: 'partial', problems: 1 }],
    });
    const ran = await world.run('history');
    expect(ran.out).toContain('│ 2026-11-23 15:00 │ ✗ partly failed │ no changes │\n│ run-1            │                 │ 1 problem');
    expect(ran.out).toContain('│ run-0 ');
  });
  it('shows one run in full', async () => {
    expect((await world.run('history', '--run', 'run-1', '--json')).json()).toMatchObject({
      run: { id: 'run-1' },
      operations: [{ kind: 'create' }, { kind: 'update' }],
      requests: { theKeys: 12 },
    });
    expect((await world.run('history', '--run', 'run-1')).out).toContain('Two stays overlap.');
    expect((await world.run('history', '--run', 'other')).code).toBe(2);
  });
  it("shows a booking's operations", async () => {
    expect((await world.run('history', '--booking', '90003', '--json')).json()).toMatchObject({
      bookingId: 90003,
      operations: [{ runId: 'run-1', startedAt: '2026-11-23T14:00:00Z', kind: 'update', status: 'failed' }],
    });
    expect((await world.run('history', '--booking', '1')).out).toBe('The history has nothing about booking 1.\n');
  });
  it('says when there are none', async () => {
    world.backend.runs = [];
    expect((await world.run('history')).out).toBe('There are no runs yet.\n');
  });
});

describe('discover', () => {
  beforeEach(() => {
    world.backend.units = [
      { id: unitId(500037), name: 'Loft Canal' },
      { id: unitId(500038), name: 'Studio Opéra' },
    ];
    world.backend.locks = [
      ...world.backend.locks,
      {
        id: lockId(3706),
        name: 'Serrure studio opera',
        timeZone: null,
        batteryMillivolts: null,
        keypads: [{ keypadId: keypadId('Kp8'), name: '' }],
      },
      { id: lockId(3707), name: 'Gate', timeZone: 'Europe/Paris', batteryMillivolts: null, keypads: [] },
    ];
  });
  it('lists both accounts and suggests a mapping that import understands', async () => {
    const ran = await world.run('discover');
    expect(ran.code).toBe(0);
    expect(ran.out).toMatchInlineSnapshot(`
      "┌────────┬──────────────┬────────┬───────────────────────────┐
      │   Unit │ Name         │ Mapped │ Suggested lock            │
      ├────────┼──────────────┼────────┼───────────────────────────┤
      │ 500037 │ Loft Canal   │ ✓ yes  │                           │
      │ 500038 │ Studio Opéra │ – no   │ 3706 Serrure studio opera │
      └────────┴──────────────┴────────┴───────────────────────────┘
      ┌──────┬──────────────────────┬─────────────────┬──────────────┬─────────┬─────────┐
      │ Lock │ Name                 │ Keypads         │ Time zone    │ Gateway │ Battery │
      ├──────┼──────────────────────┼─────────────────┼──────────────┼─────────┼─────────┤
      │ 3705 │ Loft door            │ Kp7Qm2Xa Keypad │ Europe/Paris │ unknown │ 7.00 V  │
      │ 3706 │ Serrure studio opera │ Kp8             │ unknown      │ unknown │ unknown │
      │ 3707 │ Gate                 │ none listed     │ Europe/Paris │ unknown │ unknown │
      └──────┴──────────────────────┴─────────────────┴──────────────┴─────────┴─────────┘
      These units and locks have similar names. Check each pair, since a wrong one lets guests into
      another unit. To use them, save these lines in a file and run \`latchkey import FILE\`:
      apartment_locks:
        500038: 3706  # Studio Opéra
      lock_accessoires:
        3706: "Kp8"
      "
    `);
    const suggested = ran.out.slice(ran.out.indexOf('apartment_locks:'));
    world.files['/work/new.yaml'] = suggested;
    expect((await world.run('import', 'new.yaml')).code).toBe(0);
    expect(world.backend.state.mapping.units).toMatchObject([
      { unitId: 500037 },
      { unitId: 500038, doors: [{ lockId: 3706, keypadId: 'Kp8' }] },
    ]);
  });
  it('prints the same as JSON', async () => {
    expect((await world.run('discover', '--json')).json()).toMatchObject({
      units: [
        { id: 500037, mapped: true },
        { id: 500038, mapped: false },
      ],
      locks: [{ id: 3705 }, { id: 3706 }, { id: 3707, keypads: [] }],
      suggestions: [{ unitId: 500038, doors: [{ lockId: 3706, keypadId: 'Kp8' }] }],
      houses: [],
      problems: [],
    });
  });
  it('exits 4 when a cloud cannot be reached', async () => {
    world.backend.cloudFailure = UNREACHABLE;
    const ran = await world.run('discover');
    expect([ran.code, ran.out.includes('The Keys cannot be reached.')]).toEqual([4, true]);
  });
});

describe('doctor', () => {
  it('says that all checks passed', async () => {
    const ran = await world.run('doctor');
    expect([ran.code, ran.out.includes('All checks passed.')]).toEqual([0, true]);
    expect((await world.run('doctor', '--json')).json()).toMatchObject({
      checks: [
        { topic: 'clock', state: 'ok' },
        {},
        {},
        {},
        {},
        {},
        { topic: 'mapping', state: 'ok' },
        { topic: 'doors', state: 'skipped' },
        { topic: 'watchdog' },
      ],
    });
  });
  it('says what is wrong, what it means and what to do', async () => {
    world.backend.cloudFailure = { ...UNREACHABLE, kind: 'credentials-rejected', message: 'The Keys rejects the credentials.' };
    const ran = await world.run('doctor');
    expect(ran.code).toBe(3);
    expect(ran.out).toContain(
      '✗ fail  The Keys rejects the credentials from the keychain.\n        No run is possible. Codes on the locks keep working.\n        → Run `latchkey credentials set the-keys`.',
    );
  });
});

it.each([['discover'], ['doctor'], ['codes', 'list', '--lock', '3707'], ['codes', 'delete', '684001', '--lock', '3707']])(
  '%s %s takes a configuration file for this command alone',
  async (...words) => {
    world.files['/work/c.yaml'] = [
      'thekeys: { username: "+33600000000", password: "x" }',
      'smoobu: { api_key: "k", api_secret: "s" }',
      'apartment_locks: { "500037": 3707 }',
      'lock_accessoires: { 3707: "KpGate44" }',
    ].join('\n');
    const before = world.backend.settings.read();
    await world.run(...words, '--config', 'c.yaml');
    expect(world.opened.at(-1)?.given.theKeys?.source).toBe('config-file');
    expect(world.backend.settings.read()).toEqual(before);
    expect((await world.run(...words, '--config', 'missing.yaml')).code).toBe(2);
  },
);
