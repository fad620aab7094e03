/** Whole syncs over the demo clouds, with a server on this computer in place of the watchdog service. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { openBackend } from '../../electron/compose/headless.ts';
import { filesBelow } from '../e2e/search.ts';
import { FakeWorld } from '../support/cli/fake-world.ts';
import type { Ran } from '../support/cli/fake-world.ts';
import { accountsIn, startJourney } from '../support/cli/journey.ts';
import type { Journey } from '../support/cli/journey.ts';
import { startLocalServer } from '../support/http.ts';
import type { LocalServer } from '../support/http.ts';

const CHECK = '/ping/5f1ec9a4-7c12-4a0b-9d3e-0b1a2c3d4e5f';

let journey: Journey;
beforeAll(async () => {
  journey = await startJourney([{ name: 'Ana Ruiz', arrival: 2, nights: 3 }]);
});
afterAll(() => journey.close());

let home: string;
let service: LocalServer;
let respond: (response: ServerResponse) => void;
let world: FakeWorld;
let said: string;
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'latchkey-watchdog-'));
  copyFileSync(join(journey.home, 'settings.json'), join(home, 'settings.json'));
  respond = (response) => response.end('OK');
  service = await startLocalServer((_request, response) => respond(response));
  world = new FakeWorld(openBackend);
  world.environment = { ...accountsIn(home, journey.clouds), LATCHKEY_WATCHDOG_URL: `${service.origin}${CHECK}` };
  said = '';
});
afterEach(async () => {
  await service.close();
  const left = filesBelow(home).map(({ bytes }) => bytes.toString('latin1'));
  rmSync(home, { recursive: true, force: true });
  expect(left.length).toBeGreaterThan(1);
  for (const text of [said, ...left]) expect(text).not.toContain(CHECK.slice(-12));
});

const pings = (): readonly string[] => service.requests.map(({ method, url }) => `${method ?? ''} ${url ?? ''}`);
async function run(...words: readonly string[]): Promise<Ran> {
  const ran = await world.run(...words, '--verbose');
  said += ran.out + ran.error;
  return ran;
}
const kindsIn = (ran: Ran) => (ran.json() as { readonly problems: readonly { readonly kind: string }[] }).problems.map(({ kind }) => kind);

it('a good sync pings, one within a minute does not, and neither does a dry run', async () => {
  expect((await run('sync', '--dry-run')).code).toBe(0);
  expect(pings()).toEqual([]);
  expect((await run('sync')).code).toBe(0);
  expect((await run('sync')).code).toBe(0);
  expect(pings()).toEqual([`GET ${CHECK}`]);
  const { watchdog } = (await run('status', '--json')).json() as { readonly watchdog: object };
  expect(watchdog).toMatchObject({ service: 'healthchecks', failure: null, answeredAt: expect.stringMatching(/Z$/) as string });
});

it('the third bad sync in a row says why, each in a process of its own', async () => {
  world.environment = { ...world.environment, LATCHKEY_THEKEYS_PASSWORD: 'wrong' };
  for (const code of [3, 3]) expect((await run('sync')).code).toBe(code);
  expect(pings()).toEqual([]);
  expect((await run('sync')).code).toBe(3);
  expect(pings()).toEqual([`POST ${CHECK}/fail`]);
});

it('a ping that does not count fails no sync, and is a problem of the next one', async () => {
  respond = (response) => response.end('OK (not found)');
  const first = await run('sync', '--json');
  expect([first.code, kindsIn(first)]).toEqual([0, []]);
  const second = await run('sync', '--json');
  expect([second.code, kindsIn(second)]).toEqual([0, ['watchdog-unheard']]);
  expect((await run('status')).out).toContain('The watchdog service has no check under this address.');
});

it('a service that hangs holds nothing up: the sync is over, and a signal ends the wait', async () => {
  respond = () => {};
  const ended = run('sync', '--json');
  await vi.waitFor(() => expect(pings()).toHaveLength(1), 10_000);
  // The lock between processes is free.
  const other = new FakeWorld(openBackend);
  other.environment = { ...world.environment, LATCHKEY_WATCHDOG_URL: '' };
  expect((await other.run('sync')).code).toBe(0);
  world.signal();
  const ran = await ended;
  expect([ran.code, ran.json()]).toMatchObject([0, { run: { outcome: 'nothing-to-do' } }]);
});

it('watch pings after its syncs, and aborts a ping when it is stopped', async () => {
  respond = () => {};
  const ended = run('watch', '--cron', '0 0 1 1 *');
  await vi.waitFor(() => expect(pings()).toHaveLength(1), 10_000);
  world.signal();
  expect((await ended).code).toBe(0);
});
