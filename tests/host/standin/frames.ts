/** `WebFrameMain` as an IPC event's `senderFrame` shows it. */
import type * as Electron from 'electron';
import { originOf } from './addresses.ts';
import { strict } from './strict.ts';

type Plain = 'url' | 'origin' | 'routingId' | 'processId' | 'frameTreeNodeId' | 'frameToken' | 'name' | 'detached' | 'isDestroyed';
export interface Frame extends Pick<Electron.WebFrameMain, Plain> {
  readonly parent: Frame | null;
  readonly top: Frame | null;
  readonly frames: readonly Frame[];
}

/** What main may do with the page that a message came from. */
export interface Sender {
  readonly mainFrame: Frame;
  getURL(): string;
  send(channel: string, ...args: unknown[]): void;
}

/** A live frame: its address is asked for each time. `parent` is null for a window's main frame. */
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
    frameTreeNodeId: ids.routingId,
    frameToken: `frame-${ids.processId}-${ids.routingId}`,
    name: '',
    detached: false,
    parent,
    frames: [],
    isDestroyed: () => false,
  });
  return frame;
}
