/** The contents of the diagnostics, and that they never contain a name or a secret. */
import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, afterAll, beforeAll, expect, it } from 'vitest';
import { aRun } from '../../../tests/support/app/run-rows.ts';
import { settings, snapshot, state, stay, unreachableProblem } from '../../../tests/support/app/state-fixtures.ts';
import type { AppSnapshot } from '../../../shared/domain/app-state.ts';
import type { Problem } from '../../../shared/domain/problem.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { LogFile } from '../../logging/log-file.ts';
import { createSystemClock } from '../../scheduling/system-clock.ts';
import { diagnosticsFacts, withoutHome } from './diagnostics.ts';
import type { DiagnosticsPorts } from './diagnostics.ts';
import { bookingId, keypadId, lockId, place, unitId } from '../../../tests/support/ids.ts';
import { recordedText } from '../../../shared/i18n/problem-text.ts';

const NOW_MS = Date.parse('2026-11-23T09:00:00Z');
let folder: string;
let log: LogFile;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-diagnostics-'));
  log = new LogFile({ folder, level: 'info', clock: createSystemClock() });
});
afterAll(async () => {
  await log.close();
  rmSync(folder, { recursive: true, force: true });
});

function ports(problems: readonly Problem[] = []): DiagnosticsPorts {
  const runs = ['run-7', 'run-6'].map((id) => aRun({ id }));
  return {
    history: {
      listRuns: ({ limit }) => runs.slice(0, limit),
      readRun: (id) => {
        const run = runs.find((row) => row.id === id);
        return run === undefined ? null : { run, operations: [], problems, requests: { smoobu: 1, theKeys: 2 } };
      },
    },
    version: '0.1.0',
    isDemo: false,
    clock: { nowMs: () => NOW_MS },
    zone: 'Europe/Paris',
    program: {
      system: 'win32 10.0.26100 x64',
      versions: { electron: '45.4.1', node: '24.0.0' },
      installation: 'installer',
      updatesOff: 'no-feed',
      logLevel: 'info',
      logFolder: '~/AppData/Roaming/Latchkey/logs',
    },
  };
}
const mapped = settings({
  mapping: {
    units: [
      {
        unitId: unitId(42),
        name: 'Garden flat',
        doors: [{ ...place(7, 'front'), prefix: '5813' }],
        checkIn: null,
        checkOut: null,
        bufferBeforeMinutes: 0,
        bufferAfterMinutes: 0,
        timeZone: null,
      },
    ],
    locks: [{ lockId: lockId(7), name: 'Front door', timeZone: null, keypads: [{ keypadId: keypadId('front'), name: 'Beside the bell' }] }],
    retired: [],
  },
});
const text = (of: AppSnapshot, given = mapped, problems: readonly Problem[] = []): string =>
  log.redacted(diagnosticsFacts(of, given, ports(problems)));
const problem = (message: string): Problem => ({
  ...unreachableProblem('the-keys'),
  text: recordedText(message),
  unitId: unitId(42),
  lockId: lockId(7),
});

it('say what the app lacks on this computer', () => {
  const shown = { ...snapshot(state(), NOW_MS), limits: ['no-sandbox' as const] };
  expect(JSON.parse(text(shown))).toMatchObject({ program: { lacks: ['no-sandbox'] } });
});

it('contain what support needs', () => {
  const written = text(snapshot(state({}, { settings: mapped }), NOW_MS), mapped, [problem('The door has no zone.')]);
  for (const part of [
    '"Latchkey": "0.1.0"',
    '"system": "win32 10.0.26100 x64"',
    '"electron": "45.4.1"',
    '"installation": "installer"',
    '"updatesOff": "no-feed"',
    '"pinLength": 4',
    '"schedule": "*/15 * * * *"',
    '"unitId": 42',
    'lock 7, keypad front',
    '"stored": true',
    '"lastTest": "none"',
    '"run": "run-7"',
    '"outcome"',
    'The door has no zone.',
  ])
    expect(written).toContain(part);
  // No field is redacted merely because of its name.
  expect(written).not.toContain('[redacted]');
});

