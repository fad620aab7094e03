/** A history of an earlier version is migrated: its facts are read as facts, and its sentences are kept where there are no facts. */
import { DatabaseSync } from 'node:sqlite';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createVirtualClock } from '../../../tests/support/virtual-clock.ts';
import { englishReason } from '../../../shared/i18n/operation-text.ts';
import { englishSentence } from '../../../shared/i18n/problem-text.ts';
import { HISTORY_MIGRATIONS, migrateHistory } from './history-schema.ts';
import { openHistoryStore } from './history-store.ts';

/** The last version that stored an operation's reason as a sentence, and neither cloud nor failure of a problem. */
const WITH_REASONS = 4;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-history-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

it('migrates the history of an earlier version', () => {
  const file = join(folder, 'history.sqlite');
  const old = new DatabaseSync(file);
  migrateHistory(old, HISTORY_MIGRATIONS.slice(0, WITH_REASONS));
  const operation = (position: number, key: string, kind: string, changes: string, evidence: string): string =>
    `('run-1', '${key}', ${String(position)}, 1, '${kind}', 'done', 90001, NULL, 3705, 'Kp7:Qm2', NULL, 'As it was.', '${changes}', ${evidence}, NULL)`;
  const hold = { key: 'held', kind: 'delete', status: 'held', bookingId: 90001, unitId: null, lockId: 3705, keypadId: 'Kp1', codeId: 7 };
  old.exec(`
    INSERT INTO runs (id, mode, trigger, outcome, started_at, finished_at) VALUES ('run-1', 'live', 'schedule', 'ok', 1000, 2000);
    INSERT INTO operations VALUES ${[
      operation(0, 'create:90001:3705/Kp7:Qm2:new', 'create', '{"start":{"from":null,"to":"2026-11-24T15:00"}}', 'NULL'),
      operation(1, 'move:90001:3705/Kp7:Qm2:684000', 'move', '{}', 'NULL'),
      operation(2, 'delete:90001:3705/Kp7:Qm2:684001:ended', 'delete', '{}', "'ended'"),
    ].join()};
    INSERT INTO problems (run_id, position, kind, message, retryable, booking_id, say) VALUES
      ('run-1', 0, 'overlap', 'Two guests.', 0, 90001, NULL),
      ('run-1', 1, 'no-free-pin', 'No PIN.', 0, 90001, '{"key":"problem.no-free-pin","parameters":{"booking":"90001"}}');
    INSERT INTO holds VALUES ('held', 0, 1000, '${JSON.stringify({ ...hold, reason: 'As it was.', changes: {}, evidence: 'gone', hold: 'clock-stepped' })}');`);
  old.close();

  const store = openHistoryStore({ file, clock: createVirtualClock({ nowMs: 3000 }) });
  const { operations = [], problems = [] } = store.readRun('run-1') ?? {};
  expect(operations.map(({ replacedCodeId }) => replacedCodeId)).toEqual([undefined, 684000, undefined]);
  expect(operations.map(englishReason)).toEqual([
    expect.stringContaining('(from 2026-11-24 15:00)'),
    expect.stringContaining('code 684000'),
    expect.stringContaining('ended'),
  ]);
  expect(problems.map(englishSentence)).toEqual(['Two guests.', expect.stringContaining('booking 90001')]);
  expect(store.listHolds()).toMatchObject([{ operation: { key: 'held', evidence: 'gone', hold: 'clock-stepped' }, sinceMs: 1000 }]);
  expect(store.recovered).toBeNull();
  store.close();
});
