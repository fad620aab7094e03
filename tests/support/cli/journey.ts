/** The command line as processes over a real folder, against demo clouds of its own: one journey of a user. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DemoClouds } from '../../../electron/demo/clouds.ts';
import { startDemoClouds } from '../../../electron/demo/clouds.ts';
import { createSystemClock } from '../../../electron/scheduling/system-clock.ts';
import { defaultSettings } from '../../../shared/domain/settings.ts';
import { addDays, dateOf, localNow } from '../../../shared/time.ts';
import { portfolio } from '../../engine/scenario.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const ZONE = 'Europe/Paris';

export interface JourneyGuest {
  readonly name: string;
  /** Days from today. */
  readonly arrival: number;
  readonly nights: number;
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
  run(...words: readonly string[]): Promise<Ended>;
  /** Every file of the home folder, as text. */
  files(): readonly string[];
  close(): Promise<void>;
}

/** A unit with two doors, in which these guests stay. */
export async function startJourney(guests: readonly JourneyGuest[]): Promise<Journey> {
  const clock = createSystemClock();
  const nowMs = clock.nowMs();
  const { seed, mapping } = portfolio({
    nowMs,
    layout: { zone: ZONE, lockOfKeypad: [0, 1], doorsOfUnit: [[0, 1]] },
    bookings: guests.map(({ arrival, nights }) => ({ unit: 0, arrival, nights, guest: 0, checkIn: null })),
    foreign: [],
  });
  const named = seed.smoobu.bookings.map((booking, index) => ({ ...booking, guestName: guests[index]?.name ?? '' }));
  const clouds = await startDemoClouds({ seed: { ...seed, smoobu: { ...seed.smoobu, bookings: named } }, clock });
  const home = mkdtempSync(join(tmpdir(), 'latchkey-journey-'));
  writeFileSync(join(home, 'settings.json'), JSON.stringify({ ...defaultSettings(), mapping }), { mode: 0o600 });
  return {
    clouds,
    home,
    bookings: clouds.smoobu.bookings().map(({ id }) => id),
    day: (fromToday) => addDays(dateOf(localNow(ZONE, nowMs)), fromToday),
    run: (...words) => run(words, home, clouds),
    files: () => filesOf(home),
    async close() {
      await clouds.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function run(words: readonly string[], home: string, { smoobu, theKeys }: DemoClouds): Promise<Ended> {
  const program = [
    '--disable-warning=ExperimentalWarning',
    '--import',
    join(ROOT, 'build/without-electron.ts'),
    join(ROOT, 'electron/cli.ts'),
  ];
  const child = spawn(process.execPath, [...program, ...words], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
      HOME: home,
      LATCHKEY_HOME: home,
      LATCHKEY_SMOOBU_URL: smoobu.url,
      LATCHKEY_THEKEYS_URL: theKeys.url,
      LATCHKEY_SMOOBU_API_KEY: smoobu.credentials.apiKey,
      LATCHKEY_SMOOBU_API_SECRET: smoobu.credentials.apiSecret,
      LATCHKEY_THEKEYS_USERNAME: theKeys.credentials.username,
      LATCHKEY_THEKEYS_PASSWORD: theKeys.credentials.password,
      LATCHKEY_PIN_KEY: Buffer.alloc(32, 7).toString('base64'),
    },
  });
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
