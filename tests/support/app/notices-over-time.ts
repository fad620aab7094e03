/** The notices shown from moment to moment, by a policy that remembers as the app does. */
import type { Settings } from '../../../shared/domain/settings.ts';
import { localNow, timeOf } from '../../../shared/time.ts';
import { mattersOf } from '../../../electron/app/attention/index.ts';
import { decideNotices } from '../../../electron/app/attention/notice-policy.ts';
import type { NoticeMemory } from '../../../electron/app/attention/notice-policy.ts';
import type { Notice } from '../../../electron/app/attention/notice-types.ts';
import type { AppState } from '../../../electron/app/status/app-state.ts';
import { UNKNOWN_HEALTH } from '../../../electron/app/status/cloud-health.ts';
import { factsAt } from '../../../electron/app/status/facts.ts';
import type { Localization } from '../../../electron/app/status/localization.ts';
import { LOCALIZATION, NOW_MS, state } from './state-fixtures.ts';

export const FINE = { ...UNKNOWN_HEALTH, lastSuccessMs: NOW_MS };
const TESTED = { atMs: NOW_MS, failure: null };

export interface Moment {
  readonly state?: Partial<AppState>;
  readonly atMs?: number;
  readonly notifications?: Partial<Settings['notifications']>;
  readonly localization?: Localization;
}

/** Each call is one moment. Clouds work unless the moment says otherwise. */
export function noticesOverTime(): (moment?: Moment) => readonly Notice[] {
  let memory: NoticeMemory = {};
  const known = state();
  const connections = {
    smoobu: { ...known.connections.smoobu, lastTest: TESTED },
    'the-keys': { ...known.connections['the-keys'], lastTest: TESTED },
  };
  return ({ atMs = NOW_MS, localization = LOCALIZATION, notifications, state: changes } = {}) => {
    const now = { ...known, connections, health: { smoobu: FINE, 'the-keys': FINE }, ...changes };
    const decided = decideNotices({
      matters: mattersOf(factsAt(now, atMs, { localization, system: 'linux' })),
      memory,
      notifications: { ...known.settings.notifications, ...notifications },
      wallTime: timeOf(localNow('Europe/Paris', atMs)),
      text: localization.text,
    });
    // The memory is plain data.
    memory = JSON.parse(JSON.stringify(decided.memory)) as NoticeMemory;
    return decided.show;
  };
}
export const keys = (notices: readonly Notice[]) => notices.map((notice) => notice.key);
