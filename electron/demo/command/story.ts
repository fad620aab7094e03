/** The demo's story: who comes, what a run does, who is told, what changes, what the next run does about it, and whether the doors open. */
import { renderStart } from '../../cli/render/messages.ts';
import { renderRun } from '../../cli/render/run.ts';
import { renderTable } from '../../cli/render/table.ts';
import { wrap } from '../../cli/render/text.ts';
import { openDemoWorld } from '../../compose/demo-world.ts';
import type { DemoWorld } from '../../compose/demo-world.ts';
import { checkDoors } from '../door-check.ts';
import { demoChanges, demoMistake, demoNewPin, demoSilence } from '../portfolio/changes.ts';
import type { DemoAct } from '../portfolio/changes.ts';
import { createToldCheck } from '../told-check.ts';
import type { ToldCheck } from '../told-check.ts';
import { demoClock, STORY_STARTS } from './demo-clock.ts';
import { prepareClouds } from './demo-options.ts';
import type { DemoCommandOptions } from './demo-options.ts';
import { previewStart, startSending, wishNewPin } from './telling.ts';
import { printWay } from './way.ts';
import type { BookingId } from '../../../shared/domain/ids.ts';
import type { RunReport } from '../../../shared/domain/run.ts';
import { MINUTE_MS } from '../../../shared/time.ts';

/** Exit code: 0 when every guest gets in and nobody else does, and guests were told that and nothing else. */
export async function story(options: DemoCommandOptions): Promise<number> {
  const { style, print } = options;
  const title = (text: string): void => print(`\n${style.paint('strong', text)}`);
  const world = await openDemoWorld({ ...options, time: (clock) => demoClock(clock, 'Europe/Paris') });
  try {
    prepareClouds(world, options);
    const toldCheck = createToldCheck(world.clouds);
    const run = async (name: string): Promise<RunReport> => {
      title(name);
      const report = await world.run();
      toldCheck.check(report.stays);
      print(renderRun(report, world.settings, style));
      return report;
    };
    print(style.paint('strong', 'Latchkey demo'));
    print(
      wrap(
        `A demo Smoobu and a demo The Keys run on this computer (${world.clouds.smoobu.url}, ${world.clouds.theKeys.url}). ` +
          'Guests, doors and codes are made up; nothing leaves this computer and nothing is stored. PINs are never shown. ' +
          `In the demo it is ${STORY_STARTS} now, whatever the time.`,
        style.width,
      ),
    );
    title('Bookings');
    printBookings(world, options);
    await run('First run');
    const mistake = demoMistake(world.clouds);
    title('A mistake');
    print(`• ${mistake.sentence}`);
    title('Start sending: what would go to whom');
    await start(world, options);
    await run('Second run');
    title('A gateway falls silent, and some things change');
    print(`• ${demoSilence(world.clouds, true)}`);
    for (const change of demoChanges(world.clouds, world.clock.nowMs())) print(`• ${change.sentence}`);
    const newPin = demoNewPin(world.clouds);
    if (await wishNewPin(world, newPin.bookingId as BookingId)) print(`• ${newPin.sentence}`);
    await world.clock.sleep(SYNC_EVERY_MS);
    await run('Third run, 15 minutes later');
    title('Gateways and batteries');
    const isLate = printWay(world, options) > 0;
    await world.clock.sleep(SYNC_EVERY_MS / 3);
    title('The gateway is back');
    print(`• ${demoSilence(world.clouds, false)}`);
    await world.clock.sleep((SYNC_EVERY_MS / 3) * 2);
    const last = await run('Fourth run, 15 minutes later');
    title('Gateways and batteries');
    const hasCome = printWay(world, options) === 0;
    title('Doors');
    const opens = printDoors(last, world, options) && isLate && hasCome;
    title('What guests were told');
    const isFound = last.problems.some(({ kind, bookingId }) => kind === 'told-wrong-pin' && bookingId === mistake.bookingId);
    return printTold(toldCheck.check(last.stays), { ...mistake, isFound }, options) && opens ? 0 : 1;
  } finally {
    await world.close();
  }
}

const SYNC_EVERY_MS = 15 * MINUTE_MS;

async function start(world: DemoWorld, { style, print }: DemoCommandOptions): Promise<void> {
  const plan = await previewStart(world);
  if (plan === null) {
    print('It cannot be shown, since a cloud could not be read. So nothing is started.');
    return;
  }
  print(renderStart('message', plan.lines, world.settings.times.timeZone, style));
  print(wrap('The host reads this list and starts. Guests are told on the day before they arrive, at 10:00.', style.width));
  startSending(world, plan);
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

interface Mistake extends DemoAct {
  readonly isFound: boolean;
}

function printTold({ guests, untrue, twice }: ToldCheck, mistake: Mistake, { style, print }: DemoCommandOptions): boolean {
  const sentences = [
    ...untrue.map((name) => `was told digits that did not open: ${name}`),
    ...twice.map((name) => `was sent the same message twice: ${name}`),
    ...(mistake.isFound ? [] : [`the wrong PIN that ${mistake.guest} was told by hand was not found`]),
  ];
  print(
    renderTable(
      [
        { title: 'Booking', align: 'right' },
        { title: 'Guest', flexibleFrom: 12 },
        { title: 'Messages', align: 'right' },
      ],
      guests.map(({ bookingId, guest, messages }) => [String(bookingId), guest, String(messages)]),
      style,
    ),
  );
  for (const sentence of sentences) print(`${style.paint('bad', '✗')} ${sentence}`);
  if (sentences.length > 0) return false;
  print(wrap(`${style.paint('good', '✓')} ${TOLD} The wrong PIN that ${mistake.guest} was told by hand was found.`, style.width));
  return true;
}
const TOLD = 'Each message had the digits that opened the doors at that moment, and nobody was sent the same thing twice.';
