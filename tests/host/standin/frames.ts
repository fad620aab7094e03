/** `WebFrameMain` as the `senderFrame` of an IPC event shows it. */
import type * as Electron from 'electron';
import { originOf } from './addresses.ts';
import { strict } from './strict.ts';

export interface Frame extends Pick<Electron.WebFrameMain, 'url' | 'origin' | 'routingId' | 'processId' | 'detached'> {
  readonly parent: Frame | null;
  readonly top: Frame | null;
}

/** What main can do with the page that a message came from. */
export interface Sender {
  readonly mainFrame: Frame;
  getURL(): string;
  send(channel: string, ...args: unknown[]): void;
}

/** `url` is read at each access. `parent` is null for a window's main frame. */
export function createFrame(
  url: () => string,
  ids: { readonly routingId: number; readonly processId: number },
  parent: Frame | null,
): Frame {
  const frame: Frame = strict('WebFrameMain', {
    get url() {
      return url();
    },
    get origin() {
      return originOf(url());
    },
    get top(): Frame | null {
      return parent === null ? frame : parent.top;
    },
    ...ids,
    detached: false,
    parent,
  });
  return frame;
}
