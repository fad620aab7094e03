/** The keeper with the running app, a scripted feed and virtual time. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { desktopHost } from '../../../tests/support/app/desktop-host.ts';
import { NOW_MS, ZONE } from '../../../tests/support/app/state-fixtures.ts';
import { defaultSettings } from '../../../shared/domain/settings.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { err, ok } from '../../../shared/result.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../shared/time.ts';
import type { Notice } from '../attention/notice-types.ts';
import { trayModel } from '../tray/tray-model.ts';
import { UpdateKeeper } from './update-keeper.ts';
import { LATER_MS } from './update-policy.ts';
import type { Updates } from '../ports/updates.ts';

const SET_UP: Settings = { ...defaultSettings(), setup: { done: true, sinceMs: 0 } };

function setUp(settings: Settings = SET_UP, isOn = true) {
  const host = desktopHost(settings);
  const done: string[] = [];
  const notices: Notice[] = [];
  const feed = {
    version: '0.2.0' as string | null,
    check: (async () => ok(feed.version)) as Updates['check'],
    download: (async () => ok(null)) as Updates['download'],
  };
  const updates: Updates = {
    check: () => {
      done.push('check');
      return feed.check();
    },
    download: (signal) => {
      done.push('download');
      return feed.download(signal);
    },
    install: async ({ restart }) => {
      done.push(restart ? 'install and restart' : 'install');
      return ok(null);
    },
  };
  const keeper = new UpdateKeeper({
    ...host.ports,
    zone: ZONE,
    screen: { showNotices: (shown) => void notices.push(...shown) },
    open: isOn
      ? async () => {
          done.push('open');
          return updates;
        }
      : null,
  });
  keeper.start(host.desktop);
  return { ...host, keeper, feed, done, notices, update: () => host.desktop.snapshot().update };
}
type SetUp = ReturnType<typeof setUp>;

let app: SetUp;
beforeEach(() => {
  app = setUp();
});
afterEach(() => {
  app.keeper.stop();
});
/** Until everything waits for a timer. */
const settled = () => new Promise((resolve) => setImmediate(resolve));
const aDay = () => app.world.advance(DAY_MS);
const ready = async () => {
  await app.world.advance(HOUR_MS);
  expect(app.update()).toEqual({ version: '0.2.0', state: 'ready' });
};

describe('a newer version', () => {
  it('is downloaded, announced once and not urgently, and shown in the tray', async () => {
    await ready();
    expect(app.done).toEqual(['open', 'check', 'download']);
    expect(app.notices).toMatchObject([{ key: 'update:0.2.0', isUrgent: false, target: { view: 'settings' } }]);
    await app.world.advance(5 * DAY_MS);
    expect(app.notices).toHaveLength(1);
    // Once a day, and nothing is downloaded twice.
    expect(app.done.filter((what) => what === 'check')).toHaveLength(6);
    expect(app.done.filter((what) => what === 'download')).toHaveLength(1);
    const { menu } = trayModel(app.desktop.snapshot(), [], {
      nowMs: app.world.clock.nowMs(),
      localization: app.desktop.localization(),
    });
    expect(menu).toContainEqual(
      expect.objectContaining({ id: 'install-update', label: 'Install version 0.2.0 and restart', enabled: true }) as object,
    );
  });

  it('is not announced again after a relaunch', async () => {
    await ready();
    const settings = app.set.settings;
    app.keeper.stop();
    app = setUp({ ...settings, updates: { ...settings.updates, checkedAtMs: 0 } });
    await ready();
    expect(app.notices).toEqual([]);
  });

  it('is not installed when the feed has withdrawn it', async () => {
    await ready();
    app.feed.version = null;
    await aDay();
    expect(app.update()).toBeNull();
    expect(app.keeper.install()).toBe(false);
    app.keeper.userQuits();
    expect(app.keeper.atShutdown()).toBeNull();
  });

  it('is downloaded in quiet hours, and announced after them', async () => {
    app.keeper.stop();
    const quietHours = { enabled: true, from: '00:00', to: '23:59' } as Settings['notifications']['quietHours'];
    app = setUp({ ...SET_UP, notifications: { ...SET_UP.notifications, quietHours } });
    await ready();
    expect(app.notices).toEqual([]);
    app.set.settings = { ...app.set.settings, notifications: { ...SET_UP.notifications } };
    await app.world.advance(HOUR_MS);
    expect(app.notices).toHaveLength(1);
  });
});

describe('failures', () => {
  it.each(['unreachable', 'bad-feed'] as const)(
    'a feed that is %s is checked again the next day, and the user is not told',
    async (failure) => {
      app.feed.check = async () => err(failure);
      await app.world.advance(DAY_MS - HOUR_MS);
      expect(app.done).toEqual(['open', 'check']);
      expect([app.update(), app.notices]).toEqual([null, []]);
      await aDay();
      expect(app.done).toEqual(['open', 'check', 'check']);
    },
  );

  it.each(['checksum', 'signature', 'interrupted', 'disk'] as const)('a download that ends with %s changes nothing', async (failure) => {
    app.feed.download = async () => err(failure);
    await app.world.advance(DAY_MS - HOUR_MS);
    expect(app.done).toEqual(['open', 'check', 'download']);
    expect([app.update(), app.notices, app.keeper.install(), app.keeper.later()]).toEqual([null, [], false, false]);
    await aDay();
    expect(app.done.slice(3)).toEqual(['check', 'download']);
  });

  it('checks go on after a bug', async () => {
    app.feed.check = async () => {
      throw new Error('a bug');
    };
    await app.world.advance(2 * HOUR_MS);
    app.feed.check = async () => ok('0.2.0');
    await aDay();
    expect(app.update()?.version).toBe('0.2.0');
  });

  it('nothing is done where the program does not update itself', async () => {
    app.keeper.stop();
    app = setUp(SET_UP, false);
    await app.world.advance(3 * DAY_MS);
    expect([app.done, app.update(), app.keeper.install(), app.keeper.later()]).toEqual([[], null, false, false]);
  });
});

