import { describe, expect, it } from 'vitest';
import { sampleSnapshot } from '../../../tests/support/snapshot.ts';
import { desktopHost } from '../../../tests/support/app/desktop-host.ts';
import { drawInstallationNumber, opensWindow } from './app-start.ts';
import type { Launch } from './ports.ts';

describe('opensWindow', () => {
  const isSetUp = sampleSnapshot();
  const notSetUp = { ...isSetUp, firstStepsDone: false };
  const nothing = { stored: false, userName: null, lastTest: null };
  const notConnected = { ...isSetUp, connections: { smoobu: nothing, 'the-keys': nothing } };
  const launch = (changes: Partial<Launch> = {}): Launch => ({ isAfterCrash: false, wantsWindow: false, isHidden: false, ...changes });

  it('until setup is complete, but not at login', () => {
    expect([isSetUp, notSetUp, notConnected].map((snapshot) => opensWindow(snapshot, launch()))).toEqual([false, true, true]);
    expect([notSetUp, notConnected].map((snapshot) => opensWindow(snapshot, launch({ isHidden: true })))).toEqual([false, false]);
  });
  it('always in the demo, and when it is asked for', () => {
    expect(opensWindow({ ...isSetUp, isDemo: true }, launch({ isHidden: true }))).toBe(true);
    expect(opensWindow(isSetUp, launch({ wantsWindow: true, isHidden: true }))).toBe(true);
  });
});

describe('drawInstallationNumber', () => {
  it('draws one, once', () => {
    const { settings } = desktopHost().ports;
    drawInstallationNumber(settings, (min, max) => min + max - 1);
    expect(settings.read().installation).toBe(1_000_000);
    drawInstallationNumber(settings, () => 5);
    expect(settings.read().installation).toBe(1_000_000);
  });
});
