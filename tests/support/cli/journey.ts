/** The built command line as processes over a real folder, against demo clouds of its own: one journey of a user. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DemoClouds } from '../../../electron/demo/clouds.ts';
import { startDemoClouds } from '../../../electron/demo/clouds.ts';
import { createSystemClock } from '../../../electron/scheduling/system-clock.ts';
import { defaultSettings } from '../../../shared/domain/settings.ts';
import { addDays, at, dateOf, instantOf, localNow, parseWallTime } from '../../../shared/time.ts';
import { portfolio } from '../../engine/scenario.ts';
import type { Layout } from '../../engine/scenario.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** As it is shipped: `npm run build` makes it. */
const BUILT_CLI = ['--disable-warning=ExperimentalWarning', join(ROOT, 'out/cli.js')];
const ZONE = 'Europe/Paris';
const ONE_UNIT = { lockOfKeypad: [0, 1], doorsOfUnit: [[0, 1]] };

export interface JourneyGuest {
  readonly name: string;
  /** Days from today. */
  readonly arrival: number;
  readonly nights: number;
  /** The first by default. */
  readonly unit?: number;
  readonly checkIn?: string;
  readonly checkOut?: string;
  readonly email?: string;
}
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
  json(): Record<string, unknown>;
}
export interface Journey {
  readonly clouds: DemoClouds;
  readonly home: string;
  /** Of the guests, in their order. */
  readonly bookings: readonly number[];
  day(fromToday: number): string;
  /** The locks that this PIN opens, now or at a time of a day. */
  opens(pin: string | undefined, fromToday?: number, time?: string): readonly number[];
  run(...words: readonly string[]): Promise<Ended>;
  /** Every file of the home folder, as text. */
  files(): readonly string[];
  close(): Promise<void>;
}

/** A unit with two doors, or another layout, in which these guests stay. */
export async function startJourney(guests: readonly JourneyGuest[], layout: Omit<Layout, 'zone'> = ONE_UNIT): Promise<Journey> {
  const clock = createSystemClock();
  const nowMs = clock.nowMs();
  const { seed, mapping } = portfolio({
    nowMs,
    layout: { ...layout, zone: ZONE },
    bookings: guests.map(({ arrival, nights, unit = 0, checkIn = null }) => ({ unit, arrival, nights, guest: 0, checkIn })),
    foreign: [],
  });
  const named = seed.smoobu.bookings.map((booking, index) => {
    const { name = '', checkOut = null, email = '' } = guests[index] ?? {};
    return { ...booking, guestName: name, checkOut, email };
  });
  const clouds = await startDemoClouds({ seed: { ...seed, smoobu: { ...seed.smoobu, bookings: named } }, clock });
  const home = mkdtempSync(join(tmpdir(), 'latchkey-journey-'));
  const day = (fromToday: number) => addDays(dateOf(localNow(ZONE, nowMs)), fromToday);
  const instant = (fromToday?: number, time = ''): number => {
    const wall = parseWallTime(time);
    return fromToday === undefined || wall === null ? clock.nowMs() : instantOf(at(day(fromToday), wall), ZONE);
  };
  const settings = defaultSettings();
  // Whatever the hour, messages go at once.
  const messages = { ...settings.messages, quietHours: { from: '00:00', to: '00:00' } };
  writeFileSync(join(home, 'settings.json'), JSON.stringify({ ...settings, messages, mapping }), { mode: 0o600 });
  return {
    clouds,
    home,
    bookings: clouds.smoobu.bookings().map(({ id }) => id),
    day,
    opens: (pin = '', ...when) =>
      clouds.theKeys
        .locks()
        .filter(({ id, accessories }) => accessories.some(({ stringId }) => clouds.theKeys.opens(id, stringId, pin, instant(...when))))
        .map(({ id }) => id),
    run: (...words) => run(words, home, clouds),
    files: () => filesOf(home),
    async close() {
      await clouds.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

interface BuiltOptions {
  readonly home: string;
  readonly clouds: DemoClouds;
  readonly environment?: Readonly<Record<string, string>>;
  /** A program that starts it, with its arguments. */
  readonly before?: readonly string[];
}

/** Starts the built command line with the accounts of the demo clouds in its environment. */
export function spawnBuilt(words: readonly string[], { home, clouds, environment = {}, before = [] }: BuiltOptions) {
  const [program, ...first] = [...before, process.execPath];
  return spawn(program, [...first, ...BUILT_CLI, ...words], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
      HOME: home,
      ...accountsIn(home, clouds),
      ...environment,
    },
  });
}

/** The environment that names the home folder and the accounts of the demo clouds. */
export function accountsIn(home: string, { smoobu, theKeys }: DemoClouds): Readonly<Record<string, string>> {
  return {
    LATCHKEY_HOME: home,
    LATCHKEY_SMOOBU_URL: smoobu.url,
    LATCHKEY_THEKEYS_URL: theKeys.url,
    LATCHKEY_SMOOBU_API_KEY: smoobu.credentials.apiKey,
    LATCHKEY_SMOOBU_API_SECRET: smoobu.credentials.apiSecret,
    LATCHKEY_THEKEYS_USERNAME: theKeys.credentials.username,
    LATCHKEY_THEKEYS_PASSWORD: theKeys.credentials.password,
    LATCHKEY_PIN_KEY: Buffer.alloc(32, 7).toString('base64'),
  };
}

function run(words: readonly string[], home: string, clouds: DemoClouds): Promise<Ended> {
  const child = spawnBuilt(words, { home, clouds });
  let [out, error] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (error += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, error, json: () => JSON.parse(out) as Record<string, unknown> }));
  });
}

function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, 'latin1'));
}
