/** The address of a watchdog on the command line: stored, tested, removed, and told of by status and doctor. */
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeWorld } from '../support/cli/fake-world.ts';

let world: FakeWorld;
beforeEach(() => {
  world = new FakeWorld();
});

describe('credentials watchdog', () => {
  const ADDRESS = 'http://192.168.1.7:3001/api/push/aB3dE5gH7jK9?status=up&msg=OK&ping=';
  const state = async (): Promise<unknown> => ((await world.run('status', '--json')).json() as { readonly watchdog: unknown }).watchdog;

  it('asks without echo, and shows the service but never the address', async () => {
    world.answers = [` ${ADDRESS}`];
    const ran = await world.run('credentials', 'set', 'watchdog');
    expect([ran.code, world.asked]).toEqual([0, ['Address of the watchdog']]);
    expect(ran.out).toBe(
      '✓ The address of the watchdog is in the keychain (Uptime Kuma). To test it: latchkey credentials test watchdog\n',
    );
    expect(world.backend.keychain.get('watchdog')).toBe(ADDRESS);
    expect(world.backend.state.stored.watchdog).toBe(true);
    const shown = [await world.run('status'), await world.run('doctor'), await world.run('doctor', '--json')];
    for (const { out, error } of [ran, ...shown]) expect(out + error).not.toMatch(/aB3dE5|192\.168/);
    expect(shown[0]?.out).toContain('Watchdog  Uptime Kuma, no ping answered yet');
  });
  it.each([
    ['', 'must be a whole address'],
    ['kuma.example.org/api/push/sEcReT', 'must be a whole address'],
    ['http://kuma.example.org/api/push/sEcReT', 'must begin with https'],
    ['https://sEcReT:x@kuma.example.org/', 'must not contain a user name'],
  ])('refuses %j and quotes nothing', async (input, because) => {
    world.input = `${input}\n`;
    const ran = await world.run('credentials', 'set', 'watchdog');
    expect([ran.code, world.backend.keychain.size]).toEqual([2, 0]);
    expect(ran.error).toContain(`The address ${because}`);
    expect(ran.error).not.toMatch(/sEcReT|kuma/);
  });
  it('tests it: which service, and what it answered', async () => {
    const none = await world.run('credentials', 'test', 'watchdog', '--json');
    expect([none.code, none.json()]).toMatchObject([2, { error: { kind: 'watchdog-not-set' } }]);
    world.input = ADDRESS;
    expect((await world.run('credentials', 'set', 'watchdog', '--json')).json()).toEqual({
      watchdog: { service: 'uptime-kuma', stored: true },
    });
    world.backend.keychainFailure = { kind: 'keychain-locked', message: 'Unlock it.' };
    expect((await world.run('credentials', 'test', 'watchdog')).code).toBe(6);
    expect(await state()).toMatchObject({ service: null, failure: 'unreadable' });
    world.backend.keychainFailure = null;
    expect((await world.run('credentials', 'test', 'watchdog', '--json')).json()).toEqual({
      watchdog: { service: 'uptime-kuma', ok: true },
    });
    expect(world.backend.pinged).toEqual([{ address: ADDRESS, news: 'good' }]);
    expect(await state()).toEqual({ service: 'uptime-kuma', answeredAt: '2026-11-23T14:00:00Z', failure: null });
    for (const [failure, code] of [
      ['not-found', 3],
      ['timeout', 4],
      ['unexpected', 1],
    ] as const) {
      world.backend.pingFailure = failure;
      expect((await world.run('credentials', 'test', 'watchdog')).code).toBe(code);
    }
    expect(await state()).toMatchObject({ answeredAt: '2026-11-23T14:00:00Z', failure: 'unexpected' });
    expect((await world.run('status')).out).toContain('The answer did not come from a watchdog service.');
  });
  it('says that an address of another form is not told of failures', async () => {
    world.input = 'https://own.example.org/alive';
    expect((await world.run('credentials', 'set', 'watchdog')).out).toContain('pinged after good syncs');
    expect((await world.run('credentials', 'test', 'watchdog')).out).toContain('✓ The address answers.');
  });
  it('removes it, and warns that the environment has one', async () => {
    world.input = ADDRESS;
    await world.run('credentials', 'set', 'watchdog');
    world.environment = { LATCHKEY_WATCHDOG_URL: 'https://own.example.org/alive' };
    const ran = await world.run('credentials', 'remove', 'watchdog');
    expect([ran.code, world.backend.keychain.size]).toEqual([0, 0]);
    expect(ran.out).toContain('LATCHKEY_WATCHDOG_URL is set: the environment takes precedence');
    expect(world.opened.at(-1)?.given.watchdog?.credentials.reveal()).toBe('https://own.example.org/alive');
    expect(await state()).toBeNull();
    expect((await world.run('status')).out).toContain('Watchdog  none, so nobody hears when this computer is off');
  });
  it('stores nothing in a dry run', async () => {
    world.input = ADDRESS;
    const ran = await world.run('credentials', 'set', 'watchdog', '--dry-run');
    expect([ran.code, world.backend.keychain.size, world.opened]).toEqual([0, 0, []]);
  });
});
