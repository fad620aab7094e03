/** What planning remembers between runs: PIN draws, missing bookings, held deletes, the clock, and facts by kind. */
import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import type { WaitingHold } from '../../app/ports/storage.ts';
import { bookingIdSchema, claimIdSchema } from '../../../shared/domain/id-schemas.ts';
import { claimFromKey } from '../../../shared/domain/ids.ts';
import type { BookingId, ClaimId } from '../../../shared/domain/ids.ts';
import { MEMORY_KINDS, MEMORY_SCHEMAS, nothingRemembered } from '../../../shared/domain/memory.ts';
import type { MemoryChange, MemoryKind, Remembered } from '../../../shared/domain/memory.ts';
import { holdReasonSchema } from '../../../shared/domain/plan.ts';
import type { PinDraw, PlanMemory } from '../../../shared/domain/plan.ts';
import type { OperationReport } from '../../../shared/domain/run.ts';
import type { ClockReading } from '../../../shared/reconcile/trust/clock-step.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { transact } from './history-schema.ts';
import { operationFields, parseOperation, readEach } from './history-rows.ts';

/**
 * The memory is kept longer than the runs it comes from. A code may be created two years before the stay, and its row is not written again
 * until the guest has left. Without its PIN draw, a lost code would be created again with another PIN than the guest was sent.
 */
const MEMORY_KEEP_MS = 1100 * DAY_MS;
const ACT_KEEP_MS = 30 * DAY_MS;

const drawsSchema = z.array(z.object({ claim: z.string().transform(claimFromKey).pipe(claimIdSchema), attempt: z.int(), length: z.int() }));
const missingSchema = z.array(z.object({ bookingId: bookingIdSchema, since: z.int() }));
const holdSchema = z.object({ since: z.int(), operation: z.string() });
const markSchema = z.object({ wallMs: z.int(), uptimeMs: z.int(), bootId: z.string() });

const rememberedSchema = z.object({ kind: z.enum(MEMORY_KINDS), key: z.string(), value: z.string() });

interface ReadValue {
  readonly text: string;
  readonly value: unknown;
}

