/** Stores what happened beside the runs: PINs that were shown, notifications. */
import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import { historyEventSchema } from '../../../shared/domain/history-event.ts';
import type { HistoryEvent } from '../../../shared/domain/history-event.ts';
import { readEach } from './history-rows.ts';

const rowSchema = z.object({ event: z.string() });

export function eventQueries(database: DatabaseSync) {
  const put = database.prepare('INSERT INTO events (at, event) VALUES (?, ?)');
  const newest = database.prepare('SELECT event FROM events ORDER BY at DESC, id DESC LIMIT ?');
  const prune = database.prepare('DELETE FROM events WHERE at < ?');
  return {
    record: (event: HistoryEvent): void => {
      put.run(event.atMs, JSON.stringify(historyEventSchema.parse(event)));
    },
    list: (limit: number): HistoryEvent[] =>
      readEach(newest.all(limit), (row) => historyEventSchema.parse(JSON.parse(rowSchema.parse(row).event))),
    prune: (beforeMs: number): void => {
      prune.run(beforeMs);
    },
  };
}
