/** `undo RUN` of `people link`, over the demo clouds: the code is made by hand again, and stays so. */
import { afterEach, expect, it } from 'vitest';
import { openBackend } from '../../electron/compose/headless.ts';
import { FakeWorld } from '../support/cli/fake-world.ts';
import type { Ran } from '../support/cli/fake-world.ts';
import { accountsIn, startJourney } from '../support/cli/journey.ts';
import type { Journey } from '../support/cli/journey.ts';

const LOCK = 3101;
const NEIGHBOUR = { lockId: LOCK, name: 'Neighbour', code: '862604', description: 'second floor' };

let journey: Journey;
let world: FakeWorld;
afterEach(() => journey.close());

/** The run that linked the neighbour's code, which has these dates. */
async function link(dates: Readonly<Record<string, unknown>> = {}): Promise<string> {
  journey = await startJourney([{ name: 'Ana Ruiz', arrival: -1, nights: 3 }]);
  world = new FakeWorld(openBackend);
  world.environment = { ...accountsIn(journey.home, journey.clouds) };
  await world.run('sync');
  const { theKeys } = journey.clouds;
  const keypadId = theKeys.codes().find(({ lockId }) => lockId === LOCK)?.accessory.stringId ?? '';
  const { id } = theKeys.addForeignCode({ ...NEIGHBOUR, keypadId });
  const limits = { startDate: journey.day(-2), startTime: '08:00', endDate: journey.day(20), endTime: '18:00' };
  theKeys.changeCode(id, { ...limits, ...dates });
  before = code();
  const ran = await world.run('people', 'link', String(id), '--lock', String(LOCK), 'Otto', '--yes', '--json');
  expect([ran.code, code()?.description]).toEqual([0, expect.stringMatching(/^Latchkey#\w{6} second floor$/)]);
  return (ran.json() as { readonly run: { readonly id: string } }).run.id;
}
let before: ReturnType<typeof code>;
const code = () => structuredClone(journey.clouds.theKeys.codes().find(({ code: pin }) => pin === NEIGHBOUR.code));
const undo = (run: string): Promise<Ran> => world.run('undo', run, '--yes', '--json');
const people = async () => ((await world.run('people', 'list', '--json')).json() as { readonly people: readonly unknown[] }).people;

it('gives the code its name, note and times again, once, and no sync changes it any more', async () => {
  const run = await link();
  expect(code()?.name).toBe('Otto');
  expect((await world.run('undo', run)).error.replaceAll(/\s+/g, ' ')).toContain('it is called “Neighbour”, keeps its PIN');
  const undone = await undo(`${run}/any`);
  expect([undone.code, undone.json(), code()]).toMatchObject([
    0,
    { operations: [{ kind: 'update', status: 'done', by: 'user' }] },
    before ?? {},
  ]);
  expect(await people()).toEqual([]);
  expect((await undo(run)).json()).toMatchObject({ error: { kind: 'act-unknown' } });
  const synced = (await world.run('sync', '--json')).json();
  expect([synced, code()]).toMatchObject([{ run: { outcome: 'nothing-to-do' }, problems: [] }, before ?? {}]);
}, 60_000);

it('is done in part where the code had no end: it keeps the one it has', async () => {
  const run = await link({ endDate: null, endTime: null });
  const limited = code()?.endDate;
  const undone = await undo(run);
  expect([undone.code, code()]).toMatchObject([1, { name: 'Neighbour', description: 'second floor', endDate: limited }]);
  expect((await world.run('sync', '--json')).json()).toMatchObject({ run: { outcome: 'nothing-to-do' } });
}, 60_000);

it.each<[string, () => unknown]>([
  ['the person was changed', () => world.run('people', 'edit', 'Otto', '--name', 'Otto Berg')],
  ['the person was removed', () => world.run('people', 'remove', 'Otto', '--yes')],
  ['the PIN was changed by hand', () => journey.clouds.theKeys.changeCode(code()?.id ?? 0, { code: '739184' })],
  ['the code is gone', () => journey.clouds.theKeys.removeCode(code()?.id ?? 0)],
])(
  'is refused when %s since',
  async (_what, change) => {
    const run = await link();
    await change();
    const codes = structuredClone(journey.clouds.theKeys.codes());
    const ran = await undo(run);
    expect([ran.code, ran.json(), journey.clouds.theKeys.codes()]).toMatchObject([2, { error: { kind: 'act-changed' } }, codes]);
  },
  60_000,
);

it('leaves everything as it was while The Keys refuses, and works later', async () => {
  const run = await link();
  const { theKeys } = journey.clouds;
  const linked = code();
  theKeys.setSwitches({ refuseWith: 'This name is taken' });
  const refused = await undo(run);
  expect([refused.code, code()?.description]).toEqual([1, linked?.description]);
  expect(await people()).toHaveLength(1);
  theKeys.setSwitches({ refuseWith: '' });
  expect([(await undo(run)).code, code()]).toEqual([0, before]);
}, 60_000);

it('forgets the person alone where the tag was taken off by hand', async () => {
  const run = await link();
  journey.clouds.theKeys.changeCode(code()?.id ?? 0, { description: 'mine' });
  const undone = await undo(run);
  expect([undone.code, code()?.description, await people()]).toEqual([0, 'mine', []]);
}, 60_000);
