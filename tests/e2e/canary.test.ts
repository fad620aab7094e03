/**
 * Known secrets, PINs and guest data are planted, the app lives through a full day, and then everything it left behind is searched. Only
 * the one PIN that was revealed may be found, in the one answer that carried it.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DemoSeed } from '../../electron/demo/seed.ts';
import { MARAIS } from '../../electron/demo/portfolio/places.ts';
import { createSystemClock } from '../../electron/scheduling/system-clock.ts';
import { openHistoryStore } from '../../electron/storage/history/history-store.ts';
import { createPinVault } from '../../electron/storage/keychain/pin-vault.ts';
import { openWishStore } from '../../electron/storage/wishes/wish-store.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import { noStayWish } from '../../shared/domain/wishes.ts';
import { parseWallTime } from '../../shared/time.ts';
import type { IpcRecord } from '../host/host.ts';
import { describeOnHost } from '../host/kinds.ts';
import { importFile, lookAtDraft, revealOne, saveAndReadBackup, takeHistory, typeCredentials } from './canary-day.ts';
import { KEYCHAIN_IS_APART, PIN_KEY, prepareApp, syncNow } from './app.ts';
import type { TestApp } from './app.ts';
import type { CallOutput } from '../../shared/ipc/contract.ts';
import { pin } from '../reconcile/fixtures.ts';
import { bookingId } from '../support/ids.ts';
import { ipcOf } from './ipc-log.ts';
import { filesBelow, found } from './search.ts';
import type { Needle, Place } from './search.ts';
import { goTo, openWindow } from './window.ts';

const GUEST_PHONE = '+33600731904';
const GUEST_MAIL = 'canary.guest.8841@planted.invalid';
const NOTICE = 'planted notice: the spare key hangs behind the shutter';
/** For a stay, and stored as the app stores it. */
const TYPED_PIN = '90571846';
const NOTE = 'harmless words of a wish';
const IN_THREADS = 'planted words of a thread';
const TYPED = {
  phone: '+33600559318',
  password: 'typed-Pa55word-"canary"-6613',
  apiKey: 'usr_live_imported_40917725',
  apiSecret: 'aW1wb3J0ZWQtc2VjcmV0LWNhbmFyeS01MjA4',
};

/** Secrets of their own, guest data in every booking, and PINs of eight digits, which nothing else looks like by chance. */
function plant({ smoobu, theKeys }: DemoSeed): DemoSeed {
  const guest = { phone: GUEST_PHONE, email: GUEST_MAIL, notice: NOTICE };
  return {
    smoobu: {
      ...smoobu,
      credentials: { apiKey: 'usr_live_canary_91557730', apiSecret: 'Y2FuYXJ5LXNlY3JldC1vZi10aGUtY2xvdWQtNzcx' },
      bookings: smoobu.bookings.map((booking) => ({ ...booking, ...guest })),
      messages: smoobu.bookings.flatMap(({ id }) =>
        id === undefined ? [] : [{ bookingId: id, from: 'host', text: `${IN_THREADS} ${TYPED_PIN}` } as const],
      ),
    },
    theKeys: {
      ...theKeys,
      credentials: { username: '+33600284417', password: 'canary-Pa55word-3390' },
      shares: theKeys.shares.map((share) => (/^\d{4}$/.test(share.code) ? { ...share, code: `93${share.code}71` } : share)),
    },
  };
}

function plantWish(folder: string, { smoobu }: DemoSeed): void {
  const number = smoobu.bookings.findLast((booking) => booking.id !== undefined)?.id;
  if (number === undefined) throw new Error('no booking has a number');
  const id = bookingId(number);
  const typed = createPinVault(Buffer.from(PIN_KEY, 'base64')).seal('wish-pin', id, pin(TYPED_PIN));
  const wish = { ...noStayWish(), note: NOTE, pin: { typed, retired: [] } };
  openWishStore({ folder, clock: createSystemClock() }).change((wishes) => ({ ...wishes, stays: [{ bookingId: id, wish }] }));
}

/** Guests of one unit are told at once, at any hour; the others only by placeholders. */
function withMessages(settings: Settings): Settings {
  const units = settings.mapping.units.flatMap(({ unitId }) => (unitId === MARAIS ? [] : [unitId]));
  const none = parseWallTime('00:00')!;
  const { messages } = settings;
  return {
    ...settings,
    messages: {
      ...messages,
      quietHours: { from: none, to: none },
      message: { ...messages.message, when: { kind: 'verified' }, except: { units, channels: [] } },
    },
    sending: { message: true, placeholder: true, threads: true, host: true },
  };
}
/** As if the user had seen what would go to whom. */
function plantStart(folder: string): void {
  const history = openHistoryStore({ file: join(folder, 'history.sqlite'), clock: createSystemClock() });
  history.remember((['message', 'placeholder'] as const).map((key) => ({ kind: 'way-started', key, value: { sinceMs: 1 } })));
  history.close();
}

