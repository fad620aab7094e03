/** PINs and contacts of guests are planted, a user acts on stays, people and doors, some of it fails, and then everything that is left is searched. */
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
const LOCK = 3101;

let journey: Journey;
let said: Place[];
beforeAll(async () => {
  journey = await startJourney([
    { name: 'Ana Ruiz', arrival: -1, nights: 3 },
    { name: 'Otto Berg', arrival: 4, nights: 3 },
    { name: 'Mia Frost', arrival: 8, nights: 3 },
  ]);
  const settings = join(journey.home, 'settings.json');
  const before = JSON.parse(readFileSync(settings, 'utf8')) as { readonly codes: object };
  writeFileSync(settings, JSON.stringify({ ...before, codes: { ...before.codes, pinLength: 8 } }));
  said = [];
  const { smoobu, theKeys } = journey.clouds;
  const [ana = 0, otto = 0, mia = 0] = journey.bookings;
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
  for (const words of [['history'], ['history', '--booking', String(ana)], ['status'], ['people', 'list'], ['door', String(LOCK)]])
    await act([...words, '--json']);
}, 120_000);
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
