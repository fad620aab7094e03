/** What planning remembers between runs: PIN draws, missing bookings, holds and dismissals, the clock. */
import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import type { WaitingHold } from '../../app/ports/storage.ts';
import { bookingIdSchema } from '../../../shared/domain/id-schemas.ts';
import type { BookingId } from '../../../shared/domain/ids.ts';
import { holdReasonSchema } from '../../../shared/domain/plan.ts';
import type { PinDraw, PlanMemory } from '../../../shared/domain/plan.ts';
import type { OperationReport } from '../../../shared/domain/run.ts';
import type { ClockReading } from '../../../shared/reconcile/clock-step.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { transact } from './history-schema.ts';
import { operationFields, parseOperation, readEach } from './history-rows.ts';

/**
 * The memory outlives the runs it came from: a code is made up to two years ahead and nothing touches the row until the guest left,
 * and a draw forgotten earlier would give a lost code another PIN than the guest was told. Rows are a few bytes.
 */
const MEMORY_KEEP_MS = 1100 * DAY_MS;

const drawsSchema = z.array(z.object({ booking_id: bookingIdSchema, attempt: z.int(), length: z.int() }));
const missingSchema = z.array(z.object({ booking_id: bookingIdSchema, since: z.int() }));
const holdSchema = z.object({ since: z.int(), operation: z.string() });
const sinceSchema = z.array(z.object({ key: z.string(), since: z.int() }));
const keysSchema = z.array(z.object({ key: z.string() }));
const markSchema = z.object({ wall: z.int(), uptime: z.int(), boot: z.string() });

export function memoryQueries(database: DatabaseSync) {
  const allDraws = database.prepare('SELECT booking_id, attempt, length FROM pin_draws');
  const putDraw = database.prepare(
    `INSERT INTO pin_draws (booking_id, attempt, length, touched_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (booking_id) DO UPDATE SET attempt = excluded.attempt, length = excluded.length, touched_at = excluded.touched_at`,
  );
  const allMissing = database.prepare('SELECT booking_id, since FROM missing');
  const putMissing = database.prepare('INSERT INTO missing (booking_id, since) VALUES (?, ?) ON CONFLICT (booking_id) DO NOTHING');
  const deleteMissing = database.prepare('DELETE FROM missing WHERE booking_id = ?');
  const allHolds = database.prepare('SELECT key, since, operation FROM holds ORDER BY position, key');
  const deleteHold = database.prepare('DELETE FROM holds WHERE key = ?');
  const deleteAllHolds = database.prepare('DELETE FROM holds');
  const putHold = database.prepare('INSERT OR REPLACE INTO holds (key, position, since, operation) VALUES (?, ?, ?, ?)');
  const allDismissals = database.prepare('SELECT key FROM dismissals');
  const putDismissal = database.prepare('INSERT OR REPLACE INTO dismissals (key, dismissed_at) VALUES (?, ?)');
  const deleteDismissal = database.prepare('DELETE FROM dismissals WHERE key = ?');
  const readMark = database.prepare('SELECT wall, uptime, boot FROM clock_mark');
  const putMark = database.prepare('INSERT OR REPLACE INTO clock_mark (only_row, wall, uptime, boot) VALUES (1, ?, ?, ?)');
  const prunes = [
    database.prepare('DELETE FROM pin_draws WHERE touched_at < ?'),
    database.prepare('DELETE FROM missing WHERE since < ?'),
    database.prepare('DELETE FROM dismissals WHERE dismissed_at < ?'),
  ];

  const listHolds = (): WaitingHold[] =>
    readEach(allHolds.all(), (row) => {
      const { since, operation: json } = holdSchema.parse(row);
      const operation = parseOperation(json);
      const reason = holdReasonSchema.parse(operation.hold);
      return { operation, reason, sinceMs: since };
    });

  return {
    memory: (): PlanMemory => ({
      pinDraws: new Map(drawsSchema.parse(allDraws.all()).map(({ booking_id: id, attempt, length }) => [id, { attempt, length }])),
      missingSinceMs: new Map(missingSchema.parse(allMissing.all()).map(({ booking_id: id, since }) => [id, since])),
      waiting: new Map(listHolds().map(({ operation, reason }) => [operation.key, reason])),
      dismissed: new Set(keysSchema.parse(allDismissals.all()).map(({ key }) => key)),
    }),
    rememberPinDraw: (bookingId: BookingId, draw: PinDraw, nowMs: number): void => {
      putDraw.run(bookingId, draw.attempt, draw.length, nowMs);
    },
    rememberMissing: (bookingId: BookingId, sinceMs: number): void => {
      putMissing.run(bookingId, sinceMs);
    },
    forgetMissing: (bookingIds: readonly BookingId[]): void =>
      transact(database, () => {
        for (const id of bookingIds) deleteMissing.run(id);
      }),

    listHolds,
    replaceHolds: (operations: readonly OperationReport[], nowMs: number): void => {
      const rows = operations.map((operation) => {
        if (operation.hold === null) throw new TypeError(`The operation ${operation.key} does not wait for anything.`);
        return operationFields(operation);
      });
      transact(database, () => {
        const since = new Map(sinceSchema.parse(allHolds.all()).map((hold) => [hold.key, hold.since]));
        deleteAllHolds.run();
        rows.forEach((operation, index) => {
          putHold.run(operation.key, index, since.get(operation.key) ?? nowMs, JSON.stringify(operation));
          // It waits again, so the word of the user on it is asked for again.
          deleteDismissal.run(operation.key);
        });
      });
    },
    dismissHold: (key: string, nowMs: number): boolean =>
      transact(database, () => {
        if (deleteHold.run(key).changes === 0) return false;
        putDismissal.run(key, nowMs);
        return true;
      }),

    clockMark: (): ClockReading | null => {
      const row = readMark.get();
      if (row === undefined) return null;
      const mark = markSchema.parse(row);
      return { wallMs: mark.wall, uptimeMs: mark.uptime, bootId: mark.boot };
    },
    rememberClock: (mark: ClockReading): void => {
      putMark.run(Math.round(mark.wallMs), Math.round(mark.uptimeMs), mark.bootId);
    },

    prune: (beforeMs: number, nowMs: number): void => {
      const limitMs = Math.min(beforeMs, nowMs - MEMORY_KEEP_MS);
      for (const statement of prunes) statement.run(limitMs);
    },
  };
}
