/** The contact of a guest is read to tell guests apart, and never leaves the memory of the run. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openHistoryStore } from '../../electron/storage/history/history-store.ts';
import { fetchRange } from '../../shared/reconcile/bookings.ts';
import { createTestLog } from '../support/http.ts';
import { twoDoors } from './small-world.ts';

const MAIL = 'canary.guest.2207@planted.invalid';
const PHONE = '+33600918273';
const REFERENCE = 'CANARY-HM4AB2';

it('leaves no e-mail address, phone number or channel reference in report, history and log', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-contact-'));
  const world = await twoDoors(['Mara Lind', 'Otto Berg']);
  const { smoobu } = world.clouds;
  const log = createTestLog();
  const history = openHistoryStore({ file: join(folder, 'history.sqlite'), clock: world.clock, log });
  try {
    for (const { id } of smoobu.bookings()) smoobu.changeBooking(id, { email: MAIL, phone: PHONE, reference: REFERENCE });
    // A list that stays incomplete says more in the log.
    smoobu.setSwitches({ totalOffBy: 1 });
    const installation = world.install({ history, log });
    const read = await installation.clients().bookings.fetchBookings(fetchRange(world.settings, world.clock.nowMs()));
    expect(read.ok && read.value.bookings.map(({ contact }) => contact?.email?.reveal())).toEqual([MAIL, MAIL]);
    expect(read.ok && read.value.bookings.map(({ reference }) => reference)).toEqual([REFERENCE, REFERENCE]);
    const reports = [await installation.run(), await installation.run({ mode: 'dry-run' })];
    smoobu.cancelBooking(smoobu.bookings()[0]?.id ?? 0);
    reports.push(await installation.run());
    expect(reports[0]?.stays).toHaveLength(2);
    expect(log.lines.length).toBeGreaterThan(0);
    const memory = installation.history.memory();
    const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
    const texts = [
      JSON.stringify(reports),
      JSON.stringify(log.lines),
      JSON.stringify(memory, (_key, value: unknown) => plain(value)),
      ...files,
    ];
    for (const text of texts) {
      expect(text).not.toContain(MAIL);
      expect(text).not.toContain(REFERENCE);
      expect(text).not.toContain(PHONE.slice(3));
      expect(text).not.toContain('[secret]');
    }
  } finally {
    history.close();
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

function plain(value: unknown): unknown {
  return value instanceof Map ? [...value] : value;
}
