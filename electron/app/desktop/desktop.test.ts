import { describe, expect, it } from 'vitest';
import { settingsSchema } from '../../../shared/domain/settings.ts';
import { desktopHost } from '../../../tests/support/app/desktop-host.ts';
import { MINUTE_MS } from '../../../shared/time.ts';

describe('settings that the command line changes while the app runs', () => {
  const mapping = { units: [{ unitId: 1, name: 'Loft', doors: [{ lockId: 11, keypadId: 'Kp1' }] }] };
  const changed = settingsSchema.parse({ codes: { pinLength: 6 }, mapping });

  it('are shown within a minute', async () => {
    const host = desktopHost();
    host.desktop.start();
    host.set.settings = changed;
    await host.world.advance(MINUTE_MS);
    const { settings, names } = host.desktop.snapshot();
    expect([settings.codes.pinLength, names.units]).toEqual([6, [{ unitId: 1, name: 'Loft' }]]);
  });
  it('are shown when the window is shown', () => {
    const host = desktopHost();
    host.set.settings = changed;
    host.desktop.refreshSettings();
    expect(host.desktop.snapshot().settings.codes.pinLength).toBe(6);
  });
});
