import { describe, expect, it } from 'vitest';
import { defaultSettings, settingsSchema } from '../../../shared/domain/settings.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { noStayWish, noWishes } from '../../../shared/domain/wishes.ts';
import { contract } from '../../../shared/ipc/contract.ts';
import { pin } from '../../../tests/reconcile/fixtures.ts';
import { desktopHost } from '../../../tests/support/app/desktop-host.ts';
import { operation } from '../../../tests/support/app/state-fixtures.ts';
import { bookingId } from '../../../tests/support/ids.ts';
import { arrival } from '../../../tests/support/readiness.ts';
import { HOUR_MS, MINUTE_MS } from '../../../shared/time.ts';
import { createPinVault } from '../../storage/keychain/pin-vault.ts';
import type { PinVault } from '../ports/system.ts';

const HERE = settingsSchema.parse({
  mapping: {
    units: [
      { unitId: 1, name: 'Loft', doors: [{ lockId: 11, keypadId: 'KpOld' }] },
      { unitId: 9, name: 'Villa', doors: [{ lockId: 19, keypadId: 'KpVilla' }] },
    ],
  },
  installation: 77,
  stored: { pinKey: true },
});
const FILE = `
thekeys: { username: "+33600000077", password: "CANARY-password" }
smoobu: { api_key: "CANARY-key" }
apartment_locks: { "1": [11], "2": [12] }
lock_accessoires: { 11: "KpNew", 12: "KpTwo" }
default_times: { check_in_hour: 16 }
`;
const NOTHING = { withCredentials: false, apiSecret: null };

async function applies(host: ReturnType<typeof desktopHost>): Promise<boolean> {
  const before = host.set.settings;
  const answer = await host.calls['candidate.apply'](NOTHING);
  return host.set.settings !== before && (answer.ok || answer.error.detail !== 'no-candidate');
}

describe('import.read', () => {
  it('describes the file’s contents by the contract and without its credentials, and stores nothing', async () => {
    const host = desktopHost(HERE);
    const answer = await host.calls['import.read']({ text: FILE });
    const door = (lockId: number, keypadId: string) => ({ lockId, keypadId, prefix: '' });
    expect(answer).toEqual({
      ok: true,
      value: {
        kind: 'read',
        units: [
          { unitId: 1, name: 'Loft', doors: [door(11, 'KpNew')], change: 'changed' },
          { unitId: 2, name: '', doors: [door(12, 'KpTwo')], change: 'new' },
        ],
        retired: [{ lockId: 11, keypadId: 'KpOld' }],
        checkIn: '16:00',
        checkOut: null,
        pinLength: null,
        smoobu: 'key-only',
        theKeys: true,
        leftOut: [],
        notTakenOver: [],
      },
    });
    expect(answer.ok && contract['import.read'].output.parse(answer.value)).toEqual(answer.ok && answer.value);
    expect(JSON.stringify(answer)).not.toMatch(/CANARY|3360/);
    expect(host.set.settings).toEqual(HERE);
    expect(host.happened).toEqual([]);
  });

  it('names every mistake by its line, quotes no value, and leaves nothing to apply', async () => {
    const host = desktopHost(HERE);
    await host.calls['import.read']({ text: FILE });
    const answer = await host.calls['import.read']({ text: FILE.replace('[12]', '[13]').replace('"KpNew"', '"4711"') });
    expect(answer).toMatchObject({ ok: true, value: { kind: 'unreadable' } });
    expect(answer.ok && contract['import.read'].output.safeParse(answer.value).success).toBe(true);
    const mistakes = answer.ok && answer.value.kind === 'unreadable' ? answer.value.mistakes : [];
    expect(mistakes.map(({ line }) => line)).toEqual([4, 5]);
    expect(mistakes[0]?.message).toBe('apartment_locks.2: lock 13 has no keypad in lock_accessoires');
    expect(JSON.stringify(mistakes)).not.toContain('CANARY');
    expect(await host.calls['candidate.apply'](NOTHING)).toMatchObject({ ok: false, error: { detail: 'no-candidate' } });
  });
});

