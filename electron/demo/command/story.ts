/** What the demo command tells: who comes, what a run does, what changes, what the next run makes of it, and whether the doors open. */
import { describeCounts, describeRequests, renderOperations, renderProblems } from '../../cli/render/run.ts';
import { makeStyle, wantsColour } from '../../cli/render/style.ts';
import type { Style } from '../../cli/render/style.ts';
import { renderTable } from '../../cli/render/table.ts';
import { wrap } from '../../cli/render/text.ts';
import { showOutcome } from '../../cli/render/words.ts';
import type { Clock } from '../../app/ports/system.ts';
import { openDemoWorld } from '../../compose/demo-world.ts';
import type { DemoWorld } from '../../compose/demo-world.ts';
import { checkDoors } from '../door-check.ts';
import { demoChanges } from '../portfolio/changes.ts';
import { parseFault, SMOOBU_PORT, THE_KEYS_PORT } from '../serve-options.ts';
import type { FaultChange } from '../serve-options.ts';
import type { RunReport } from '../../../shared/domain/run.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { compareText } from '../../../shared/text.ts';

export interface StoryOptions {
  readonly columns: number | undefined;
  readonly isTerminal: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly print: (text: string) => void;
  readonly version: string;
  readonly faults: readonly FaultChange[];
  readonly latencyMs: number;
  /** The machine's own when absent. */
  readonly clock?: Clock;
}

/** Exit code: 0 when every guest gets in and nobody else does. */
export async function story(options: StoryOptions): Promise<number> {
  const style = makeStyle(options.columns, wantsColour(options.isTerminal, options.environment));
  const { print } = options;
  const say = (text: string): void => print(wrap(text, style.width).join('\n'));
  const world = await openDemoWorld(options);
  try {
    prepare(world, options);
    print(style.paint('strong', 'Latchkey demo'));
    say(
      `A pretend Smoobu and a pretend The Keys run on this computer (${world.clouds.smoobu.url}, ${world.clouds.theKeys.url}). ` +
        'Guests, doors and codes are invented; nothing leaves the machine and nothing is kept. PINs are never shown.',
    );
    print(`\n${style.paint('strong', 'Who comes and who is here')}`);
    print(renderStays(world, style));
    print(`\n${style.paint('strong', 'The first run')}`);
    const first = await world.run();
    tellRun(first, world, style, print);
    print(`\n${style.paint('strong', 'Then a few bookings change')}`);
    for (const change of demoChanges(world.clouds, world.clock.nowMs())) print(`• ${change.sentence}`);
    print(`\n${style.paint('strong', 'The second run')}`);
    const second = await world.run();
    tellRun(second, world, style, print);
    print(`\n${style.paint('strong', 'At the doors')}`);
    return tellDoors(second, world, style, say) ? 0 : 1;
  } finally {
    await world.close();
  }
}

export interface ServeOptions extends StoryOptions {
  /** Faults typed while the clouds are up, a line each. */
  readonly lines: AsyncIterable<string>;
  readonly signal: AbortSignal;
}

/** Keeps both clouds up on fixed ports until the signal. */
export async function serve(options: ServeOptions): Promise<number> {
  const { print } = options;
  let world: DemoWorld;
  try {
    world = await openDemoWorld({ ...options, smoobuPort: SMOOBU_PORT, theKeysPort: THE_KEYS_PORT });
  } catch {
    print(`The ports ${String(SMOOBU_PORT)} and ${String(THE_KEYS_PORT)} of this computer are not free. Is another demo running?`);
    return 1;
  }
  try {
    prepare(world, options);
    const { smoobu, theKeys } = world.clouds;
    print('Both demo clouds are up. To point anything at them:\n');
    print(`export LATCHKEY_SMOOBU_URL=${smoobu.url}`);
    print(`export LATCHKEY_THEKEYS_URL=${theKeys.url}`);
    print(`export LATCHKEY_SMOOBU_API_KEY=${smoobu.credentials.apiKey}`);
    print(`export LATCHKEY_SMOOBU_API_SECRET=${smoobu.credentials.apiSecret}`);
    print(`export LATCHKEY_THEKEYS_USERNAME=${theKeys.credentials.username}`);
    print(`export LATCHKEY_THEKEYS_PASSWORD='${theKeys.credentials.password}'`);
    print('\nA configuration file with the demo’s doors, for `latchkey sync --config FILE` or `latchkey import FILE`:\n');
    print(configFile(world));
    print('\nType a fault to play it, such as the-keys:writes=drop-after, and smoobu=off or the-keys=off to end it. Ctrl-C stops.');
    await untilStopped(world, options);
    return 0;
  } finally {
    await world.close();
  }
}

