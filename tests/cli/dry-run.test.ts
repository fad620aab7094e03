/** Every command that changes something, with --dry-run: home folder and clouds stay as they are, and the exit code is 0. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openBackend } from '../../electron/compose/headless.ts';
import type { Request } from '../../electron/cli/request.ts';
import { filesBelow } from '../e2e/search.ts';
import { FakeWorld } from '../support/cli/fake-world.ts';
import { accountsIn, startJourney } from '../support/cli/journey.ts';
import type { Journey } from '../support/cli/journey.ts';

const GATE = '3101';
/** Nobody stays behind it. */
const QUIET_DOOR = '3104';
const NEW_LOCK = '3105';
const FORMER_LOCK = '3106';
const OLD_FILE = `thekeys: { username: "+33600000000", password: "x" }
apartment_locks: { "501": 3101 }
lock_accessoires: { 3101: "KpNew" }
`;

let journey: Journey;
let world: FakeWorld;
let given: Given;
interface Given {
  readonly past: string;
  readonly ana: string;
  readonly otto: string;
  /** Of Otto, on the gate. */
  readonly code: string;
  readonly keypad: string;
  readonly foreign: string;
  readonly stay: string;
  readonly removal: string;
}
interface Synced {
  readonly problems: readonly { readonly question?: { readonly key: string } }[];
}
const ACTIONS = [
  ['--new-pin'],
  ['--block'],
  ['--unblock'],
  ['--from', '-1+18:00'],
  ['--until', '0+15:00'],
  ['--reset-times'],
  ['--extend', '60'],
  ['--pin', '482615'],
  ['--no-code'],
  ['--with-code'],
  ['--no-messages'],
  ['--with-messages'],
  ['--note', 'late'],
];

beforeAll(async () => {
  const guests = [
    { name: 'Past Guest', arrival: -6, nights: 2 },
    { name: 'Ana Ruiz', arrival: -1, nights: 3 },
    { name: 'Mia Frost', arrival: -1, nights: 3, unit: 1 },
    { name: 'Otto Berg', arrival: 4, nights: 3 },
  ];
  journey = await startJourney(guests, { lockOfKeypad: [0, 1, 2, 3, 4, 5], doorsOfUnit: [[0, 1], [2], [3]] });
  const path = join(journey.home, 'settings.json');
  const settings = JSON.parse(readFileSync(path, 'utf8')) as { readonly mapping: object };
  const retired = [{ lockId: Number(FORMER_LOCK), keypadId: 'Kp5of3106x' }];
  const templates = [{ name: 'code', language: 'en', unitId: null, version: 1, text: 'Code {doors}' }];
  writeFileSync(path, JSON.stringify({ ...settings, mapping: { ...settings.mapping, retired }, templates }));
  world = new FakeWorld(openBackend);
  world.environment = { ...accountsIn(journey.home, journey.clouds) };
  world.files['/work/old.yaml'] = OLD_FILE;
  world.files['/work/text.txt'] = 'Code {doors}';
  world.input = 'a-key\na-secret\n';
  const { theKeys } = journey.clouds;
  const runOf = async (...words: readonly string[]): Promise<string> => {
    const ran = await world.run(...words, '--yes', '--json');
    return (ran.json() as { readonly run: { readonly id: string } }).run.id;
  };
  await world.run('sync');
  const [past = '', ana = '', , otto = ''] = journey.bookings.map(String);
  const onGate = theKeys.codes().filter(({ lockId }) => lockId === Number(GATE));
  const keypad = onGate[0]?.accessory.stringId ?? '';
  const code = String(onGate.find(({ description }) => description === `Smoobu#${otto}`)?.id);
  const byHand = (name: string, pin: string): string =>
    String(theKeys.addForeignCode({ lockId: Number(GATE), keypadId: keypad, name, code: pin, description: '' }).id);
  const stay = await runOf('stay', ana, '--until', '0+13:00');
  await runOf('people', 'add', 'Cleaner', '--door', GATE, '--always');
  await runOf('door', GATE, '--spare', 'on');
  const removal = await runOf('door', GATE, '--remove', byHand('Neighbour', '862604'));
  await world.run('messages', 'start', 'message', '--already-told-until', 'none', '--yes');
  given = { past, ana, otto, code, keypad, foreign: byHand('Plumber', '749302'), stay, removal };
}, 60_000);
afterAll(() => journey.close());

type Words = (given: Given) => readonly string[];
const FIELDS = ['--name', 'Side door', '--pin', '5820', '--from', '2030-01-01', '--to', '2030-01-05'];

