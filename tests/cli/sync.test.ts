import { beforeEach, describe, expect, it } from 'vitest';
import { err, ok } from '../../shared/result.ts';
import { FakeWorld } from '../support/cli/fake-world.ts';
import { CREATE, HELD, report, UPDATE } from '../support/cli/sample-run.ts';
import { bookingId, lockId } from '../support/ids.ts';
import { recordedText } from '../../shared/i18n/problem-text.ts';

let world: FakeWorld;
beforeEach(() => {
  world = new FakeWorld();
});

const CONFIG = `thekeys: { username: "+33600000000", password: "file-password" }
smoobu: { api_key: "file-key", api_secret: "file-secret" }
apartment_locks: { "600001": 3801 }
lock_accessoires: { 3801: "KpFile" }
code_settings: { length: 6 }
`;
const MIXED = report('partial', {
  counts: { ...report('ok').counts, created: 1, held: 1, failed: 1, unchanged: 30 },
  operations: [CREATE, HELD, UPDATE],
  problems: [
    {
      kind: 'write-failed',
      text: recordedText('The code of booking 90003 could not be updated.'),
      retryable: true,
      bookingId: bookingId(90003),
      lockId: lockId(3705),
    },
  ],
});

describe('sync --json', () => {
  it('prints exactly the documented document', async () => {
    world.backend.reports = [ok(MIXED)];
    const ran = await world.run('sync', '--json');
    expect(ran.json()).toEqual({
      run: { id: 'run-1', mode: 'live', outcome: 'partial', startedAt: '2026-11-23T14:00:00Z', finishedAt: '2026-11-23T14:00:09Z' },
      counts: { created: 1, updated: 0, adopted: 0, moved: 0, deleted: 0, unchanged: 30, held: 1, skipped: 0, failed: 1 },
      operations: [
        {
          kind: 'create',
          status: 'done',
          bookingId: 90001,
          unitId: 500037,
          lockId: 3705,
          keypadId: 'Kp7Qm2Xa',
          codeId: 684000,
          reason: 'The booking has no code on this door yet.',
          changes: {},
          by: 'sync',
          id: 'run-1/create/90001/3705/Kp7Qm2Xa',
        },
        {
          kind: 'delete',
          status: 'held',
          bookingId: 90002,
          unitId: 500037,
          lockId: 3705,
          keypadId: 'Kp7Qm2Xa',
          codeId: 684001,
          reason: 'The booking was cancelled. Needs your approval: the stay has begun, and someone may be inside.',
          changes: {},
          hold: 'someone-may-be-inside',
          evidence: 'cancelled',
          by: 'sync',
          id: 'run-1/delete/90002',
        },
        {
          kind: 'update',
          status: 'failed',
          bookingId: 90003,
          unitId: 500037,
          lockId: 3705,
          keypadId: 'Kp7Qm2Xa',
          codeId: 684002,
          reason: 'The stay and its code differ in end.',
          changes: { end: { from: '2026-11-25T12:00', to: '2026-11-26T12:00' } },
          by: 'sync',
          id: 'run-1/update/90003',
        },
      ],
      problems: [
        {
          kind: 'write-failed',
          message: 'The code of booking 90003 could not be updated.',
          bookingId: 90003,
          lockId: 3705,
          retryable: true,
        },
      ],
      requests: { smoobu: 1, theKeys: 12 },
    });
    expect([ran.code, ran.error]).toEqual([1, '']);
  });
});

