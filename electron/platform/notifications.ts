/** Shows notices as system notifications. electron/app/attention decides which and when. */
import { Notification } from 'electron';
import type { Notice } from '../app/attention/notice-types.ts';
import type { Logger } from '../app/ports/system.ts';
import { notificationText } from './notification-text.ts';

export interface NotifierOptions {
  readonly iconFile: string;
  readonly platform: string;
  readonly onClick: (notice: Notice) => void;
  readonly onOutcome: (isShown: boolean) => void;
  readonly log: Logger;
}

/** How many stay clickable in the system's list of past notifications. */
const MAX_HELD = 30;

export class Notifier {
  readonly #options: NotifierOptions;
  /** Referenced after they leave the screen: a click on a garbage-collected notification does nothing. Oldest first. */
  readonly #held = new Map<string, Notification>();

  constructor(options: NotifierOptions) {
    this.#options = options;
  }

  /** Replaces the notification that was shown under the same key. */
  show(notice: Notice): void {
    const { iconFile, platform, onClick, onOutcome, log } = this.#options;
    if (!Notification.isSupported()) {
      log.log('warn', 'notifications not supported', { category: notice.category });
      onOutcome(false);
      return;
    }
    this.#withdraw(notice.key);
    const notification = new Notification({
      title: notificationText(notice.title, platform),
      body: notificationText(notice.body, platform),
      icon: iconFile,
      urgency: notice.isUrgent ? 'critical' : 'normal',
      timeoutType: notice.isUrgent ? 'never' : 'default',
    });
    notification.on('click', () => {
      this.#release(notice.key, notification);
      onClick(notice);
    });
    notification.on('show', () => onOutcome(true));
    notification.on('failed', () => {
      log.log('warn', 'showing a notification failed', { category: notice.category });
      onOutcome(false);
    });
    this.#held.set(notice.key, notification);
    notification.show();
    for (const [key, oldest] of this.#held) {
      if (this.#held.size <= MAX_HELD) break;
      this.#release(key, oldest);
    }
  }

  #withdraw(key: string): void {
    const notification = this.#held.get(key);
    this.#held.delete(key);
    notification?.close();
  }

  closeAll(): void {
    for (const key of [...this.#held.keys()]) this.#withdraw(key);
  }

  #release(key: string, notification: Notification): void {
    // A newer notification may be held under the same key.
    if (this.#held.get(key) === notification) this.#held.delete(key);
  }
}
