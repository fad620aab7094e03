import fc from 'fast-check';
import { writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import type { HistoryStore } from '../../app/ports/storage.ts';
import { storageFailureOf } from '../disk-failures.ts';
import { begin, operation, START_MS, temporaryHistory } from '../../../tests/support/history.ts';
import { bookingId } from '../../../tests/support/ids.ts';
import { openHistoryStore } from './history-store.ts';

const { clock, fileName, open } = temporaryHistory();

/** A disk that can be switched off; and a store on it. */
function switched() {
  const disk = { isFull: false };
  const beforeWrite = () => {
    if (disk.isFull) throw Object.assign(new Error('full'), { code: 'ERR_SQLITE_ERROR', errcode: 13 });
  };
  const openOnIt = (): HistoryStore => openHistoryStore({ file: fileName(), clock: clock(), beforeWrite });
  return { disk, openOnIt };
}
const held = operation({ key: 'delete 90001', kind: 'delete', status: 'held', evidence: 'cancelled', hold: 'too-many-deletes' });
/** What every planning rule may lean on. */
function fill(store: HistoryStore): void {
  store.rememberPinDraw(bookingId(90001), { attempt: 3, length: 4 });
  store.rememberMissing(bookingId(90002), START_MS);
  store.putHolds([held, { ...held, key: 'delete 90009' }], START_MS);
  store.dropHolds(['delete 90009']);
  store.remember([{ kind: 'mapping', key: 'known', value: { units: 4 } }]);
  store.rememberClock({ wallMs: START_MS, uptimeMs: 5, bootId: 'boot' });
}

describe('a full disk', () => {
  it('is told apart from a bug, as SQLite tells it', () => {
    const database = new DatabaseSync(':memory:');
    database.exec('CREATE TABLE t (x TEXT); PRAGMA max_page_count = 3');
    let thrown: unknown = null;
    try {
      database.prepare('INSERT INTO t VALUES (?)').run('x'.repeat(100_000));
    } catch (error) {
      thrown = error;
    }
    expect(storageFailureOf(thrown)?.kind).toBe('full');
    expect(storageFailureOf(new Error('bug'))).toBeNull();
    expect(storageFailureOf(Object.assign(new Error('bug'), { code: 'ENOENT' }))).toBeNull();
    database.close();
  });

  it('keeps the memory, also for a process that starts on it', () => {
    const { disk, openOnIt } = switched();
    const first = openOnIt();
    fill(first);
    const before = first.memory();
    disk.isFull = true;
    const second = openOnIt();
    for (const store of [first, second]) {
      expect(store.memory()).toEqual(before);
      store.rememberMissing(bookingId(90003), START_MS + 1);
      expect(store.unstored).toBe('full');
      expect(store.memory().missingSinceMs.get(bookingId(90003))).toBe(START_MS + 1);
      expect(store.memory().waiting).toEqual(before.waiting);
      expect(store.clockMark()).toEqual({ wallMs: START_MS, uptimeMs: 5, bootId: 'boot' });
      store.close();
    }
  });

  it('in the middle of a run loses nothing of it, and the file gets all of it later', () => {
    const { disk, openOnIt } = switched();
    const store = openOnIt();
    begin(store, 'run-1');
    store.recordOperations('run-1', [operation({ key: 'a' })]);
    disk.isFull = true;
    store.recordOperations('run-1', [operation({ key: 'b' })]);
    fill(store);
    expect(store.readRun('run-1')?.operations.map(({ key }) => key)).toEqual(['a', 'b']);
    const memory = store.memory();
    expect(
      open()
        .readRun('run-1')
        ?.operations.map(({ key }) => key),
    ).toEqual(['a']);
    disk.isFull = false;
    begin(store, 'run-2', START_MS + 1);
    expect(store.unstored).toBeNull();
    expect(store.memory()).toEqual(memory);
    expect(
      open()
        .readRun('run-1')
        ?.operations.map(({ key }) => key),
    ).toEqual(['a', 'b']);
    expect(open().memory()).toEqual(memory);
    store.close();
  });

  it('that has space again when the program ends gets the rest', () => {
    const { disk, openOnIt } = switched();
    disk.isFull = true;
    const store = openOnIt();
    fill(store);
    const memory = store.memory();
    disk.isFull = false;
    store.close();
    store.close();
    expect(open().memory()).toEqual(memory);
  });

  it('for months: old runs are dropped, what planning remembers is not', () => {
    const { disk, openOnIt } = switched();
    disk.isFull = true;
    const store = openOnIt();
    store.rememberMissing(bookingId(90002), START_MS);
    for (let index = 0; index < 1100; index += 1) {
      begin(store, `run-${String(index)}`, START_MS + index);
      store.recordOperations(`run-${String(index)}`, [operation()]);
    }
    disk.isFull = false;
    store.close();
    const later = open();
    expect(later.memory().missingSinceMs.size).toBe(1);
    expect(later.listRuns({ limit: 2000 }).length).toBeGreaterThan(900);
    expect(later.readRun('run-1099')?.operations).toHaveLength(1);
  });

  it('with a history that cannot be read makes the plan careful: the memory is unknown', () => {
    const { disk, openOnIt } = switched();
    const before = open();
    fill(before);
    before.close();
    writeFileSync(fileName(), 'not a database at all');
    disk.isFull = true;
    const store = openOnIt();
    expect(store.memory().isUnknown).toBe(true);
    store.close();
  });

  it('is a new installation where there is no file yet', () => {
    const { disk, openOnIt } = switched();
    disk.isFull = true;
    const store = openOnIt();
    expect(store.memory().isUnknown).toBeUndefined();
    store.close();
  });

  it('at any moment leaves no memory half-written', () => {
    const step = fc.record({
      isFull: fc.boolean(),
      what: fc.oneof(
        fc.record({ kind: fc.constant('draw' as const), id: fc.integer({ min: 1, max: 3 }), attempt: fc.nat({ max: 9 }) }),
        fc.record({ kind: fc.constant('missing' as const), id: fc.integer({ min: 1, max: 3 }) }),
        fc.record({ kind: fc.constant('found' as const), ids: fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 3 }) }),
        fc.record({ kind: fc.constant('holds' as const), keys: fc.uniqueArray(fc.constantFrom('a', 'b', 'c')) }),
        fc.record({ kind: fc.constant('dismiss' as const), key: fc.constantFrom('a', 'b', 'c') }),
        fc.record({ kind: fc.constant('mapping' as const), units: fc.integer({ min: 1, max: 9 }) }),
        fc.record({ kind: fc.constant('run' as const), id: fc.constantFrom('r1', 'r2', 'r3') }),
      ),
    });
    let round = 0;
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        round += 1;
        const disk = { isFull: false };
        const beforeWrite = () => {
          if (disk.isFull) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
        };
        const file = fileName().replace('.sqlite', `-${String(round)}.sqlite`);
        const store = openHistoryStore({ file, clock: clock(), beforeWrite });
        const reference = openHistoryStore({ file: ':memory:', clock: clock() });
        for (const { isFull, what } of steps) {
          disk.isFull = isFull;
          for (const target of [store, reference]) {
            if (what.kind === 'draw') target.rememberPinDraw(bookingId(what.id), { attempt: what.attempt, length: 4 });
            if (what.kind === 'missing') target.rememberMissing(bookingId(what.id), START_MS);
            if (what.kind === 'found') target.forgetMissing(what.ids.map((id) => bookingId(id)));
            if (what.kind === 'holds')
              target.putHolds(
                what.keys.map((key) => ({ ...held, key })),
                START_MS,
              );
            if (what.kind === 'dismiss') target.dropHolds([what.key]);
            if (what.kind === 'mapping') target.remember([{ kind: 'mapping', key: 'known', value: { units: what.units } }]);
            if (what.kind === 'run') begin(target, what.id);
          }
          expect(store.memory()).toEqual(reference.memory());
        }
        disk.isFull = false;
        store.close();
        const later = openHistoryStore({ file, clock: clock() });
        expect(later.memory()).toEqual(reference.memory());
        expect(new Set(later.listRuns({ limit: 9 }).map(({ id }) => id))).toEqual(
          new Set(reference.listRuns({ limit: 9 }).map(({ id }) => id)),
        );
        later.close();
        reference.close();
      }),
      { numRuns: 40 },
    );
  });
});
