import { describe, expect, it } from 'vitest';
import { settingsSchema } from '../../../shared/domain/settings.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { desktopHost } from '../../../tests/support/app/desktop-host.ts';
import type { DesktopPorts, NativeQuestion } from './ports.ts';

const inUse = (language: Settings['app']['language'] = 'en') => settingsSchema.parse({ setup: { done: true }, app: { language } });

/** `days`: until when codes are in place, from now. null: no sync could tell. */
function quitting(settings: Settings = inUse(), days: number | null = 90, ports: Partial<DesktopPorts> = {}) {
  const installs: string[] = [];
  const updates: DesktopPorts['updates'] = {
    install: () => false,
    later: () => false,
    userQuits: () => void installs.push('on quit'),
    duringRun: (run) => run(),
  };
  const host = desktopHost(settings, { updates, ...ports });
  const untilMs = host.ports.clock.nowMs() + (days ?? 0) * DAY_MS;
  if (days !== null)
    host.ports.history.remember([{ kind: 'covered', key: 'all', value: { untilMs, ends: 'arrival', messages: 3, asOfMs: 0 } }]);
  host.desktop.start();
  return { ...host, installs, hasQuit: () => host.happened.includes('exit') };
}
const NOT_ASKED: NativeQuestion = { title: '', body: '', yes: '', no: '' };
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('the user who quits', () => {
  it('is asked, with how long the doors do without another sync, and quits when sure', async () => {
    const host = quitting();
    await host.desktop.userQuits();
    const [{ body, ...others } = NOT_ASKED, ...more] = host.asked;
    expect([others, more]).toEqual([{ title: 'Quit Latchkey?', yes: 'Quit', no: 'Keep running' }, []]);
    expect(body).toMatch(/^Codes are in place for arrivals until 20\d\d-\d\d-\d\d; 3 messages due before that would not go\.$/);
    expect([host.hasQuit(), host.installs]).toEqual([true, ['on quit']]);
  });

  it.each(['de', 'fr', 'pl'] as const)('is asked in %s', async (language) => {
    const host = quitting(inUse(language));
    await host.desktop.userQuits();
    const [{ title, body, yes, no } = NOT_ASKED] = host.asked;
    expect(new Set(['Quit Latchkey?', 'Quit', 'Keep running', title, yes, no]).size).toBe(6);
    expect(body).toMatch(/20\d\d-\d\d-\d\d.*3 /u);
  });

  it('keeps the app running and its syncs as they were, and is asked again the next time', async () => {
    const host = quitting();
    host.set.quits = async () => false;
    await host.desktop.userQuits();
    await host.world.advance(DAY_MS / 24);
    expect([host.hasQuit(), host.installs, host.runs.length > 0]).toEqual([false, [], true]);
    host.set.quits = async () => true;
    host.desktop.act({ kind: 'quit' });
    await settled();
    expect([host.hasQuit(), host.asked.length]).toEqual([true, 2]);
  });

  it('is told that a code is not right any more', async () => {
    const host = quitting(inUse(), -1);
    await host.desktop.userQuits();
    expect(host.asked.map(({ body }) => body)).toEqual(['Not every code is right any more: the next sync corrects what it can.']);
  });

  it('quits by quitting again instead of answering, asked once', async () => {
    const host = quitting();
    host.set.quits = () => new Promise(() => undefined);
    host.desktop.act({ kind: 'quit' });
    await settled();
    expect(host.hasQuit()).toBe(false);
    host.desktop.act({ kind: 'quit' });
    host.desktop.act({ kind: 'quit' });
    await settled();
    expect([host.hasQuit(), host.asked.length, host.installs]).toEqual([true, 1, ['on quit']]);
  });

  it.each<[string, () => ReturnType<typeof quitting>]>([
    ['in the demo', () => quitting(inUse(), 90, { isDemo: true })],
    ['before the first steps are completed', () => quitting(settingsSchema.parse({}))],
    ['where no sync could tell yet', () => quitting(inUse(), null)],
  ])('is not asked %s', async (_when, start) => {
    const host = start();
    await host.desktop.userQuits();
    expect([host.hasQuit(), host.asked, host.installs]).toEqual([true, [], ['on quit']]);
  });
});

describe('the system or an update that quits', () => {
  it('is not asked', async () => {
    const host = quitting();
    await host.desktop.quit();
    await host.desktop.userQuits();
    expect([host.hasQuit(), host.asked, host.installs]).toEqual([true, [], []]);
  });

  it('does not wait for an answer, and what is answered later installs nothing', async () => {
    const host = quitting();
    const { promise, resolve } = Promise.withResolvers<boolean>();
    host.set.quits = () => promise;
    const asked = host.desktop.userQuits();
    await host.desktop.quit();
    expect(host.hasQuit()).toBe(true);
    resolve(true);
    await asked;
    expect([host.happened.filter((what) => what === 'exit'), host.installs]).toEqual([['exit'], []]);
  });
});