describe('sync', () => {
  it('prints what happened, in a table that fits', async () => {
    world.columns = 80;
    world.backend.reports = [ok(MIXED)];
    const ran = await world.run('sync');
    expect(ran.out).toMatchInlineSnapshot(`
      "┌────────┬──────────┬───────┬──────────────────────┬───────────────────────────┐
      │ What   │ Status   │ For   │ Door                 │ Why                       │
      ├────────┼──────────┼───────┼──────────────────────┼───────────────────────────┤
      │ create │ ✓ done   │ 90001 │ Loft Canal           │ The booking has no code   │
      │        │          │       │ Loft door · Kp7Qm2Xa │ on this door yet.         │
      │ delete │ ! held   │ 90002 │ Loft Canal           │ The booking was           │
      │        │          │       │ Loft door · Kp7Qm2Xa │ cancelled. Needs your     │
      │        │          │       │                      │ approval: the stay has    │
      │        │          │       │                      │ begun, and someone may be │
      │        │          │       │                      │ inside.                   │
      │ update │ ✗ failed │ 90003 │ Loft Canal           │ The stay and its code     │
      │        │          │       │ Loft door · Kp7Qm2Xa │ differ in end.            │
      │        │          │       │                      │ end: 2026-11-25 12:00 →   │
      │        │          │       │                      │ 2026-11-26 12:00          │
      └────────┴──────────┴───────┴──────────────────────┴───────────────────────────┘
      ! The code of booking 90003 could not be updated.
      ✗ partly failed: 1 created, 1 held, 1 failed, 30 unchanged
      Held operations need your approval: \`latchkey sync --apply-held\` carries them
      out. Until then, these codes keep working.
      1 request to Smoobu, 12 to The Keys
      "
    `);
    for (const line of ran.out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('passes its options on and closes the backend', async () => {
    world.backend.reports = [ok(report('held', { operations: [HELD] }, 'dry-run'))];
    const ran = await world.run('sync', '--dry-run', '--apply-held', '--home', '/elsewhere');
    expect(ran.code).toBe(5);
    expect(ran.out).toContain('dry run: nothing was changed');
    expect(world.backend.synced).toMatchObject([{ dryRun: true, applyHeld: true, trigger: 'command', settingsOverride: null }]);
    expect(world.opened).toMatchObject([{ homeFolder: '/elsewhere', mirrorLog: null }]);
    expect(world.backend.closed).toBe(1);
  });

  it('says when no unit has a door', async () => {
    world.backend.state = { ...world.backend.state, mapping: { units: [], locks: [], retired: [] } };
    world.backend.reports = [ok(report('nothing-to-do'))];
    const ran = await world.run('sync');
    expect(ran.code).toBe(0);
    expect(ran.out).toContain('No unit has a door yet');
  });

  it.each([
    ['busy', 1, 'A run is already in progress'],
    [
      { kind: 'credentials-missing', cloud: 'smoobu', message: 'No credentials for Smoobu are stored.', certain: true },
      2,
      'latchkey credentials set smoobu',
    ],
    [
      { kind: 'credentials-rejected', cloud: 'the-keys', message: 'The Keys rejects the credentials.', certain: true },
      3,
      'latchkey credentials set the-keys',
    ],
    [{ kind: 'unreachable', cloud: 'smoobu', message: 'Smoobu cannot be reached.', certain: true }, 4, 'Smoobu cannot be reached.'],
    [{ kind: 'keychain-locked', message: 'Unlock it and try again.' }, 6, 'Unlock it and try again.'],
  ] as const)('refused with %j', async (refusal, code, words) => {
    world.backend.reports = [err(refusal), err(refusal)];
    const ran = await world.run('sync');
    expect([ran.code, ran.out]).toEqual([code, '']);
    expect(ran.error).toContain(words);
    const scripted = await world.run('sync', '--json');
    expect(scripted.json()).toMatchObject({ error: { kind: typeof refusal === 'string' ? refusal : refusal.kind } });
  });

  it('shows progress on a terminal and clears it again', async () => {
    world.showsProgress = true;
    world.backend.reports = [ok(report('nothing-to-do'))];
    world.backend.duringSync = ({ onProgress }) => {
      onProgress({ phase: 'bookings', done: 0, total: 1 });
      onProgress({ phase: 'codes', done: 3, total: 12 });
      onProgress({ phase: 'codes', done: 3, total: 12 });
    };
    const ran = await world.run('sync');
    expect(ran.error.replaceAll('\r\u001b[2K', '|')).toBe('|Reading bookings …|Reading locks 3/12 …|');
  });

  it('stops the run at the first signal and ends at once at the second', async () => {
    world.backend.reports = [ok(report('interrupted'))];
    world.backend.duringSync = ({ signal }) => {
      world.signal();
      expect(signal.aborted).toBe(true);
      expect(world.endedNow).toEqual([]);
      world.signal();
    };
    const ran = await world.run('sync');
    expect([ran.code, world.endedNow, world.listensToSignals]).toEqual([1, [130], false]);
    expect(ran.error).toContain('Stopping after the current operation');
  });

  it('reports a bug without its details when something throws', async () => {
    world.backend.duringSync = () => {
      throw new Error('inner detail');
    };
    const ran = await world.run('sync');
    expect([ran.code, ran.out]).toEqual([70, '']);
    expect(ran.error.replaceAll('\n', ' ')).toContain(`The details are in ${world.backend.logFile}`);
    expect(ran.error).not.toContain('inner detail');
    expect(world.backend.logged).toEqual(['error command ended by a bug']);
    expect(world.backend.closed).toBe(1);
  });
});

describe('sync --config', () => {
  it('uses the file for this run only', async () => {
    world.files['/work/old.yaml'] = CONFIG;
    world.backend.reports = [ok(report('ok'))];
    const before = structuredClone(world.backend.state);
    expect((await world.run('sync', '--config', 'old.yaml')).code).toBe(0);
    const [options] = world.backend.synced;
    expect(options?.settingsOverride).toMatchObject({
      mapping: { units: [{ unitId: 600001, doors: [{ lockId: 3801, keypadId: 'KpFile' }] }] },
      codes: { pinLength: 6 },
    });
    expect(world.backend.state).toEqual(before);
    const given = world.opened[0]?.given;
    expect(given?.smoobu?.credentials.apiSecret.reveal()).toBe('file-secret');
    expect(given?.theKeys?.credentials.password.reveal()).toBe('file-password');
    expect(given?.smoobu?.source).toBe('config-file');
  });

  it('falls back to the environment for what is not in the file', async () => {
    world.environment = { LATCHKEY_SMOOBU_API_KEY: 'env-key', LATCHKEY_SMOOBU_API_SECRET: 'env-secret' };
    world.files['/work/old.yaml'] = CONFIG.replace(', api_secret: "file-secret"', '');
    world.backend.reports = [ok(report('ok'))];
    expect((await world.run('sync', '--config', 'old.yaml')).code).toBe(0);
    expect(world.opened[0]?.given.smoobu).toMatchObject({ source: 'environment' });
    expect(world.opened[0]?.given.theKeys).toMatchObject({ source: 'config-file' });
  });

  it('names line and key of every mistake before anything is opened', async () => {
    world.files['/work/old.yaml'] = CONFIG.replace('"KpFile"', '12').replace(', api_secret: "file-secret"', '');
    const ran = await world.run('sync', '--config', 'old.yaml');
    expect(ran.code).toBe(2);
    expect(ran.error).toContain('line 2: smoobu.api_secret: is missing');
    expect(ran.error).toContain("line 4: lock_accessoires.3801: must be the keypad's string id, not its number");
    expect(world.opened).toEqual([]);
    const scripted = await world.run('sync', '--config', 'old.yaml', '--json');
    expect(scripted.json()).toMatchObject({
      error: { kind: 'configuration' },
      mistakes: [{ line: 2, key: 'smoobu.api_secret' }, { line: 4 }],
    });
  });

  it('says when there is no such file', async () => {
    const ran = await world.run('sync', '--config', 'none.yaml');
    expect([ran.code, ran.error]).toEqual([2, 'none.yaml cannot be read: there is no such file.\n']);
  });
});