describe('candidate.apply', () => {
  it('merges the mapping into the settings of that moment, once', async () => {
    const host = desktopHost(HERE);
    await host.calls['import.read']({ text: FILE });
    await host.calls['settings.save']({ app: { theme: 'dark' } });
    expect(await applies(host)).toBe(true);
    const { mapping, app, setup, times } = host.set.settings;
    expect(mapping.units.map(({ unitId }) => unitId)).toEqual([1, 9, 2]);
    expect(mapping.retired).toEqual([{ lockId: 11, keypadId: 'KpOld' }]);
    expect([app.theme, setup.done, times.checkIn]).toEqual(['dark', false, '16:00']);
    expect(host.kept.size).toBe(0);
    expect(await host.calls['candidate.apply'](NOTHING)).toMatchObject({ ok: false, error: { detail: 'no-candidate' } });
  });

  it('stores the credentials, completed by the secret, and tests both', async () => {
    const host = desktopHost(HERE);
    await host.calls['import.read']({ text: FILE });
    await host.calls['candidate.apply']({ withCredentials: true, apiSecret: 'CANARY-secret' });
    expect(host.happened).toEqual(['store smoobu', 'store the-keys', 'test smoobu', 'test the-keys']);
    const smoobu = host.kept.get('smoobu');
    expect(smoobu?.cloud === 'smoobu' && smoobu.credentials.apiSecret.reveal()).toBe('CANARY-secret');
    expect(host.set.settings.stored).toMatchObject({ smoobu: true, theKeys: true });
    expect(host.desktop.snapshot().connections.smoobu).toMatchObject({ stored: true, lastTest: { failure: null } });
    expect(JSON.stringify(host.desktop.snapshot())).not.toContain('CANARY');
  });

  it('leaves out a key without a secret', async () => {
    const host = desktopHost(HERE);
    await host.calls['import.read']({ text: FILE });
    await host.calls['candidate.apply']({ withCredentials: true, apiSecret: null });
    expect(host.happened).toEqual(['store the-keys', 'test the-keys']);
  });

  it('is refused when the keychain fails, before the settings change, and works without credentials then', async () => {
    const host = desktopHost(HERE);
    host.set.keychainFails = 'the-keys';
    await host.calls['import.read']({ text: FILE });
    const answer = await host.calls['candidate.apply']({ withCredentials: true, apiSecret: null });
    expect(answer).toMatchObject({ ok: false, error: { detail: 'keychain-locked' } });
    expect(host.set.settings).toEqual(HERE);
    expect(await applies(host)).toBe(true);
    expect(host.set.settings.mapping.units).toHaveLength(3);
  });

  it('is refused after a quarter of an hour, after a drop, and after another file', async () => {
    const host = desktopHost(HERE);
    await host.calls['import.read']({ text: FILE });
    await host.world.advance(14 * MINUTE_MS);
    await host.calls['import.read']({ text: FILE });
    await host.world.advance(14 * MINUTE_MS);
    expect(await applies(host)).toBe(true);
    await host.calls['import.read']({ text: FILE });
    await host.world.advance(15 * MINUTE_MS);
    expect(await applies(host)).toBe(false);
    await host.calls['import.read']({ text: FILE });
    await host.calls['candidate.drop'](null);
    expect(await applies(host)).toBe(false);
    await host.calls['import.read']({ text: FILE });
    await host.calls['backup.read']({ text: '{}' });
    expect(await applies(host)).toBe(false);
  });
});

describe('backups', () => {
  it('are restored on another computer, where no run starts by itself', async () => {
    const there = desktopHost({ ...HERE, app: { ...HERE.app, language: 'pl' }, setup: { done: true, sinceMs: 0 } });
    expect(await there.calls['backup.save'](null)).toEqual({ ok: true, value: { savedAs: 'latchkey-backup-2026-11-23.json' } });
    const text = there.files[0]?.content ?? '';
    const here = desktopHost();
    const read = await here.calls['backup.read']({ text });
    expect(read).toMatchObject({ ok: true, value: { kind: 'read', version: '0.1.0', units: 2, doors: 2, differs: true } });
    expect(read.ok && contract['backup.read'].output.safeParse(read.value).success).toBe(true);
    // No credentials come with it, whatever the window asks for.
    await here.calls['candidate.apply']({ withCredentials: true, apiSecret: 'x' });
    expect(here.set.settings.mapping).toEqual(HERE.mapping);
    expect(here.set.settings).toMatchObject({ app: { language: 'pl' }, setup: { done: false } });
    expect(here.set.settings.stored).toEqual(defaultSettings().stored);
    expect(here.happened).toEqual([]);
    expect(await here.calls['backup.read']({ text })).toMatchObject({ value: { differs: false } });
    expect(await here.calls['backup.read']({ text: text.slice(0, -9) })).toEqual({
      ok: true,
      value: { kind: 'unreadable', because: 'no-backup' },
    });
  });

  it('bring stays and people to another computer, and say which typed PINs its key cannot read', async () => {
    const there = desktopHost(HERE);
    const vault = createPinVault(new Uint8Array(32).fill(9));
    const typed = (id: number, sealedBy: PinVault) => ({
      bookingId: bookingId(id),
      wish: { ...noStayWish(), pin: { typed: sealedBy.seal('wish-pin', bookingId(id), pin('48213975')), retired: [] } },
    });
    const own = await there.ports.accounts.pinVault();
    const stays = [typed(1, vault), typed(2, own.ok ? own.value : vault)];
    there.ports.wishes.change((wishes) => ({ ...wishes, stays }));
    await there.calls['backup.save'](null);
    const text = there.files[0]?.content ?? '';
    expect(text).not.toContain('48213975');
    const here = desktopHost(HERE);
    const kept = { bookingId: bookingId(3), wish: { ...noStayWish(), note: 'only here' } };
    here.ports.wishes.change((wishes) => ({ ...wishes, stays: [kept] }));
    const read = await here.calls['backup.read']({ text });
    expect(read).toMatchObject({ value: { stays: 2, people: 0, unreadablePins: 1, differs: true } });
    expect(read.ok && contract['backup.read'].output.parse(read.value)).toEqual(read.ok && read.value);
    await here.calls['candidate.apply'](NOTHING);
    expect(here.ports.wishes.read().stays).toEqual([kept, ...stays]);
    expect(await here.calls['backup.read']({ text })).toMatchObject({ value: { unreadablePins: 1, differs: false } });
  });

  it('of an earlier version leave the wishes alone', async () => {
    const host = desktopHost(HERE);
    await host.calls['backup.save'](null);
    const { wishes: _, ...earlier } = JSON.parse(host.files[0]?.content ?? '') as Record<string, unknown>;
    const wished = host.ports.wishes.change((wishes) => ({ ...wishes, stays: [{ bookingId: bookingId(3), wish: noStayWish() }] }));
    await host.calls['settings.save']({ app: { theme: 'dark' } });
    expect(await host.calls['backup.read']({ text: JSON.stringify(earlier) })).toMatchObject({ value: { stays: 0, differs: true } });
    await host.calls['candidate.apply'](NOTHING);
    expect(host.set.settings.app.theme).toBe('system');
    expect(host.ports.wishes.read()).toEqual(wished);
  });

  it('report when a file could not be written', async () => {
    const host = desktopHost(HERE);
    host.set.canSave = false;
    expect(await host.calls['backup.save'](null)).toMatchObject({ ok: false, error: { detail: 'save-failed' } });
  });
});

