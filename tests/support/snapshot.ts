/** A realistic snapshot for tests, with every part of its shape filled in. Invented people and doors. */
import { defaultSettings, userSettings } from '../../shared/domain/settings.ts';
import type { AppSnapshot, StayStatus } from '../../shared/domain/app-state.ts';
import type { Stay } from '../../shared/domain/plan.ts';
import type { OperationReport } from '../../shared/domain/run.ts';
import { bookingId, branded } from './ids.ts';
import type { LocalDate, LocalDateTime, WallTime } from '../../shared/time.ts';

const START_MS = 1_795_446_000_000;

/** As a plan has it. */
export function plannedStay({ stay }: Pick<StayStatus, 'stay'>): Stay {
  return { ...stay, times: { start: { source: 'booking', overruled: null }, end: { source: 'default', overruled: null } } };
}

export function sampleStay(bookingId = 7001): StayStatus {
  return branded<StayStatus>({
    stay: {
      booking: {
        id: bookingId,
        state: 'live',
        unitId: 31,
        arrival: '2026-11-23' as LocalDate,
        departure: '2026-11-26' as LocalDate,
        checkIn: '15:00' as WallTime,
        checkOut: null,
        guestName: 'Ines Abril',
      },
      unitName: 'Mill House',
      doors: [
        {
          lockId: 501,
          keypadId: 'Kp7Qm2Xa',
          prefix: '42',
          window: { start: '2026-11-23T15:00' as LocalDateTime, end: '2026-11-26T12:00' as LocalDateTime },
          state: 'blocked',
          codeId: null,
          operationKey: null,
        },
      ],
    },
    verdict: 'action-needed',
    worst: 'code',
    links: [
      { name: 'code', state: 'broken', message: 'No PIN is free on this door.' },
      { name: 'battery', state: 'unknown', message: null },
    ],
    because: {
      kind: 'no-free-pin',
      message: 'No PIN is free on this door.',
      retryable: false,
      bookingId,
      lockId: 501,
      keypadId: 'Kp7Qm2Xa',
    },
    startMs: START_MS,
    endMs: START_MS + 259_200_000,
    verifiedPlaces: [{ lockId: 501, keypadId: 'Kp7Qm2Xa' }],
  });
}

function sampleHold(): OperationReport {
  return branded<OperationReport>({
    key: 'delete:501/Kp7Qm2Xa:7002',
    kind: 'delete',
    status: 'held',
    bookingId: 7002,
    unitId: 31,
    lockId: 501,
    keypadId: 'Kp7Qm2Xa',
    codeId: 9001,
    changes: { active: { from: true, to: false }, end: { from: '2026-11-26T12:00', to: null } },
    evidence: 'cancelled',
    hold: 'someone-may-be-inside',
  });
}

export function sampleSnapshot(): AppSnapshot {
  const counts = { created: 1, updated: 0, adopted: 0, moved: 0, deleted: 0, unchanged: 4, held: 1, skipped: 0, failed: 0 };
  return branded<AppSnapshot>({
    revision: 12,
    activity: 'syncing',
    progress: { phase: 'codes', done: 1, total: 3 },
    lastRun: {
      run: {
        id: 'run-0001',
        mode: 'live',
        trigger: 'schedule',
        outcome: 'held',
        startedAt: '2026-11-23T13:00:00Z',
        finishedAt: '2026-11-23T13:00:04Z',
      },
      counts,
      problems: [{ kind: 'cloud-unreachable', message: 'Smoobu does not answer.', retryable: true, cloud: 'smoobu' }],
      requests: { smoobu: 3, theKeys: 5 },
    },
    nextRunAtMs: START_MS,
    pause: { kind: 'until', untilMs: START_MS },
    isOnline: true,
    isDemo: false,
    firstStepsDone: true,
    settings: userSettings(defaultSettings()),
    appearance: { language: 'en', locale: 'en-GB', theme: 'system' },
    names: {
      units: [{ unitId: 31, name: 'Mill House' }],
      doors: [{ lockId: 501, keypadId: 'Kp7Qm2Xa', lockName: 'Mill House door', keypadName: 'Street keypad' }],
    },
    connections: {
      smoobu: { stored: true, userName: null, lastTest: { atMs: START_MS, failure: null } },
      'the-keys': { stored: true, userName: '•••••••••44', lastTest: { atMs: START_MS, failure: 'keychain-locked' } },
    },
    stays: [sampleStay()],
    staysReadAtMs: START_MS,
    covered: { untilMs: Date.parse('2027-02-24T14:00:00Z'), messages: 0 },
    sending: { placeholder: false, message: true, threads: false, host: false },
    tellings: [{ bookingId: bookingId(7001), way: 'message', kind: 'code', state: 'scheduled', atMs: START_MS - 86_400_000, reason: null }],
    blockedPeriods: [{ bookingId: 7003, unitId: 31, arrival: '2026-12-24' as LocalDate, departure: '2026-12-27' as LocalDate }],
    others: [
      {
        bookingId: 7004,
        why: 'cancelled',
        guestName: 'Rosalind Achterberg',
        unitId: 31,
        unitName: 'Mill House',
        start: '2026-11-21T15:00' as LocalDateTime,
        end: '2026-11-23T11:00' as LocalDateTime,
        startMs: START_MS - 172_800_000,
        endMs: START_MS - 14_400_000,
        codes: [{ lockId: 501, keypadId: 'Kp7Qm2Xa', codeId: 9004 }],
      },
    ],
    holds: [sampleHold()],
    attention: [
      {
        key: 'held:delete:501/Kp7Qm2Xa:7002',
        kind: 'held',
        severity: 'warning',
        cloud: null,
        bookingId: 7002,
        unitId: 31,
        lockId: 501,
        title: 'Remove Rosalind Achterberg’s code?',
        message: 'Someone may be inside.',
        target: { view: 'today', bookingId: 7002 },
        question: null,
      },
    ],
    version: '0.1.0',
    limits: [],
    canStartAtLogin: true,
    update: { version: '0.2.0', state: 'ready' },
  });
}
