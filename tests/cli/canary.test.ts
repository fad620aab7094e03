/** PINs and contacts of guests are planted, a user acts on stays, people and doors and has guests told, some of it fails, and then all that is left is searched. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { filesBelow, found } from '../e2e/search.ts';
import type { Needle, Place } from '../e2e/search.ts';
import { startJourney } from '../support/cli/journey.ts';
import type { Journey } from '../support/cli/journey.ts';

/** Eight digits, which nothing else looks like by chance. */
const PINS = {
  own: '90571846',
  refused: '60284917',
  ofPerson: '73920584',
  linked: '58203961',
  removed: '49718205',
  setByHand: '27460813',
} as const;
const CONTACTS = ['731904', '284417', '559318'].map((part) => ({ email: `canary.guest.${part}@planted.invalid`, phone: `+33600${part}` }));
const NOTE = 'harmless words of a wish';
const IN_THREADS = 'planted words of a thread';
const LOCK = 3101;

let journey: Journey;
let said: Place[];
beforeAll(async () => {
  journey = await startJourney([
    { name: 'Ana Ruiz', arrival: -1, nights: 3 },
    { name: 'Otto Berg', arrival: 4, nights: 3 },
    { name: 'Mia Frost', arrival: 8, nights: 3 },
    { name: 'Eve Lund', arrival: 2, nights: 2 },
  ]);
  const settings = join(journey.home, 'settings.json');
  const before = JSON.parse(readFileSync(settings, 'utf8')) as { readonly codes: object };
  // At any hour, and at once.
  const quietHours = { from: '00:00', to: '00:00' };
  const messages = { quietHours, message: { when: { kind: 'verified' } }, placeholder: { daysBefore: 20, doorsKey: 'allDoors' } };
  writeFileSync(settings, JSON.stringify({ ...before, messages, codes: { ...before.codes, pinLength: 8 } }));
  said = [];
  const { smoobu, theKeys } = journey.clouds;
  const [ana = 0, otto = 0, mia = 0, eve = 0] = journey.bookings;
  for (const [index, contact] of CONTACTS.entries()) smoobu.changeBooking(journey.bookings[index] ?? 0, contact);
  const byHand = (pin: string): number => {
    const { keypadId } = doorOf();
    return theKeys.addForeignCode({ lockId: LOCK, keypadId, name: 'By hand', code: pin, description: '' }).id;
  };
  const act = async (words: readonly string[], code = 0): Promise<string> => {
    const ran = await journey.run(...words, '--verbose');
    said.push({ name: words.join(' '), bytes: Buffer.from(ran.out + ran.error) });
    expect(ran.code, `${words.join(' ')}: ${ran.error}`).toBe(code);
    return ran.out;
  };
  const runOf = (out: string): string => (JSON.parse(out) as { readonly run: { readonly id: string } }).run.id;

  await act(['sync', '--json']);
  // The right PIN, and that of another stay.
  smoobu.addMessage({ bookingId: ana, from: 'host', text: `${IN_THREADS}: ${codesOf(ana)[0]?.code ?? ''}` });
  smoobu.addMessage({ bookingId: eve, from: 'guest', text: `${IN_THREADS}?` });
  smoobu.addMessage({ bookingId: eve, from: 'host', text: `${IN_THREADS}. The code is ${codesOf(otto)[0]?.code ?? ''}` });
  for (const way of ['threads', 'host', 'placeholder']) await act(['messages', 'start', way, '--yes', '--json']);
  expect(await act(['sync', '--json'], 1)).toContain('told-wrong-pin');
  await act(['messages', 'start', 'message', '--dry-run']);
  await act(['messages', 'start', 'message', '--yes']);
  smoobu.faults.set({ writes: { kind: 'server-error-after' } });
  await act(['sync', '--json']);
  smoobu.faults.clear();
  await act(['sync', '--json']);
  await act(['stay', String(ana), '--pin', PINS.own]);
  await act(['stay', String(ana), '--note', NOTE]);
  // Retired: a PIN that cannot be drawn again.
  await act(['stay', String(ana), '--new-pin', '--yes', '--json']);
  theKeys.setSwitches({ refusedPins: PINS.refused });
  await act(['stay', String(otto), '--pin', PINS.refused], 1);
  theKeys.setSwitches({ refusedPins: '' });
  await act(['stay', String(otto), '--block', '--json']);
  for (const { id } of codesOf(mia)) theKeys.changeCode(id, { code: PINS.setByHand });
  await act(['sync', '--json']);
  // A copy for undo.
  await act(['stay', String(mia), '--no-code', '--yes', '--json']);
  await act(['people', 'add', 'Cleaner', '--door', String(LOCK), '--always', '--pin', PINS.ofPerson, '--json']);
  await act(['people', 'link', String(byHand(PINS.linked)), '--lock', String(LOCK), 'Gardener', '--yes', '--json']);
  const removal = runOf(await act(['door', String(LOCK), '--remove', String(byHand(PINS.removed)), '--yes', '--json']));
  expect(journey.opens(PINS.removed)).toEqual([]);
  // In part: a code without a limit comes back with an end.
  await act(['undo', removal, '--yes', '--json'], 1);
  expect(journey.opens(PINS.removed)).toEqual([LOCK]);
  theKeys.faults.set({ writes: { kind: 'server-error-after' } });
  await act(['people', 'edit', 'Cleaner', '--name', 'Cleaner Two', '--json']);
  theKeys.faults.set({ all: { kind: 'html' } });
  await act(['door', String(LOCK)], 4);
  theKeys.faults.clear();
  await act(['messages', 'preview', String(eve), '--json']);
  await act(['stay', String(eve), '--new-pin', '--yes', '--json']);
  for (const words of [
    ['messages', 'list'],
    ['stay', String(eve)],
    ['history'],
    ['history', '--booking', String(ana)],
    ['status'],
    ['people', 'list'],
    ['door', String(LOCK)],
  ])
    await act([...words, '--json']);
}, 180_000);
afterAll(() => journey.close());