describe('settings.reset', () => {
  const used: Settings = {
    ...HERE,
    stored: { smoobu: true, theKeys: true, pinKey: true, watchdog: false, theKeysUser: null },
    app: { ...HERE.app, startAtLogin: true },
    setup: { done: true, sinceMs: 0 },
    pause: { kind: 'until-resumed' },
  };

  it('erases everything but the installation number and the pin key', async () => {
    const host = desktopHost(used);
    host.ports.history.putHolds([operation('k', 'held', { hold: 'someone-may-be-inside' })], host.world.clock.nowMs());
    host.ports.wishes.change((wishes) => ({ ...wishes, stays: [{ bookingId: bookingId(3), wish: noStayWish() }] }));
    host.ports.history.remember([{ kind: 'arrival', key: '12', value: arrival() }]);
    expect(await host.calls['settings.reset'](null)).toEqual({ ok: true, value: null });
    expect(host.ports.history.memory().remembered.arrival.size).toBe(0);
    expect(host.ports.wishes.read()).toEqual(noWishes());
    expect(host.set.settings).toEqual({
      ...defaultSettings(),
      installation: 77,
      stored: { ...defaultSettings().stored, pinKey: true },
      setup: { done: false, sinceMs: host.world.clock.nowMs() },
    });
    expect(host.happened).toEqual(['remove smoobu', 'remove the-keys', 'remove watchdog']);
    expect(host.set.startsAtLogin).toBe(false);
    const { connections, stays, holds, lastRun, firstStepsDone } = host.desktop.snapshot();
    expect([connections.smoobu.stored, connections['the-keys'].stored]).toEqual([false, false]);
    expect({ stays, holds, lastRun, firstStepsDone }).toEqual({ stays: [], holds: [], lastRun: null, firstStepsDone: false });
    expect(host.ports.history.listHolds()).toEqual([]);
  });

  it('stops the current run and waits for its end', async () => {
    const host = desktopHost(used);
    const ended = Promise.withResolvers<undefined>();
    host.set.run = () => ended.promise;
    host.desktop.syncNow();
    let isDone = false;
    const reset = Promise.resolve(host.calls['settings.reset'](null)).then(() => (isDone = true));
    await new Promise<void>((resolve) => host.runs[0]?.signal.addEventListener('abort', () => resolve()));
    expect([isDone, host.desktop.snapshot().activity]).toEqual([false, 'syncing']);
    ended.resolve(undefined);
    await reset;
    expect(host.desktop.snapshot().activity).not.toBe('syncing');
  });

  it('leaves the settings unchanged when the keychain fails', async () => {
    const host = desktopHost(used);
    host.set.keychainFails = 'smoobu';
    expect(await host.calls['settings.reset'](null)).toMatchObject({ ok: false, error: { detail: 'keychain-locked' } });
    expect(host.set.settings).toEqual(used);
  });
});

describe('the demo', () => {
  it.each([
    ['demo.start', 'relaunch as demo'],
    ['demo.leave', 'relaunch'],
  ] as const)('%s relaunches the program once this process has ended', async (name, expected) => {
    const host = desktopHost(HERE);
    expect(await host.calls[name](null)).toEqual({ ok: true, value: null });
    await host.desktop.quit();
    expect(host.happened).toEqual([expected, 'exit']);
    await host.world.advance(HOUR_MS);
    expect(host.runs).toEqual([]);
  });
});
