/** For tests of the history: files in a folder that is removed after each test, and an operation to record. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { HistoryStore } from '../../electron/app/ports/storage.ts';
import { openHistoryStore } from '../../electron/storage/history/history-store.ts';
import type { OperationReport } from '../../shared/domain/run.ts';
import { bookingId, place, unitId } from './ids.ts';
import { createVirtualClock } from './virtual-clock.ts';
import type { VirtualClock } from './virtual-clock.ts';

export const START_MS = Date.parse('2026-11-23T14:53:00Z');

export function temporaryHistory() {
  let folder: string;
  let clock: VirtualClock;
  let opened: HistoryStore[];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'latchkey-history-'));
    clock = createVirtualClock({ nowMs: START_MS });
    opened = [];
  });
  afterEach(() => {
    for (const store of opened) store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const fileName = (): string => join(folder, 'data', 'history.sqlite');
  return {
    fileName,
    clock: () => clock,
    /** Several calls open the same file several times. */
    open: (file = fileName()): HistoryStore => {
      const store = openHistoryStore({ file, clock });
      opened.push(store);
      return store;
    },
  };
}

export function begin(store: HistoryStore, id: string, startedAtMs = START_MS): void {
  store.beginRun({ id, mode: 'live', trigger: 'schedule', startedAtMs });
}
export function operation(changes: Partial<OperationReport> = {}): OperationReport {
  return {
    key: 'create 90001 3705/Kp7Qm2Xa',
    kind: 'create',
    status: 'planned',
    bookingId: bookingId(90001),
    unitId: unitId(500037),
    ...place(3705, 'Kp7Qm2Xa'),
    codeId: null,
    changes: { name: { from: null, to: 'Ada Example' }, active: { from: false, to: true } },
    evidence: null,
    hold: null,
    ...changes,
  };
}
