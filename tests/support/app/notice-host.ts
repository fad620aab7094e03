/** A user with a memory: shows what the notice policy decides from moment to moment. */
import type { Settings } from '../../../shared/domain/settings.ts';
import { localNow, timeOf } from '../../../shared/time.ts';
import type { WallTime } from '../../../shared/time.ts';
import type { AppState } from '../../../electron/app/status/app-state.ts';
import { UNKNOWN_HEALTH } from '../../../electron/app/status/cloud-health.ts';
import { NOTHING_TOLD, decideNotices } from '../../../electron/app/attention/notice-policy.ts';
import type { NoticeMemory } from '../../../electron/app/attention/notice-policy.ts';
import type { Localization } from '../../../electron/app/status/localization.ts';
import type { Notice } from '../../../electron/app/attention/notice-types.ts';
import { LOCALIZATION, NOW_MS, settings, snapshot, state } from './state-fixtures.ts';

type Notifications = Settings['notifications'];
export const wall = (text: string) => text as WallTime;
export const FINE = { ...UNKNOWN_HEALTH, lastSuccessMs: NOW_MS };
const TESTED = { atMs: NOW_MS, failure: null };

export interface Moment {
  readonly state?: Partial<AppState>;
  readonly atMs?: number;
  readonly notifications?: Partial<Notifications>;
  readonly localization?: Localization;
}
/** Remembers from moment to moment, as the app does. Clouds are fine unless told otherwise. */
export function host() {
  let memory: NoticeMemory = NOTHING_TOLD;
  return (moment: Moment = {}): readonly Notice[] => {
    const { atMs = NOW_MS, localization = LOCALIZATION } = moment;
    const known = state();
    const connections = {
      smoobu: { ...known.connections.smoobu, lastTest: TESTED },
      'the-keys': { ...known.connections['the-keys'], lastTest: TESTED },
    };
    const now = { ...known, connections, health: { smoobu: FINE, 'the-keys': FINE }, ...moment.state };
    const decided = decideNotices({
      memory,
      snapshot: snapshot(now, atMs),
      state: now,
      notifications: { ...settings().notifications, ...moment.notifications },
      nowMs: atMs,
      wallTime: timeOf(localNow('Europe/Paris', atMs)),
      localization,
      system: 'linux',
    });
    // What is kept over a restart is plain data.
    memory = JSON.parse(JSON.stringify(decided.memory)) as NoticeMemory;
    return decided.show;
  };
}
export const keys = (notices: readonly Notice[]) => notices.map((notice) => notice.key);
