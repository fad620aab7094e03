/** Copies a text that nobody should find in the clipboard later: it is emptied after a minute, if it still holds that text. */
import type { Clipboard } from 'electron';
import type { Timers } from '../app/ports/schedule.ts';
import type { Logger } from '../app/ports/system.ts';

export interface BriefCopyOptions {
  readonly clipboard: Pick<Clipboard, 'readText' | 'writeText'>;
  readonly timers: Timers;
  readonly log: Logger;
}
export const COPIED_FOR_MS = 60_000;

export class BriefCopy {
  readonly #options: BriefCopyOptions;
  #cancel: (() => void) | null = null;

  constructor(options: BriefCopyOptions) {
    this.#options = options;
  }

  copy(text: string): void {
    const { clipboard, timers, log } = this.#options;
    this.#cancel?.();
    clipboard.writeText(text).catch((error: unknown) => log.log('warn', 'copying to the clipboard failed', { error }));
    this.#cancel = timers.after(COPIED_FOR_MS, () => {
      this.#empty(text).catch((error: unknown) => log.log('warn', 'emptying the clipboard failed', { error }));
    });
  }

  async #empty(text: string): Promise<void> {
    const { clipboard } = this.#options;
    if ((await clipboard.readText()) === text) await clipboard.writeText('');
  }
}
