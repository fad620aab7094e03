/** `messages` over real stores and the demo clouds: from a preview to the guest's thread. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openBackend } from '../../electron/compose/headless.ts';
import { FakeWorld } from '../support/cli/fake-world.ts';
import { accountsIn, startJourney } from '../support/cli/journey.ts';
import type { Journey } from '../support/cli/journey.ts';

let journey: Journey;
let world: FakeWorld;
let ids: readonly string[];

beforeEach(async () => {
  journey = await startJourney(
    [
      { name: 'Ana Staying', arrival: -1, nights: 2 },
      // So near that the message is due at any hour of today.
      { name: 'Mateo Soon', arrival: 1, nights: 2 },
      { name: 'Late Comer', arrival: 20, nights: 2 },
    ],
    { lockOfKeypad: [0], doorsOfUnit: [[0]] },
  );
  world = new FakeWorld(openBackend);
  world.environment = { ...accountsIn(journey.home, journey.clouds) };
  ids = journey.bookings.map(String);
  await world.run('sync');
});
afterEach(() => journey.close());

function sent(booking: string | undefined): readonly string[] {
  return journey.clouds.smoobu.sentMessages(Number(booking)).map(({ text }) => text);
}
function pinOf(booking: string | undefined): string {
  return journey.clouds.theKeys.codes().find(({ description }) => description === `Smoobu#${booking ?? ''}`)?.code ?? 'none';
}
function messagesIn(
  ended: Awaited<ReturnType<FakeWorld['run']>>,
): readonly { bookingId: number; way: string; state: string; will?: string }[] {
  return (ended.json() as { messages: never }).messages;
}
function toldIn(ended: Awaited<ReturnType<FakeWorld['run']>>): unknown {
  return (ended.json() as { told?: unknown }).told;
}

test('nothing is sent before the start; the start says to whom, and who counts as told', async () => {
  const off = await world.run('messages', 'list', '--json');
  expect(off.json()).toMatchObject({ ways: { placeholder: { on: false }, message: { on: false } }, messages: [] });
  expect((await world.run('messages', 'send', ids[1] ?? '')).code).toBe(2);
  await world.run('sync');
  expect(ids.flatMap(sent)).toEqual([]);

  const refused = await world.run('messages', 'start', 'message');
  expect([refused.code, refused.error]).toEqual([2, expect.stringContaining('Mateo Soon')]);
  const shown = await world.run('messages', 'start', 'message', '--dry-run', '--json');
  expect(messagesIn(shown).map(({ will }) => will)).toEqual(['told', 'now', 'later']);
  expect((await world.run('messages', 'list', '--json')).json()).toMatchObject({ ways: { message: { on: false } } });

  expect((await world.run('messages', 'start', 'message', '--yes', '--json')).json()).toEqual({ ok: true });
  const synced = await world.run('sync', '--json');
  expect([synced.code, toldIn(synced)]).toEqual([0, [expect.objectContaining({ bookingId: Number(ids[1]), state: 'sent' })]]);
  expect(ids.map((id) => sent(id).length)).toEqual([0, 1, 0]);
  expect(sent(ids[1])[0]).toContain(pinOf(ids[1]));
  const listed = messagesIn(await world.run('messages', 'list', '--json'));
  expect(listed.map(({ state }) => state)).toEqual(['told-by-user', 'sent', 'scheduled']);
  expect(toldIn(await world.run('sync', '--json'))).toBeUndefined();
});

test('a stay says what its guest was told, and so does who replaces the PIN or blocks the guest', async () => {
  const [, mateo = ''] = ids;
  const toldOf = async (): Promise<unknown> => ((await world.run('stay', mateo, '--json')).json() as { stay: { told: unknown } }).stay.told;
  expect(await toldOf()).toEqual([]);
  await world.run('messages', 'start', 'message', '--yes');
  await world.run('sync');
  const at = expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) as unknown;
  expect(await toldOf()).toEqual([{ way: 'message', state: 'sent', at, agrees: 'yes' }]);
  expect((await world.run('stay', mateo)).out).toContain('Told    by message, ');
  const refused = await world.run('stay', mateo, '--new-pin');
  expect([refused.code, refused.error]).toEqual([2, expect.stringContaining('Mateo Soon was told this PIN by message on ')]);
  await world.run('pause');
  await world.run('stay', mateo, '--new-pin', '--yes');
  expect(await toldOf()).toEqual([{ way: 'message', state: 'sent', at, agrees: 'no' }]);
  const blocked = await world.run('stay', mateo, '--block');
  expect([blocked.code, blocked.error]).toEqual([0, expect.not.stringContaining('was told this PIN')]);
});

test('a preview has dots for the digits, in the language of the guest', async () => {
  const shown = await world.run('messages', 'preview', ids[1] ?? '', '--json');
  const { preview } = shown.json() as { preview: { text: string; language: string; waitsFor: null } };
  expect(preview).toMatchObject({ language: 'en', waitsFor: null });
  expect(preview.text).toContain('••••');
  expect(shown.out).not.toContain(pinOf(ids[1]));
  const revealed = await world.run('messages', 'preview', ids[1] ?? '', '--reveal', '--json');
  expect((revealed.json() as { preview: { text: string } }).preview.text).toContain(pinOf(ids[1]));
  expect((await world.run('messages', 'preview', '4711')).code).toBe(2);
});

test('the user has one sent early, and says that another was told by phone', async () => {
  await world.run('messages', 'start', 'message', '--yes');
  await world.run('sync');
  const early = await world.run('messages', 'send', ids[2] ?? '', '--yes', '--json');
  expect([early.code, early.json()]).toEqual([0, { ok: true }]);
  expect(sent(ids[2])[0]).toContain(pinOf(ids[2]));
  const again = await world.run('messages', 'send', ids[2] ?? '', '--yes');
  expect([again.code, again.error]).toEqual([2, expect.stringContaining('told already')]);
  expect(sent(ids[2])).toHaveLength(1);
});

test('who was told by phone is sent nothing, and a new PIN is a correction', async () => {
  expect((await world.run('messages', 'mark-told', ids[1] ?? '', '--json')).json()).toEqual({ ok: true });
  await world.run('messages', 'start', 'message', '--yes');
  await world.run('sync');
  expect(sent(ids[1])).toEqual([]);
  const former = pinOf(ids[1]);
  const changed = await world.run('stay', ids[1] ?? '', '--new-pin', '--yes', '--json');
  expect(toldIn(changed)).toEqual([expect.objectContaining({ kind: 'correction', state: 'sent' })]);
  expect(pinOf(ids[1])).not.toBe(former);
  expect(sent(ids[1])[0]).toContain(pinOf(ids[1]));
});

test('a placeholder is kept under the name of the user’s templates, and goes when that is switched off', async () => {
  expect((await world.run('messages', 'start', 'message', '--key', 'door', '--yes')).code).toBe(2);
  expect((await world.run('messages', 'start', 'placeholder', '--key', '1', '--yes')).code).toBe(2);
  const shown = await world.run('messages', 'start', 'placeholder', '--key', 'doorCode', '--dry-run');
  expect(shown.out).toContain('Mateo Soon');
  await world.run('messages', 'start', 'placeholder', '--key', 'doorCode', '--yes');
  await world.run('sync');
  const kept = () =>
    journey.clouds.smoobu.placeholders().map(({ key, foreignId, defaultValue }) => `${key} ${String(foreignId)} ${defaultValue}`);
  expect(kept()).toContainEqual(expect.stringMatching(new RegExp(`^doorCode ${ids[1] ?? ''} \\d*${pinOf(ids[1])}$`)));
  await world.run('messages', 'stop', 'placeholder');
  await world.run('sync');
  expect(kept()).toEqual([]);
});

test('reading threads and news to the host are switched on by themselves', async () => {
  for (const way of ['threads', 'host']) expect((await world.run('messages', 'start', way, '--yes')).code).toBe(0);
  expect((await world.run('messages', 'list', '--json')).json()).toMatchObject({ ways: { threads: { on: true }, host: { on: true } } });
  await world.run('messages', 'stop', 'threads');
  expect((await world.run('messages', 'list', '--json')).json()).toMatchObject({ ways: { threads: { on: false } } });
});

test('who was sent the right PIN by hand counts as told, where threads may be read', async () => {
  const [, soon = ''] = ids;
  journey.clouds.smoobu.addMessage({ bookingId: Number(soon), from: 'host', text: `Your door code is ${pinOf(soon)}` });
  const willOf = async () => messagesIn(await world.run('messages', 'start', 'message', '--dry-run', '--json')).map(({ will }) => will);
  expect(await willOf()).toEqual(['told', 'now', 'later']);
  await world.run('messages', 'start', 'threads', '--yes');
  expect(await willOf()).toEqual(['told', 'told', 'later']);
  await world.run('messages', 'start', 'message', '--yes');
  await world.run('sync');
  expect(sent(soon)).toEqual([]);
});

test('a text goes to the host as a test, with dots for the digits, and to no guest', async () => {
  const [, soon = ''] = ids;
  const tested = await world.run('templates', 'test', 'code', soon, '--language', 'fr', '--yes', '--json');
  expect([tested.code, tested.json()]).toEqual([0, { ok: true }]);
  const all = journey.clouds.smoobu.sentMessages();
  expect(all).toMatchObject([{ bookingId: Number(soon), to: 'host' }]);
  expect(all[0]?.text).toContain('Bonjour Mateo Soon');
  expect(all[0]?.text).toContain('••••');
  expect(all[0]?.text).not.toContain(pinOf(soon));
  expect((await world.run('templates', 'test', 'code', soon)).code).toBe(2);
});

test('a new PIN and a block say what the guest was told before', async () => {
  const [, soon = ''] = ids;
  await world.run('messages', 'start', 'message', '--yes');
  await world.run('sync');
  const asked = await world.run('stay', soon, '--new-pin');
  const blocked = await world.run('stay', soon, '--block');
  expect([asked.code, asked.error]).toEqual([
    2,
    expect.stringMatching(/^Mateo Soon was told this PIN by message on .*\nMateo Soon gets a new PIN/),
  ]);
  expect([blocked.code, blocked.error]).toEqual([0, expect.stringContaining('Mateo Soon was told this PIN by message on ')]);
});