const doorOf = () => {
  const code = journey.clouds.theKeys.codes(LOCK)[0];
  if (code === undefined) throw new Error('no code is on the lock');
  return { keypadId: code.accessory.stringId };
};
const codesOf = (booking: number) =>
  journey.clouds.theKeys.codes().filter(({ description }) => description?.startsWith(`Smoobu#${String(booking)}`) === true);
const left = (): readonly Place[] => [...filesBelow(journey.home), ...said];

it('has looked everywhere: harmless words are found', () => {
  const seen = found(
    [
      { name: 'words', text: NOTE },
      { name: 'guest', text: 'Ana Ruiz' },
      { name: 'log', text: 'sync finished' },
    ],
    left(),
  ).join('\n');
  for (const place of ['words: wishes.json', 'words: wishes.last-good.json', 'guest: history.sqlite', 'logs/', 'guest: history --booking'])
    expect(seen).toContain(place);
  expect(pinsSeen().length).toBeGreaterThan(Object.keys(PINS).length + 2);
});

/** Those that were planted, and every one that was ever on a lock. */
const pinsSeen = (): readonly Needle[] =>
  [...new Set([...Object.values(PINS), ...journey.clouds.theKeys.events().flatMap(({ after }) => after?.code ?? [])])]
    .filter((pin) => /^\d{8}$/.test(pin))
    .map((text, index) => ({ name: `PIN ${String(index)}`, text }));

it('guests were told and corrected, and their PINs are at Smoobu', () => {
  const texts = journey.clouds.smoobu.sentMessages().map(({ text }) => text);
  expect(texts.filter((text) => pinsSeen().some((pin) => text.includes(pin.text))).length).toBeGreaterThan(3);
  expect(texts.some((text) => text.includes('has changed'))).toBe(true);
  expect(journey.clouds.smoobu.placeholders().some(({ defaultValue }) => pinsSeen().some((pin) => defaultValue.includes(pin.text)))).toBe(
    true,
  );
});

it('no text of a thread and no message can be read in any file or output', () => {
  const lines = journey.clouds.smoobu.sentMessages().flatMap(({ text }) => text.split('\n').filter((line) => /\d{8}/.test(line)));
  const messages = [...new Set(lines)].map((text, index) => ({ name: `message ${String(index)}`, text }));
  expect(messages.length).toBeGreaterThan(3);
  expect(found([{ name: 'thread', text: IN_THREADS }, ...messages], left())).toEqual([]);
});

it('no PIN and no copy of one can be read in any file or output', () => {
  expect(found(pinsSeen(), left())).toEqual([]);
});

it('no contact of a guest is left in any file or output', () => {
  const contacts = CONTACTS.flatMap(({ email, phone }) => [
    { name: 'mail', text: email },
    { name: 'phone', text: phone.slice(1) },
  ]);
  expect(found(contacts, left())).toEqual([]);
});
