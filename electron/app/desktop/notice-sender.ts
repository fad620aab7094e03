/** Shows the notifications that are due and remembers what was shown. Lives as long as the app. */
import { localNow, timeOf } from '../../../shared/time.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import type { Matter } from '../attention/matter.ts';
import { decideNotices } from '../attention/notice-policy.ts';
import type { NoticeMemory } from '../attention/notice-policy.ts';
import type { Localization } from '../status/localization.ts';
import type { DesktopPorts } from './ports.ts';

type NoticePorts = Pick<DesktopPorts, 'clock' | 'screen' | 'zone' | 'history'>;

export class NoticeSender {
  readonly #ports: NoticePorts;
  #memory: NoticeMemory = {};

  constructor(ports: NoticePorts) {
    this.#ports = ports;
  }

  send(matters: readonly Matter[], notifications: Settings['notifications'], text: Localization['text']): void {
    const { clock, screen, zone, history } = this.#ports;
    const nowMs = clock.nowMs();
    const wallTime = timeOf(localNow(zone, nowMs));
    const { show, memory } = decideNotices({ matters, memory: this.#memory, notifications, wallTime, text });
    this.#memory = memory;
    if (show.length === 0) return;
    screen.showNotices(show);
    for (const { category, key, title } of show) history.recordEvent({ kind: 'notice', atMs: nowMs, category, key, title });
  }
}
