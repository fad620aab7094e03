/** What happened beside the runs: PINs that were shown, notifications that came up. */
import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import { bookingIdSchema, keypadIdSchema, lockIdSchema } from '../../../shared/domain/id-schemas.ts';
import type { HistoryEvent } from '../../app/ports/storage.ts';
import { readEach } from './history-rows.ts';

const rowSchema = z.object({ event: z.string() });
const eventSchema: z.ZodType<HistoryEvent> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('pin-revealed'),
    atMs: z.int(),
    bookingId: bookingIdSchema,
    lockId: lockIdSchema,
    keypadId: keypadIdSchema,
  }),
  z.strictObject({ kind: z.literal('notice'), atMs: z.int(), category: z.string(), key: z.string(), title: z.string() }),
]);

export function eventQueries(database: DatabaseSync) {
  const put = database.prepare('INSERT INTO events (at, event) VALUES (?, ?)');
  const newest = database.prepare('SELECT event FROM events ORDER BY at DESC, id DESC LIMIT ?');
  const prune = database.prepare('DELETE FROM events WHERE at < ?');
  return {
    record: (event: HistoryEvent): void => {
      put.run(event.atMs, JSON.stringify(eventSchema.parse(event)));
    },
    list: (limit: number): HistoryEvent[] =>
      readEach(newest.all(limit), (row) => eventSchema.parse(JSON.parse(rowSchema.parse(row).event))),
    prune: (beforeMs: number): void => {
      prune.run(beforeMs);
    },
  };
}