/** `null`: it changes nothing. A new command does not compile before it is here. */
const CASES: Readonly<Record<Exclude<Request['command'], 'watch' | 'answer'>, readonly Words[] | null>> = {
  sync: [() => ['sync', '--apply-held']],
  'codes create': [({ keypad }) => ['codes', 'create', '--lock', GATE, '--keypad', keypad, ...FIELDS]],
  'codes update': [({ code }) => ['codes', 'update', code, '--lock', GATE, '--to', '2031-01-01']],
  'codes delete': [({ code }) => ['codes', 'delete', code, '--lock', GATE], ({ foreign }) => ['codes', 'delete', foreign, '--lock', GATE]],
  'people add': [
    () => ['people', 'add', 'Plumber', '--door', GATE, '--always', '--pin', '482615'],
    () => ['people', 'add', 'Cleaner', '--door', GATE, '--between-stays', '501'],
  ],
  'people edit': [() => ['people', 'edit', 'Cleaner', '--name', 'Cleaners', '--door', '3102']],
  'people remove': [() => ['people', 'remove', 'Cleaner']],
  'people link': [({ foreign }) => ['people', 'link', foreign, '--lock', GATE, 'Plumber']],
  door: [
    ({ foreign }) => ['door', GATE, '--remove', foreign],
    () => ['door', QUIET_DOOR, '--replace-by', NEW_LOCK],
    () => ['door', '3102', '--spare', 'on'],
    () => ['door', GATE, '--spare', 'off'],
    () => ['door', FORMER_LOCK, '--give-up'],
  ],
  stay: ACTIONS.map((action) => ({ ana }: Given) => ['stay', ana, ...action]),
  undo: [({ stay }) => ['undo', stay], ({ removal }) => ['undo', removal]],
  forget: [({ past }) => ['forget', past]],
  pause: [() => ['pause'], () => ['pause', '2']],
  resume: [() => ['resume']],
  'templates set': [() => ['templates', 'set', 'code', '--language', 'fr', 'text.txt']],
  'templates reset': [() => ['templates', 'reset', 'code', '--language', 'en']],
  'templates test': [({ ana }) => ['templates', 'test', 'code', ana, '--language', 'fr']],
  'templates approve': [() => ['templates', 'approve', 'es']],
  'messages start': [
    () => ['messages', 'start', 'message', '--already-told-until', 'none'],
    () => ['messages', 'start', 'placeholder', '--key', 'door'],
    () => ['messages', 'start', 'threads'],
    () => ['messages', 'start', 'host'],
  ],
  'messages stop': [() => ['messages', 'stop', 'message']],
  'messages send': [({ ana }) => ['messages', 'send', ana]],
  'messages mark-told': [({ ana }) => ['messages', 'mark-told', ana]],
  import: [() => ['import', 'old.yaml']],
  credentials: [
    () => ['credentials', 'set', 'smoobu'],
    () => ['credentials', 'remove', 'the-keys'],
    () => ['credentials', 'remove', 'watchdog'],
  ],
  status: null,
  history: null,
  discover: null,
  'codes list': null,
  'people list': null,
  'messages list': null,
  'messages preview': null,
  'templates list': null,
  'templates show': null,
  print: null,
  doctor: null,
};

async function expectNothingChanged(line: readonly string[]): Promise<void> {
  const before = everything();
  const asked = await world.run(...line, '--dry-run', '--yes');
  expect([asked.code, asked.error.replaceAll(/^(?:! .*)\n/gm, '')], line.join(' ')).toEqual([0, '']);
  expect(asked.out).not.toBe('');
  // Without --yes: a dry run asks nothing.
  const inJson = await world.run(...line, '--dry-run', '--json');
  expect([inJson.code, typeof inJson.json()]).toEqual([0, 'object']);
  expect(everything()).toEqual(before);
}

describe('--dry-run changes nothing, here or on the locks', () => {
  it.each(Object.entries(CASES).flatMap(([command, all]) => (all ?? []).map((words, index) => ({ command, index, words }))))(
    '$command ($index)',
    ({ words }) => expectNothingChanged(words(given)),
    30_000,
  );

  it('watch', async () => {
    const before = everything();
    const running = world.run('watch', '--dry-run', '--yes', '--json', '--cron', '0 0 1 1 *');
    await vi.waitFor(() => expect(world.errorSoFar).toContain('Next run'), 10_000);
    world.signal();
    expect((await running).code).toBe(0);
    expect(everything()).toEqual(before);
  });

  it('answer', async () => {
    const [, , mia = 0] = journey.bookings;
    journey.clouds.smoobu.cancelBooking(mia);
    const synced = (await world.run('sync', '--json')).json() as Synced;
    const key = synced.problems.flatMap(({ question }) => question?.key ?? [])[0] ?? '';
    await expectNothingChanged(['answer', key, 'approve']);
    expect((await world.run('answer', key, 'perhaps', '--dry-run')).code).toBe(2);
  });
});

/** What the clouds hold and the home folder does. Of the history of a dry sync, that there was one is recorded, and nothing else. */
function everything(): object {
  const { smoobu, theKeys } = journey.clouds;
  const files = filesBelow(journey.home).filter(({ name }) => !/^logs|\.lock$|^history\.sqlite/.test(name));
  return {
    codes: structuredClone(theKeys.codes()),
    bookings: structuredClone(smoobu.bookings()),
    files: files.map(({ name, bytes }) => [name, bytes.toString('base64')]),
    history: historyRows(),
  };
}

function historyRows(): object {
  const database = new DatabaseSync(join(journey.home, 'history.sqlite'), { readOnly: true });
  try {
    const rows = (table: string) => database.prepare(`SELECT * FROM "${table}"`).all();
    const dry = new Set(rows('runs').flatMap(({ mode, id }) => (mode === 'dry-run' ? [id] : [])));
    const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").all();
    return tables.map(({ name }) => [name, rows(String(name)).filter((row) => !dry.has(row.id ?? null) && !dry.has(row.run_id ?? null))]);
  } finally {
    database.close();
  }
}