describe('the search', () => {
  it('finds what is there, in every form, and nothing where nothing is', () => {
    const folder = mkdtempSync(join(tmpdir(), 'latchkey-search-'));
    const needle: Needle = { name: 'it', text: 'p"4nted-secret' };
    const hidden: Readonly<Record<string, string | Buffer>> = {
      plain: `before ${needle.text} after`,
      json: JSON.stringify({ a: needle.text }),
      wide: Buffer.from(`x${needle.text}`, 'utf16le'),
      base64: Buffer.from(`user:${needle.text}!`).toString('base64'),
      hex: Buffer.from(`..${needle.text}`).toString('hex'),
      address: `https://x.invalid/?a=${encodeURIComponent(needle.text)}`,
    };
    try {
      for (const [name, content] of Object.entries(hidden)) writeFileSync(join(folder, name), content);
      writeFileSync(join(folder, 'clean'), 'p"4nted-secre');
      const database = new DatabaseSync(join(folder, 'rows.sqlite'));
      database.exec('PRAGMA journal_mode = WAL; CREATE TABLE notes (text TEXT)');
      database.prepare('INSERT INTO notes VALUES (?)').run(needle.text);
      const places = found([needle], filesBelow(folder)).sort();
      database.close();
      expect(places).toEqual([...Object.keys(hidden), 'rows.sqlite-wal'].map((name) => `it: ${name}`).sort());
      expect(found([needle], filesBelow(folder))).toContain('it: rows.sqlite');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describeOnHost('after a day of the app', (kind) => {
  let app: TestApp;
  /** Where the host saves. */
  let desk: string;
  let report: string;
  let revealed: string;
  let pins: readonly Needle[];
  let ipc: readonly IpcRecord[];
  let left: readonly Place[];

  beforeAll(async () => {
    desk = mkdtempSync(join(tmpdir(), 'latchkey-desk-'));
    const seeds: DemoSeed[] = [];
    app = await prepareApp(
      kind,
      (settings) => withMessages({ ...settings, codes: { ...settings.codes, pinLength: 8 } }),
      (given) => {
        const seed = plant(given);
        seeds.push(seed);
        return seed;
      },
    );
    for (const seed of seeds) plantWish(app.profile, seed);
    plantStart(app.profile);
    const { theKeys, smoobu } = app.clouds;
    const { password } = theKeys.credentials;
    const host = await app.start();
    await syncNow(host, app);
    const page = await openWindow(host);
    revealed = await revealOne(page);
    await goTo(page, 'calendar');
    await lookAtDraft(page);

    smoobu.faults.set({ all: { kind: 'server-error' } });
    await syncNow(host, app);
    smoobu.faults.clear();
    theKeys.faults.set({ all: { kind: 'html' } });
    await syncNow(host, app);
    theKeys.faults.clear();
    theKeys.expireTokens();
    theKeys.setPassword('another-canary-Pa55word-1127');
    await syncNow(host, app);
    theKeys.setPassword(password);
    await goTo(page, 'settings');
    if (KEYCHAIN_IS_APART) await typeCredentials(page, TYPED);
    await importFile(page, TYPED);
    await saveAndReadBackup(page, host, desk);
    await syncNow(host, app);
    report = await takeHistory(page, host, desk);
    await page.evaluate("console.log('harmless words of the page')");
    await host.evaluateMain(() => console.log('harmless words of main'), null);
    const tray = await host.tray();
    const notifications = await host.notifications();
    expect(await host.quit()).toBe(0);

    pins = [...new Set([...theKeys.codes().map((code) => code.code), ...theKeys.events().flatMap(({ after }) => after?.code ?? [])])]
      .filter((pin) => pin.length === 8)
      // As they are, and as the window shows them.
      .flatMap((text, index) => [text, text.replaceAll(/(..)(?=.)/g, '$1 ')].map((form) => ({ name: `PIN ${index}`, text: form })));
    ipc = await ipcOf(host);
    const { stdout, stderr } = host.output();
    left = [
      ...filesBelow(app.profile),
      ...filesBelow(`${app.profile}-home`).map((place) => ({ ...place, name: `home/${place.name}` })),
      ...filesBelow(desk).map((file) => ({ ...file, name: `desk/${file.name}` })),
      place('report', report),
      place('standard output', stdout),
      place('standard error', stderr),
      place('console of the page', host.pageOutput().join('\n')),
      place('tray', JSON.stringify(tray)),
      place('notifications', JSON.stringify(notifications)),
    ];
  }, 90_000);
  afterAll(async () => {
    await app.close();
    rmSync(desk, { recursive: true, force: true });
  });

  const place = (name: string, text: string): Place => ({ name, bytes: Buffer.from(text) });
  const messages = (only: (record: IpcRecord) => boolean = () => true): Place => place('messages', JSON.stringify(ipc.filter(only)));
  const secrets = (): Needle[] => {
    const { smoobu, theKeys } = app.clouds;
    return [
      { name: 'API key', text: smoobu.credentials.apiKey },
      { name: 'API secret', text: smoobu.credentials.apiSecret },
      { name: 'user name', text: theKeys.credentials.username },
      { name: 'password', text: theKeys.credentials.password },
      { name: 'pin key', text: PIN_KEY },
      { name: 'pin key in bytes', text: Buffer.from(PIN_KEY, 'base64').toString('hex') },
    ];
  };
  const guests: readonly Needle[] = [
    { name: "guest's phone", text: GUEST_PHONE.slice(1) },
    { name: "guest's mail", text: GUEST_MAIL },
    { name: 'notice', text: NOTICE },
  ];
  const typed: readonly Needle[] = [
    { name: 'typed phone', text: TYPED.phone },
    { name: 'typed password', text: TYPED.password },
    { name: 'imported key', text: TYPED.apiKey },
    { name: 'imported secret', text: TYPED.apiSecret },
  ];

  it('has looked everywhere: harmless words are found in each place', () => {
    const seen = (text: string) => found([{ name: 'words', text }], [...left, messages()]);
    expect(seen('starting')).toEqual(expect.arrayContaining([expect.stringMatching(/^words: logs\//)]));
    expect(seen('"schedule"')).toContain('words: settings.json');
    expect(seen(NOTE)).toEqual(
      expect.arrayContaining(['wishes.json', 'wishes.last-good.json', 'desk/backup.json'].map((at) => `words: ${at}`)),
    );
    expect(seen('manual').filter((line) => line.includes('history.sqlite'))).not.toEqual([]);
    expect(seen('harmless words of main')).toEqual(['words: standard output']);
    expect(seen('harmless words of the page')).toEqual(['words: console of the page']);
    expect(seen('sync-now')).toContain('words: tray');
    expect(seen('snapshot.changed')).toEqual(['words: messages']);
    expect(seen('finished (')).toContain('words: desk/history.csv');
    expect(seen('"latchkeyVersion"')).toContain('words: desk/backup.json');
    expect(seen('Outcome: ')).toContain('words: report');
    expect(pins.length).toBeGreaterThan(20);
    expect(app.clouds.smoobu.requestCount()).toBeGreaterThan(3);
  });

  it('no secret is left anywhere', () => {
    expect(found(secrets(), [...left, messages()])).toEqual([]);
  });

  it('no guest data but the name is left anywhere', () => {
    expect(found(guests, [...left, messages()])).toEqual([]);
  });

  it('guests were told, and no text with a PIN and none of a thread is left anywhere', () => {
    const { smoobu } = app.clouds;
    const lines = smoobu.sentMessages().flatMap(({ text }) => text.split('\n').filter((line) => /\d{8}/.test(line)));
    expect(lines.length).toBeGreaterThan(1);
    expect(smoobu.placeholders().length).toBeGreaterThan(3);
    expect(found([{ name: 'crash', text: 'sync ended by an error' }], left)).toEqual([]);
    const texts = lines.map((text, index) => ({ name: `message ${String(index)}`, text }));
    expect(found([{ name: 'thread', text: IN_THREADS }, ...texts], [...left, messages()])).toEqual([]);
  });

  it('a PIN that was typed for a stay is readable nowhere', () => {
    expect(found([{ name: 'typed PIN', text: TYPED_PIN }], [...left, messages()])).toEqual([]);
  });

  it('what the host typed went to main, and nowhere from there', () => {
    expect(found(typed, [...left, messages(({ direction }) => direction !== 'to-main')])).toEqual([]);
    const carriers = ipc.filter((record) => found(typed, [place('', JSON.stringify(record))]).length > 0);
    expect(carriers.map(({ values }) => values[0])).toEqual([...(KEYCHAIN_IS_APART ? ['credentials.save'] : []), 'import.read']);
  });

  it('one PIN came out, once', () => {
    expect(found(pins, left)).toEqual([]);
    const carriers = ipc.filter((record) => found(pins, [place('', JSON.stringify(record))]).length > 0);
    expect(carriers.map(({ direction, channel }) => [direction, channel])).toEqual([['answer', 'latchkey:call']]);
    const [value] = carriers.map(({ values }) => (values[0] as { readonly value: CallOutput<'call.reveal'> }).value);
    expect(value?.hideAfterMs).toBe(20_000);
    expect(new Set(value?.doors.map(({ pin: shown }) => shown?.replaceAll(' ', '').slice(-8)))).toEqual(new Set([revealed]));
    expect(found(pins, [messages()])).toHaveLength(1);
  });
});