export function readFaults(texts: readonly string[]): Result<readonly FaultChange[], string> {
  const faults: FaultChange[] = [];
  for (const text of texts) {
    const fault = parseFault(text);
    if (!fault.ok) return err(fault.error);
    faults.push(fault.value);
  }
  return ok(faults);
}

function prepare({ clouds }: DemoWorld, { faults, latencyMs }: StoryOptions): void {
  clouds.smoobu.setLatency(latencyMs);
  clouds.theKeys.setLatency(latencyMs);
  for (const fault of faults) play(clouds, fault);
}

function play(clouds: DemoWorld['clouds'], { cloud, faults }: FaultChange): void {
  (cloud === 'smoobu' ? clouds.smoobu : clouds.theKeys).faults.set(faults);
}

async function untilStopped(world: DemoWorld, { lines, signal, print }: ServeOptions): Promise<void> {
  const stopped = new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  const listen = async (): Promise<void> => {
    for await (const line of lines) {
      if (line.trim() === '') continue;
      const fault = parseFault(line);
      if (fault.ok) play(world.clouds, fault.value);
      print(fault.ok ? `Played: ${line.trim()}` : fault.error);
    }
  };
  // The end of the input is no reason to stop: it may never have been there.
  await Promise.race([stopped, listen().then(() => stopped)]);
}

function renderStays({ portfolio, clouds, settings }: DemoWorld, style: Style): string {
  const notes = new Map(portfolio.notes.map(({ bookingId, note }) => [bookingId, note]));
  const bookings = clouds.smoobu.bookings().filter((booking) => !booking.blocked && booking.departure >= portfolio.today);
  return renderTable(
    [
      { title: 'Booking', align: 'right' },
      { title: 'Arrives' },
      { title: 'Leaves' },
      { title: 'Unit', flexibleFrom: 14 },
      { title: 'Guest', flexibleFrom: 12 },
      { title: 'Why it is here', flexibleFrom: 14 },
    ],
    bookings
      .toSorted((one, other) => compareText(one.arrival, other.arrival) || one.id - other.id)
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
}

function tellRun(report: RunReport, { settings }: DemoWorld, style: Style, print: (text: string) => void): void {
  const parts = [
    renderOperations(report.operations, settings, style),
    renderProblems(report.problems, style),
    `${showOutcome(report.run.outcome, style)}: ${describeCounts(report.counts)}`,
    style.paint('quiet', describeRequests(report.requests)),
  ];
  print(parts.filter((part) => part !== '').join('\n'));
}

function tellDoors(report: RunReport, { clouds, clock, settings }: DemoWorld, style: Style, say: (text: string) => void): boolean {
  const check = checkDoors(report.stays, clouds, settings, clock.nowMs());
  for (const name of check.lockedOut) say(`${style.paint('bad', '✗')} shut for a guest: ${name}`);
  for (const name of check.openOutside) say(`${style.paint('bad', '✗')} open outside of the stay: ${name}`);
  const isRight = check.lockedOut.length === 0 && check.openOutside.length === 0;
  if (isRight) {
    say(
      `${style.paint('good', '✓')} Tried ${String(check.doors)} doors for ${String(check.stays)} stays: each opens in the stay, up to its last minute, and neither before nor after.`,
    );
  }
  return isRight;
}

/** In the older tool's form; demo credentials are no secret. */
function configFile({ clouds, settings }: DemoWorld): string {
  const { smoobu, theKeys } = clouds;
  const doors = [...new Map(settings.mapping.units.flatMap((unit) => unit.doors).map((door) => [door.lockId, door])).values()];
  return [
    `thekeys: { username: "${theKeys.credentials.username}", password: "${theKeys.credentials.password}" }`,
    `smoobu: { api_key: "${smoobu.credentials.apiKey}", api_secret: "${smoobu.credentials.apiSecret}" }`,
    'apartment_locks:',
    ...settings.mapping.units.map((unit) => `  "${String(unit.unitId)}": [${unit.doors.map((door) => String(door.lockId)).join(', ')}]`),
    'lock_accessoires:',
    ...doors.map((door) => `  ${String(door.lockId)}: "${door.keypadId}"`),
    'digicode_prefixes:',
    ...doors.filter((door) => door.prefix !== '').map((door) => `  ${String(door.lockId)}: "${door.prefix}"`),
  ].join('\n');
}
