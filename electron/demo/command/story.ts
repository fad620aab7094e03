/** The demo's story: who comes, what a run does, which bookings change, what the next run does about it, and whether the doors open. */
import { renderRun } from '../../cli/render/run.ts';
import { renderTable } from '../../cli/render/table.ts';
import { wrap } from '../../cli/render/text.ts';
import { openDemoWorld } from '../../compose/demo-world.ts';
import type { DemoWorld } from '../../compose/demo-world.ts';
import { checkDoors } from '../door-check.ts';
import { demoChanges } from '../portfolio/changes.ts';
import { prepareClouds } from './demo-options.ts';
import type { DemoCommandOptions } from './demo-options.ts';
import type { RunReport } from '../../../shared/domain/run.ts';

/** Exit code: 0 when every guest gets in and nobody else does. */
export async function story(options: DemoCommandOptions): Promise<number> {
  const { style, print } = options;
  const title = (text: string): void => print(`\n${style.paint('strong', text)}`);
  const world = await openDemoWorld(options);
  try {
    prepareClouds(world, options);
    print(style.paint('strong', 'Latchkey demo'));
    print(
      wrap(
        `A demo Smoobu and a demo The Keys run on this computer (${world.clouds.smoobu.url}, ${world.clouds.theKeys.url}). ` +
          'Guests, doors and codes are made up; nothing leaves this computer and nothing is stored. PINs are never shown.',
        style.width,
      ),
    );
    title('Bookings');
    printBookings(world, options);
    title('First run');
    print(renderRun(await world.run(), world.settings, style));
    title('Some bookings change');
    for (const change of demoChanges(world.clouds, world.clock.nowMs())) print(`• ${change.sentence}`);
    title('Second run');
    const second = await world.run();
    print(renderRun(second, world.settings, style));
    title('Doors');
    return printDoors(second, world, options) ? 0 : 1;
  } finally {
    await world.close();
  }
}

function printBookings({ portfolio, clouds, settings }: DemoWorld, { style, print }: DemoCommandOptions): void {
  const notes = new Map(portfolio.notes.map(({ bookingId, note }) => [bookingId, note]));
  const table = renderTable(
    [
      { title: 'Booking', align: 'right' },
      { title: 'Arrives' },
      { title: 'Leaves' },
      { title: 'Unit', flexibleFrom: 14 },
      { title: 'Guest', flexibleFrom: 12 },
      { title: 'Note', flexibleFrom: 14 },
    ],
    clouds.smoobu
      .bookings()
      .filter((booking) => !booking.blocked && booking.departure >= portfolio.today)
      .toSorted((one, other) => one.arrival.localeCompare(other.arrival) || one.id - other.id)
      .map((booking) => [
        String(booking.id),
        booking.arrival,
        booking.departure,
        settings.mapping.units.find((unit) => unit.unitId === booking.apartmentId)?.name ?? 'Parking (no door)',
        booking.guestName,
        notes.get(booking.id) ?? '',
      ]),
    style,
  );
  print(table);
}

function printDoors(report: RunReport, { clouds, clock, settings }: DemoWorld, { style, print }: DemoCommandOptions): boolean {
  const { doors, stays, lockedOut, openOutside } = checkDoors(report.stays, clouds, settings, clock.nowMs());
  const mark = style.paint('bad', '✗');
  for (const name of lockedOut) print(`${mark} did not open for a guest: ${name}`);
  for (const name of openOutside) print(`${mark} opened outside the stay: ${name}`);
  const isRight = lockedOut.length === 0 && openOutside.length === 0;
  if (isRight) {
    const tried = `Tried ${String(doors)} doors for ${String(stays)} stays: each code opens its door from the start of the stay to its last minute, and not before or after.`;
    print(wrap(`${style.paint('good', '✓')} ${tried}`, style.width));
  }
  return isRight;
}