export function memoryQueries(database: DatabaseSync) {
  const allDraws = database.prepare('SELECT claim, attempt, length FROM claim_draws');
  const putDraw = database.prepare('INSERT OR REPLACE INTO claim_draws (claim, attempt, length, touched_at) VALUES (?, ?, ?, ?)');
  const allMissing = database.prepare('SELECT booking_id AS bookingId, since FROM missing');
  const putMissing = database.prepare('INSERT INTO missing (booking_id, since) VALUES (?, ?) ON CONFLICT (booking_id) DO NOTHING');
  const deleteMissing = database.prepare('DELETE FROM missing WHERE booking_id = ?');
  const allHolds = database.prepare('SELECT since, operation FROM holds ORDER BY position, key');
  const deleteHold = database.prepare('DELETE FROM holds WHERE key = ?');
  const putHold = database.prepare(
    `INSERT INTO holds (key, position, since, operation) VALUES (?, ?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET position = excluded.position, operation = excluded.operation`,
  );
  const readMark = database.prepare('SELECT wall AS wallMs, uptime AS uptimeMs, boot AS bootId FROM clock_mark');
  const putMark = database.prepare('INSERT OR REPLACE INTO clock_mark (only_row, wall, uptime, boot) VALUES (1, ?, ?, ?)');
  const allRemembered = database.prepare('SELECT kind, key, value FROM remembered');
  const putRemembered = database.prepare('INSERT OR REPLACE INTO remembered (kind, key, value, touched_at) VALUES (?, ?, ?, ?)');
  const deleteRemembered = database.prepare('DELETE FROM remembered WHERE kind = ? AND key = ?');
  const prunes = [
    database.prepare('DELETE FROM claim_draws WHERE touched_at < ?'),
    database.prepare('DELETE FROM missing WHERE since < ?'),
    database.prepare('DELETE FROM remembered WHERE touched_at < ?'),
  ];
  // They may have a sealed PIN, and cannot be undone any more.
  const pruneActs = database.prepare(`DELETE FROM remembered WHERE kind = 'act' AND touched_at < ?`);

  const listHolds = (): WaitingHold[] =>
    readEach(allHolds.all(), (row) => {
      const hold = holdSchema.parse(row);
      const operation = parseOperation(hold.operation);
      return { operation: { ...operation, hold: holdReasonSchema.parse(operation.hold) }, sinceMs: hold.since };
    });

  /** As they were last read: a run reads its memory many times, and each time nearly all of it is as it was. */
  let known = new Map<string, ReadValue>();
  const remembered = (): Remembered => {
    const maps = nothingRemembered() as Record<MemoryKind, Map<string, unknown>>;
    const read = new Map<string, ReadValue>();
    const readRow = (row: unknown): void => {
      // Kinds that only a newer version knows are left in the file.
      const { kind, key, value: text } = rememberedSchema.parse(row);
      const name = `${kind} ${key}`;
      const before = known.get(name);
      const one = before?.text === text ? before : { text, value: MEMORY_SCHEMAS[kind].parse(JSON.parse(text)) };
      read.set(name, one);
      maps[kind].set(key, one.value);
    };
    readEach(allRemembered.all(), readRow);
    known = read;
    return maps as Remembered;
  };

  return {
    memory: (): PlanMemory => ({
      pinDraws: new Map(drawsSchema.parse(allDraws.all()).map(({ claim, ...draw }) => [claim, draw])),
      missingSinceMs: new Map(missingSchema.parse(allMissing.all()).map(({ bookingId, since }) => [bookingId, since])),
      waiting: new Map(listHolds().map(({ operation }) => [operation.key, operation])),
      remembered: remembered(),
    }),
    rememberPinDraw: (claimId: ClaimId, draw: PinDraw, nowMs: number): void => {
      putDraw.run(String(claimId), draw.attempt, draw.length, nowMs);
    },
    rememberMissing: (bookingId: BookingId, sinceMs: number): void => {
      putMissing.run(bookingId, sinceMs);
    },
    forgetMissing: (bookingIds: readonly BookingId[]): void =>
      transact(database, () => {
        for (const id of bookingIds) deleteMissing.run(id);
      }),

    listHolds,
    putHolds: (operations: readonly OperationReport[], nowMs: number): void => {
      const held = operations.map(operationFields);
      const loose = held.find(({ hold }) => hold === null);
      if (loose !== undefined) throw new TypeError(`The operation ${loose.key} is not held.`);
      transact(database, () => {
        held.forEach((operation, position) => putHold.run(operation.key, position, nowMs, JSON.stringify(operation)));
      });
    },
    dropHolds: (keys: readonly string[]): void =>
      transact(database, () => {
        for (const key of keys) deleteHold.run(key);
      }),

    remember: (changes: readonly MemoryChange[], nowMs: number): void =>
      transact(database, () => {
        for (const { kind, key, value } of changes) {
          if (value === null) deleteRemembered.run(kind, key);
          else putRemembered.run(kind, key, JSON.stringify(MEMORY_SCHEMAS[kind].parse(value)), nowMs);
        }
      }),

    clockMark: (): ClockReading | null => markSchema.optional().parse(readMark.get()) ?? null,
    rememberClock: ({ wallMs, uptimeMs, bootId }: ClockReading): void => {
      putMark.run(Math.round(wallMs), Math.round(uptimeMs), bootId);
    },

    prune: (beforeMs: number, nowMs: number): void => {
      const limitMs = Math.min(beforeMs, nowMs - MEMORY_KEEP_MS);
      for (const statement of prunes) statement.run(limitMs);
      pruneActs.run(nowMs - ACT_KEEP_MS);
    },
  };
}
