/** Shows the notices that are due and remembers what the user was told. Lives as long as the app. */
import { localNow, timeOf } from '../../../shared/time.ts';
import type { SnapshotFields } from '../status/app-snapshot.ts';
import type { AppState } from '../status/app-state.ts';
import type { DesktopPorts } from './ports.ts';
import { decideNotices, NOTHING_TOLD } from '../attention/notice-policy.ts';
import type { NoticeMemory } from '../attention/notice-policy.ts';
import type { Localization } from '../status/localization.ts';

export class NoticeBoard {
  readonly #ports: Pick<DesktopPorts, 'clock' | 'screen' | 'zone' | 'history' | 'system'>;
  #memory: NoticeMemory = NOTHING_TOLD;

  constructor(ports: Pick<DesktopPorts, 'clock' | 'screen' | 'zone' | 'history' | 'system'>) {
    this.#ports = ports;
  }

  show(snapshot: SnapshotFields, state: AppState, localization: Localization): void {
    const { clock, screen, zone, history, system } = this.#ports;
    const nowMs = clock.nowMs();
    const decision = decideNotices({
      snapshot,
      state,
      nowMs,
      localization,
      system,
      memory: this.#memory,
      notifications: state.settings.notifications,
      wallTime: timeOf(localNow(zone, nowMs)),
    });
    this.#memory = decision.memory;
    if (decision.show.length === 0) return;
    screen.showNotices(decision.show);
    for (const { category, key, title } of decision.show) history.recordEvent({ kind: 'notice', atMs: nowMs, category, key, title });
  }
}
