/** Shows notices as the system's own notifications. When and whether is decided elsewhere. */
import { Notification } from 'electron';
import type { Notice } from '../app/attention/notice-types.ts';
import type { Logger } from '../app/ports/system.ts';

export interface NotifierOptions {
  readonly iconFile: string;
  readonly onClick: (notice: Notice) => void;
  readonly log: Logger;
}
export interface Notifier {
  /** Takes the place of what was shown under the same key. */
  show(notice: Notice): void;
  /** Takes it back, where the system can. */
  withdraw(key: string): void;
  closeAll(): void;
}

/** So many stay clickable in the system's list of past notifications. */
const MAX_HELD = 30;

export function createNotifier(options: NotifierOptions): Notifier {
  return new SystemNotifier(options);
}

class SystemNotifier implements Notifier {
  readonly #options: NotifierOptions;
  /** Held on to also after they left the screen: a click on one that was collected would lead nowhere. Oldest first. */
  readonly #held = new Map<string, Notification>();

  constructor(options: NotifierOptions) {
    this.#options = options;
  }

  show(notice: Notice): void {
    const { iconFile, onClick, log } = this.#options;
    if (!Notification.isSupported()) {
      log.log('warn', 'This system shows no notifications.', { category: notice.category });
      return;
    }
    this.withdraw(notice.key);
    const notification = new Notification({
      title: notice.title,
      body: notice.body,
      icon: iconFile,
      urgency: notice.isUrgent ? 'critical' : 'normal',
      timeoutType: notice.isUrgent ? 'never' : 'default',
    });
    notification.on('click', () => {
      this.#letGo(notice.key, notification);
      onClick(notice);
    });
    notification.on('failed', () => log.log('warn', 'The system did not show a notification.', { category: notice.category }));
    this.#held.set(notice.key, notification);
    notification.show();
    for (const [key, oldest] of this.#held) {
      if (this.#held.size <= MAX_HELD) break;
      this.#letGo(key, oldest);
    }
  }

  withdraw(key: string): void {
    const notification = this.#held.get(key);
    this.#held.delete(key);
    notification?.close();
  }

  closeAll(): void {
    for (const key of [...this.#held.keys()]) this.withdraw(key);
  }

  #letGo(key: string, notification: Notification): void {
    // Under the same key there may stand a later one by now.
    if (this.#held.get(key) === notification) this.#held.delete(key);
  }
}
