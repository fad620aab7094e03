/** What About shows: a newer version, and diagnostics as the program writes them. */
import type { AppUpdate } from '../../../shared/domain/app-state.ts';

export const READY: AppUpdate = { version: '0.2.0', state: 'ready' };

export const DIAGNOSTICS = JSON.stringify(
  {
    Latchkey: '0.1.0',
    demo: false,
    at: '2026-11-23T09:00:00Z',
    zone: 'Europe/Paris',
    program: { system: 'win32 10.0.26100 x64', versions: { electron: '45.4.1' }, installation: 'installer', updatesOff: null },
    state: { activity: 'idle', isOnline: true, pause: 'none', stays: 12, staysThatNeedTheHost: 1 },
    lastRuns: [{ run: 'run-7', outcome: 'ok', mode: 'live', trigger: 'schedule', problems: [] }],
  },
  null,
  2,
);