it('contain no prefix, and no name of a unit, door or guest', () => {
  const written = text(snapshot(state({}, { settings: mapped }), NOW_MS), mapped, [
    problem('At Front door, Garden flat: Beside the bell.'),
  ]);
  for (const hidden of ['5813', 'Garden flat', 'Front door', 'Beside the bell']) expect(written).not.toContain(hidden);
});

/** Long enough not to occur by chance. */
const word = fc.stringMatching(/^[A-Z][a-zé]{7,12}$/);
const digits = fc.stringMatching(/^9[0-9]{7}$/);
const canaries = fc.record({
  guest: fc.tuple(word, word).map((names) => names.join(' ')),
  unit: word,
  lock: word,
  keypad: word,
  prefix: digits,
});
const secrets = fc.record({
  key: word.map((text_) => `usr_live_${text_}`),
  password: word.map((text_) => `${text_}!7"`),
  phone: digits.map((number) => `+336${number}`),
});

it('contain no guest, unit, door or secret, whatever their names', () => {
  fc.assert(
    fc.property(canaries, secrets, fc.boolean(), (given, secret, hasProblem) => {
      for (const one of Object.values(secret)) log.addSecret(one);
      const [unit] = mapped.mapping.units;
      const [door] = unit?.doors ?? [];
      const [lock] = mapped.mapping.locks;
      if (unit === undefined || door === undefined || lock === undefined) throw new Error('The fixture has changed.');
      const named: Settings = {
        ...mapped,
        mapping: {
          ...mapped.mapping,
          units: [{ ...unit, name: given.unit, doors: [{ ...door, prefix: given.prefix }] }],
          locks: [{ ...lock, name: given.lock, keypads: [{ keypadId: door.keypadId, name: given.keypad }] }],
        },
        stored: { ...mapped.stored, theKeysUser: secret.phone },
      };
      const base = stay();
      const guestStay = { ...base, unitName: given.unit, booking: { ...base.booking, guestName: given.guest } };
      const shown = snapshot(state({}, { settings: named }), NOW_MS);
      const full: AppSnapshot = {
        ...shown,
        connections: { ...shown.connections, 'the-keys': { stored: true, userName: secret.phone, lastTest: null } },
        stays: [
          {
            stay: guestStay,
            verdict: 'action-needed',
            worst: 'code',
            because: null,
            links: [],
            startMs: NOW_MS,
            endMs: NOW_MS,
            verifiedPlaces: [],
          },
        ],
        attention: [
          {
            key: `arrival:${given.guest}`,
            kind: 'arrival',
            severity: 'urgent',
            cloud: null,
            bookingId: bookingId(12),
            unitId: unitId(42),
            lockId: lockId(7),
            title: `${given.guest} is about to arrive`,
            message: `${given.unit}: nobody knows.`,
            target: { view: 'settings' },
            question: null,
          },
        ],
      };
      const leaky = `Of ${given.guest} at ${given.unit}, ${given.lock} (${given.keypad}): PIN ${given.prefix}, ${secret.password} ${secret.phone} ${secret.key}`;
      const written = text(full, named, hasProblem ? [problem(leaky)] : []);
      for (const hidden of [...Object.values(given), ...Object.values(secret)]) expect(written).not.toContain(hidden);
    }),
    { numRuns: 60 },
  );
});

describe('withoutHome', () => {
  it.each([
    ['/home/ada/.config/latchkey/logs', '/home/ada', '~/.config/latchkey/logs'],
    ['/srv/ada/logs', '/home/ada', '(another folder)'],
    ['/srv/ada/logs', '', '(another folder)'],
  ])('%s at %j is %s', (folder, home, shown) => {
    expect(withoutHome(folder, home)).toBe(shown);
  });
});
