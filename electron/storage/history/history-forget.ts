/** Removes what the history has of one booking's guest. That codes were made and removed stays. */
import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import type { BookingId } from '../../../shared/domain/ids.ts';
import { transact } from './history-schema.ts';

const rowSchema = z.object({ id: z.int(), event: z.string() });

export function forgetQueries(database: DatabaseSync) {
  const names = database.prepare(`UPDATE operations SET changes = json_remove(changes, '$.name') WHERE booking_id = ?`);
  const draw = database.prepare('DELETE FROM claim_draws WHERE claim = ?');
  const missing = database.prepare('DELETE FROM missing WHERE booking_id = ?');
  const holds = database.prepare(`DELETE FROM holds WHERE json_extract(operation, '$.bookingId') = ?`);
  const remembered = database.prepare(
    `DELETE FROM remembered WHERE key = :key OR key LIKE :key || '@%'
       OR json_extract(value, '$.claimId') = :id OR json_extract(value, '$.bookingId') = :id`,
  );
  const events = database.prepare('SELECT id, event FROM events');
  const dropEvent = database.prepare('DELETE FROM events WHERE id = ?');
  return (bookingId: BookingId): void =>
    transact(database, () => {
      names.run(bookingId);
      draw.run(String(bookingId));
      missing.run(bookingId);
      holds.run(bookingId);
      remembered.run({ key: String(bookingId), id: bookingId });
      // The titles of notifications name guests.
      const isAbout = new RegExp(`(?<!\\d)${String(bookingId)}(?!\\d)`);
      for (const row of z.array(rowSchema).parse(events.all())) if (isAbout.test(row.event)) dropEvent.run(row.id);
    });
}
