/** `undo` of a removed code that nobody's booking needs: refused, with the command that makes one for whoever had it. */
import { afterEach, expect, it } from 'vitest';
import { openBackend } from '../../electron/compose/headless.ts';
import { FakeWorld } from '../support/cli/fake-world.ts';
import { accountsIn, startJourney } from '../support/cli/journey.ts';
import type { Journey } from '../support/cli/journey.ts';

let journey: Journey;
let world: FakeWorld;
afterEach(() => journey.close());

interface Refused {
  readonly error: { readonly kind: string; readonly message: string };
  readonly people?: readonly { readonly name: string; readonly command: string }[];
}
async function begin(...names: readonly string[]): Promise<void> {
  journey = await startJourney(names.map((name, index) => ({ name, arrival: 3 + index * 3, nights: 2 })));
  world = new FakeWorld(openBackend);
  world.environment = { ...accountsIn(journey.home, journey.clouds) };
  await world.run('sync');
}
async function runOf(
  ...words: readonly string[]
): Promise<{ readonly id: string; readonly operations: readonly { readonly id: string }[] }> {
  const { run, operations } = (await world.run(...words, '--json')).json() as {
    readonly run: { readonly id: string };
    readonly operations: readonly { readonly id: string }[];
  };
  return { id: run.id, operations };
}
const undo = async (run: string): Promise<Refused & { readonly code: number }> => {
  const ran = await world.run('undo', run, '--yes', '--json');
  return { code: ran.code, ...(ran.json() as Refused) };
};
/** As a shell reads it. */
const wordsOf = (command: string): readonly string[] =>
  [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '').slice(1);

it('names who had it, the doors and the times, and the command works', async () => {
  await begin('Ana "Cha-Cha" Ruiz', 'Otto Berg');
  for (const id of journey.bookings) journey.clouds.smoobu.cancelBooking(id);
  // So many at once wait for the user.
  await world.run('sync');
  const { id, operations } = await runOf('sync', '--apply-held');
  expect([operations.length, journey.clouds.theKeys.codes()]).toEqual([4, []]);
  const refused = await undo(id);
  expect([refused.code, refused.error.kind, refused.people?.length]).toEqual([2, 'act-is-sync', 2]);
  const times = `--from ${journey.day(3)}+15:00 --until ${journey.day(5)}+12:00`;
  const [ana] = refused.people ?? [];
  expect(ana?.command).toBe(`latchkey people add "Ana Cha-Cha Ruiz" --door 3101 --door 3102 ${times}`);
  expect(refused.error.message).toContain(ana?.command);
  // One operation means whoever had that code, with all doors.
  const ofOtto = operations.find(({ id: operation }) => operation.includes(String(journey.bookings[1])))?.id ?? '';
  expect((await undo(ofOtto)).people?.map(({ name }) => name)).toEqual(['Otto Berg']);
  expect((await world.run(...wordsOf(ana?.command ?? ''))).code).toBe(0);
  expect(journey.clouds.theKeys.codes()).toMatchObject(
    [3101, 3102].map((lockId) => ({
      ...{ lockId, name: 'Ana Cha-Cha Ruiz', startDate: journey.day(3), startTime: '15:00', endDate: journey.day(5), endTime: '12:00' },
    })),
  );
}, 60_000);

it('leaves the times open where they are over or not known, and offers nothing for a sync that removed nothing', async () => {
  await begin('Ana Ruiz');
  const { theKeys } = journey.clouds;
  const keypadId = theKeys.codes().find(({ lockId }) => lockId === 3101)?.accessory.stringId ?? '';
  const byHand = theKeys.addForeignCode({ lockId: 3101, keypadId, name: '', code: '862604', description: 'Latchkey#zz9zz9' });
  // Its PIN cannot be kept: it is switched off.
  theKeys.changeCode(byHand.id, { active: false });
  const removed = await runOf('door', '3101', '--remove', String(byHand.id), '--yes');
  const refused = await undo(removed.id);
  expect([refused.code, refused.error.kind]).toEqual([2, 'act-not-undone']);
  expect(refused.people).toMatchObject([
    { name: '', command: 'latchkey people add NAME --door 3101 --from DATE+HH:MM --until DATE+HH:MM' },
  ]);
  const nothing = await undo((await runOf('sync')).id);
  expect([nothing.error.kind, nothing.people]).toEqual(['act-is-sync', undefined]);
}, 60_000);

it('offers nothing for codes that a booking or a person has again by itself', async () => {
  await begin('Ana Ruiz');
  const [booking = 0] = journey.bookings;
  await world.run('people', 'add', 'Cleaner', '--door', '3101', '--always');
  const gone = await runOf('people', 'remove', 'Cleaner', '--yes');
  expect(gone.operations).toHaveLength(1);
  const stay = await runOf('stay', String(booking), '--no-code', '--yes');
  journey.clouds.smoobu.cancelBooking(booking);
  for (const { id } of [gone, stay]) expect((await undo(id)).people).toBeUndefined();
}, 60_000);