describe('runs go first', () => {
  it('nothing is checked or downloaded during a run', async () => {
    const run = Promise.withResolvers<undefined>();
    const over = app.keeper.duringRun(() => run.promise);
    await app.world.advance(3 * HOUR_MS);
    expect(app.done).toEqual([]);
    run.resolve(undefined);
    await over;
    await app.world.advance(HOUR_MS);
    expect(app.done).toEqual(['open', 'check', 'download']);
  });

  it('a run interrupts a download, which is tried again after it, but not without end', async () => {
    app.feed.download = (signal) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => resolve(err('interrupted')));
      });
    for (let runs = 0; runs < 6; runs += 1) {
      await app.world.advance(HOUR_MS);
      await app.keeper.duringRun(async () => {});
      await settled();
    }
    expect(app.done.filter((what) => what === 'download')).toHaveLength(3);
    expect(app.update()).toBeNull();
    app.feed.download = async () => ok(null);
    await aDay();
    expect(app.update()?.state).toBe('ready');
  });

  it('installing waits for the current run, and then the program quits', async () => {
    await ready();
    const run = Promise.withResolvers<undefined>();
    app.set.run = () => app.keeper.duringRun(() => run.promise);
    app.desktop.syncNow();
    await app.world.advance(MINUTE_MS);
    expect(app.keeper.install()).toBe(true);
    await app.world.advance(HOUR_MS);
    expect([app.update()?.state, app.happened.includes('exit')]).toEqual(['after-run', false]);
    expect(app.keeper.atShutdown()).toBeNull();
    run.resolve(undefined);
    await settled();
    expect(app.happened).toContain('exit');
    await app.keeper.atShutdown()?.install();
    expect(app.done.at(-1)).toBe('install and restart');
  });

  it('nothing is installed while a run is still in progress', async () => {
    await ready();
    app.keeper.userQuits();
    expect(app.keeper.atShutdown()?.restart).toBe(false);
    const run = Promise.withResolvers<undefined>();
    const over = app.keeper.duringRun(() => run.promise);
    expect(app.keeper.atShutdown()).toBeNull();
    run.resolve(undefined);
    await over;
  });
});

describe('the user', () => {
  it('can postpone it: not announced, not installed on quitting, remembered, and offered again after a week', async () => {
    await ready();
    expect(app.keeper.later()).toBe(true);
    expect(app.update()).toEqual({ version: '0.2.0', state: 'put-off' });
    expect(app.set.settings.updates.later).toEqual({ version: '0.2.0', untilMs: app.world.clock.nowMs() + LATER_MS });
    const { menu } = trayModel(app.desktop.snapshot(), [], {
      nowMs: app.world.clock.nowMs(),
      localization: app.desktop.localization(),
    });
    expect(menu.some((entry) => entry.kind === 'item' && entry.id === 'install-update')).toBe(false);
    app.keeper.stop();
    app = setUp(app.set.settings);
    await app.world.advance(3 * DAY_MS);
    // Not even downloaded.
    expect([app.update(), app.done.includes('download')]).toEqual([null, false]);
    await app.world.advance(LATER_MS);
    expect(app.update()?.state).toBe('ready');
  });

  it('can change their mind, and a still newer version is not postponed with it', async () => {
    await ready();
    app.keeper.later();
    app.feed.version = '0.3.0';
    await aDay();
    expect(app.update()).toEqual({ version: '0.3.0', state: 'ready' });
    expect(app.notices.map(({ key }) => key)).toEqual(['update:0.2.0', 'update:0.3.0']);
    app.keeper.later();
    expect(app.keeper.install()).toBe(true);
    await app.world.advance(MINUTE_MS);
    expect(app.keeper.atShutdown()?.restart).toBe(true);
  });

  it('quits: it is installed without a relaunch. When the system ends the program, it is not', async () => {
    await ready();
    expect(app.keeper.atShutdown()).toBeNull();
    app.keeper.userQuits();
    await app.keeper.atShutdown()?.install();
    expect(app.done.at(-1)).toBe('install');
  });
});

it('checks the feed at another minute than other installations', async () => {
  app.keeper.stop();
  app = setUp({ ...SET_UP, installation: 900_000 });
  await app.world.advance(50 * MINUTE_MS);
  expect(app.done).toEqual([]);
  await app.world.advance(10 * MINUTE_MS);
  expect(app.done[1]).toBe('check');
  expect(app.set.settings.updates.checkedAtMs).toBeGreaterThan(NOW_MS + 50 * MINUTE_MS);
});
